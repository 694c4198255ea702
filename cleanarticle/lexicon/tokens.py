"""Tokens of folded text: words, and for scripts without spaces the pairs of neighbouring characters."""

from __future__ import annotations

import re
from operator import add

# Scripts written without spaces between words, and Hangul, whose particles are glued to the noun.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff々ー〆〇"
# A word is letters, digits and combining marks: \w alone would cut Devanagari and Thai at every vowel sign.
_MARKS = r"\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0966-\u0eff\u1000-\u109f\u1780-\u17ff\u200c\u200d"
WORD_CHARS = r"\w" + _MARKS
TOKEN = re.compile(rf"[{WORD_CHARS}]+")
# The same for text that has no other letters, which most lines are; a good deal faster.
_ASCII_TOKEN = re.compile(r"\w+", re.ASCII)
UNSPACED_RUN = re.compile(rf"[{UNSPACED}]+")
IS_UNSPACED = re.compile(rf"[{UNSPACED}]")
# A run of letters or a run of digits: the pieces of a date.
PIECE = re.compile(rf"\d+|(?:[^\W\d_]|[{_MARKS}])+")


def pairs(word: str) -> set[str]:
    """The neighbouring pairs of characters of the unspaced runs of a word; of a run of one, that one."""
    return {pair for run in UNSPACED_RUN.findall(word) for pair in (map(add, run, run[1:]) if len(run) > 1 else run)}


def first_token(folded: str) -> str:
    """The first word of folded text, of an unspaced script its first character; empty where there is none."""
    found = TOKEN.search(folded)
    if found is None:
        return ""
    word = found.group()
    unspaced = IS_UNSPACED.search(word)
    if unspaced is None:
        return word
    return word[: unspaced.start()] or word[0]


def line_tokens(folded: str) -> set[str]:
    """Every token of a line that a need may ask for: words; pairs and characters of unspaced scripts."""
    if folded.isascii():
        return set(_ASCII_TOKEN.findall(folded))
    words = set(TOKEN.findall(folded))
    if IS_UNSPACED.search(folded):
        for run in UNSPACED_RUN.findall(folded):
            words.update(run)
            words.update(map(add, run, run[1:]))
    return words
