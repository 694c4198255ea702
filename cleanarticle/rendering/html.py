"""Parts as simplified HTML: a few harmless elements, well-formed, and of attributes only where a link leads to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from cleanarticle.rendering.grouping import grouped
from cleanarticle.rendering.marks import Run
from cleanarticle.rendering.parts import Cell, Code, Holder, Holders, Line, Paragraph, Part, Table, shared


def html(parts: Iterable[Part]) -> str:
    """The HTML of a page's parts: the elements of a body, one below the other."""
    out: list[str] = []
    before: Holders = ()
    start = ""  # an item's tag stands on the line of what comes first in it
    for part in parts:
        same = shared(before, part.holders)
        _close(out, before[same:])
        for holder in part.holders[same:]:
            if holder.name == "li":
                start = "<li>"
            else:
                out.append(start + _opening(holder))
                start = ""
        bare = bool(start) and isinstance(part, Paragraph) and not part.level
        out.append(start + (_text(part.lines) if bare and isinstance(part, Paragraph) else _part(part)))
        start = ""
        before = part.holders
    _close(out, before)
    return "\n".join(out)


def _opening(holder: Holder) -> str:
    return f'<ol start="{holder.start}">' if holder.name == "ol" and holder.start != 1 else f"<{holder.name}>"


def _close(out: list[str], holders: Holders) -> None:
    for holder in reversed(holders):
        if holder.name == "li":
            out[-1] += "</li>"
        else:
            out.append(f"</{holder.name}>")


def _part(part: Part) -> str:
    if isinstance(part, Code):
        return f"<pre><code>{escape(part.text, quote=False)}</code></pre>"
    if isinstance(part, Table):
        return "\n".join(["<table>", *(f"<tr>{''.join(map(_cell, row))}</tr>" for row in part.rows), "</table>"])
    name = f"h{part.level}" if part.level else "p"
    return f"<{name}>{_text(part.lines)}</{name}>"


def _cell(cell: Cell) -> str:
    name = "th" if cell.header else "td"
    return f"<{name}>{_text(cell.lines)}</{name}>"


def _text(lines: Sequence[Line]) -> str:
    return "<br/>".join(_inline(line, 0) for line in lines)


def _inline(runs: Sequence[Run], depth: int) -> str:
    out: list[str] = []
    for mark, group in grouped(runs, depth):
        if mark is None:
            out.append(escape("".join(run.text for run in group), quote=False))
        else:
            opening = f'a href="{escape(mark.href)}"' if mark.name == "a" else mark.name
            out.append(f"<{opening}>{_inline(group, depth + 1)}</{mark.name}>")
    return "".join(out)
