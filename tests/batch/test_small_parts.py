"""What is easily said wrong: sums, sites, the line on the terminal, the summary."""

import io
import re
import subprocess

import pytest

from cleanarticle.batch.options import Options
from cleanarticle.batch.progress import Progress, line
from cleanarticle.batch.shards import format_of
from cleanarticle.batch.summary import summary
from cleanarticle.batch.tally import OTHERS, Tally
from cleanarticle.batch.work import NOWHERE, _site
from docs.examples import ROOT
from tests.batch.make import COMMAND, options


def test_tallies_add_up_and_go_through_json():
    one = Tally(cleaned=2, source=100, clean=80, kinds={"byline": [2, 2, 20]}, sites={"a.example": [2, 100, 80]})
    two = Tally(cleaned=1, failed=1, source=50, clean=50, sites={"a.example": [1, 50, 50], "b.example": [1, 0, 0]})
    total = Tally()
    total.add(one)
    total.add(Tally.from_dict(two.to_dict()))
    assert (total.cleaned, total.failed, total.records) == (3, 1, 4)
    assert total.share == pytest.approx(20 / 150)
    assert total.sites == {"a.example": [3, 150, 130], "b.example": [1, 0, 0]}
    assert one.sites == {"a.example": [2, 100, 80]}, "the parts stay as they were"


def test_more_sites_than_memory_should_hold_are_counted_together():
    total = Tally()
    for start in range(0, 100_500, 500):
        total.add(Tally(sites={f"s{number}.example": [1, 2, 1] for number in range(start, start + 500)}))
    total.add(Tally(sites={"s1.example": [1, 2, 1], "new.example": [1, 2, 1]}))
    assert len(total.sites) == 100_001
    assert total.sites["s1.example"] == [2, 4, 2]
    assert total.sites[OTHERS] == [501, 1002, 501]


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.Tolvik.example:8080/a?b", "tolvik.example"),
        ("http://user@tolvik.example", "tolvik.example"),
        ("tolvik.example/a", NOWHERE),
        ("http://[broken", NOWHERE),
        ("", NOWHERE),
        (None, NOWHERE),
    ],
)
def test_sites(url, site):
    assert _site(url) == site


def test_the_line_says_what_it_should():
    tally = Tally(cleaned=1500, failed=2, source=1000, clean=818)
    assert line(2000, 0, 500, tally, 1502, 10.0) == (
        " 25% [#####               ]  1,502 records  150/s  0:30 left  18.2% removed  2 failed"
    )
    # After an interruption only what came since counts for the rate.
    assert "  50/s  1:00 left  " in line(2000, 400, 500, tally, 200, 4.0)
    assert line(0, 0, 0, Tally(), 0, 0.0) == "0 records  0.0% removed"
    assert "2:46:30 left" in line(100_000, 0, 10, tally, 1, 1.0 - 0.0009)


def test_off_a_terminal_nothing_is_drawn():
    stream = io.StringIO()
    progress = Progress(stream)
    progress.begin(10, Tally())
    progress.update(5, Tally(cleaned=1))
    progress.clear()
    assert stream.getvalue() == ""
    progress.broken("a\x1b[2J.gz", "cut\noff")
    assert stream.getvalue() == "cleanarticle: a [2J.gz: cut off\n"
    Progress(None).broken("a", "b")  # without any stream, as under pythonw


def test_the_summary_lists_the_largest_sites():
    sites = {f"s{number:02}.example": [30 - number, 100, 90] for number in range(30)}
    told = summary(Tally(cleaned=465, skipped=3, broken=1, warnings=2, source=100, clean=90, sites=sites)).splitlines()
    assert told[:4] == [
        "465 records cleaned, 10.0% of the text removed",
        "3 records skipped, being no pages",
        "1 inputs could not be read, or not to their end",
        "2 times a heuristic failed and was left out",
    ]
    assert told[6].split() == ["s00.example", "30", "10.0%"]
    assert told[-1] == "and 10 more sites"


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.jsonl", "jsonl"),
        ("A.JSONL.GZ", "jsonl"),
        ("a.json.zst", "jsonl"),
        ("a.tsv.gz", "csv"),
        ("a.warc.gz", "warc"),
        ("a.parquet", "parquet"),
        ("a.parquet.gz", None),
        ("a.html.gz", None),
        ("a.htm", "files"),
        ("a.gz", None),
        ("a", None),
        ("a.png", None),
    ],
)
def test_formats_by_name(tmp_path, name, form):
    assert format_of(tmp_path / name) == form


def test_options_are_plain_data():
    import json
    import pickle

    given = options("a.jsonl", fields={"carry": ("id",)}, cleaning={"keep": ["byline"], "rules": []})
    assert pickle.loads(pickle.dumps(given)) == given
    told = given.decisive()
    assert json.loads(json.dumps(told)) == told
    assert isinstance(given, Options)


def test_every_option_is_documented():
    done = subprocess.run([*COMMAND, "--help"], capture_output=True, text=True, check=True)
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", done.stdout))
    assert {"--resume", "--text-field"} <= named
    assert named <= set(re.findall(r"--[a-z][a-z-]*", (ROOT / "docs" / "batch.md").read_text("utf-8")))
    assert max(map(len, done.stdout.splitlines())) <= 80
