"""The little language of phrases: what it means, and what is wrong with a phrase that fails."""

import re

import pytest

from cleanarticle.lexicon.entry import make_entry
from cleanarticle.lexicon.fold import fold
from cleanarticle.lexicon.grammar import PhraseError, parse, translate
from cleanarticle.lexicon.index import index_of
from cleanarticle.lexicon.lines import Lines
from tests.make import document


def matches(phrase, line):
    found = re.search(translate(phrase), fold(line)) is not None
    if found:  # what matches must be found by its anchors, or it would never be tried
        index = index_of([make_entry("app", phrase, "inside", "weak")])
        assert list(index.candidates(document(line).once(Lines)))
    return found


# phrase, lines that it matches, lines that it does not.
MEANS = [
    ("sign up", ["Sign up", "please SIGN\u00a0UP now", "sign  up"], ["signup", "resign up", "sign upon"]),
    ("(sign up|subscribe) now", ["sign up now", "subscribe now"], ["sign now", "up now"]),
    ("sign up [now]", ["sign up", "sign up now"], ["sign now"]),
    ("[please] sign up", ["sign up", "please sign up"], ["please sign"]),
    ("news[letter]s today", ["newsletters today", "newss today"], ["news letters today"]),
    ("read [it] here", ["read here", "read it here"], ["readhere", "readit here"]),
    ("read [it|them] here", ["read them here"], ["read us here"]),
    ("a (b|c (d|e)) f", ["a b f", "a c d f", "a c e f"], ["a c f", "a d f"]),
    ("(un|)subscribe now", ["unsubscribe now", "subscribe now"], ["resubscribe now"]),
    ("by {NAME}", ["by jane doe"], ["by", "nearby jane"]),
    (r"\[this is ad\]", ["[this is ad]", "x [This is AD] y"], ["this is ad"]),
    (r"a \| b", ["a | b"], ["a b"]),
    (r"1 \(one\)", ["1 (one)"], ["1 one"]),
    ("c++ rust.", ["c++ rust."], ["ccc rust."]),
    (r"\[ad\]", ["[ad]"], ["ad"]),
    ("don't miss", ["Don’t miss", "don't miss"], ["dont miss"]),
    ("続きを読む", ["続きを読む", "ここで続きを読むには"], ["続きは読む"]),
    ("और पढ़ें", ["और पढ़ें"], ["और पढ़ेंगे"]),
    ("lesen sie auch", ["LESEN SIE AUCH: Der See"], ["lesen sie auchen"]),
    ("더보기", ["기사 더보기"], ["더 보기"]),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "lines", "others"), MEANS)
def test_phrases_match(phrase, lines, others):
    assert [line for line in lines if not matches(phrase, line)] == []
    assert [line for line in others if matches(phrase, line)] == []


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("(sign up", "missing '\\)'"),
        ("sign [up", "missing '\\]'"),
        ("sign up)", "unexpected '\\)'"),
        ("(sign up]", "unexpected '\\]'"),
        ("sign | up", "outside of"),
        ("by {NOBODY}", "unknown slot {NOBODY}; known: NAME"),
        ("{NAME}", "needs at least one literal"),
        ("[read] [more]", "needs at least one literal"),
        ("(read|{NAME})", "needs at least one literal"),
        ("", "needs at least one literal"),
        ("...", "needs at least one literal"),
    ],
)
def test_what_is_wrong_is_said(phrase, why):
    with pytest.raises(PhraseError, match=why):
        make_entry("app", phrase, "inside", "weak")


def test_parse_gives_nothing_for_nothing():
    assert parse("") == ()
