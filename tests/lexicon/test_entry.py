"""Where in its line a phrase stands, and what its slots catch."""

import pytest

from cleanarticle.lexicon.entry import PLACES, make_entry
from cleanarticle.lexicon.fold import fold

# place, line, what of it matches ("" for nothing); the phrase is "read more [about {NAME}]".
PLACED = [
    ("whole", "Read more", "Read more"),
    ("whole", "» Read more »", "» Read more »"),
    ("whole", "Read more today", ""),
    ("whole", "Never read more", ""),
    ("start", "→ Read more: the lake", "→ Read more"),
    ("start", "She read more", ""),
    ("end", "The lake froze. Read more…", "Read more…"),
    ("end", "Read more of it", ""),
    ("inside", "to read more of it", "read more"),
    ("inside", "to reread more", ""),
    ("lead", "Read more | The lake froze.", "Read more | "),
    ("lead", "(Read more) The lake froze.", "(Read more) "),
    ("lead", "She read more", ""),
    ("tail", "The lake froze. Read more", " Read more"),
    ("tail", "The lake froze. (Read more)", " (Read more)"),
    ("tail", "“The lake froze.” Read more »", " Read more »"),
    ("tail", "Read more", "Read more"),
    ("tail", "She wanted to read more", ""),
    ("tail", "The lake froze. Read more and more.", ""),
]


@pytest.mark.parametrize(("place", "line", "wanted"), PLACED)
def test_places(place, line, wanted):
    match = make_entry("related", "read more [about {NAME}]", place, "decisive").match(fold(line), line)
    assert (line[match.start : match.end] if match else "") == wanted


def test_every_place_has_a_case():
    assert {place for place, _, _ in PLACED} == set(PLACES)


def test_a_slot_that_fails_its_check_is_no_match():
    entry = make_entry("byline", "by {NAME}", "whole", "decisive")
    assert entry.match(fold("By Jane Doe"), "By Jane Doe").captures == (("NAME", "Jane Doe"),)
    assert entry.match(fold("By chance alone"), "By chance alone") is None


def test_a_slot_of_an_optional_part_that_is_not_there_catches_nothing():
    entry = make_entry("byline", "written [by {NAME}]", "whole", "decisive")
    assert entry.match("written", "Written").captures == ()


def test_an_offset_moves_the_match():
    entry = make_entry("app", "open in app", "inside", "decisive")
    assert entry.match("please open in app", "please open in app", offset=100)[1:3] == (107, 118)


def test_a_whole_entry_knows_the_longest_line_it_can_match():
    entry = make_entry("byline", "by {NAMES}", "whole", "decisive")
    longest = " | ".join(["by " + ", ".join(["Jane Doe"] * 11)])
    assert entry.match(fold(longest), longest)
    assert len(longest) <= entry.longest
