"""The command that works on the corpus, on a corpus of its own."""

import json
import tomllib

import pytest

from tests.golden.__main__ import main
from tests.golden.cases import cases, known, placed, read
from tests.golden.known import UNTOLD, as_toml, changes, renewed
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
    path.write_text('[text]\n"negatives/right" = "was wrong"\n"en/wrong" = "because"\n', "utf8")
    assert main(["known"], corpus) == 0
    written = tomllib.loads(path.read_text("utf8"))
    assert written == {
        "text": {"en/wrong": "because"},
        "kinds": {"en/wrong": UNTOLD},
        "twice": {},
        "clean": {},
    }
    shown = capsys.readouterr().out
    assert "fixed   text   negatives/right\n" in shown
    assert "failing kinds  en/wrong\n" in shown


def test_a_corpus_without_a_list_has_no_known_failures(tmp_path):
    assert not any(known(tmp_path).values())


def test_score_has_a_line_for_each_language_and_one_for_all(corpus, capsys):
    assert main(["score"], corpus) == 0
    rows = {line.split()[0]: line.split()[1:] for line in capsys.readouterr().out.splitlines()[1:]}
    assert rows["en"] == ["1", "0.000", "-", "0.000", "-"]
    assert rows["negatives"] == ["1", "1.000", "-", "-", "-"]
    assert rows["all"] == ["2", "0.500", "-", "0.000", "-"]


def test_a_reason_with_quotes_and_controls_is_read_back():
    reason = 'says "no" \\ and\ttabs\nand newlines'
    told = renewed({"a": frozenset({"text"})}, {"text": {"a": reason}})
    assert tomllib.loads(as_toml(told)) == {"text": {"a": reason}}
    assert list(changes(told, told)) == []


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
    twice = type(case)(
        case.name, case.folder, "en", "", "Go\nGo home\nGo\n", "Go home\nGo\n", (("about", "Go"),)
    )
    assert placed(twice) == [(0, 2)]
    none = type(case)(case.name, case.folder, "en", "", "Go\n", "Stay\n", (("about", "Go"),))
    assert placed(none) is None
