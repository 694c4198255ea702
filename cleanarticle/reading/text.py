"""Read a plain text: its lines as blocks, with exact offsets into the text as given.

A block is a line, whatever the newline convention and whether or not blank lines part the paragraphs. Where the text is
hard-wrapped (every paragraph broken into lines of about one width), a block is the whole paragraph: its lines are no
units of meaning, and judged one by one they would look like fragments.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanarticle.document import Block, Document, Facts, Span

# Not white space to str.strip, yet nothing to see: BOM, zero-width space and joiners, direction marks.
INVISIBLE = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u202a\u202b\u202c\u00ad\x00"

# A text is hard-wrapped when it has this many full lines and hardly a line over the width.
_WRAP_WIDTHS = range(55, 101)
_WRAP_LINES = 6


def read_text(text: str, facts: Facts | None = None) -> Document:
    """Make a Document of a plain text."""
    lines = list(_lines(text))
    paragraphs = list(_paragraphs(lines, text))
    spans = paragraphs if _is_hard_wrapped(lines, paragraphs) else lines
    blocks = tuple(Block(i, start, end, text[start:end]) for i, (start, end) in enumerate(spans))
    return Document(text, blocks, facts or Facts())


def _lines(text: str) -> Iterator[Span]:
    """The spans of all lines that show anything, white space around them left out."""
    at = 0
    for line in text.splitlines(keepends=True):
        start, stripped = at, line.strip()
        at += len(line)
        if not stripped:
            continue
        if stripped[0] in INVISIBLE or stripped[-1] in INVISIBLE:
            stripped = stripped.strip(INVISIBLE + " \t\xa0")
            if not stripped:
                continue
        start += line.index(stripped)
        yield Span(start, start + len(stripped))


def _paragraphs(lines: Sequence[Span], text: str) -> Iterator[Span]:
    """The spans of runs of lines that no blank line parts."""
    start = end = -1
    for line in lines:
        if start >= 0 and len(text[end : line.start].splitlines()) <= 1:
            end = line.end
            continue
        if start >= 0:
            yield Span(start, end)
        start, end = line
    if start >= 0:
        yield Span(start, end)


def _is_hard_wrapped(lines: Sequence[Span], paragraphs: Sequence[Span]) -> bool:
    """Whether most lines inside paragraphs end only because the column was full."""
    inner = len(lines) - len(paragraphs)  # lines that are followed by another of their paragraph
    if inner < _WRAP_LINES or len(paragraphs) < 2:
        return False
    widths = sorted(end - start for start, end in lines)
    width = widths[-1]
    if width not in _WRAP_WIDTHS:
        return False
    full = sum(length >= width - 18 for length in widths)
    return full >= 0.85 * inner
