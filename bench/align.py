"""Which texts of a page its reference holds: labels for learning, by aligning the words of both."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

_WORD = re.compile(r"\w+")
# A word counts as found in a run of so many, or where all of its text is found: others meet by chance.
_RUN = 3


def shares(texts: Sequence[str], references: Sequence[str]) -> list[float | None]:
    """For each text the share of its words that the best-fitting reference holds in order; None for one without words.

    The alignment is a longest common subsequence of words.
    """
    words = [_WORD.findall(text) for text in texts]
    best: list[float | None] = []
    most = -1
    for reference in references:
        found = _aligned(words, _WORD.findall(reference))
        total = sum(map(len, found))
        if total > most:
            most = total
            best = [len(hits) / len(own) if own else None for hits, own in zip(found, words, strict=True)]
    return best


def _aligned(words: Sequence[Sequence[str]], reference: Sequence[str]) -> list[list[int]]:
    """For each text the places of its words that were found."""
    numbers: dict[str, int] = {}
    page = [numbers.setdefault(word, len(numbers)) for own in words for word in own]
    wanted = [numbers.setdefault(word, len(numbers)) for word in reference]
    runs = [0] * len(page)
    for step in LCSseq.opcodes(page, wanted):
        if step.tag == "equal":
            runs[step.src_start : step.src_end] = [step.src_end - step.src_start] * (step.src_end - step.src_start)
    found, at = [], 0
    for own in words:
        found.append([i for i in range(at, at + len(own)) if runs[i] >= min(_RUN, len(own))])
        at += len(own)
    return found
