"""datatrove: the step in a real pipeline, from JSON Lines to JSON Lines, in two tasks."""

import gzip
import json

import pytest

import cleanarticle
from cleanarticle import Cleaner
from tests.integrations import articles
from tests.integrations.articles import CLEAN, PAGE, STORY, TEXT

pytest.importorskip("datatrove", reason="datatrove is not installed")

from datatrove.data import Document
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter

from cleanarticle.integrations.datatrove import CleanArticle

pytest.importorskip("orjson", reason="orjson, which datatrove reads JSON with, is not installed")


def through(*documents, **options):
    step = CleanArticle(**options)
    return list(step.run(iter(documents))), {name: stat.total for name, stat in step.stats.stats.items()}


def test_a_pipeline(tmp_path):
    rows = [row for row in articles.ROWS if row["text"]]
    for part in (0, 1):
        lines = [json.dumps({**row, "id": str(row["id"])}) for row in rows[part::2]]
        (tmp_path / f"{part}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    pipeline = [
        JsonlReader(str(tmp_path), glob_pattern="*.jsonl"),
        CleanArticle(removals=True),
        JsonlWriter(str(tmp_path / "out")),
    ]
    LocalPipelineExecutor(pipeline, tasks=2, workers=2, logging_dir=str(tmp_path / "logs")).run()

    out = {}
    for path in sorted((tmp_path / "out").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            out |= {row["id"]: row for row in map(json.loads, lines)}
    wanted = {str(row["id"]): clean for row, clean in zip(articles.ROWS, CLEAN, strict=True) if row["text"]}
    assert {name: row["text"] for name, row in out.items()} == wanted
    assert out["1"]["metadata"]["authors"] == ["Jane Doe"]
    assert [removal["kind"] for removal in out["1"]["metadata"]["removals"]] == ["byline", "social"]
    assert out["1"]["metadata"]["url"] == articles.ROWS[0]["url"]
    (stats,) = [each for each in json.loads((tmp_path / "logs/stats.json").read_text("utf-8"))
                if each["name"].endswith("cleanarticle")]  # fmt: skip
    counted = {name: stat["total"] if isinstance(stat, dict) else stat for name, stat in stats["stats"].items()}
    assert (counted["total"], counted["cleaned"], counted["removed_byline"]) == (3, 3, 2)
    assert counted["removed_chars"] == 2 * (len(TEXT) - len(STORY))


def test_the_code_in_the_docs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # its logs go there
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/1.jsonl").write_text(json.dumps({"text": TEXT, "id": "1"}) + "\n", "utf-8")
    exec(articles.snippet("JsonlReader", tmp_path), {})
    with gzip.open(tmp_path / "cleaned/00000.jsonl.gz", "rt", encoding="utf-8") as lines:
        assert [json.loads(line)["text"] for line in lines] == [STORY]


def test_pages():
    (document,), stats = through(Document(PAGE, "1", metadata={"url": "https://a.example/1"}), html=True)
    assert document.text == cleanarticle.clean_html(PAGE)
    assert document.metadata["title"] == "The old bridge"
    assert stats["cleaned"] == 1


def test_a_document_that_fails_goes_on_as_it_came():
    documents, stats = through(Document(None, "1", metadata={"a": 1}), Document(TEXT, "2"))
    assert [document.text for document in documents] == [None, STORY]
    assert documents[0].metadata["a"] == 1
    assert documents[0].metadata["clean_error"].startswith("TypeError: expected the text")
    assert "clean_error" not in documents[1].metadata
    assert (stats["total"], stats["cleaned"], stats["failed"]) == (2, 1, 1)


def test_what_is_known_is_not_overwritten():
    (document,), _ = through(Document(TEXT, "1", metadata={"authors": "J. Doe", "date": "2025", "removed_share": None}))
    assert document.metadata["authors"] == "J. Doe"
    assert document.metadata["date"] == "2025"
    assert document.metadata["removed_share"] > 0
    assert "captions" not in document.metadata


def test_the_cleaner_decides():
    (document,), stats = through(Document(TEXT, "1"), cleaner=Cleaner(keep={"byline"}))
    assert document.text.startswith("By Jane Doe")
    assert "removed_byline" not in stats
