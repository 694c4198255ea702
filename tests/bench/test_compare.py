"""The comparison with other extractors: a whole run on invented pages, and its parts."""

import gzip
import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from statistics import fmean

import pytest

import cleanarticle
from bench.chart import Point, chart
from bench.compare import Run, _one
from bench.contenders import contenders, engines, language_of, lines_of
from bench.filters import c4_lines, unseen_lines
from bench.score import compare, f1
from docs.examples import ROOT
from tests.integrations.newsroom import PAGES

URL = "https://site.example{}"


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    folder = tmp_path_factory.mktemp("folder")
    for name, paths in (("north", ("/en", "/de")), ("south", ("/fr", "/ja"))):
        with gzip.open(folder / f"pages.{name}.jsonl.gz", "wt", encoding="utf8") as out:
            for path in paths:
                gold = ["\n".join(PAGES[path].story), "something else"]
                row = {"id": path, "url": URL.format(path), "html": PAGES[path].html, "gold": gold}
                out.write(json.dumps(row) + "\n")
    command = [sys.executable, "-m", "bench.compare", str(folder), "-o", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    return (folder / "COMPARE.md").read_text("utf8"), (folder / "compare.svg").read_text("utf8")


def rows_of(report, heading):
    section = report.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    table = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")]
    head, _, *rows = table
    return {row[0]: dict(zip(head, row, strict=True)) for row in rows}


def test_every_contender_is_in_the_table_or_told_to_be_missing(report):
    tables, _ = report
    missing = tables.partition("## Not there")[2]
    found = rows_of(tables, "Pages")
    for contender in contenders():
        is_there = any(name.startswith(f"{contender.name} ") for name in found)
        assert is_there != (f"- {contender.name}: " in missing), contender.name


@pytest.mark.parametrize("engine", engines())
def test_the_librarys_row_is_what_the_library_gives(report, engine):
    scores = {
        path: compare(["\n".join(page.story)], cleanarticle.clean_html(page.html, url=URL.format(path), engine=engine))
        for path, page in PAGES.items()
    }
    (row,) = [row for name, row in rows_of(report[0], "Pages").items() if name.startswith(f"cleanarticle, {engine}")]
    assert row["F1"] == f"{f1(list(scores.values())):.3f}" > "0.500"
    assert row["F1 north"] == f"{f1([scores['/en'], scores['/de']]):.3f}"
    assert row["exact"] == f"{fmean(score[2] for score in scores.values()):.3f}"
    assert (row["failed"], row["empty"]) == ("0", "0")


def test_time_is_told_as_a_multiple_of_trafilaturas(report):
    rows = rows_of(report[0], "Pages")
    assert next(row["time"] for name, row in rows.items() if name.startswith("trafilatura 2")) == "1.00"


def test_text_after_an_extractor_is_cleaned_in_every_way(report):
    rows = rows_of(report[0], "Text after each extractor")
    (row,) = [row for name, row in rows.items() if name.startswith("trafilatura 2")]
    # The second table of the section has the same rows; the times of the cleaning stand in brackets.
    assert row["cleanarticle.clean"].startswith("1.000 (")
    assert row["C4's line rules"] != row["as it is"]


def test_the_chart_is_xml_and_names_all(report):
    _, svg = report
    words = " ".join(element.text or "" for element in ET.fromstring(svg).iter())
    for name in ("trafilatura", "cleanarticle", "4 pages", "CPU time"):
        assert name in words


def test_a_folder_without_pages_is_told(tmp_path):
    command = [sys.executable, "-m", "bench.compare", str(tmp_path), "-o", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 1
    assert "no pages.*.jsonl.gz in it; see bench/README.md" in done.stderr


def test_connections_are_refused():
    code = (
        "import urllib.request; from bench.compare import without_network; without_network()\n"
        "try: urllib.request.urlopen('http://127.0.0.1:9/')\n"
        "except OSError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "no network while comparing" in done.stdout


def test_failures_and_empty_texts_are_counted_and_score_nothing():
    def raises(page, url):
        raise RuntimeError("broken")

    run = Run()
    row = {"id": "1", "html": "<p>", "gold": ["The lake froze in the night."]}
    _one(run, "breaks", raises, {}, row)
    _one(run, "nothing", lambda page, url: " \n", {}, row)
    (broken,), (empty,) = run.extracted["breaks"], run.extracted["nothing"]
    assert (broken.failed, broken.empty, broken.score) == (True, False, (0.0, 0.0, False))
    assert (empty.failed, empty.empty, empty.score) == (False, True, (0.0, 0.0, False))


def test_what_a_filter_costs_the_article_is_told():
    run = Run()
    row = {"id": "1", "html": "<p>", "gold": ["one two three four"]}
    _one(
        run, "tool", lambda page, url: "one two three four\nFollow us", {"half": lambda text, language: "one two"}, row
    )
    (outcome,) = run.filtered["tool", "half"]
    assert outcome.lost == 0.5


# Parts


def test_c4_keeps_closed_lines_of_five_words():
    text = "The lake froze in the night.\nToo short.\nNo mark at the end of it\nPlease read our privacy policy before you go.\nAnd so on and on and on...\n"
    assert c4_lines()(text, "en") == "The lake froze in the night."


def test_a_line_that_came_before_goes():
    clean = unseen_lines()
    assert clean("Share this!\nThe lake froze.\nshare this", "en") == "Share this!\nThe lake froze."
    assert clean("SHARE THIS\nIt thawed.", "en") == "It thawed."


@pytest.mark.parametrize(
    ("page", "language"),
    [('<!doctype html><html class="a" lang="pt-BR">', "pt"), ("<HTML LANG=de>", "de"), ("<html><p lang=fr>", "en")],
)
def test_the_language_of_a_page(page, language):
    assert language_of(page) == language


def test_lines_of_html():
    html = "<div><h2>A&amp;B</h2>one <b>and</b>\ntwo<br>three<!-- <p>no</p> --><ul><li>four</ul></div>"
    assert lines_of(html) == "A&B\none and two\nthree\nfour"


def test_labels_of_a_chart_do_not_cover_each_other():
    points = [Point(f"extractor {n}", 1 + n / 50, 0.9 + n / 500, n == 0, (1.2 + n / 50, 0.93)) for n in range(6)]
    svg = ET.fromstring(chart("A title & more", points))
    texts = [element for element in svg.iter() if (element.text or "").startswith("extractor")]
    spots = [(float(element.get("x")), float(element.get("y"))) for element in texts]
    assert len(spots) == 6
    assert all(abs(a[1] - b[1]) > 10 or abs(a[0] - b[0]) > 70 for a in spots for b in spots if a is not b)


def test_the_chart_has_accuracy_up_and_time_to_the_right():
    svg = ET.fromstring(chart("", [Point("slow", 8, 0.9), Point("good", 1, 0.95)]))
    slow, good = [(float(e.get("cx")), float(e.get("cy"))) for e in svg.iter() if e.get("class") == "other"]
    assert slow[0] > good[0]
    assert slow[1] > good[1]


def test_a_folder_that_weights_are_learnt_from_is_told_to_be_one(tmp_path):
    with gzip.open(tmp_path / "pages.all.jsonl.gz", "wt", encoding="utf8") as out:
        for path, page in PAGES.items():
            url = f"https://{path[1:]}.example/1"
            row = {"id": path, "url": url, "html": page.html, "gold": ["\n".join(page.story)]}
            out.write(json.dumps(row) + "\n")
    (tmp_path / "labels.jsonl").write_text('{"id": "/en"}\n', "utf8")
    command = [sys.executable, "-m", "bench.compare", str(tmp_path), "-o", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=300)
    report = (tmp_path / "COMPARE.md").read_text("utf8")
    assert "**The rows of cleanarticle are of pages that it knows**" in report
    assert "These are the 3 pages of sites that no labelled text is from." in report
    assert "cleanarticle, fast*" in (tmp_path / "compare.svg").read_text("utf8")
