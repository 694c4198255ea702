"""Further articles of a page, such as endless scrolling appends: the first article is the article.

Told by the page alone: an ``article`` whose main heading is the page's title, and behind it, beside it, others that
look the same and have a main heading each. The entries of a live blog stand below the page's title, not beside it.
"""

from __future__ import annotations

from cleanarticle.document import Facts
from cleanarticle.features.repetition import key
from cleanarticle.outline import Outline


def further(page: Outline, facts: Facts) -> frozenset[int]:
    """The elements, as indices, that stand in articles behind the one that the page's title names."""
    headed = [(element.text, element.frame) for element in page.elements if page.tags[element.frame].name == "h1"]
    title = key(facts.title)
    if len(headed) < 2 or not title or key(headed[0][0]) != title:
        return frozenset()
    first = _article(page, headed[0][1])
    if first < 0:
        return frozenset()
    articles = (_article(page, frame) for _, frame in headed[1:])
    others = {frame for frame in articles if frame > first and _alike(page, frame, first)}
    return frozenset(i for i, element in enumerate(page.elements) if others and _stands_in(page, element.frame, others))


def _article(page: Outline, frame: int) -> int:
    """The nearest article around a frame; -1 if there is none."""
    while frame >= 0 and page.tags[frame].name != "article":
        frame = page.parents[frame]
    return frame


def _alike(page: Outline, one: int, other: int) -> bool:
    return page.tags[one].look == page.tags[other].look and page.parents[one] == page.parents[other]


def _stands_in(page: Outline, frame: int, frames: set[int]) -> bool:
    while frame >= 0 and frame not in frames:
        frame = page.parents[frame]
    return frame >= 0
