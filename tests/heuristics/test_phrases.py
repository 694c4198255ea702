"""Phrases of the lexicons as findings: a heuristic for each kind, whole lines or parts of them."""

import pytest

from cleanarticle.heuristics.base import DECISIVE, WEAK
from cleanarticle.heuristics.phrases import PHRASES, Phrases
from cleanarticle.kinds import KINDS
from cleanarticle.lexicon.compile import SOURCES
from cleanarticle.lexicon.source import read_groups
from tests.make import PROSE, document

ENGLISH = read_groups((SOURCES / "en.toml").read_text("utf8"), "en.toml")


def test_there_is_one_for_each_kind():
    assert [phrases.kind for phrases in PHRASES] == [kind.name for kind in KINDS]
    assert {phrases.name for phrases in PHRASES} == {f"{kind.name}-phrases" for kind in KINDS}


@pytest.mark.parametrize("kind", sorted({group.kind for group in ENGLISH}))
def test_hits_are_found_in_a_document(kind):
    hits = [hit for group in ENGLISH if group.kind == kind for hit in group.hits]
    doc = document(*hits, lang="en")
    found = [finding.start for finding in Phrases(kind)(doc)]
    assert [block.text for block in doc.blocks if not any(block.start <= start < block.end for start in found)] == []


def test_a_whole_line_or_a_part():
    doc = document(PROSE[0] + " (Read more: Ferry sinks)", "Share on Facebook", PROSE[1])
    (tail,) = (f for f in Phrases("related")(doc) if f.start > 0 and f.end - f.start < 30)
    assert doc.text[tail.start : tail.end] == " (Read more: Ferry sinks)"
    shares = [f for f in Phrases("social")(doc) if f.confidence == DECISIVE]
    assert {doc.text[f.start : f.end] for f in shares} == {"Share on Facebook"}


def test_strength_and_captures():
    doc = document("By Jane Doe", PROSE[0])
    found = list(Phrases("byline")(doc))
    assert ("NAME", "Jane Doe") in {capture for f in found for capture in f.captures} | {
        ("NAME", text) for f in found for slot, text in f.captures if slot == "NAMES"
    }
    assert {f.confidence for f in found} <= {DECISIVE, WEAK}
    assert all(f.signal.startswith("byline.") and f.reason for f in found)
