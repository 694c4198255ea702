"""Reading each format: what is there comes out, in order, and what is broken is said and costs nothing else."""

import codecs
import gzip
import io
import json
import random
import re
import zlib

import pytest

from cleanarticle.batch.formats import read, story
from cleanarticle.batch.raw import UnfitError
from cleanarticle.batch.shards import Shard, format_of
from tests.batch.make import (
    clean,
    deflated,
    jsonl,
    options,
    page,
    pages_as_warc,
    record,
    response,
    text,
    warc_record,
    zstd,
)


def told(path, data=None, format=None, **more):
    """For each record of a file its number, and its story or what is said against it."""
    if data is not None:
        path.write_bytes(data)
    given = options(path, **more)
    shard = Shard(path.name, path, format or format_of(path), path.stat().st_size)
    found = []
    for raw in read(shard, given):
        assert 0 <= raw.position <= shard.size
        if raw.skipped:
            found.append((raw.number, None))
        elif raw.flaw:
            found.append((raw.number, ("FINAL " if raw.final else "") + raw.flaw))
        else:
            try:
                found.append((raw.number, story(shard.format, raw.payload, given)))
            except UnfitError as error:
                found.append((raw.number, str(error)))
    return found


def sources(found):
    return [item if isinstance(item, str) else getattr(item, "source", None) for _, item in found]


def lines(*items):
    return b"".join(item if isinstance(item, bytes) else json.dumps(item).encode() + b"\n" for item in items)


# -- JSON Lines


def test_jsonl_gives_text_and_what_goes_with_it(tmp_path):
    row = {"text": "A\nB", "url": "https://a.example/1", "title": "T", "lang": "xx", "id": 7}
    ((number, found),) = told(tmp_path / "a.jsonl", lines(row), fields={"carry": ("id", "nope")})
    assert number == 1
    assert (found.source, found.is_page, found.url, found.title) == ("A\nB", False, "https://a.example/1", "T")
    assert found.lang is None, "a field called lang may mean anything"
    assert found.carried == {"id": 7, "nope": None}


@pytest.mark.parametrize(
    ("fields", "row", "expected"),
    [
        ({}, {"text": "t", "html": "<p>h"}, ("t", False)),
        ({}, {"text": None, "html": "<p>h"}, ("<p>h", True)),
        ({"html": "html"}, {"text": "t", "html": "<p>h"}, ("<p>h", True)),
        ({"text": "body"}, {"body": "b", "text": "t"}, ("b", False)),
        ({"text": "a.b"}, {"a": {"b": "inner"}}, ("inner", False)),
        ({"text": "a.b"}, {"a.b": "outer", "a": {"b": "inner"}}, ("outer", False)),
        ({"lang": "l"}, {"text": "", "l": "de"}, ("", False)),
    ],
)
def test_fields(tmp_path, fields, row, expected):
    ((_, found),) = told(tmp_path / "a.jsonl", lines(row), fields=fields)
    assert (found.source, found.is_page) == expected
    assert found.lang == ("de" if "lang" in fields else None)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": "a"\n', "invalid JSON: Expecting ',' delimiter at column 13"),
        (b'{"text": "\xff"}\n', "invalid UTF-8 at byte 11 of the line"),
        (b'"text"\n', "a JSON object is wanted, and this is str"),
        (b'{"text": 3}\n', "field 'text' is no text but int"),
        (b'{"body": "", "id": 3}\n', "no field 'text' or 'html'; it has: 'body', 'id'; --text-field"),
        (b"{}\n", "it has: none"),
        (b'{"text": ' + b"9" * 5000 + b"}\n", "invalid JSON: Exceeds the limit"),
        (b"[" * 100_000 + b"\n", "invalid JSON: "),
    ],
)
def test_a_bad_line_is_told_and_the_others_are_read(tmp_path, line, reason):
    found = told(tmp_path / "a.jsonl", lines({"text": "1"}, line, b"\n  \n", {"text": "5"}))
    assert [number for number, _ in found] == [1, 2, 5], "numbers are those of the lines"
    assert sources(found)[::2] == ["1", "5"]
    assert reason in sources(found)[1]


@pytest.mark.parametrize("before", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
@pytest.mark.parametrize("last", [True, False])
def test_jsonl_as_editors_and_windows_write_it(tmp_path, before, newline, last):
    data = before + newline.join([b'{"text": "a\xc3\xa9"}', b'{"text": "b"}']) + newline * last
    assert sources(told(tmp_path / "a.jsonl", data)) == ["aé", "b"]


def test_what_is_no_json_lines_is_refused_at_once(tmp_path):
    ((_, found),) = told(tmp_path / "a.jsonl", '{"text": "a"}\n'.encode("utf-16"))
    assert found.startswith("FINAL is UTF-16")
    ((_, found),) = told(tmp_path / "a.json", b'[{"text": "a"},\n {"text": "b"}]')
    assert found.startswith("FINAL is a JSON array")


def test_a_line_over_the_limit_is_told_and_the_others_are_read(tmp_path):
    data = lines({"text": "a"}, {"text": "b" * 3_000_000}, {"text": "c"}, {"text": "d" * 900})
    found = sources(told(tmp_path / "a.jsonl", data, max_record_size=1000))
    assert found == ["a", "larger than 1,000 bytes; --max-record-size sets the limit", "c", "d" * 900]


@pytest.mark.parametrize("name", ["gz", "zst", "plain"])
def test_compression_is_told_from_the_content(tmp_path, name):
    data = lines(*map(record, range(1000)))
    compress = {"gz": gzip.compress, "zst": lambda data: zstd().compress(data), "plain": bytes}[name]
    half = data.index(b"\n", len(data) // 2) + 1
    parts = compress(data[:half]) + compress(data[half:])  # both allow files to be joined
    assert sources(told(tmp_path / "a.jsonl.gz", parts)) == [text(number) for number in range(1000)]


@pytest.mark.parametrize("name", ["gz", "zst"])
def test_a_compressed_file_that_is_cut_off_gives_what_it_has(tmp_path, name):
    random.seed(5)
    rows = [{"text": text(number), "noise": random.randbytes(60).hex()} for number in range(3000)]
    compress = gzip.compress if name == "gz" else zstd().compress
    data = compress(lines(*rows))
    for length in (len(data) // 3, len(data) - 1):
        found = sources(told(tmp_path / "a.jsonl", data[:length]))
        *whole, last = found
        assert last == "FINAL the compressed file is cut off; what came before was read"
        assert whole == [text(number) for number in range(len(whole))]
        assert len(whole) > 3000 * length / len(data) - 1500


def test_a_compressed_file_that_is_damaged_gives_what_comes_before(tmp_path):
    random.seed(5)
    data = bytearray(gzip.compress(lines(*({"text": random.randbytes(60).hex()} for _ in range(3000)))))
    data[len(data) // 2 : len(data) // 2 + 20] = bytes(20)
    *whole, last = sources(told(tmp_path / "a.jsonl.gz", bytes(data)))
    assert "FINAL the compressed file is damaged" in last
    assert len(whole) > 1000


# -- CSV


def csv(tmp_path, data, **more):
    return sources(told(tmp_path / "a.csv", data.encode() if isinstance(data, str) else data, **more))


def test_csv_with_newlines_quotes_and_large_fields(tmp_path):
    large = "word " * 100_000
    data = f'id,text\r\n1,"two\nlines, a ""quote"""\r\n2,"{large}"\r\n\r\n3,\r\n'
    assert csv(tmp_path, data) == ['two\nlines, a "quote"', large, ""]


@pytest.mark.parametrize("delimiter", ",;\t|")
def test_csv_delimiters(tmp_path, delimiter):
    data = delimiter.join(["id", "text", "url"]) + "\n" + delimiter.join(["1", '"a, b; c"', "u"]) + "\n"
    assert csv(tmp_path, codecs.BOM_UTF8 + data.encode()) == ["a, b; c"]


def test_csv_rows_that_are_broken_are_told_and_the_others_are_read(tmp_path):
    rows = [b"id,text", b"1,one", b"2,two,more", b"3", b'4,"\xff\xfe"', b"5,five\rcr", b'6,"si""x"', b"7,seven"]
    assert csv(tmp_path, b"\n".join(rows) + b"\n") == [
        "one",
        "3 fields, where the header has 2",
        "1 fields, where the header has 2",
        "invalid UTF-8",
        "invalid CSV: new-line character seen in unquoted field",
        'si"x',
        "seven",
    ]


def test_csv_that_ends_inside_a_field_is_told(tmp_path):
    *whole, last = csv(tmp_path, 'id,text\n1,one\n2,"two\nand half of th')
    assert whole == ["one"]
    assert last.startswith("ends inside a quoted field")
    # A quote amid a field is none of that.
    assert csv(tmp_path, 'id,text\n1,one\n2,"two" boats') == ["one", "two boats"]


@pytest.mark.parametrize("filler", ["word ", "word\n", 'a ""quote"" ', "x,y;"])
def test_a_csv_record_over_the_limit_ends_where_it_ends(tmp_path, filler):
    data = f'id,text\n1,one\n2,"{filler * 200_000}"\n3,"three\nlines, more\nhere"\n'
    assert csv(tmp_path, data, max_record_size=5000) == [
        "one",
        "larger than 5,000 bytes; --max-record-size sets the limit",
        "three\nlines, more\nhere",
    ]


def test_csv_without_the_column_or_without_anything(tmp_path):
    (found,) = csv(tmp_path, "id,body\n1,a\n")
    assert found == "FINAL no column 'text' or 'html'; it has: 'id', 'body'; --text-field or --html-field names another"
    assert csv(tmp_path, "id,body\n1,a\n", fields={"text": "body"}) == ["a"]
    (found,) = csv(tmp_path, "id,text\n1,a\n", fields={"url": "link"})
    assert found == "FINAL no column 'link'; it has: 'id', 'text'"
    assert csv(tmp_path, "") == ["FINAL is empty and must have a header"]


# -- Parquet


@pytest.fixture
def pq():
    return pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")


def table(path, columns):
    import pyarrow
    from pyarrow import parquet

    parquet.write_table(pyarrow.table(columns), path, row_group_size=100)
    return path


def test_parquet(tmp_path, pq):
    import datetime

    path = table(
        tmp_path / "a.parquet",
        {
            "text": [text(number) for number in range(250)],
            "meta": [{"url": f"https://a.example/{number}"} for number in range(250)],
            "day": [datetime.date(2025, 5, 8)] * 250,
            "unused": ["x"] * 250,
        },
    )
    found = told(path, fields={"url": "meta.url", "carry": ("day", "meta")})
    assert sources(found) == [text(number) for number in range(250)]
    assert found[-1][0] == 250
    assert found[3][1].url == "https://a.example/3"
    assert found[3][1].carried == {"day": "2025-05-08", "meta": {"url": "https://a.example/3"}}


def test_parquet_with_pages_as_bytes(tmp_path, pq):
    path = table(tmp_path / "a.parquet", {"html": [page(1), None, b""]})
    assert sources(told(path)) == [page(1), "no field 'text' or 'html'; it has: 'html'; --text-field or --html-field names another", b""]  # fmt: skip


def test_parquet_without_the_column_or_that_is_none(tmp_path, pq):
    path = table(tmp_path / "a.parquet", {"id": [1], "body": ["x"]})
    assert sources(told(path)) == [
        "FINAL no column 'text' or 'html'; it has: 'id', 'body'; --text-field or --html-field names another"
    ]
    good = table(tmp_path / "b.parquet", {"text": ["x" * 1000] * 50}).read_bytes()
    for data in (b"", b"PAR1", good[:-20], b"\0" * 1000):
        (found,) = sources(told(tmp_path / "c.parquet", data))
        assert found.startswith("FINAL cannot be read as Parquet (")
        assert "\n" not in found


def test_a_large_parquet_record_is_told(tmp_path, pq):
    path = table(tmp_path / "a.parquet", {"text": ["a", "b" * 2000, "c"]})
    assert sources(told(path, max_record_size=1000)) == [
        "a",
        "larger than 1,000 bytes; --max-record-size sets the limit",
        "c",
    ]


# -- files


def test_files_are_told_from_their_content(tmp_path):
    ((_, found),) = told(tmp_path / "a.txt", page(1))
    assert (found.source, found.is_page) == (page(1), True)
    ((_, found),) = told(tmp_path / "a.html", "Ærøfærgen sejler\n".encode("cp1252"))
    assert (found.source, found.is_page) == ("Ærøfærgen sejler\n", False)
    assert sources(told(tmp_path / "b.txt", b"x" * 2000, max_record_size=1000)) == [
        "larger than 1,000 bytes; --max-record-size sets the limit"
    ]


# -- WARC


def warc(tmp_path, data, name="a.warc", **more):
    return sources(told(tmp_path / name, data if isinstance(data, bytes) else b"".join(data), **more))


def plain(data):
    return data


def expected(count, *but):
    return [page(number).decode() for number in range(count) if number not in but]


# warcio's writer leaves its temporary files to the garbage collector.
@pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_warc_as_warcio_writes_it(tmp_path):
    """A file of another's making: all types of records, compressed by record."""
    warcio = pytest.importorskip("warcio.warcwriter", reason="warcio is not installed")
    from warcio.statusandheaders import StatusAndHeaders

    with (tmp_path / "a.warc.gz").open("wb") as file:
        writer = warcio.WARCWriter(file, gzip=True)
        writer.write_record(writer.create_warcinfo_record("a.warc.gz", {"software": "test"}))
        for number in range(5):
            url = f"https://tolvik.example/{number}"
            for kind, status, content in (
                ("request", "", b""),
                ("response", "200 OK", page(number)),
                ("response", "404 Not Found", page(9)),
            ):
                http = StatusAndHeaders(
                    status or "GET / HTTP/1.0",
                    [("Content-Type", "text/html; charset=utf-8")],
                    protocol="HTTP/1.1" if status else "",
                    is_http_request=not status,
                )
                writer.write_record(
                    writer.create_warc_record(url, kind, payload=io.BytesIO(content), http_headers=http)
                )
    found = told(tmp_path / "a.warc.gz", fields={"carry": ("WARC-Date", "WARC-Type")})
    assert len(found) == 16
    stories = [item for _, item in found if item is not None]
    assert [item.source for item in stories] == expected(5)
    assert [item.url for item in stories] == [f"https://tolvik.example/{number}" for number in range(5)]
    assert stories[0].carried["WARC-Type"] == "response"
    assert stories[0].carried["WARC-Date"]


@pytest.mark.parametrize("compress", [plain, gzip.compress, "whole", "zst"])
def test_warc_however_it_is_compressed(tmp_path, compress):
    if compress == "whole":
        data = gzip.compress(b"".join(pages_as_warc(20, plain)))
    elif compress == "zst":
        data = zstd().compress(b"".join(pages_as_warc(20, plain)))
    else:
        data = b"".join(pages_as_warc(20, compress))
    assert warc(tmp_path, data) == expected(20)


@pytest.mark.parametrize(
    "status",
    ["301 Moved", "404 Not Found", "500 Oops", "2000 Odd"],
)
def test_responses_that_are_no_pages_are_passed_over(tmp_path, status):
    assert warc(tmp_path, response(page(1), status=status)) == [None]


@pytest.mark.parametrize("kind", ["image/png", "application/json", "text/plain", ""])
def test_responses_of_other_kinds_are_passed_over(tmp_path, kind):
    assert warc(tmp_path, response(page(1), kind=kind)) == [None]


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ("Content-Encoding: gzip\r\n", gzip.compress(page(1))),
        ("Content-Encoding: deflate\r\n", deflated(page(1))),
        ("Content-Encoding: deflate\r\n", deflated(page(1))[2:-4]),
        ("Content-Encoding: gzip\r\n", page(1)),  # the crawler undid it
        ("Content-Encoding: br\r\n", page(1)),
        ("Transfer-Encoding: chunked\r\n", b"10\r\n%s\r\n%x;x=y\r\n%s\r\n0\r\n\r\n" % (page(1)[:16], len(page(1)) - 16, page(1)[16:])),
        ("Transfer-Encoding: chunked\r\n", page(1)),
        ("transfer-encoding: Chunked\r\ncontent-encoding: gzip\r\n", b"%x\r\n%s\r\n0\r\n\r\n" % (len(gzip.compress(page(1), mtime=0)), gzip.compress(page(1), mtime=0))),
    ],
)  # fmt: skip
def test_bodies_are_decoded_as_their_headers_say(tmp_path, headers, body):
    assert warc(tmp_path, response(body, headers=headers)) == expected(2, 0)


def test_bodies_in_brotli_and_zstandard(tmp_path):
    brotli = pytest.importorskip("brotli", reason="brotli is not installed")
    for coding, body in (("br", brotli.compress(page(1))), ("zstd", zstd().compress(page(1)))):
        assert warc(tmp_path, response(body, headers=f"Content-Encoding: {coding}\r\n")) == expected(2, 0)
    found = warc(tmp_path, response(b"\xff\xff\xff", headers="Content-Encoding: br\r\n"))
    assert found[0].startswith("its br is damaged")


def test_a_body_that_unpacks_to_more_than_the_limit_is_told(tmp_path):
    body = gzip.compress(b"<p>" + b"a" * 10_000_000)
    found = warc(tmp_path, response(body, headers="Content-Encoding: gzip\r\n"), max_record_size=1_000_000)
    assert found == ["larger than 1,000,000 bytes; --max-record-size sets the limit"]


def test_the_charset_of_the_response_goes_before_the_page_s(tmp_path):
    body = "<html><meta charset='windows-1252'><p>Паром в Хест пойдёт ночью.</p></html>".encode("koi8-r")
    (found,) = warc(tmp_path, response(body, kind="text/html; charset=KOI8-R"))
    assert "Паром в Хест" in found
    body = "<html><meta charset='koi8-r'><p>Паром в Хест пойдёт ночью.</p></html>".encode("koi8-r")
    for kind in ("text/html", "text/html; charset=nonsense", "application/xhtml+xml"):
        (found,) = warc(tmp_path, response(body, kind=kind))
        assert "Паром в Хест" in found


def broken(kind, record, compress):
    if kind == "length too large":
        return compress(record.replace(b"Content-Length: ", b"Content-Length: 9", 1))
    if kind == "length too small":
        length = re.search(rb"Content-Length: (\d+)", record).group(1)
        return compress(record.replace(length, b"%d" % (int(length) - 100), 1))
    if kind == "no line breaks after":
        return compress(record[:-4])
    if kind == "no length":
        return compress(record.replace(b"Content-Length", b"Content-Langth", 1))
    if kind == "another beginning":
        return compress(record.replace(b"WARC/1.0", b"WORC/1.0", 1))
    if kind == "garbage":
        return b"garbage, and no record\r\n" * 20
    return compress(record)[:-50]  # cut off


BREAKS = (
    "no line breaks after",
    "length too large",
    "length too small",
    "no length",
    "another beginning",
    "garbage",
    "cut off",
)


@pytest.mark.parametrize("compress", [plain, gzip.compress])
@pytest.mark.parametrize("kind", BREAKS)
@pytest.mark.parametrize("at", [0, 3, 7])
def test_a_broken_record_costs_no_other(tmp_path, compress, kind, at):
    if (compress, kind, at) == (gzip.compress, "garbage", 0):
        pytest.skip("how a file begins tells what it is; this is no gzip file")
    records = pages_as_warc(8, compress)
    records[at] = broken(kind, pages_as_warc(8, plain)[at], compress)
    found = warc(tmp_path, records)
    flaws = [item for item in found if "broken WARC record" in item]
    assert [item for item in found if item not in flaws] == expected(
        8, *([] if kind == "no line breaks after" else [at])
    )
    if kind == "no line breaks after":
        assert flaws == []
        return
    assert len(flaws) == 1
    assert flaws[0].startswith("FINAL") == (at == 7), "it is the file's where nothing comes after"


@pytest.mark.parametrize("seed", range(20))
def test_damage_anywhere_costs_the_record_that_it_is_in(tmp_path, seed):
    chance = random.Random(seed)
    records = pages_as_warc(30)
    data = bytearray(b"".join(records))
    at = chance.randrange(len(data))
    for place in range(at, min(at + chance.choice((1, 8, 40)), len(data))):
        data[place] ^= chance.randrange(1, 256)
    found = warc(tmp_path, bytes(data))
    good = [item for item in found if item and "broken WARC record" not in item]
    assert len(good) >= 28, "damage of 40 bytes touches two records at most"
    assert good == [item for item in expected(30) if item in good], "what is good is good, and in order"
    assert len(found) >= 30 or len(good) == 30


def test_a_gzip_checksum_is_held(tmp_path):
    records = pages_as_warc(3)
    # One stored letter changed, lengths as they were: only the checksum tells.
    stored = bytearray(gzip.compress(pages_as_warc(3, plain)[1], 0))
    stored[stored.index(b"harbour")] ^= 1
    found = warc(tmp_path, [records[0], bytes(stored), records[2]])
    assert [found[0], found[2]] == expected(3, 1)
    assert "broken WARC record: the compressed data is damaged" in found[1]


@pytest.mark.parametrize("compress", [plain, gzip.compress, "whole"])
def test_a_cut_anywhere_gives_what_is_whole(tmp_path, compress):
    records = pages_as_warc(6, plain if compress == "whole" else compress)
    data = b"".join(records)
    if compress == "whole":
        data = gzip.compress(data)
    chance = random.Random(3)
    for at in chance.sample(range(1, len(data)), 60):
        found = warc(tmp_path, data[:at])
        good = [item for item in found if item and "broken WARC record" not in item]
        assert good == expected(6)[: len(good)]
        if compress != "whole":
            sizes = [len(b"".join(records[: number + 1])) for number in range(6)]
            # The two line breaks after a record may be missing.
            whole = sum(size - (4 if compress is plain else 0) <= at for size in sizes)
            assert len(good) == whole
            is_between = at in sizes or (compress is plain and any(size - 4 <= at <= size for size in sizes))
            assert len(found) == len(good) + (not is_between)
        else:
            assert len(found) == len(good) + 1, "a file that is cut off is never taken for whole"


def test_a_large_warc_record_is_passed_over_and_told(tmp_path):
    for compress in (plain, gzip.compress):
        records = pages_as_warc(3, compress)
        records[1] = compress(response(page(1, extra="<p>" + "word " * 1_000_000)))
        records.insert(0, compress(warc_record(b"x" * 3_000_000, kind="resource", content="image/png")))
        found = warc(tmp_path, records, max_record_size=2_000_000)
        assert found[:2] + found[3:] == [None, *expected(3, 1)]
        assert found[2] == "larger than 2,000,000 bytes; --max-record-size sets the limit"


def test_a_length_beyond_all_bounds_is_a_broken_record(tmp_path):
    record = pages_as_warc(1, plain)[0].replace(b"Content-Length: ", b"Content-Length: 999999999999999999999", 1)
    (found,) = warc(tmp_path, record)
    assert found.startswith("FINAL broken WARC record: it is cut off")
    records = [gzip.compress(record), *pages_as_warc(2)]
    assert warc(tmp_path, records)[1:] == expected(2)


def test_clean_is_what_the_tests_think(tmp_path):
    """The invented text loses what it should: else nothing here would show that anything was cleaned."""
    import cleanarticle

    assert cleanarticle.clean(text(3)) == clean(3)
    assert jsonl(tmp_path / "a.jsonl", [record(1)]).read_bytes().count(b"\n") == 1
    assert zlib.decompress(deflated(b"x")) == b"x"
