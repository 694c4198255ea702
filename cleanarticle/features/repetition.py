"""Blocks that repeat another block, whole or in part."""

from __future__ import annotations

import re

from cleanarticle.document import Document

_NOT_WORD = re.compile(r"[\W_]+")
_SENTENCE_START = re.compile(r"[.!?…”\"»:,]\s+[“\"„«]?|[“\"„«。！？「]")
# How much of a long beginning two blocks must share to be called the same, in letters and digits.
_PREFIX = 40
_SENTENCE_PREFIX = 20
_OPENERS = "“\"„«「‘'"
_LONGEST_QUOTE = 220
# As much of a block is compared, in characters.
_LONGEST = 300


def key(text: str) -> str:
    """Text with everything but letters and digits left out, lower-case, for comparison."""
    return _NOT_WORD.sub("", text.lower())


def keys(document: Document) -> tuple[str, ...]:
    """The key of each block, of its first characters."""
    return tuple(key(block.text[:_LONGEST]) for block in document.blocks)


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
        if len(each) >= _PREFIX and len(each) > len(longest.get(each[:_PREFIX], "")):
            longest[each[:_PREFIX]] = each
    return tuple(
        len(each) >= _PREFIX and len(longest[each[:_PREFIX]]) > len(each) and longest[each[:_PREFIX]].startswith(each)
        for each in every
    )


def quoted_elsewhere(document: Document) -> tuple[bool, ...]:
    """For each block whether a longer one holds it from one of its sentences on: a pull quote of the story."""
    every = document.once(keys)
    begins = [
        block.text.lstrip(_OPENERS)[:_SENTENCE_PREFIX] if _SENTENCE_PREFIX <= len(own) < _LONGEST_QUOTE else ""
        for block, own in zip(document.blocks, every, strict=True)
    ]
    wanted = set(begins) - {""}
    holders: dict[str, list[int]] = {}
    for block in document.blocks if wanted else ():
        text = block.text
        for start in _SENTENCE_START.finditer(text, 0, 3000):
            begin = text[start.end() : start.end() + _SENTENCE_PREFIX]
            if begin in wanted:
                holders.setdefault(begin, []).append(block.index)
    return tuple(
        any(index != i and _holds(document, index, every[i]) for index in holders.get(begin, ())[:3])
        for i, begin in enumerate(begins)
    )


def _holds(document: Document, index: int, inner: str) -> bool:
    outer = key(document.blocks[index].text)
    return len(outer) > len(inner) and inner in outer
