"""Which expressions of a user's are refused because a line could keep them busy forever."""

import re

import pytest

from cleanarticle.lexicon.repeats import forever

REFUSED = [
    r"(\w+ ?)+!",
    r"(?:a|a)*b",
    r"(a*)*b",
    r"(x+x+)+y",
    r"((a|b)c)*d",
    r"(?P<n>a+)+?b",
    r"(?i:a+){2,}b",
    r"(a?b?){3,90}c",
    r"\((\w{1,40})+\)",
    r".*a.*b.*c.*d",
]
LET_BE = [
    r"slot-[a-z]+-\d+",
    r"(?:\w+ ?)++!",
    r"(\w++ ){2,5}",
    r"(?:ab){2,}",
    r"(?:a{3})+",
    r"[(]+\)*",
    r"[]|+*()]+ \| \(\w+\)+",
    r"(today|tomorrow)? at \d{1,2}",
    r"a{,b}+",
]


@pytest.mark.parametrize("pattern", REFUSED)
def test_what_can_take_forever_is_refused(pattern):
    assert re.compile(pattern)
    assert forever(pattern)


@pytest.mark.parametrize("pattern", LET_BE)
def test_what_cannot_is_let_be(pattern):
    assert re.compile(pattern)
    assert forever(pattern) == ""
