"""What each frame of a page is to the parts inside it: their holders, heading, code, table and cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cleanarticle.outline import Outline
from cleanarticle.rendering.parts import Holder, Holders

LISTS = frozenset(("ul", "ol"))
_LIST_NAMES = {"ul": "ul", "ol": "ol", "menu": "ul", "dir": "ul"}
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# What stands in no cell of a table of data.
_BLOCKS = _HEADINGS.union(_LIST_NAMES, ("table", "blockquote", "pre"))
# So many holders are counted; what is nested deeper stands in the innermost of these.
_DEEPEST = 16
_START = re.compile(r'\sstart="(\d{1,9})"')


@dataclass(slots=True)
class Frames:
    """For each frame of a page what it is or stands in; -1 where there is none.

    Attributes:
        holders: Lists, items and quotations around.
        heading: The heading.
        code: The ``pre``.
        table: The innermost table.
        cell: The cell of that table.
        row: The row of that table.
        cells: The cells of each row, empty ones too.
        layouts: Tables that lay out the page: their cells hold headings, lists, quotations, code or tables.
    """

    holders: list[Holders] = field(default_factory=list)
    heading: list[int] = field(default_factory=list)
    code: list[int] = field(default_factory=list)
    table: list[int] = field(default_factory=list)
    cell: list[int] = field(default_factory=list)
    row: list[int] = field(default_factory=list)
    cells: dict[int, list[int]] = field(default_factory=dict)
    layouts: set[int] = field(default_factory=set)


def frames(page: Outline) -> Frames:
    """Read the frames of a page, each once."""
    found = Frames()
    holding = _Holding(page)
    for frame, (tag, parent) in enumerate(zip(page.tags, page.parents, strict=True)):
        name, outer = tag.name, parent >= 0
        heading = found.heading[parent] if outer else -1
        code = found.code[parent] if outer else -1
        table = found.table[parent] if outer else -1
        cell = found.cell[parent] if outer else -1
        row = found.row[parent] if outer else -1
        if cell >= 0 and name in _BLOCKS:
            found.layouts.add(table)
        if name == "table":
            table, cell, row = frame, -1, -1
        elif name == "tr" and table >= 0 and cell < 0:
            row = frame
        elif name in ("td", "th") and row >= 0 and cell < 0:
            cell = frame
            found.cells.setdefault(row, []).append(frame)
        found.holders.append(holding.around(frame, name, found.holders[parent] if outer else ()))
        found.heading.append(frame if heading < 0 and name in _HEADINGS else heading)
        found.code.append(frame if code < 0 and name == "pre" else code)
        found.table.append(table)
        found.cell.append(cell)
        found.row.append(row)
    return found


class _Holding:
    """Lists as they should be: items stand in lists, and nothing else does."""

    def __init__(self, page: Outline) -> None:
        self._page = page
        self._last_items: dict[Holder, Holder] = {}

    def around(self, frame: int, name: str, outer: Holders) -> Holders:
        """The holders of a frame with its own; ``outer`` are those of the frame around it."""
        in_list = bool(outer) and outer[-1].name in LISTS
        if name in _LIST_NAMES and len(outer) + 2 <= _DEEPEST:
            if in_list:  # a list between the items of another belongs to the item before
                item = self._last_items.get(outer[-1])
                if item is None:
                    return outer
                outer = (*outer, item)
            return (*outer, Holder(_LIST_NAMES[name], frame, self._start(frame) if name == "ol" else 1))
        if name == "li" and (in_list or len(outer) + 2 <= _DEEPEST):
            if not in_list:
                outer = (*outer, Holder("ul", self._page.parents[frame]))
            item = self._last_items[outer[-1]] = Holder("li", frame)
            return (*outer, item)
        if name == "blockquote" and len(outer) + 2 <= _DEEPEST:
            return (*outer, Holder("li", frame), Holder(name, frame)) if in_list else (*outer, Holder(name, frame))
        return outer

    def _start(self, frame: int) -> int:
        found = _START.search(self._page.pieces[self._page.opened[frame]][0])
        return int(found[1]) if found else 1
