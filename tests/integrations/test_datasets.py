"""Hugging Face datasets: the real ``map``, its processes, its cache, and streaming."""

import os
import subprocess
import sys

import pytest

from cleanarticle import Cleaner, ColumnError
from cleanarticle.integrations.arrow import ERROR, BatchCleaner
from cleanarticle.records import columns
from tests.integrations import articles
from tests.integrations.articles import CLEAN

datasets = pytest.importorskip("datasets", reason="datasets is not installed")
BATCHES = BatchCleaner(url="url", removals=True)


@pytest.fixture(autouse=True)
def quiet():
    datasets.disable_progress_bars()


@pytest.fixture
def dataset(tmp_path):
    path = tmp_path / "articles.parquet"
    datasets.Dataset.from_list(articles.ROWS).to_parquet(path)
    return datasets.load_dataset("parquet", data_files=str(path), split="train", cache_dir=str(tmp_path / "cache"))


def clean(dataset, batches=BATCHES, **options):
    from cleanarticle.integrations.datasets import clean

    return clean(dataset, batches, **options)


def test_the_columns_are_added(dataset):
    out = clean(dataset)
    assert out["clean_text"][:] == CLEAN
    assert out["id"][:] == [row["id"] for row in articles.ROWS]
    assert out.column_names == [
        "id", "text", "url", *[column.name for column in columns(True) if column.name != "url"], ERROR
    ]  # fmt: skip
    assert out[0]["authors"] == ["Jane Doe"]
    assert out[0]["removals"][0]["kind"] == "byline"


def test_in_two_processes(dataset):
    assert clean(dataset, num_proc=2)["clean_text"][:] == CLEAN


def test_streamed(dataset):
    out = clean(dataset.to_iterable_dataset())
    assert [row["clean_text"] for row in out] == CLEAN


def test_mistakes_are_told(dataset):
    with pytest.raises(ColumnError, match="no column 'body'"):
        clean(dataset, BatchCleaner(text="body"))


def test_the_cache_is_found_by_the_same_cleaner_alone(dataset, monkeypatch):
    from cleanarticle.integrations import datasets as adapter

    first = clean(dataset)
    assert clean(dataset).cache_files == first.cache_files
    careful = BatchCleaner(url="url", removals=True, cleaner=Cleaner(preset="careful"))
    assert clean(dataset, careful).cache_files != first.cache_files
    monkeypatch.setattr(adapter, "version", lambda name: "99.0")
    assert clean(dataset).cache_files != first.cache_files


def test_the_cache_is_found_by_another_process():
    code = """
import datasets
from cleanarticle import Cleaner
from cleanarticle.integrations.arrow import BatchCleaner
from cleanarticle.integrations.datasets import clean
datasets.disable_progress_bars()
cleaner = Cleaner(keep={"caption", "byline", "tags", "social", "related"})
print(clean(datasets.Dataset.from_dict({"text": ["The lake froze."]}), BatchCleaner(cleaner=cleaner))._fingerprint)
"""
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(seen) == 1
