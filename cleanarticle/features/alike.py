"""Runs of blocks of one make: a list of headlines, of names, of dates under them is alike line by line."""

from __future__ import annotations

from bisect import bisect_left

from cleanarticle.document import Document
from cleanarticle.features.shape import Shape, shapes

# Lengths up to these, in words, count as one.
_LENGTHS = (2, 5, 9, 16, 30)


def alike(document: Document) -> tuple[tuple[int, int], ...]:
    """For each block its place in its run of blocks of one make, from 0, and the run's length."""
    makes = [_make(shape) for shape in document.once(shapes)]
    out: list[tuple[int, int]] = []
    start = 0
    while start < len(makes):
        end = start + 1
        while end < len(makes) and makes[end] == makes[start]:
            end += 1
        out += [(i - start, end - start) for i in range(start, end)]
        start = end
    return tuple(out)


def _make(shape: Shape) -> tuple[object, ...]:
    return (
        min(bisect_left(_LENGTHS, shape.words), len(_LENGTHS) - 1),
        shape.terminal,
        shape.capitals > _TITLE,
        shape.bullet,
        shape.separators > 0,
        shape.digits > 0,
        shape.prose,
    )


# A line of which more words are capitalised is set like a title.
_TITLE = 0.6
