"""Names of heuristics and what they say of themselves."""

import functools

import cleanarticle
from cleanarticle.heuristics import BUILTIN
from cleanarticle.heuristics.base import finding, name_of, summary_of
from tests.make import document


def plain(document):
    """Finds nothing.

    Ever.
    """
    return ()


class Callable:
    def __call__(self, document):
        return ()


def test_names():
    assert name_of(plain) == "plain"
    assert name_of(Callable()) == "Callable"
    assert name_of(functools.partial(plain)) == "partial"
    named = cleanarticle.heuristic("our-footer")(lambda document: ())
    assert name_of(named) == "our-footer"


def test_summaries():
    assert summary_of(plain) == "Finds nothing."
    assert summary_of(Callable()) == ""


def test_built_in_heuristics_have_a_name_of_their_own_and_a_summary():
    names = [name_of(heuristic) for heuristic in BUILTIN]
    assert len(set(names)) == len(names)
    assert all(map(summary_of, BUILTIN))


def test_finding_is_about_the_whole_block():
    block = document("x", "  two words ").blocks[1]
    found = finding(block, "byline", "s", "why")
    assert (found.start, found.end, found.kind, found.signal, found.heuristic) == (4, 13, "byline", "s", "")
