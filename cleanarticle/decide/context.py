"""The second look: what the first one said of a block's neighbours, in numbers.

A line among residue is residue more often than its words tell, and a line between two paragraphs that stay is a subhead
more often than it looks. The first look cannot know which neighbours go; the second is told how likely that is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import log

from cleanarticle.document import Document
from cleanarticle.features.shape import shapes

_OFFSETS = (-4, -3, -2, -1, 1, 2, 3, 4)
# Where there is no neighbour.
_NONE = -9.0
# A probability is no nearer to 0 or 1 than this.
_LEAST = 1e-4
_NARROW = 5
_WIDE = 10

CONTEXT = (
    *(f"odds@{offset:+d}" for offset in _OFFSETS), "odds", "mean_before", "mean_after", "mean_before_wide",
    "mean_after_wide", "mean_above", "mean_below", "going_above", "going_below", "kept_words_before",
    "kept_words_after", "kept_share_before", "kept_before", "kept_after", "mean",
)  # fmt: skip


def context(document: Document, chances: Sequence[float], indices: Iterable[int]) -> list[tuple[float, ...]]:
    """The numbers named in ``CONTEXT`` on the blocks asked for; ``chances`` are each block's, by the first look."""
    every, count = document.once(shapes), len(chances)
    odds = [_log_odds(chance) for chance in chances]
    padded = [_NONE] * 4 + odds + [_NONE] * 4
    sums = [0.0, *accumulate(chances)]
    kept = [int(shape.prose and chance < 0.5) for shape, chance in zip(every, chances, strict=True)]
    words = [
        0.0,
        *accumulate(s.words * (1 - chance) if s.prose else 0.0 for s, chance in zip(every, chances, strict=True)),
    ]
    stays = [0, *accumulate(kept)]
    above = _going(chances)
    below = _going(chances[::-1])[::-1]
    total = words[-1] or 1.0

    def mean(low: int, high: int) -> float:
        low, high = max(0, low), min(count, high)
        return (sums[high] - sums[low]) / (high - low) if high > low else 0.0

    return [
        (
            *(padded[i + 4 + offset] for offset in _OFFSETS), odds[i],
            mean(i - _NARROW, i), mean(i + 1, i + 1 + _NARROW), mean(i - _WIDE, i), mean(i + 1, i + 1 + _WIDE),
            mean(0, i), mean(i + 1, count), float(above[i]), float(below[i]),
            words[i], words[-1] - words[i + 1], words[i] / total, float(stays[i]),
            float(stays[-1] - stays[i + 1]), sums[-1] / count,
        )
        for i in indices
    ]  # fmt: skip


def _log_odds(chance: float) -> float:
    chance = min(max(chance, _LEAST), 1 - _LEAST)
    return log(chance / (1 - chance))


def _going(chances: Sequence[float]) -> list[int]:
    """For each block how many right above it are likely to go."""
    out, run = [], 0
    for chance in chances:
        out.append(run)
        run = run + 1 if chance >= 0.5 else 0
    return out
