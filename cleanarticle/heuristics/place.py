"""Lines outside of the story: before its first sentence or after its last.

Weak by itself: a story may open with a short line and close with one.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleanarticle.document import Document
from cleanarticle.features.place import run
from cleanarticle.features.shape import shapes
from cleanarticle.heuristics.base import finding
from cleanarticle.result import Finding


def before_story(document: Document) -> Iterator[Finding]:
    """A line before the first running text."""
    first = document.once(run).first
    for block in document.blocks[: max(first, 0)]:
        yield finding(block, "section", "place.before", "stands before the story's first sentence")


def after_story(document: Document) -> Iterator[Finding]:
    """A line after the last running text."""
    last = document.once(run).last
    for block in document.blocks[last + 1 :] if last >= 0 else ():
        yield finding(block, "navigation", "place.after", "stands after the story's last sentence")


def fragment(document: Document) -> Iterator[Finding]:
    """A line between the story's paragraphs that is no running text."""
    story = document.once(run)
    for block, shape in zip(document.blocks, document.once(shapes), strict=True):
        if story.first < block.index < story.last and not shape.prose:
            yield finding(block, "caption", "place.fragment", "a short line between paragraphs")


def far_side(document: Document) -> Iterator[Finding]:
    """Running text at the very head or tail, where decks, biographies and footers stand."""
    story = document.once(run)
    if story.words == 0:
        return
    for block, shape in zip(document.blocks, document.once(shapes), strict=True):
        if not shape.prose:
            continue
        before = story.before[block.index] / story.words
        after = 1 - before - shape.words / story.words
        if before < 0.05:
            yield finding(block, "deck", "place.opening", "running text at the head of the text")
        if after < 0.07:
            yield finding(block, "promotion", "place.closing", "running text at the tail of the text")
