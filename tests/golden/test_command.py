"""The command that works on the corpus, on a corpus of its own."""

import json
import tomllib

import pytest

from cleanarticle import Removal, Result
from cleanarticle.result import replay
from tests.golden.__main__ import main
from tests.golden.cases import Case, cases, placed, read
from tests.golden.deviations import deviations
from tests.golden.known import as_toml, changes, counts, known, renewed
from tests.golden.score import units

STORY = "The harbour froze in the night and the ferries stayed where they were, said the port's captain on Monday.\n"


@pytest.fixture
def corpus(tmp_path):
    def put(name, source, expected, removed, lang="en"):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        data = {
            "lang": lang,
            "about": "a test",
            "removed": [{"kind": kind, "text": text} for kind, text in removed],
        }
        (folder / "source.txt").write_text(source, "utf8")
        (folder / "expected.txt").write_text(expected, "utf8")
        (folder / "case.json").write_text(json.dumps(data), "utf8")

    put("golden/en/wrong", STORY, "", [("about", STORY.strip())])
    put("negatives/right", STORY, STORY, [])
    return tmp_path


def test_show_prints_what_differs(corpus, capsys):
    assert main(["show", "en/wrong"], corpus) == 0
    shown = capsys.readouterr().out
    assert "+The harbour froze" in shown
    assert "-about: The harbour froze" in shown


def test_show_prints_a_head_only_where_all_is_well(corpus, capsys):
    assert main(["show", "negatives/right"], corpus) == 0
    assert capsys.readouterr().out == "negatives/right (en): a test\n"


def test_unknown_case_is_wrong_usage(corpus, capsys):
    with pytest.raises(SystemExit):
        main(["show", "en/none"], corpus)
    assert "no such case: en/none" in capsys.readouterr().err


def test_update_takes_what_the_library_gives(corpus, capsys):
    assert main(["update", "en/wrong"], corpus) == 0
    assert "+The harbour froze" in capsys.readouterr().out
    case = read(corpus / "golden/en/wrong", corpus)
    assert (case.expected, case.removed, case.about) == (STORY, (), "a test")


def test_known_lists_failures_and_tells_what_changed(corpus, capsys):
    path = corpus / "known_failures.toml"
    path.write_text(
        '["negatives/right"]\nwhy = "was wrong"\nclean = ["Gone"]\n["en/wrong"]\nwhy = "because"\nwrong = ["The"]\n',
        "utf8",
    )
    assert main(["known"], corpus) == 0
    assert tomllib.loads(path.read_text("utf8")) == {"en/wrong": {"why": "because", "missed": [STORY.strip()]}}
    shown = capsys.readouterr().out
    assert 'fixed   clean  negatives/right: "Gone"\n' in shown
    assert 'fixed   wrong  en/wrong: "The"\n' in shown
    assert 'failing missed en/wrong: "The harbour froze' in shown
    assert shown.endswith("known: 1 missed, 0 wrong, 0 kinds, 0 text, 0 twice, 0 clean in 1 cases of 2\n")


def test_a_corpus_without_a_list_has_no_known_failures(tmp_path):
    assert known(tmp_path) == {}


def test_score_has_a_line_for_each_language_and_one_for_all(corpus, capsys):
    assert main(["score"], corpus) == 0
    rows = {line.split()[0]: line.split()[1:] for line in capsys.readouterr().out.splitlines()[1:]}
    assert rows["en"] == ["1", "0.000", "-", "0.000", "-"]
    assert rows["negatives"] == ["1", "1.000", "-", "-", "-"]
    assert rows["all"] == ["2", "0.500", "-", "0.000", "-"]
    assert " ".join(rows["known:"]) == "0 missed, 0 wrong, 0 kinds, 0 text, 0 twice, 0 clean in 0 cases"


def test_what_is_written_is_read_back(tmp_path):
    odd = 'says "no" \\ and\ttabs\x7f\r\nand newlines'
    path = tmp_path / "known_failures.toml"
    path.write_text(f"[a]\nwhy = {json.dumps(odd)}\n", "utf8")
    told = renewed(
        {"a": {"missed": (odd, odd), "kinds": ((odd, "tags", "about"),)}, "b": {"wrong": ()}}, known(tmp_path)
    )
    other = tmp_path / "other"
    other.mkdir()
    (other / path.name).write_text(as_toml(told), "utf8", newline="")
    assert list(changes(told, known(other))) == []
    assert list(known(other)) == ["a"]
    assert known(other)["a"].why == odd
    assert known(other)["a"].of("missed") == (odd, odd)
    assert counts(known(other)) == "known: 2 missed, 0 wrong, 1 kinds, 0 text, 0 twice, 0 clean in 1 cases"


# A source, the text and the pieces expected of it, where and as what the library takes something out: the deviations.
DEVIATING = {
    "in part": (
        ("Stay\nGo home now\n", "Stay\n", ["Go home now"], (5, 12, "about")),
        {"missed": ("Go home now",), "wrong": ("Go home",)},
    ),
    "elsewhere": (
        ("Go\nStay\nGo\n", "Stay\nGo\n", ["Go"], (8, 11, "about")),
        {"missed": ("Go",), "wrong": ("Go",)},
    ),
    "one of two alike": (("Go\nGo\nStay\n", "Go\nStay\n", ["Go"], (3, 6, "about")), {}),
    "once of twice": (("Go\nStay\nGo\n", "Stay\n", ["Go", "Go"], (0, 3, "about")), {"missed": ("Go",)}),
    "but for a space": (("Stay Go\n", "Stay\n", ["Go"], (5, 7, "about")), {"text": ("-Stay\n", "+Stay \n")}),
    "as another kind": (("Stay\nGo\n", "Stay\n", ["Go"], (5, 8, "tags")), {"kinds": (("Go", "about", "tags"),)}),
}


@pytest.mark.parametrize("name", DEVIATING)
def test_deviations(tmp_path, monkeypatch, name):
    (source, expected, pieces, (start, end, kind)), told = DEVIATING[name]
    removal = Removal(start, end, kind, 1.0, "", "", source[start:end])
    results = {source: Result(replay(source, (removal,)), source, (removal,))}
    monkeypatch.setattr("tests.golden.deviations.analyzed", lambda text: results.get(text, Result(text, text)))
    case = Case(name, tmp_path, "en", "", source, expected, tuple(("about", piece) for piece in pieces))
    assert {aspect: found for aspect, found in deviations(case).items() if found} == told


def test_what_goes_the_second_time_and_from_the_clean_text_is_told(tmp_path, monkeypatch):
    gone = {"a": Removal(0, 1, "about", 1.0, "", "", "a"), "b": Removal(0, 1, "about", 1.0, "", "", "b")}
    results = {"s": Result("a", "s"), "a": Result("", "a", (gone["a"],)), "b": Result("", "b", (gone["b"],))}
    monkeypatch.setattr("tests.golden.deviations.analyzed", results.get)
    found = deviations(Case("twice", tmp_path, "en", "", "s", "b", ()))
    assert (found["twice"], found["clean"]) == (("a",), ("b",))


def test_units_cut_a_line_where_only_a_part_goes(corpus):
    case = cases(corpus)["en/wrong"]
    part = "and the ferries stayed"
    cut = type(case)(case.name, case.folder, "en", "", STORY, STORY.replace(part, ""), (("about", part),))
    assert [(STORY[a:b].strip(), kind) for a, b, kind in units(cut)] == [
        ("The harbour froze in the night", ""),
        (part, "about"),
        ("where they were, said the port's captain on Monday.", ""),
    ]


def test_pieces_are_placed_where_the_rest_is_as_expected(corpus):
    case = cases(corpus)["en/wrong"]
    twice = type(case)(case.name, case.folder, "en", "", "Go\nGo home\nGo\n", "Go home\nGo\n", (("about", "Go"),))
    assert placed(twice) == [(0, 2)]
    none = type(case)(case.name, case.folder, "en", "", "Go\n", "Stay\n", (("about", "Go"),))
    assert placed(none) is None
