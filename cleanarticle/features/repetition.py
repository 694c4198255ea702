"""Blocks that repeat another block, whole or in part."""

from __future__ import annotations

import re
from bisect import bisect_right

from cleanarticle.document import Block, Document

_NOT_WORD = re.compile(r"[\W_]+")
# The same for text of ASCII alone, as a table: several times as fast.
_ASCII_KEY = {code: chr(code).lower() if chr(code).isalnum() else None for code in range(128)}
# How much of a beginning two blocks must share, in letters and digits, if one shows that it is cut; else twice as much.
_PREFIX = 20
_CUT = ("...", "…", "[…]", "[...]", "(...)")
# A pulled quote's length, in characters; and how many blocks are tried, so that a long text costs no more a block.
_SHORTEST_QUOTE = 25
_LONGEST_QUOTE = 240
_MOST_QUOTES = 60
_STOPS = ".,!?…"
_QUOTES = "“”\"„«»「」‘’' "
# A block up to this long is compared whole, of a longer one its beginning, in characters.
_LONGEST = 300
_PARAGRAPH = 120


def key(text: str) -> str:
    """Text with everything but letters and digits left out, lower-case, for comparison."""
    if text.isascii():
        return text.translate(_ASCII_KEY)
    return _NOT_WORD.sub("", text.lower())


def keys(document: Document) -> tuple[str, ...]:
    """The key of each block, of its first characters."""
    return tuple(
        key(block.text if len(block.text) < _LONGEST else block.text[:_PARAGRAPH]) for block in document.blocks
    )


def repeats(document: Document) -> tuple[int, ...]:
    """For each block the number of other blocks with the same text; 0 where it has no letters."""
    counts: dict[str, int] = {}
    every = document.once(keys)
    for each in every:
        counts[each] = counts.get(each, 0) + 1
    return tuple(counts[each] - 1 if each else 0 for each in every)


def truncated(document: Document) -> tuple[bool, ...]:
    """For each block whether another, longer block begins with all of it: a teaser of that paragraph."""
    every = document.once(keys)
    longest: dict[str, str] = {}
    for each in every:
        if len(each) > len(longest.get(each[:_PREFIX], "")):
            longest[each[:_PREFIX]] = each
    return tuple(
        len(each) >= (_PREFIX if block.text.endswith(_CUT) else 2 * _PREFIX)
        and len(longest[each[:_PREFIX]]) > len(each)
        and longest[each[:_PREFIX]].startswith(each)
        for block, each in zip(document.blocks, every, strict=True)
    )


def quoted_elsewhere(document: Document) -> tuple[bool, ...]:
    """For each block whether a longer one holds it: a sentence of the story, pulled out and printed once more."""
    found = [False] * len(document.blocks)
    candidates = [block for block in document.blocks if _SHORTEST_QUOTE <= block.end - block.start < _LONGEST_QUOTE]
    for block in candidates[:_MOST_QUOTES]:
        found[block.index] = _stands_elsewhere(document, block)
    return tuple(found)


def _stands_elsewhere(document: Document, block: Block) -> bool:
    text = block.text.strip(_QUOTES).rstrip(_STOPS)
    at = document.text.find(text)
    if block.start <= at < block.end:
        at = document.text.find(text, block.end)
    if at < 0 or not text:
        return False
    holder = document.blocks[bisect_right(document.blocks, at, key=lambda other: other.start) - 1]
    return len(holder.text) > len(block.text) + 1
