"""Each guard, triggered; and what looks like it and is let go."""

import re
from pathlib import Path

import pytest

from cleanarticle.decide import guards
from cleanarticle.decide.guards import Candidate, vetoes
from tests.make import PROSE, document


def sure(index, confidence=0.99):
    return Candidate(index, confidence, settled=False)


def settled(index):
    return Candidate(index, 0.96, settled=True)


STORY = ("Home", *PROSE[:4], "Share")
LIST = (PROSE[0], "What you need", "- salt", "- flour", "- water", PROSE[1])

# guard, lines, candidates, the blocks that it keeps.
CASES = {
    "the only block": ("only-block", PROSE[:1], [sure(0)], [0]),
    "the only block, settled": ("only-block", ["Share"], [settled(0)], [0]),
    "no running prose": ("no-prose", ["Home", "Share", "Print"], [sure(0), settled(2)], [0, 2]),
    "a paragraph": ("length", STORY, [sure(0), sure(4, 0.6)], [4]),
    "a paragraph amid the story": ("prose", STORY, [sure(0), sure(2, 0.85)], [2]),
    "a paragraph at the end of the story": ("prose", STORY, [sure(0), sure(4, 0.85), sure(5)], []),
    "a paragraph, settled": ("length", STORY, [settled(2)], []),
    "a paragraph, very sure": ("length", STORY, [sure(2)], []),
    "a label": ("length", STORY, [sure(0, 0.51), sure(5, 0.51)], []),
    "too much of the prose": ("too-much", STORY, [sure(0), sure(1), sure(2), sure(3), sure(5)], [1, 2, 3]),
    "too much, but some of it settled": ("too-much", STORY, [settled(1), sure(2), sure(3)], [2, 3]),
    "not too much": ("too-much", STORY, [sure(1), sure(5)], []),
    "nothing left": ("nothing-left", PROSE[:2], [settled(0), settled(1)], [0, 1]),
    "a list of the story": ("list", LIST, [sure(2, 0.7), sure(3, 0.7), sure(4, 0.9)], [2, 3]),
    "a list under a settled line": ("list", LIST, [settled(1), sure(2, 0.7), sure(3, 0.7)], []),
    "a sheet of data": (
        "list",
        (PROSE[0], "Weight: 190 grams", "Colour: grey", "Price: 40 crowns", PROSE[1]),
        [sure(1, 0.7), sure(2, 0.7), sure(3, 0.9)],
        [1, 2],
    ),
    "markup": ("markup", ("<!doctype html><html>", *STORY, "</html>"), [sure(1), settled(6)], [1, 6]),
    "two items are no list": ("list", LIST[:4] + LIST[5:], [sure(2, 0.7), sure(3, 0.7)], []),
}


@pytest.mark.parametrize("case", CASES)
def test_guard(case):
    guard, lines, candidates, kept = CASES[case]
    told = vetoes(document(*lines), candidates)
    assert {index: name for index, (name, _) in told.items()} == dict.fromkeys(kept, guard)
    assert all(reason for _, reason in told.values())


def test_a_line_that_loses_only_a_part_stays_unless_it_is_settled():
    told = vetoes(document(*STORY), [sure(1), settled(2)], glued={1, 2})
    assert {index: name for index, (name, _) in told.items()} == {1: "glued"}


def test_the_longer_a_block_the_surer_it_must_be():
    asked = [guards.needed(words, 0.5) for words in (0, 1, 10, 50, 400)]
    assert asked[:2] == [0.5, 0.5]
    assert asked == sorted(asked)
    assert asked[-1] < 0.95
    assert [guards.needed(words, 0.9) > 0.9 for words in (0, 1, 2)] == [False, False, True]
    assert guards.needed(50, 0.0) == 0.0


def test_every_guard_has_a_case():
    named = set(re.findall(r'\("([a-z-]+)", ', Path(guards.__file__).read_text("utf8")))
    assert named <= {guard for guard, *_ in CASES.values()} | {"glued"}
