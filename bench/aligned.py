"""Label texts by their page's reference: a line that stands in it is story, one that does not is residue, mostly.

References drop sections and keep decks, so these labels are wrong in about one of twenty lines. They count little, and
only where a forest learnt from labels by hand does not contradict them (``bench/looks.py``).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from bench.data import Labelled, host, read

_WORD = re.compile(r"\w+")
_SHINGLE = 4
# A line with this share of its shingles in the reference is story; with less than the other, residue; between, open.
_STORY = 0.8
_RESIDUE = 0.15
# Shorter lines, in words, are compared whole.
_SHORT = 6
# Texts that hold less of their reference than this tell of another page, or of an extractor that failed.
_COVER = 0.9

Shingles = set[tuple[str, ...]]


def aligned(folder: Path, known: dict[str, dict[str, Any]], besides: Collection[tuple[str, str]]) -> Iterator[Labelled]:
    """The texts of a bench folder with labels by alignment; not those ``besides``, by page and extractor.

    Lines that it cannot tell are unsure; the kind of residue is told as ``?``. All text of a page is left out: most of
    it is residue, and easy.
    """
    references = {identity: [_Reference(text) for text in page["gold"]] for identity, page in known.items()}
    for row in read(folder / "texts.jsonl.gz"):
        if row["extractor"] == "bs4_text" or (row["id"], row["extractor"]) in besides:
            continue
        own = _shingles(_words(row["text"]))
        reference = max(
            references[row["id"]], key=lambda each: len(own & each.shingles) / (len(own | each.shingles) or 1)
        )
        if len(own & reference.shingles) <= _COVER * len(reference.shingles):
            continue
        lines = tuple(row["text"].split("\n"))
        told = [reference.tells(line) for line in lines]
        page = known[row["id"]]
        yield Labelled(row["id"], host(page), row["extractor"], page.get("lang") or "", lines,
                       tuple("?" if each else "" for each in told),
                       frozenset(i for i, each in enumerate(told) if each is None))  # fmt: skip


class _Reference:
    """What a page's reference holds."""

    def __init__(self, text: str) -> None:
        words = _words(text)
        self.shingles = _shingles(words)
        self._lines = {"".join(_words(line)) for line in text.split("\n")}
        self._running = f" {' '.join(words)} "

    def tells(self, line: str) -> bool | None:
        """Whether a line is residue; None where that cannot be told."""
        words = _words(line)
        if not words:
            return None
        if len(words) < _SHORT:
            if "".join(words) in self._lines:
                return False
            return None if f" {' '.join(words)} " in self._running else True
        own = _shingles(words)
        share = len(own & self.shingles) / len(own)
        return False if share > _STORY else True if share < _RESIDUE else None


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _shingles(words: list[str]) -> Shingles:
    return set(zip(*(words[i:] for i in range(_SHINGLE)), strict=False))
