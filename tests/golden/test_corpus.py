"""The corpus itself: large enough, of every kind, and each case at one with itself."""

from collections import Counter

import pytest

from cleanarticle.kinds import NAMES
from cleanarticle.lexicon.load import languages
from tests.golden.cases import cases, placed
from tests.golden.deviations import ASPECTS
from tests.golden.known import WHY, tables
from tests.words import is_subsequence, words

GOLDEN = [case for case in cases().values() if not case.is_negative]
NEGATIVE = [case for case in cases().values() if case.is_negative]
EVERY = [pytest.param(case, id=name) for name, case in cases().items()]


def test_there_are_enough_cases():
    assert len(GOLDEN) >= 120
    assert len(NEGATIVE) >= 30


def test_every_language_with_a_lexicon_has_a_case():
    assert set(languages()) <= {case.lang.partition("-")[0] for case in GOLDEN}


@pytest.mark.parametrize("kind", sorted(NAMES))
def test_every_kind_is_there_five_times(kind):
    counts = Counter(kind for case in GOLDEN for kind, _ in case.removed)
    assert counts[kind] >= 5


@pytest.mark.parametrize("case", EVERY)
def test_what_is_left_without_the_listed_pieces_is_the_expected_text(case):
    assert placed(case) is not None


@pytest.mark.parametrize("case", EVERY)
def test_case_is_well_formed(case):
    assert case.lang
    assert case.about
    assert case.expected.strip()
    assert all(kind in NAMES and text for kind, text in case.removed)
    assert bool(case.removed) != case.is_negative
    if case.is_negative:
        assert case.source == case.expected


@pytest.mark.parametrize("case", EVERY)
def test_expected_words_are_words_of_the_source_in_order(case):
    apart = list(case.source)
    for edge in sorted((edge for piece in placed(case) for edge in piece), reverse=True):
        apart.insert(edge, " ")  # a word that residue is glued to is a word of its own
    assert is_subsequence(words(case.expected), words("".join(apart)))


def test_known_failures_are_of_cases_there_are():
    assert set(tables()) <= set(cases())


@pytest.mark.parametrize("name", tables())
def test_known_failures_are_well_formed(name):
    table = tables()[name]
    listed = {aspect: items for aspect, items in table.items() if aspect != WHY}
    assert listed
    assert set(listed) <= set(ASPECTS)
    assert all(isinstance(items, list) and items for items in listed.values())
    assert all(len(item) == 3 for item in listed.get("kinds", ()))
    assert table.get(WHY, "because").strip()
