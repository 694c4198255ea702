"""What a result must be whatever went in: a subset of the source's words, explained by removals that replay."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cleanarticle
from cleanarticle import Cleaner
from cleanarticle.heuristics import BUILTIN
from cleanarticle.kinds import NAMES
from cleanarticle.result import replay
from tests.golden.cases import analyzed, cases
from tests.properties.strategies import anything, articles
from tests.words import is_subsequence, words

# From the lowest on: nothing that a later one removes may have been kept by an earlier one.
THRESHOLDS = (0.0, 0.1, 0.2, 0.5, 0.8, 0.9, 1.0)
LADDER = [Cleaner(threshold=threshold) for threshold in THRESHOLDS]


def check(result):
    """Offsets are valid, removals disjoint and in order, and text and explanation are one."""
    source = result.source_text
    edges = [edge for removal in result.removed for edge in (removal.start, removal.end)]
    assert edges == sorted(edges)
    assert edges[-1:] <= [len(source)]
    for removal in result.removed:
        assert removal.start < removal.end
        assert removal.text.strip()
    for item in (*result.removed, *result.declined):
        assert item.text == source[item.start : item.end]
        assert 0 <= item.confidence <= 1
        assert item.kind in NAMES
        assert item.heuristic
        assert item.reason
    assert replay(source, result.removed) == result.text
    assert is_subsequence(words(result.text), words(source))


def removed_letters(cleaner, text):
    """Where in a text stands what a cleaner removes, white space aside."""
    removed = cleaner.analyze(text).removed
    return {i for removal in removed for i in range(removal.start, removal.end) if not text[i].isspace()}


@given(articles())
def test_removals_of_articles(text):
    check(cleanarticle.analyze(text))


@given(anything)
def test_removals_of_anything(text):
    check(cleanarticle.analyze(text))


@pytest.mark.parametrize("name", cases())
def test_removals_of_the_corpus(name):
    check(analyzed(cases()[name].source))


@given(articles())
def test_what_stays_keeps_its_lines(text):
    """Paragraphs that stay are neither joined nor split: what parted two lines still does."""
    kept = [line.strip() for line in cleanarticle.clean(text).splitlines() if line.strip()]
    lines = (line.strip() for line in text.splitlines() if line.strip())
    assert all(any(line in source for source in lines) for line in kept)


@given(articles() | anything)
def test_without_heuristics_nothing_goes(text):
    result = Cleaner(heuristics=[]).analyze(text)
    assert (result.text, result.removed, result.declined) == (text, (), ())


@given(articles(), st.permutations(BUILTIN))
def test_the_order_of_heuristics_does_not_matter(text, order):
    assert Cleaner(heuristics=order).analyze(text) == cleanarticle.analyze(text)


@given(articles(), st.sets(st.sampled_from(sorted(NAMES)), max_size=6))
def test_kinds_that_are_kept_are_not_removed(text, keep):
    kept, plain = Cleaner(keep=keep).analyze(text), cleanarticle.analyze(text)
    assert not {removal.kind for removal in kept.removed} & keep
    assert removed_letters(Cleaner(keep=keep), text) <= removed_letters(Cleaner(), text)
    assert kept.metadata == plain.metadata


@given(articles())
def test_a_higher_threshold_never_removes_more(text):
    for low, high in itertools.pairwise(LADDER):
        assert removed_letters(high, text) <= removed_letters(low, text)


@pytest.mark.parametrize("name", cases())
def test_a_higher_threshold_never_removes_more_of_the_corpus(name):
    text = cases()[name].source
    assert removed_letters(LADDER[-2], text) <= removed_letters(LADDER[3], text) <= removed_letters(LADDER[1], text)
