"""Deciding until nothing more goes: what later looks take is told in the offsets of the source."""

import pytest

from cleanarticle.decide.policy import Policy
from cleanarticle.decide.settle import settle
from cleanarticle.result import Finding, replay
from tests.make import PROSE, document


def peeling(*orders):
    """A heuristic that takes each of some strings only once those before it are gone."""

    def find(doc):
        for text in orders:
            if text in doc.text:
                start = doc.text.index(text)
                yield Finding(start, start + len(text), "related", 0.99, "says so", "test")
                return

    return find


def settled(doc, *orders):
    decision = settle(doc, peeling(*orders), Policy())
    for item in decision.removed:
        assert doc.text[item.start : item.end] == item.text
    assert [item.start for item in decision.removed] == sorted(item.start for item in decision.removed)
    assert all(a.end <= b.start for a, b in zip(decision.removed, decision.removed[1:], strict=False))
    return replay(doc.text, decision.removed)


@pytest.mark.parametrize("newline", ["\n", "\n\n", "\r\n"])
def test_lines_that_go_one_after_the_other(newline):
    doc = document("Home", PROSE[0], "Share", "Print", PROSE[1], "Top", newline=newline)
    assert settled(doc, "Print", "Share", "Top", "Home") == newline.join(PROSE[:2])


def test_a_part_that_goes_after_a_line():
    doc = document(PROSE[0], "Share", f"{PROSE[1]} Read more: Ice", PROSE[2])
    assert settled(doc, "Share", " Read more: Ice") == "\n".join(PROSE[:3])


def test_a_part_around_one_that_went_before():
    doc = document(PROSE[0], f"{PROSE[1]} Read more: Ice and more", PROSE[2])
    assert settled(doc, " and more", " Read more: Ice") == "\n".join(PROSE[:3])


def test_what_is_grown_together_by_a_removal_can_go_later():
    doc = document(PROSE[0], f"{PROSE[1]} Read ads more: Ice", PROSE[2])
    assert settled(doc, " ads", " Read more: Ice") == "\n".join(PROSE[:3])


def test_without_removals_there_is_one_look():
    looks = []

    def find(doc):
        looks.append(doc)
        return ()

    assert settle(document(*PROSE), find, Policy()).removed == ()
    assert len(looks) == 1
