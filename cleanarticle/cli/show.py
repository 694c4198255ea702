"""What people read in a terminal: what went and why, as a list or as a diff; and tables of what there is."""

from __future__ import annotations

import difflib
import io
import re
import shutil
import textwrap
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from cleanarticle.heuristics.base import Heuristic, name_of, summary_of
from cleanarticle.kinds import KINDS
from cleanarticle.result import Declined, Removal, Result

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
# Characters by which a text could steer the terminal.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_STYLES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "cyan": "36"}


def explain(name: str, result: Result, *, colour: bool = False) -> str:
    """List what was removed, and what was declined: line, kind, how sure, why, by what, and the text."""
    heading = f"{one_line(name)}: {len(result.removed)} removed, {len(result.declined)} declined"
    breaks = [match.end() for match in _LINE_BREAK.finditer(result.source_text)]
    lines = [_styled(heading, "bold", colour)]
    for title, items in (("removed", result.removed), ("declined", result.declined)):
        if items:
            lines += ["", title, *_rows(items, breaks, colour)]
    return "\n".join(lines) + "\n"


def _rows(items: Sequence[Removal | Declined], breaks: Sequence[int], colour: bool) -> Iterator[str]:
    kind_width = max(len(item.kind) for item in items)
    for item in items:
        # White space that went with a text may begin on the line before.
        first = item.start + len(item.text) - len(item.text.lstrip())
        line = bisect_right(breaks, first) + 1
        by = f"{item.heuristic}, guard {item.guard}" if isinstance(item, Declined) else item.heuristic
        kind = _styled(one_line(item.kind).ljust(kind_width), "cyan", colour)
        why = f"{one_line(item.reason)} {_styled(f'({one_line(by)})', 'dim', colour)}"
        yield f"{line:>6}  {kind}  {item.confidence:>4.0%}  {why}"
        yield " " * 8 + shorten(item.text, _width() - 8)


def diff(name: str, result: Result, *, colour: bool = False) -> str:
    """A unified diff from the source text to the clean one."""
    name = one_line(name)
    lines = difflib.unified_diff(
        _lines(result.source_text),
        _lines(result.text),
        fromfile=name,
        tofile=name,
        fromfiledate="source",
        tofiledate="clean",
    )
    return "".join(_diff_line(line, colour) for line in lines)


def _lines(text: str) -> list[str]:
    # Not splitlines: to diff and patch, a line ends with a newline and with nothing else.
    return list(io.StringIO(text, newline="\n"))


def _diff_line(line: str, colour: bool) -> str:
    body, newline = line.removesuffix("\n"), line.endswith("\n")
    style = {"-": "red", "+": "green", "@": "cyan"}.get(line[0], "")
    if line.startswith(("--- ", "+++ ")) and "\t" in line:
        style = "bold"
    return _styled(body, style, colour) + ("\n" if newline else "\n\\ No newline at end of file\n")


def kinds_table() -> str:
    """The built-in kinds: name, meaning, example."""
    width = max(len(kind.name) for kind in KINDS) + 2
    rows = []
    for kind in KINDS:
        rows += [_row(kind.name, kind.meaning, width), _row("", f"for example: {kind.example}", width)]
    return "".join(rows)


def heuristics_table(heuristics: Iterable[Heuristic]) -> str:
    """Heuristics: name and what they look for."""
    rows = [(name_of(heuristic), summary_of(heuristic)) for heuristic in heuristics]
    width = max((len(name) for name, _ in rows), default=0) + 2
    return "".join(_row(name, summary, width) for name, summary in rows)


def _row(name: str, text: str, indent: int) -> str:
    lines = textwrap.wrap(text, max(20, _width() - indent), break_on_hyphens=False)
    margin = "\n" + " " * indent
    return (name.ljust(indent) + margin.join(lines)).rstrip() + "\n"


def one_line(text: str) -> str:
    """A text on one line, without characters that steer the terminal."""
    return " ".join(_CONTROL.sub("\ufffd", text).split())


def shorten(text: str, columns: int) -> str:
    """The beginning of a text, on one line of at most so many columns; a Chinese character takes two."""
    text = one_line(text.strip()[: 4 * columns])
    used = 0
    for at, char in enumerate(text):
        used += _columns(char)
        if used > columns:
            cut = text[:at]
            while cut and sum(map(_columns, cut)) > columns - 1:
                cut = cut[:-1]
            return cut.rstrip() + "…"
    return text


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _width() -> int:
    return max(40, shutil.get_terminal_size((100, 24)).columns)


def _styled(text: str, style: str, colour: bool) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if colour and style else text
