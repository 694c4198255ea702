"""From the kept elements of a page to its parts: what belongs together stands together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from textwrap import dedent
from typing import NamedTuple

from cleanarticle.document import Span
from cleanarticle.outline import Element, Outline
from cleanarticle.rendering.frames import LISTS, Frames, frames
from cleanarticle.rendering.marks import Mark
from cleanarticle.rendering.parts import Code, Holder, Holders, Line, Paragraph, Part
from cleanarticle.rendering.runs import runs_of
from cleanarticle.rendering.tables import table_of


class Text(NamedTuple):
    """A kept element.

    Attributes:
        place: Which element it is.
        element: The element.
        spans: What of its text is kept.
        line: The runs of that.
        broken: Whether only a line break parts it from the kept element before.
    """

    place: int
    element: Element
    spans: list[Span]
    line: Line
    broken: bool


def texts_of(page: Outline, kept: Sequence[Sequence[Span]], marks: Sequence[tuple[Mark, ...]]) -> list[Text]:
    """The elements of which anything is kept; ``kept`` has the spans of each element's text that are."""
    found: list[Text] = []
    tied, frame = False, -1
    for index, (element, spans) in enumerate(zip(page.elements, kept, strict=True)):
        tied = tied and element.breaks == 1 and element.frame == frame
        frame = element.frame
        line = runs_of(page, element, spans, marks) if spans else ()
        if line:
            found.append(Text(index, element, list(spans), line, tied))
            tied = True
    return found


def parts_of(page: Outline, texts: Iterable[Text]) -> list[Part]:
    """The parts that the kept elements make up."""
    known = frames(page)
    found: list[Part] = []
    for table, group in groupby(texts, key=lambda text: _table(known, text.element.frame)):
        own = list(group)
        made = table_of(page, known, table, [(text.element.frame, text.line) for text in own]) if table >= 0 else None
        if made:
            found.append(made)
        else:
            _flow(page, known, own, found)
    return found


def _table(known: Frames, frame: int) -> int:
    """The table of data that a text may be in a cell of, by itself; -1 where it is in none."""
    table = known.table[frame] if frame >= 0 else -1
    if table < 0 or known.cell[frame] < 0 or table in known.layouts:
        return -1
    plain = known.heading[frame] < 0 and known.code[frame] < 0 and known.holders[frame] == known.holders[table]
    return table if plain else -1


def _flow(page: Outline, known: Frames, texts: Iterable[Text], found: list[Part]) -> None:
    """Add texts that stand one below the other."""
    before = -1  # the heading or the pre of the text before
    for text in texts:
        frame = text.element.frame
        heading, code = (known.heading[frame], known.code[frame]) if frame >= 0 else (-1, -1)
        holders = _holders(known, text)
        last = found[-1] if found else None
        inside = code if code >= 0 else heading
        if code >= 0:
            own = _code(page, text)
            if isinstance(last, Code) and before == code:
                found[-1] = Code(last.holders, f"{last.text}\n{own}")
            else:
                found.append(Code(holders, own))
        elif isinstance(last, Paragraph) and (before == heading if heading >= 0 else text.broken and before < 0):
            last.lines.append(text.line)
        else:
            found.append(Paragraph(holders, [text.line], int(page.tags[heading].name[1]) if heading >= 0 else 0))
        before = inside


def _holders(known: Frames, text: Text) -> Holders:
    holders = known.holders[text.element.frame] if text.element.frame >= 0 else ()
    if holders and holders[-1].name in LISTS:  # a text in a list and in no item is an item
        return (*holders, Holder("li", ~text.place))
    return holders


def _code(page: Outline, text: Text) -> str:
    """The kept text of an element in a ``pre``, its first line indented as it stands there."""
    element = text.element
    own = "".join(element.text[start:end] for start, end in text.spans).rstrip()
    if text.spans[0].start == 0:
        pieces = page.pieces[max(0, element.first - 1) : element.last]
        raw = dedent("".join("\n" if written == "br/" else behind for written, behind in pieces))
        own = raw[: len(raw) - len(raw.lstrip())].rpartition("\n")[2] + own
    return own
