"""What was found around each block: how far the nearest sure line is, and how much story still follows.

Residue comes in crowds, and where nothing is found for paragraphs on end, there is the story.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from cleanarticle.document import Document
from cleanarticle.features.alike import alike
from cleanarticle.features.shape import shapes
from cleanarticle.result import Finding

# A finding at least this sure makes its line a sure one.
SURE = 0.95
# Farther is as good as not there, in blocks; what is near; what is close.
_FAR = 20
_NEAR = 5
_CLOSE = 2

NEARBY = (
    "sure_above", "sure_below", "sure_above_group", "sure_near", "told_near", "sure_close", "sure_alike",
    "clean_after", "clean_words_after", "told_after", "findings",
)  # fmt: skip


def nearby(
    document: Document, findings: Sequence[Sequence[Finding]], groups: Sequence[int], indices: Iterable[int]
) -> list[tuple[float, ...]]:
    """The numbers named in ``NEARBY`` on the blocks asked for; ``groups`` has the group of kinds of each sure line."""
    every, runs = document.once(shapes), document.once(alike)
    count = len(every)
    sure = [any(finding.confidence >= SURE for finding in found) for found in findings]
    clean = [shape.prose and not found for shape, found in zip(every, findings, strict=True)]
    sures = [0, *accumulate(sure)]
    tolds = [0, *accumulate(map(bool, findings))]
    cleans = [0, *accumulate(clean)]
    words = [0, *accumulate(shape.words * flag for shape, flag in zip(every, clean, strict=True))]
    above, group = _above(sure, groups)
    below = _above(sure[::-1], groups)[0][::-1]
    out: list[tuple[float, ...]] = []
    for i in indices:
        low, high = max(0, i - _NEAR), min(count, i + _NEAR + 1)
        place, length = runs[i]
        start = i - place
        out.append((*map(float, (
            above[i], below[i], group[i],
            (sures[high] - sures[low]) / (high - low), (tolds[high] - tolds[low]) / (high - low),
            sures[min(count, i + _CLOSE + 1)] - sures[max(0, i - _CLOSE)],
            (sures[start + length] - sures[start]) / length,
            cleans[-1] - cleans[i + 1], words[-1] - words[i + 1],
            (tolds[-1] - tolds[i + 1]) / max(1, count - i - 1), len(findings[i]),
        )),))  # fmt: skip
    return out


def _above(sure: Sequence[bool], groups: Sequence[int]) -> tuple[list[int], list[int]]:
    """For each block how far above the nearest sure line is, and its group; -1 where there is none."""
    distance, group = _FAR, -1
    distances, met = [], []
    for flag, own in zip(sure, groups, strict=True):
        distances.append(distance)
        met.append(group)
        distance, group = (1, own) if flag else (min(_FAR, distance + 1), group)
    return distances, met
