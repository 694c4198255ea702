"""The little language of phrases: what it means, what it needs of a line, and what is wrong with a phrase that fails."""

import re

import pytest

from cleanarticle.lexicon.fold import fold
from cleanarticle.lexicon.grammar import PhraseError, literals, parse, translate
from cleanarticle.lexicon.tokens import line_tokens, pairs


def matches(phrase, line):
    translation = translate(phrase)
    folded = fold(line)
    found = re.search(translation.regex, folded) is not None
    if found:  # what matches must be found by its needs, or the matcher would never try it
        assert any(need <= line_tokens(folded) for need in translation.needs), translation.needs
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
        translate(phrase)


@pytest.mark.parametrize(
    ("phrase", "needs"),
    [
        ("sign up now", [{"sign", "up", "now"}]),
        ("(sign up|subscribe) now", [{"sign", "up", "now"}, {"subscribe", "now"}]),
        ("sign up [now]", [{"sign", "up"}]),
        ("by {NAME} of the post", [{"by", "of", "the", "post"}]),
        ("(a|b) (c|d) x", [{"a", "c", "x"}, {"a", "d", "x"}, {"b", "c", "x"}, {"b", "d", "x"}]),
        ("続きを", [{"続き", "きを"}]),
        ("{NUMBER}km away", [{"away"}]),
    ],
)
def test_needs(phrase, needs):
    assert set(translate(phrase).needs) == set(map(frozenset, needs))


def test_groups_are_multiplied_only_so_far():
    phrase = " ".join("(" + "|".join(f"w{i}x{j}" for j in range(8)) + ")" for i in range(6))
    needs = translate(phrase).needs
    assert 1 < len(needs) <= 64
    assert all(needs)


def test_literals_leave_out_words_that_are_glued_to_more():
    assert literals("news letter") == {"news", "letter"}
    assert literals("news letter", glued_left=True) == {"letter"}
    assert literals("news letter", glued_right=True) == {"news"}
    assert literals("漢字", glued_left=True, glued_right=True) == {"漢字"}


def test_pairs_of_a_run_of_one_are_that_one():
    assert pairs("年") == {"年"}
    assert pairs("東京都") == {"東京", "京都"}


def test_parse_gives_nothing_for_nothing():
    assert parse("") == ()
