"""Parts as Markdown: CommonMark, with GitHub's tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleanarticle.rendering.escape import begun, fence
from cleanarticle.rendering.frames import LISTS
from cleanarticle.rendering.inline import inline
from cleanarticle.rendering.parts import Code, Holder, Holders, Line, Paragraph, Part, Table, shared

_BREAK = "  "


def markdown(parts: Iterable[Part]) -> str:
    """The Markdown of a page's parts."""
    out: list[str] = []
    margins = _Margins()
    before: Part | None = None
    for part in parts:
        if before is not None and not _tight(before, part):
            out.append(margins.blank(part.holders[: shared(before.holders, part.holders)]))
        first, rest = margins.of(part.holders, () if before is None else before.holders)
        for place, line in enumerate(_lines(part)):
            out.append(f"{rest if place else first}{line}" if line else (rest if place else first).rstrip())
        before = part
    return "\n".join(out)


def _lines(part: Part) -> list[str]:
    if isinstance(part, Code):
        ticks = fence(part.text, 3)
        return [ticks, *part.text.split("\n"), ticks]
    if isinstance(part, Table):
        return _table(part)
    lines = [inline(line) for line in part.lines]
    if part.level:
        heading = " ".join(lines)
        return [f"{'#' * part.level} {heading[:-1]}\\#" if heading.endswith("#") else f"{'#' * part.level} {heading}"]
    begins = [begun(line) for line in lines]
    return [*(line + _BREAK for line in begins[:-1]), begins[-1]]


def _table(table: Table) -> list[str]:
    width = max(map(len, table.rows))
    rows = [[_cell(cell.lines) for cell in row] for row in table.rows]
    head = rows[0] + [""] * (width - len(rows[0]))
    return [_row(head), _row(["---"] * width), *map(_row, rows[1:])]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(lines: Sequence[Line]) -> str:
    return "<br>".join(map(inline, lines)).replace("|", "\\|")


def _tight(before: Part, part: Part) -> bool:
    """Whether no blank line parts two parts: items of one list, and an item's text from the list below it."""
    same = shared(before.holders, part.holders)
    if not same or same == len(part.holders):
        return False
    opened = part.holders[same]
    if opened.name == "li":
        return True
    # A list that does not begin with 1 ends no paragraph.
    text_before = isinstance(before, Paragraph) and not before.level and len(before.holders) == same
    return text_before and opened.name in LISTS and opened.start == 1


class _Margins:
    """What stands before the lines of a part: signs of quotations, markers of items and the space below them."""

    def __init__(self) -> None:
        self._numbers: dict[Holder, int] = {}
        self._widths: dict[Holder, int] = {}
        self._others: set[Holder] = set()

    def of(self, holders: Holders, before: Holders) -> tuple[str, str]:
        """The margin of a part's first line and that of the others; ``before`` are the holders of the part before."""
        same = shared(before, holders)
        if same < min(len(before), len(holders)):
            self._tell_apart(before[same], holders[same])
        first, rest = "", ""
        for place, holder in enumerate(holders):
            if holder.name == "blockquote":
                first, rest = f"{first}> ", f"{rest}> "
            elif holder.name == "li":
                if place >= same:
                    marker = self._marker(holders[place - 1])
                    self._widths[holder] = len(marker)
                    first += marker
                else:
                    first += " " * self._widths[holder]
                rest += " " * self._widths[holder]
        return first, rest

    def blank(self, holders: Holders) -> str:
        """An empty line inside some holders."""
        margins = ("> " if each.name == "blockquote" else " " * self._widths.get(each, 0) for each in holders)
        return "".join(margins).rstrip()

    def _tell_apart(self, before: Holder, holder: Holder) -> None:
        """Two lists, one right below the other, would be one; other markers part them."""
        if before.name == holder.name and holder.name in LISTS and before not in self._others:
            self._others.add(holder)

    def _marker(self, holder: Holder) -> str:
        other = holder in self._others
        if holder.name == "ul":
            return "* " if other else "- "
        number = self._numbers[holder] = self._numbers.get(holder, holder.start - 1) + 1
        return f"{number}{')' if other else '.'} "
