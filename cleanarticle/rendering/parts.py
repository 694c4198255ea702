"""What a writer writes: paragraphs, headings, code and tables in reading order, each with the holders around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from cleanarticle.rendering.marks import Run


class Holder(NamedTuple):
    """A list, an item of one, or a quotation around a part.

    Attributes:
        name: ``ul``, ``ol``, ``li`` or ``blockquote``.
        frame: What tells it from others of its name: as a rule the outline's frame.
        start: The number of an ordered list's first item.
    """

    name: str
    frame: int
    start: int = 1


Holders = tuple[Holder, ...]
# The runs of a line; between lines of a part stands a line break.
Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a heading where ``level`` is 1 to 6."""

    holders: Holders
    lines: list[Line]
    level: int = 0


@dataclass(frozen=True, slots=True)
class Code:
    """Text whose lines stay as they are."""

    holders: Holders
    text: str


class Cell(NamedTuple):
    """A cell of a table: whether it is a header, and its lines."""

    header: bool
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of data; its first row is the header where it has one."""

    holders: Holders
    rows: list[list[Cell]]


Part = Paragraph | Code | Table


def shared(first: Holders, second: Holders) -> int:
    """How many of the outer holders two parts have in common."""
    size = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        size += 1
    return size
