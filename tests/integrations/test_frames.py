"""Polars and pandas, by way of Arrow."""

import pytest

from cleanarticle.integrations.arrow import BatchCleaner
from tests.integrations import articles
from tests.integrations.articles import CLEAN, STORY, TEXT

pytest.importorskip("pyarrow", reason="pyarrow is not installed")
BATCHES = BatchCleaner(url="url")


def through_polars(frame):
    import polars as pl

    return pl.from_arrow(BATCHES(frame.to_arrow()))


def test_polars():
    pl = pytest.importorskip("polars", reason="polars is not installed")
    frame = pl.DataFrame(articles.ROWS)
    out = through_polars(frame)
    assert out["clean_text"].to_list() == CLEAN
    assert out.select("id", "text", "url").equals(frame)
    assert out.schema["authors"] == pl.List(pl.String)


@pytest.mark.parametrize("view", [False, True])
def test_polars_as_plain_and_as_view_strings(view):
    pl = pytest.importorskip("polars", reason="polars is not installed")
    compat = pl.CompatLevel.newest() if view else pl.CompatLevel.oldest()
    table = pl.DataFrame(articles.ROWS).to_arrow(compat_level=compat)
    assert str(table.schema.field("text").type) == ("string_view" if view else "large_string")
    assert BATCHES(table).column("clean_text").to_pylist() == CLEAN


def test_polars_categories():
    pl = pytest.importorskip("polars", reason="polars is not installed")
    frame = pl.DataFrame({"text": [TEXT, None, TEXT], "url": [None] * 3}, {"text": pl.Categorical, "url": pl.String})
    assert through_polars(frame)["clean_text"].to_list() == [STORY, None, STORY]


def test_polars_lazily():
    pl = pytest.importorskip("polars", reason="polars is not installed")
    lazy = pl.DataFrame(articles.ROWS).lazy()
    schema = through_polars(pl.DataFrame(schema=lazy.collect_schema())).schema
    cleaned = lazy.map_batches(through_polars, schema=schema).filter(pl.col("clean_text").is_not_null())
    assert cleaned.collect()["clean_text"].to_list() == [text for text in CLEAN if text is not None]


def test_pandas():
    pd = pytest.importorskip("pandas", reason="pandas is not installed")
    import pyarrow as pa

    frame = pd.DataFrame(articles.ROWS, index=list("abcde"))
    out = BATCHES(pa.Table.from_pandas(frame)).to_pandas()
    assert list(out.index) == list("abcde")
    assert [None if pd.isna(text) else text for text in out["clean_text"]] == CLEAN
    assert out["id"].tolist() == [1, 2, 3, 4, 5]
    assert out["authors"]["a"].tolist() == ["Jane Doe"]
