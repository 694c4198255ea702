"""The record of a result: its columns, what they hold, and their Arrow types."""

import json
from dataclasses import fields

import pytest

import cleanarticle
from cleanarticle import Metadata, Removal, Result
from cleanarticle.records import COLUMNS, arrow_schema, columns, record_of
from cleanarticle.result import replay

TEXT = """\
Ferry to run all night
By Runa Almdal
The ferry to Hest will run all night in June, and the last bus will wait for it.
The council met on Monday and voted to buy a second boat, which will sail from May.
Follow us on Facebook
"""


def test_the_columns_are_those_of_the_record():
    result = cleanarticle.analyze(TEXT)
    for removals in (False, True):
        assert list(record_of(result, removals)) == [column.name for column in columns(removals)]
    assert len({column.name for column in columns(True)}) == len(COLUMNS) + 1


def test_every_field_of_the_metadata_has_a_column():
    assert {field.name for field in fields(Metadata)} <= {column.name for column in COLUMNS}


def test_a_record_tells_what_the_result_does():
    result = cleanarticle.analyze(TEXT, url="https://tolvik.example/ferry")
    record = record_of(result, removals=True)
    assert record["clean_text"] == result.text != TEXT
    assert record["title"] == "Ferry to run all night"
    assert record["authors"] == ["Runa Almdal"]
    assert record["url"] == "https://tolvik.example/ferry"
    assert record["modified"] is None
    assert record["captions"] == []
    assert record["removed_share"] == pytest.approx(1 - len(result.text) / len(TEXT), abs=1e-4)
    assert tuple(Removal(**item) for item in record["removals"]) == result.removed
    assert json.loads(json.dumps(record)) == record


def test_removals_and_clean_text_give_the_source_again():
    result = cleanarticle.analyze(TEXT)
    record = record_of(result, removals=True)
    text = record["clean_text"]
    for removal in record["removals"]:
        text = text[: removal["start"]] + removal["text"] + text[removal["start"] :]
    assert text == TEXT
    assert replay(text, result.removed) == record["clean_text"]


def test_nothing_in_nothing_out():
    record = record_of(Result("", ""), removals=True)
    assert record["clean_text"] == ""
    assert record["removed_share"] == 0.0
    assert record["title"] is None
    assert record["removals"] == []


@pytest.mark.parametrize("removals", [False, True])
def test_arrow_holds_what_a_record_says(removals):
    pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    rows = [record_of(cleanarticle.analyze(text), removals) for text in (TEXT, "")]
    table = pa.Table.from_pylist(rows, schema=arrow_schema(removals))
    assert table.to_pylist() == rows
    assert table.column_names == [column.name for column in columns(removals)]
