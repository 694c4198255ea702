"""From what is kept of an element to runs of text with their marks."""

from __future__ import annotations

from collections.abc import Sequence

from cleanarticle.document import Span
from cleanarticle.outline import Element, Outline
from cleanarticle.reading.segments import segments
from cleanarticle.rendering.marks import Mark, Run, common


def runs_of(
    page: Outline, element: Element, spans: Sequence[Span], marks: Sequence[tuple[Mark, ...]]
) -> tuple[Run, ...]:
    """The runs of the kept ``spans`` of an element's text; white space never begins or ends a marked run."""
    texts = segments(page, element)
    found: list[Run] = []
    at = 0
    white = False  # whether white space is kept between what was added and what comes
    for span in spans:
        own = element.text[span.start : span.end]
        start, end = span.end - len(own.lstrip()), span.start + len(own.rstrip())
        white = white or start > span.start
        if start >= end:
            continue
        while texts[at].end <= start:
            at += 1
        first = at
        while at < len(texts) and texts[at].start < end:
            text = texts[at]
            mark = marks[text.piece]
            if found and (white if at == first else texts[at - 1].end < text.start):
                _add(found, " ", common(found[-1].marks, mark))
            _add(found, element.text[max(text.start, start) : min(text.end, end)], mark)
            at += 1
        at -= 1
        white = end < span.end
    return tuple(found)


def _add(found: list[Run], text: str, marks: tuple[Mark, ...]) -> None:
    if found and found[-1].marks == marks:
        text = found.pop().text + text
    found.append(Run(text, marks))
