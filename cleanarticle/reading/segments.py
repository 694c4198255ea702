"""Where in an element's text the text behind each of its tags stands."""

from __future__ import annotations

from html import unescape
from typing import NamedTuple

from cleanarticle.outline import Element, Outline


class Segment(NamedTuple):
    """A stretch of an element's text that no tag interrupts.

    Attributes:
        piece: The piece of the outline that the text stands behind.
        start: Where it starts in ``Element.text``, white space left out.
        end: Where it ends, half-open.
    """

    piece: int
    start: int
    end: int


def segments(page: Outline, element: Element) -> list[Segment]:
    """An element's text piece by piece; as one, behind the first, where its lines are kept as they stand."""
    found: list[Segment] = []
    at, white = 0, False
    behind = max(0, element.first - 1)
    for piece in range(behind, element.last):
        written = page.pieces[piece][1]
        words = written.split()
        if not words:
            white = white or bool(written)
            continue
        if found and (white or written[0].isspace()):
            at += 1
        size = len(unescape(" ".join(words)))
        found.append(Segment(piece, at, at + size))
        at += size
        white = written[-1].isspace()
    return found if at == len(element.text) else [Segment(behind, 0, len(element.text))]
