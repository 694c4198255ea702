"""The command from end to end: in real processes, on real files."""

import gzip
import json
import os
import pty
import subprocess
import sys
from collections import Counter

import pytest

from tests.batch.make import (
    COMMAND,
    batch,
    clean,
    errors,
    jsonl,
    leftovers,
    page,
    pages_as_warc,
    record,
    rows,
    text,
    zstd,
)

FORMS = ["jsonl", "jsonl.gz", "jsonl.zst", "parquet"]


def needs(form):
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    elif form == "jsonl.zst":
        zstd()


@pytest.mark.parametrize("form", FORMS)
def test_the_output_holds_all_in_order_whatever_the_number_of_workers(tmp_path, form):
    needs(form)
    jsonl(tmp_path / "a.jsonl", map(record, range(300)))
    options = ["--removals", "--carry", "id"]
    batch("a.jsonl", "-o", f"one.{form}", "-j1", *options, cwd=tmp_path)
    if form in ("jsonl.gz", "parquet"):
        batch("a.jsonl", "-o", f"three.{form}", "-j3", *options, cwd=tmp_path)
        assert (tmp_path / f"one.{form}").read_bytes() == (tmp_path / f"three.{form}").read_bytes()
    found = rows(tmp_path / f"one.{form}")
    assert [row["record"] for row in found] == list(range(1, 301))
    assert [row["clean_text"] for row in found] == [clean(number) for number in range(300)]
    assert [row["id"] for row in found] == [str(n) if form == "parquet" else n for n in range(300)]
    first = found[0]
    assert (first["file"], first["url"], first["authors"]) == ("a.jsonl", "https://www.s0.example/0", ["Runa Almdal"])
    assert [removal["kind"] for removal in first["removals"]] == ["byline", "social"]
    assert leftovers(tmp_path) == []


def test_the_summary_tells_kinds_and_sites(tmp_path):
    jsonl(tmp_path / "a.jsonl", [*map(record, range(10)), {"body": "x"}])
    done = batch("a.jsonl", "-o", "out.jsonl", "-j1", cwd=tmp_path)
    removed = sum(len(text(n)) - len(clean(n)) for n in range(10)) / sum(len(text(n)) for n in range(10))
    head, _, rest = done.stdout.partition("\n\n")
    assert head.splitlines() == [f"10 records cleaned, {removed:.1%} of the text removed", "1 records failed"]
    told = [line.split() for line in rest.splitlines()]
    assert ["byline", "10", "10", "150"] in told
    assert ["social", "10", "10", "220"] in told
    assert told[-3:] == [["s0.example", "4", told[-1][2]], ["s1.example", "3", told[-1][2]], ["s2.example", "3", told[-1][2]]]  # fmt: skip
    assert done.stderr == "cleanarticle: what failed, and why: out.jsonl.errors.jsonl\n"


def test_without_failures_there_is_no_error_file_and_no_word(tmp_path):
    jsonl(tmp_path / "a.jsonl", [record(1)])
    done = batch("a.jsonl", "-o", "out.jsonl", "-j1", cwd=tmp_path)
    assert done.stderr == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "out.jsonl"]


def test_all_formats_at_once(tmp_path):
    pages = tmp_path / "crawl" / "pages"
    pages.mkdir(parents=True)
    for number in range(3):
        (pages / f"{number}.html").write_bytes(page(number))
    (pages / "4.txt").write_text(text(4))
    (pages / "logo.png").write_bytes(b"\x89PNG")
    (tmp_path / "crawl" / "z.warc.gz").write_bytes(b"".join(pages_as_warc(3)))
    jsonl(tmp_path / "crawl" / "a.jsonl", map(record, range(3)))
    (tmp_path / "crawl" / "b.csv.gz").write_bytes(gzip.compress(f'text,url\n"{text(7)}",u\n'.encode()))
    batch("crawl", "crawl/pages/4.txt", "-o", "crawl/out.jsonl", "-j2", cwd=tmp_path)
    found = rows(tmp_path / "crawl" / "out.jsonl")
    assert [(row["file"], row["record"]) for row in found] == [
        ("crawl/a.jsonl", 1),
        ("crawl/a.jsonl", 2),
        ("crawl/a.jsonl", 3),
        ("crawl/b.csv.gz", 1),
        ("crawl/pages/0.html", 1),
        ("crawl/pages/1.html", 1),
        ("crawl/pages/2.html", 1),
        ("crawl/pages/4.txt", 1),
        ("crawl/z.warc.gz", 1),
        ("crawl/z.warc.gz", 2),
        ("crawl/z.warc.gz", 3),
        ("crawl/pages/4.txt", 1),
    ]
    numbers = [0, 1, 2, 7, 0, 1, 2, 4, 0, 1, 2, 4]
    # Between the paragraphs of a page stand other line breaks than between those of a text.
    assert [row["clean_text"].split() for row in found] == [clean(number).split() for number in numbers]
    assert found[8]["url"] == "https://tolvik.example/0"
    assert found[8]["title"] == "Boat 0"
    # Again: what the run made itself is no input, though it lies among them.
    batch("crawl", "crawl/pages/4.txt", "-o", "crawl/out.jsonl", "-j2", "--force", cwd=tmp_path)
    assert rows(tmp_path / "crawl" / "out.jsonl") == found


def test_cleaning_options_count(tmp_path):
    (tmp_path / "rules.toml").write_text('[[promotion]]\nphrases = ["the council met {ANY}"]\n')
    jsonl(tmp_path / "a.jsonl", [record(1)])
    batch("a.jsonl", "-o", "out.jsonl", "-j1", "--keep", "byline", "--rules", "rules.toml", cwd=tmp_path)
    (row,) = rows(tmp_path / "out.jsonl")
    assert "By Runa Almdal" in row["clean_text"]
    assert "The council met" not in row["clean_text"]


def test_the_title_helps_where_there_is_one(tmp_path):
    body = "Boats for everybody from now on\n" + text(1)
    jsonl(tmp_path / "a.jsonl", [{"text": body, "name": "Boats for everybody from now on"}])
    batch("a.jsonl", "-o", "out.jsonl", "-j1", "--title-field", "name", cwd=tmp_path)
    (row,) = rows(tmp_path / "out.jsonl")
    assert row["title"] == "Boats for everybody from now on"
    assert "Boats for everybody" not in row["clean_text"]


def test_strings_that_are_no_unicode_are_written_all_the_same(tmp_path):
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "A \ud800 b"}) + "\n")
    batch("a.jsonl", "-o", "out.jsonl", "-j1", cwd=tmp_path)
    assert rows(tmp_path / "out.jsonl")[0]["clean_text"] == "A \ud800 b"
    batch("a.jsonl", "-o", "out.parquet", "-j1", cwd=tmp_path)
    assert rows(tmp_path / "out.parquet")[0]["clean_text"] == "A \ufffd b"


@pytest.mark.parametrize("form", FORMS)
def test_an_input_without_records_gives_an_output_without(tmp_path, form):
    needs(form)
    (tmp_path / "a.jsonl").write_bytes(b"")
    done = batch("a.jsonl", "-o", f"out.{form}", "-j1", cwd=tmp_path)
    assert done.stdout == "0 records cleaned, 0.0% of the text removed\n"
    assert rows(tmp_path / f"out.{form}") == []


def test_standard_input(tmp_path):
    data = "".join(json.dumps(record(number)) + "\n" for number in range(3))
    batch("-", "-o", "out.jsonl", "-j1", cwd=tmp_path, input=data)
    assert [row["clean_text"] for row in rows(tmp_path / "out.jsonl")] == [clean(number) for number in range(3)]
    done = batch("-", "-o", "out2.jsonl", "--resume", cwd=tmp_path, code=1, input=data)
    assert "standard input cannot be read again" in done.stderr


def test_a_terminal_sees_a_line_that_grows_and_goes(tmp_path):
    jsonl(tmp_path / "a.jsonl", map(record, range(2000)))
    parent, child = pty.openpty()
    run = subprocess.Popen(
        [*COMMAND, "a.jsonl", "-o", "out.jsonl", "-j1"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=child
    )
    os.close(child)
    seen = b""
    while True:
        try:
            data = os.read(parent, 4096)
        except OSError:  # how Linux says that nobody has the other end
            break
        if not data:
            break
        seen += data
    os.close(parent)
    assert run.communicate(timeout=60)[0].startswith(b"2,000 records cleaned")
    assert run.returncode == 0
    drawn = [line for line in seen.decode().replace("\x1b[K", "").split("\r") if line]
    assert all("records" in line and "% removed" in line and "/s" in line for line in drawn)
    assert "left" in drawn[0]
    shares = [int(line.split("%")[0]) for line in drawn]
    assert shares == sorted(shares)
    assert seen.endswith(b"\r\x1b[K"), "it is taken away at the end"


def test_every_record_is_in_one_of_the_two_files(tmp_path):
    lines = [json.dumps(record(number)) for number in range(200)]
    for number in range(0, 200, 7):
        lines[number] = lines[number][:-5]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    batch("a.jsonl", "-o", "out.jsonl", "-j2", cwd=tmp_path)
    good = [row["record"] for row in rows(tmp_path / "out.jsonl")]
    bad = [row["record"] for row in errors(tmp_path / "out.jsonl")]
    assert bad == list(range(1, 201, 7))
    assert Counter(good + bad) == Counter(range(1, 201))
    assert sorted(good) == good


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (["nope.jsonl", "-o", "o.jsonl"], 1, "nope.jsonl: no such file or folder"),
        (["empty", "-o", "o.jsonl"], 1, "empty: no file in this folder whose name tells that it is an input"),
        (["a.dat", "-o", "o.jsonl"], 1, "a.dat: its name does not tell what it is; say it: --format jsonl|csv|"),
        (["a.jsonl", "-o", "o.txt"], 1, "-o o.txt: its name must end in .jsonl, "),
        (["a.jsonl", "-o", "a.jsonl", "--force"], 1, "a.jsonl is the output; give it another name with -o"),
        (["a.jsonl", "-o", "o.jsonl", "--carry", "url"], 1, "--carry url: the output has a column of that name"),
        (["a.jsonl", "-o", "o.jsonl", "--keep", "captions"], 2, "--keep: no kind is called captions"),
        (["a.jsonl", "-o", "o.jsonl", "--drop", "x"], 2, "no heuristic is called x"),
        (["a.jsonl", "-o", "o.jsonl", "--rules", "no.toml"], 2, "no.toml: cannot be read: No such file or directory"),
        (["a.jsonl", "-o", "folder.jsonl"], 1, "folder.jsonl is a folder; -o names a file"),
        (["a.jsonl", "-o", "a.jsonl/x.jsonl"], 1, "a.jsonl"),
    ],
)
def test_what_cannot_be_is_told_in_one_line_before_anything_is_done(tmp_path, args, code, message):
    jsonl(tmp_path / "a.jsonl", [record(1)])
    (tmp_path / "a.dat").write_text("x")
    (tmp_path / "empty").mkdir()
    (tmp_path / "folder.jsonl").mkdir()
    before = sorted(tmp_path.rglob("*"))
    done = batch(*args, "-j1", cwd=tmp_path, code=code)
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("cleanarticle: ")
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    "args",
    [
        ["-o", "o.jsonl"],
        ["a.jsonl"],
        ["a.jsonl", "-o", "o.jsonl", "-j", "0"],
        ["a.jsonl", "-o", "o.jsonl", "--timeout", "-1"],
        ["a.jsonl", "-o", "o.jsonl", "--max-record-size", "many"],
        ["a.jsonl", "-o", "o.jsonl", "--resume", "--force"],
    ],
)
def test_wrong_usage(tmp_path, args):
    assert "usage: cleanarticle batch" in batch(*args, cwd=tmp_path, code=2).stderr


def test_packages_that_are_missing_are_named(tmp_path):
    """Run with the optional packages hidden, as where they were never installed."""
    jsonl(tmp_path / "a.jsonl", [record(1)])
    (tmp_path / "b.parquet").write_bytes(b"PAR1")
    (tmp_path / "c.jsonl.zst").write_bytes(b"\x28\xb5\x2f\xfd")
    hidden = "import sys; sys.modules.update({m: None for m in ('pyarrow', 'backports', 'compression')}); "
    script = hidden + "from cleanarticle.cli import main; sys.exit(main(sys.argv[1:]))"

    def run(*args):
        command = [sys.executable, "-c", script, "batch", *args, "-j1"]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        return done.returncode, done.stderr.splitlines()[0]

    assert run("a.jsonl", "-o", "o.parquet") == (
        1,
        "cleanarticle: writing o.parquet wants pyarrow: pip install 'cleanarticle[arrow]'",
    )
    assert run("a.jsonl", "-o", "o.jsonl.zst") == (
        1,
        "cleanarticle: writing o.jsonl.zst wants backports.zstd: pip install 'cleanarticle[batch]'",
    )
    assert run("b.parquet", "-o", "o.jsonl") == (
        1,
        "cleanarticle: b.parquet: reading b.parquet wants pyarrow: pip install 'cleanarticle[arrow]'",
    )
    assert run("c.jsonl.zst", "-o", "o2.jsonl") == (
        1,
        "cleanarticle: c.jsonl.zst: reading c.jsonl.zst wants backports.zstd: pip install 'cleanarticle[batch]'",
    )
