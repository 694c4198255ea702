"""Folding moves no offset, and gives signs that mean the same one form."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanarticle.lexicon.fold import fold


def test_every_code_point_keeps_its_length():
    # A few at a time, each between digits: one that grew could only hide behind one that shrank.
    size = 32
    rows = ([chr(point) for point in range(at, at + size)] for at in range(0, sys.maxunicode + 1, size))
    wrong = [
        row
        for row in rows
        if [len(part) for part in fold("0".join(row)).split("0")] != [len(p) for p in "0".join(row).split("0")]
    ]
    assert wrong == []


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_folding_keeps_length_and_is_done_once(text):
    once = fold(text)
    assert len(once) == len(text)
    assert fold(once) == once


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Read MORE", "read more"),
        ("“Don’t” – «no»", '"don\'t" - "no"'),
        ("a\u00a0b\u202fc\u3000d\te", "a b c d e"),
        ("Photo：Kim（AP）", "photo:kim(ap)"),
        ("İSTANBUL ıssız", "istanbul issiz"),
        ("ΛΌΓΟΣ λόγος", "λογοσ λογοσ"),
        ("`tick`\t", "'tick' "),
        ("Straße", "straße"),
        ("أخبار إلى", "اخبار الی"),
        ("", ""),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded
