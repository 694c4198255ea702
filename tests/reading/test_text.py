"""Reading a text: its lines as blocks, whatever parts them; hard-wrapped paragraphs whole; offsets exact."""

import textwrap

import pytest
from hypothesis import given

from cleanarticle import Facts
from cleanarticle.reading.text import read_text
from tests.make import PROSE
from tests.properties.strategies import NEWLINES, anything, articles


def texts(text):
    return [block.text for block in read_text(text).blocks]


@pytest.mark.parametrize("newline", [*NEWLINES, "\f", "\x1c", "\u2029", "\n\n\n\n"], ids=repr)
def test_any_newline_parts_lines(newline):
    document = read_text(newline.join(["One", " two words ", "Three."]) + newline)
    assert [block.text for block in document.blocks] == ["One", "two words", "Three."]
    assert [block.index for block in document.blocks] == [0, 1, 2]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        (" \n\t\r\n\u00a0\n", []),
        ("\ufeff", []),
        ("\ufeff\n\u200b\u200d\n", []),
        ("\ufeffOne\n", ["One"]),
        ("\u200b One \u200f\nTwo\u00ad", ["One", "Two"]),
        ("O\u200bne", ["O\u200bne"]),
        ("\x00One\x00", ["One"]),
        ("\u00a0One\u3000", ["One"]),
        ("One", ["One"]),
        ("\ud800", ["\ud800"]),
        ("a a a\na a", ["a a a", "a a"]),
    ],
)
def test_what_shows_is_a_block(text, lines):
    assert texts(text) == lines


@given(anything | articles())
def test_offsets_are_exact_and_blocks_in_order(text):
    document = read_text(text)
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(text)
        assert text[block.start : block.end] == block.text
        assert block.text.strip() == block.text
        between = text[at : block.start].translate(
            dict.fromkeys(map(ord, "\u00ad\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u202a\u202b\u202c\0"))
        )
        assert not between.strip()
        at = block.end
    assert document.text == text


def wrapped(*paragraphs, width=72, between="\n\n"):
    return between.join("\n".join(textwrap.wrap(paragraph, width)) for paragraph in paragraphs)


PARAGRAPHS = [" ".join(PROSE[:3]), " ".join(PROSE[2:5]), " ".join(PROSE[3:])]


@pytest.mark.parametrize("width", [60, 72, 80, 99])
def test_paragraphs_of_hard_wrapped_lines_are_blocks(width):
    text = wrapped("By Jane Doe", *PARAGRAPHS, "All rights reserved", width=width)
    blocks = read_text(text).blocks
    assert [" ".join(block.text.split()) for block in blocks] == [
        "By Jane Doe",
        *PARAGRAPHS,
        "All rights reserved",
    ]
    assert all(text[block.start : block.end] == block.text for block in blocks)


@pytest.mark.parametrize("between", ["\r\n\r\n", "\n \n", "\n\n\n"])
def test_hard_wrapped_paragraphs_whatever_parts_them(between):
    text = wrapped(*PARAGRAPHS, between=between)
    assert len(read_text(text).blocks) == 3


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARAGRAPHS),
        "\n\n".join(PARAGRAPHS),
        wrapped(PARAGRAPHS[0]),
        wrapped(*PARAGRAPHS, width=30),
        wrapped(*PARAGRAPHS, width=140),
        "\n\n".join(f"{'Short line'}\n{'y' * 70}\nShort" for _ in range(6)),
        "\n".join(["A verse of a poem", "another verse"] * 8),
    ],
    ids=["single newlines", "blank lines", "one paragraph", "narrow", "wide", "ragged", "poem"],
)
def test_other_texts_are_read_by_lines(text):
    assert texts(text) == [line for line in text.splitlines() if line]


def test_facts_are_the_callers():
    facts = Facts(title="T")
    assert read_text("x", facts).facts is facts
    assert read_text("x").facts == Facts()
