"""Record batches and tables of every make: what is added, what stays as it is, and what a bad row costs."""

import pickle

import pytest

import cleanarticle
from cleanarticle import Cleaner, ColumnError
from cleanarticle.integrations.arrow import ERROR, ROWS, BatchCleaner
from cleanarticle.records import columns, record_of
from tests.integrations import articles
from tests.integrations.articles import CLEAN, PAGE, PLAIN, STORY, TEXT

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
STRINGS = [
    pa.string(),
    pa.large_string(),
    pa.string_view(),
    pa.dictionary(pa.int32(), pa.string()),
    pa.dictionary(pa.int8(), pa.string()),
]
BYTES = [pa.binary(), pa.large_binary(), pa.binary_view()]
ADDED = [column.name for column in columns()] + [ERROR]


def batch(**given):
    return pa.record_batch(given)


def texts(*given, kind=None):
    return batch(text=pa.array(given, kind or pa.string()))


def test_rows_and_columns_stay_and_records_are_added():
    given = pa.RecordBatch.from_pylist(articles.ROWS)
    out = BatchCleaner(url="url", removals=True).clean(given)
    assert out.schema.names == [
        "id", "text", "url", *[column.name for column in columns(True) if column.name != "url"], ERROR
    ]  # fmt: skip
    assert out.select(["id", "text", "url"]).equals(given)
    assert out.column("clean_text").to_pylist() == CLEAN
    for row, cleaned in zip(articles.ROWS, out.to_pylist(), strict=True):
        if row["text"] is None:
            assert {cleaned[name] for name in [*ADDED, "removals"] if name != "url"} == {None}
        else:
            wanted = record_of(cleanarticle.analyze(row["text"], url=row["url"]), removals=True)
            assert cleaned == {**row, **wanted, "url": row["url"], ERROR: None}
    assert out.column("removals")[0].as_py()[0]["kind"] == "byline"


@pytest.mark.parametrize("removals", [False, True])
@pytest.mark.parametrize("given", [[], [None, None], [TEXT], [TEXT, None]], ids=["empty", "nulls", "text", "both"])
def test_the_schema_is_what_is_stated_whatever_the_rows(given, removals):
    batches = BatchCleaner(removals=removals)
    out = batches.clean(texts(*given))
    assert out.schema.equals(batches.schema(texts().schema))
    assert out.num_rows == len(given)
    out.validate(full=True)
    assert out.column("clean_text").to_pylist() == [text and STORY for text in given]


@pytest.mark.parametrize("kind", STRINGS, ids=str)
def test_every_type_of_strings(kind):
    given = texts(TEXT, None, PLAIN, TEXT, kind=kind)
    assert given.column("text").type == kind
    out = BatchCleaner().clean(given)
    assert out.column("clean_text").to_pylist() == [STORY, None, PLAIN, STORY]
    assert out.column("text").equals(given.column("text"))


def test_a_column_that_is_null_throughout():
    out = BatchCleaner(url="url").clean(batch(text=pa.nulls(2), url=pa.nulls(2)))
    assert out.column("clean_text").to_pylist() == [None, None]
    assert out.column("clean_text").type == pa.string()


@pytest.mark.parametrize("kind", [*STRINGS, *BYTES], ids=str)
def test_pages_as_strings_and_as_bytes(kind):
    pages = pa.array([PAGE.encode() if kind in BYTES else PAGE, None], kind)
    out = BatchCleaner(html="page", url="from").clean(batch(page=pages, **{"from": ["https://a.example/1"] * 2}))
    assert out.column("clean_text").to_pylist() == [cleanarticle.clean_html(PAGE), None]
    assert out.column("title").to_pylist() == ["The old bridge", None]
    assert out.column("url").to_pylist() == ["https://a.example/1", None]


def test_bytes_of_another_encoding_are_read_as_the_page_says():
    page = PAGE.replace("<head>", "<head><meta charset='windows-1252'>").replace("The old bridge", "Über die Brücke")
    out = BatchCleaner(html="page").clean(batch(page=[page.encode("windows-1252")]))
    assert out.column("title").to_pylist() == ["Über die Brücke"]


def test_a_slice_is_cleaned_as_itself():
    given = texts(PLAIN, TEXT, None, TEXT, PLAIN).slice(1, 3)
    assert given.column("text").offset == 1
    out = BatchCleaner().clean(given)
    assert out.column("clean_text").to_pylist() == [STORY, None, STORY]
    assert out.column("text").to_pylist() == [TEXT, None, TEXT]


def test_tables_of_several_chunks_keep_their_order():
    table = pa.table({"text": pa.chunked_array([[TEXT], [], [None, PLAIN], [TEXT]], pa.string())})
    batches = BatchCleaner()
    out = batches(table)
    assert out.schema.equals(batches.schema(table.schema))
    assert out.column("clean_text").to_pylist() == [STORY, None, PLAIN, STORY]
    assert batches(table.slice(1, 2)).column("clean_text").to_pylist() == [None, PLAIN]
    assert batches(table.slice(0, 0)).schema.equals(out.schema)


def test_a_large_batch_comes_out_in_pieces_and_whole():
    given = batch(text=pa.array([f"Line {at}" for at in range(ROWS + 7)]), id=pa.array(range(ROWS + 7)))
    out = list(BatchCleaner().each([given, given.slice(0, 0)]))
    assert [piece.num_rows for piece in out] == [ROWS, 7, 0]
    assert pa.Table.from_batches(out).column("id").to_pylist() == list(range(ROWS + 7))


def test_the_metadata_of_a_schema_stays():
    schema = pa.schema([pa.field("text", pa.string(), metadata={"a": "b"})], metadata={"c": "d"})
    out = BatchCleaner().clean(pa.record_batch([[TEXT]], schema=schema))
    assert out.schema.metadata == {b"c": b"d"}
    assert out.schema.field("text").metadata == {b"a": b"b"}


def test_what_the_columns_tell_is_given_to_the_cleaner():
    text = "\n\n".join(["Old bridge shut", *articles.STORY.split("\n\n")])
    given = batch(
        text=[text] * 2, headline=["Old bridge shut", None], url=["https://a.example", None], lang=["en", None]
    )
    out = BatchCleaner(title="headline", url="url", lang="lang").clean(given).to_pylist()
    wanted = cleanarticle.analyze(text, title="Old bridge shut", url="https://a.example", lang="en")
    assert out[0]["title"] == wanted.metadata.title == "Old bridge shut"
    assert [row["url"] for row in out] == ["https://a.example", None]
    assert [row["lang"] for row in out] == ["en", None]


def test_the_cleaner_decides():
    keeper = BatchCleaner(cleaner=Cleaner(keep={"byline"}))
    assert keeper.clean(texts(TEXT)).column("clean_text").to_pylist() == [f"By Jane Doe\n\n{STORY}"]


def test_it_pickles():
    batches = BatchCleaner(url="url", cleaner=Cleaner(keep={"byline"}), removals=True, prefix="a_")
    again = pickle.loads(pickle.dumps(batches))
    given = pa.RecordBatch.from_pylist(articles.ROWS)
    assert again.clean(given).equals(batches.clean(given))


# Bad rows


def not_utf8(*rows):
    """An array of strings that are not checked, as a careless writer makes it."""
    plain = pa.array(rows, pa.binary())
    return pa.Array.from_buffers(pa.string(), len(rows), plain.buffers())


def test_a_bad_row_costs_itself_alone():
    given = batch(text=not_utf8(TEXT.encode(), b"The lake \xff froze", PLAIN.encode()), id=[1, 2, 3])
    out = BatchCleaner(removals=True).clean(given)
    assert out.column("clean_text").to_pylist() == [STORY, None, PLAIN]
    assert out.column("id").to_pylist() == [1, 2, 3]
    first, bad, last = out.column(ERROR).to_pylist()
    assert (first, last) == (None, None)
    assert bad.startswith("UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff")
    assert "\n" not in bad
    assert {out.column(column.name)[1].as_py() for column in columns(True)} == {None}


def test_a_bad_address_costs_its_row():
    given = batch(text=[TEXT, TEXT], url=not_utf8(b"https://a.example/\xfe", b"https://b.example/"))
    out = BatchCleaner(url="url").clean(given)
    assert out.column("clean_text").to_pylist() == [None, STORY]
    assert [error is None for error in out.column(ERROR).to_pylist()] == [False, True]


def test_lone_surrogates_of_a_page_do_not_cost_the_row():
    facts = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ice \\ud83d in \\ud83d\\ude00 May"}</script>'
    page = PAGE.replace("<title>The old bridge</title>", facts)
    assert cleanarticle.analyze_html(page).metadata.title == "Ice \ud83d in \U0001f600 May"
    out = BatchCleaner(html="page").clean(batch(page=[page]))
    assert out.column("title").to_pylist() == ["Ice \ufffd in \U0001f600 May"]
    assert out.column("clean_text").to_pylist() == [cleanarticle.clean_html(page)]
    assert out.column(ERROR).to_pylist() == [None]


# Mistakes, told before any row is cleaned


def test_a_column_that_is_not_there():
    with pytest.raises(ColumnError, match="the input has no column 'text'; it has: body, url"):
        BatchCleaner().schema(pa.schema([("body", pa.string()), ("url", pa.string())]))


def test_a_column_that_is_there_twice():
    with pytest.raises(ColumnError, match="has 2 columns 'text'"):
        BatchCleaner().schema(pa.schema([("text", pa.string()), ("text", pa.string())]))


@pytest.mark.parametrize("kind", [pa.int64(), pa.binary(), pa.list_(pa.string())], ids=str)
def test_a_column_of_another_type(kind):
    with pytest.raises(ColumnError, match=f"column 'text' has type {kind}; cast it to one of: string, "):
        BatchCleaner().clean(texts(None, kind=kind))


def test_a_name_that_is_taken_and_the_way_out():
    given = batch(text=[TEXT], title=["Ice"], authors=["someone"])
    with pytest.raises(ColumnError, match=r"has a column title, authors already: .*prefix='article_'"):
        BatchCleaner().clean(given)
    out = BatchCleaner(prefix="article_").clean(given)
    assert out.schema.names == ["text", "title", "authors", *[f"article_{name}" for name in ADDED]]
    assert out.column("authors").to_pylist() == ["someone"]
    assert out.column("article_authors").to_pylist() == [["Jane Doe"]]
    assert out.column("article_clean_text").to_pylist() == [STORY]


def test_an_address_column_of_the_same_name_is_taken_unless_it_is_read():
    with pytest.raises(ColumnError, match="has a column url already"):
        BatchCleaner().clean(batch(text=[TEXT], url=["https://a.example"]))
    with pytest.raises(ColumnError, match="has a column url already"):
        BatchCleaner(url="source").clean(batch(text=[TEXT], url=["a"], source=["https://a.example"]))
    prefixed = BatchCleaner(url="url", prefix="article_").clean(batch(text=[TEXT], url=["https://a.example"]))
    assert prefixed.column("article_url").to_pylist() == ["https://a.example"]


def test_a_title_beside_pages():
    with pytest.raises(ValueError, match="leave out title or html"):
        BatchCleaner(html="page", title="title")
