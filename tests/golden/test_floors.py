"""No figure of the corpus falls under its floor, and floors are only raised."""

import json

import pytest

from tests.golden.__main__ import main
from tests.golden.cases import cases
from tests.golden.floors import FIGURES, FILE, Floors, figures, floors, raised

STORY = "The harbour froze in the night and the ferries stayed where they were, said the port's captain on Monday.\n"
SECOND = "Two boats that had left on Sunday evening came back under tow, and nobody on board of them was hurt.\n"
PROMPT = "Follow us on Facebook and Instagram\n"


def test_no_figure_is_under_its_floor(record_property):
    held = floors()
    now = figures(cases()[name] for name in held.cases if name in cases())
    if fallen := list(held.under(now)):
        pytest.fail("\n".join(fallen), pytrace=False)
    for line in held.over(now):
        record_property("floor", line)  # told at the end of the run, by conftest.py


def test_the_floors_hold_for_cases_that_are_there():
    gone = {*floors().cases} - {*cases()}
    assert not gone, "renamed or taken out; run `python -m tests.golden floors`"


def test_every_figure_has_a_floor():
    held = floors()
    assert {group: set(names) for group, names in held.figures.items()} == {
        group: set(names) for group, names in FIGURES.items()
    }
    assert all(0 < least <= 1 for _, _, least in held)


# The command, on a corpus of its own


@pytest.fixture
def corpus(tmp_path):
    put(tmp_path, "golden/en/right", STORY + SECOND + PROMPT, STORY + SECOND, [("social", PROMPT)])
    put(tmp_path, "negatives/right", STORY + SECOND, STORY + SECOND, [])
    return tmp_path


def put(corpus, name, source, expected, removed):
    folder = corpus / name
    folder.mkdir(parents=True, exist_ok=True)
    pieces = [{"kind": kind, "text": text.strip()} for kind, text in removed]
    (folder / "case.json").write_text(json.dumps({"lang": "en", "about": "a test", "removed": pieces}), "utf8")
    (folder / "source.txt").write_text(source, "utf8")
    (folder / "expected.txt").write_text(expected, "utf8")


def fresh(corpus):
    cases.cache_clear()
    try:
        return main(["floors"], corpus)
    finally:
        cases.cache_clear()


def test_floors_are_set_to_the_figures_of_now(corpus, capsys):
    assert fresh(corpus) == 0
    assert floors(corpus).cases == ("en/right", "negatives/right")
    assert {least for _, _, least in floors(corpus)} == {1.0}
    assert "2 cases are held of 2, 2 new" in capsys.readouterr().out


def test_a_figure_that_fell_is_not_written(corpus, capsys):
    fresh(corpus)
    put(corpus, "golden/en/right", STORY + SECOND + PROMPT, SECOND, [("about", STORY), ("social", PROMPT)])
    before = (corpus / FILE).read_text("utf8")
    assert fresh(corpus) == 1
    assert (corpus / FILE).read_text("utf8") == before
    assert "nothing is raised: exact of golden is 0.0000, under its floor of 1.000" in capsys.readouterr().out


def test_a_new_case_that_fails_is_not_held_and_lowers_nothing(corpus, capsys):
    fresh(corpus)
    put(corpus, "golden/en/wrong", STORY + SECOND, SECOND, [("about", STORY)])
    put(corpus, "golden/en/young", SECOND + PROMPT, SECOND, [("social", PROMPT)])
    assert fresh(corpus) == 0
    assert floors(corpus).cases == ("en/right", "en/young", "negatives/right")
    assert {least for _, _, least in floors(corpus)} == {1.0}
    assert "3 cases are held of 4, 1 new" in capsys.readouterr().out


def test_floors_go_up_where_the_library_got_better(corpus):
    low = Floors({group: dict.fromkeys(names, 0.5) for group, names in FIGURES.items()}, ("en/right",))
    cases.cache_clear()
    every = cases(corpus)
    cases.cache_clear()
    assert list(low.over(figures(every.values()))) == [
        f"{name} of {group}: 0.500 -> 1.0000" for group, names in FIGURES.items() for name in names
    ]
    assert {least for _, _, least in raised(low, every)} == {1.0}


def test_a_floor_that_is_reached_to_the_step_is_not_under_nor_over():
    third = {group: dict.fromkeys(names, 0.795) for group, names in FIGURES.items()}
    held = Floors(third, ())
    assert not [*held.under(third), *held.over(third)]
    below = {group: dict.fromkeys(names, 0.7949) for group, names in FIGURES.items()}
    assert len(list(held.under(below))) == 7
