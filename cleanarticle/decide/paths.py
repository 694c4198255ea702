"""Where on its page each removal stands: the element that holds all of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from cleanarticle.decide.spans import lines
from cleanarticle.document import Document
from cleanarticle.outline import Outline
from cleanarticle.result import Removal


def located(document: Document, removed: Sequence[Removal]) -> tuple[Removal, ...]:
    """The removals, each with its element's path; as they were where there is no page."""
    page = document.page
    if page is None:
        return tuple(removed)
    every = document.once(lines)
    ends = [line.end for line in every]
    frames: list[int] = []
    for item in removed:
        first = bisect_right(ends, item.start)
        last = first
        while last + 1 < len(every) and every[last + 1].start < item.end:
            last += 1
        frames.append(_around([page.elements[line.element].frame for line in every[first : last + 1]], page))
    paths = page.paths(set(frames))
    return tuple(replace(item, path=paths[frame]) for item, frame in zip(removed, frames, strict=True))


def _around(frames: Sequence[int], page: Outline) -> int:
    """The innermost frame that holds all of some frames. A frame's number is higher than that of any around it."""
    holding = set(frames)
    while len(holding) > 1:
        inner = max(holding)
        holding.remove(inner)
        holding.add(max(0, page.parents[inner]))
    return holding.pop()
