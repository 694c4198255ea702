"""Tables of data, told from tables that lay out a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cleanarticle.outline import Outline
from cleanarticle.rendering.frames import Frames
from cleanarticle.rendering.parts import Cell, Line, Table

# A cell of a table of data holds at most so many lines; one that holds more lays out a page.
_LINES = 4
# A cell that spans more columns or rows than this is taken to span so many.
_SPAN = 50
_COLUMNS = re.compile(r'\scolspan="(\d{1,3})"')
_ROWS = re.compile(r'\srowspan="(\d{1,3})"')


def table_of(page: Outline, known: Frames, table: int, texts: Sequence[tuple[int, Line]]) -> Table | None:
    """The table of texts that stand in its cells, each with its frame; None where it only lays out a page."""
    lines: dict[int, list[Line]] = {}
    rows: dict[int, int] = {}
    for frame, line in texts:
        cell = known.cell[frame]
        if cell not in lines:
            rows[known.row[frame]] = rows.get(known.row[frame], 0) + 1
        lines.setdefault(cell, []).append(line)
    if len(rows) < 2 or max(rows.values()) < 2 or any(len(own) > _LINES for own in lines.values()):
        return None
    return Table(known.holders[table], list(_rows(page, known, list(rows), lines)))


def _rows(page: Outline, known: Frames, rows: Sequence[int], lines: dict[int, list[Line]]) -> Iterator[list[Cell]]:
    """The cells of each row, with empty ones where a cell spans several."""
    spanned: dict[int, int] = {}  # column -> rows that a cell above still reaches into
    for row in rows:
        made: list[Cell] = []
        below: dict[int, int] = {}
        for cell in known.cells[row]:
            while spanned.get(len(made), 0):
                below[len(made)] = spanned[len(made)] - 1
                made.append(Cell(False, []))
            written = page.pieces[page.opened[cell]][0]
            width, height = _span(_COLUMNS, written), _span(_ROWS, written)
            for place in range(width):
                below[len(made)] = height - 1
                made.append(Cell(page.tags[cell].name == "th", [] if place else lines.get(cell, [])))
        below.update((column, left - 1) for column, left in spanned.items() if column >= len(made) and left)
        spanned = below
        while made and not made[-1].lines:
            made.pop()
        yield made


def _span(pattern: re.Pattern[str], written: str) -> int:
    found = pattern.search(written)
    return min(_SPAN, max(1, int(found[1]))) if found else 1
