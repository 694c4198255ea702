"""A line of runs as Markdown.

Asterisks open and close emphasis only where the characters beside them allow it (CommonMark's delimiter runs): next to
punctuation inside a word they would stand in the text. There the emphasis is left out, and the words stay.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from cleanarticle.rendering.escape import escaped, fence
from cleanarticle.rendering.grouping import grouped
from cleanarticle.rendering.marks import Mark, Run

_DELIMITERS = {"strong": "**", "em": "*"}


def inline(runs: Sequence[Run], depth: int = 0, before: str = " ", after: str = " ") -> str:
    """The Markdown of a line, or of the part of one that stands inside ``depth`` marks.

    ``before`` and ``after`` are the characters that it stands between.
    """
    groups = list(grouped(runs, depth))
    out: list[str] = []
    starred = False  # whether what stands before ends in asterisks of emphasis
    for place, (mark, group) in enumerate(groups):
        left = _last(*groups[place - 1]) if place else before
        right = _first(*groups[place + 1]) if place + 1 < len(groups) else after
        delimiter = _DELIMITERS.get(mark.name, "") if mark else ""
        whole = "".join(run.text for run in group)
        own_starred = False
        if mark is None:
            written = escaped(whole)
        elif mark.name == "code":
            written = _code(whole)
        elif mark.name == "a":
            if out and out[-1].endswith("!"):  # it would make the link a picture
                out[-1] = out[-1][:-1] + "\\!"
            written = f"[{inline(group, depth + 1, '[', ']')}]({mark.href})"
        elif not starred and _flanks(left, _first(None, group, depth + 1), _last(None, group, depth + 1), right):
            written = delimiter + inline(group, depth + 1, left, right) + delimiter
            own_starred = True
        else:
            written = inline(group, depth + 1, left, right)
        out.append(written)
        starred = own_starred
    return "".join(out)


def _code(text: str) -> str:
    ticks = fence(text, 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def _first(mark: Mark | None, group: Sequence[Run], depth: int = 0) -> str:
    """The character that a group begins with, as it is written, asterisks aside."""
    return _edge((mark, *group[0].marks[depth:]), group[0].text[0], "[")


def _last(mark: Mark | None, group: Sequence[Run], depth: int = 0) -> str:
    return _edge((mark, *group[-1].marks[depth:]), group[-1].text[-1], ")")


def _edge(marks: Sequence[Mark | None], char: str, link: str) -> str:
    for mark in marks:
        if mark and mark.name == "a":
            return link
        if mark and mark.name == "code":
            return "`"
    return char


def _flanks(left: str, first: str, last: str, right: str) -> bool:
    """Whether asterisks open between the first two characters and close between the last two."""
    opens = not _punctuation(first) or left.isspace() or _punctuation(left)
    closes = not _punctuation(last) or right.isspace() or _punctuation(right)
    return opens and closes and not first.isspace() and not last.isspace()


def _punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"
