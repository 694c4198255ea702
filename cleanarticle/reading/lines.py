"""A page's elements as lines: a blank line parts paragraphs, none the items of a list and the rows of a table."""

from __future__ import annotations

from collections.abc import Sequence

from cleanarticle.document import Span
from cleanarticle.outline import Element, Outline

_BULLET = "- "
_CELLS = " | "
# Elements whose texts stand line under line.
_TIGHT = frozenset(("li", "dt", "dd", "tr", "option"))


def lines(page: Outline) -> tuple[str, list[Span]]:
    """All text of a page in reading order, and where each element stands in it, its bullet with it."""
    around = _holders(page)
    parts: list[str] = []
    spans: list[Span] = []
    at = 0
    before: Element | None = None
    for element in page.elements:
        if before is not None:
            gap = _gap(before, element, around, page)
            parts.append(gap)
            at += len(gap)
        holder = around[element.frame]
        begins = before is None or around[before.frame] != holder
        text = _BULLET + element.text if begins and holder >= 0 and page.tags[holder].name == "li" else element.text
        parts.append(text)
        spans.append(Span(at, at + len(text)))
        at += len(text)
        before = element
    return "".join(parts), spans


def _holders(page: Outline) -> list[int]:
    """For each frame the nearest item or row that it is or stands in; -1 where it stands in none."""
    found: list[int] = []
    for frame, (tag, parent) in enumerate(zip(page.tags, page.parents, strict=True)):
        found.append(frame if tag.name in _TIGHT else found[parent] if frame else -1)
    return found


def _gap(before: Element, element: Element, around: Sequence[int], page: Outline) -> str:
    """What parts two elements."""
    first, second = around[before.frame], around[element.frame]
    if first >= 0 and first == second:
        return _CELLS if page.tags[first].name == "tr" and before.frame != element.frame else "\n"
    if first >= 0 and second >= 0 and page.tags[first].name == page.tags[second].name:
        return "\n"
    return "\n" if element.breaks == 1 else "\n\n"
