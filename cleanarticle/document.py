"""What heuristics read: a text, its blocks, and what the page says of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar, cast

T = TypeVar("T")


class Span(NamedTuple):
    """A half-open range of code points of a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A line of a text, or a paragraph of hard-wrapped lines: the unit that is kept or removed.

    Attributes:
        index: The block's place in ``Document.blocks``.
        start: Where the block starts in ``Document.text``, white space left out.
        end: Where it ends, half-open.
        text: The block's text, ``Document.text[start:end]``.
    """

    index: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page or the caller says of an article; empty where nothing was said.

    ``sources`` has a pair for each fact that a page told: the fact's name and where it was read, such as
    ``("published", "json-ld")``. What the caller says has none.
    """

    title: str = ""
    description: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    modified: str = ""
    site_name: str = ""
    section: str = ""
    url: str = ""
    lang: str = ""
    tags: tuple[str, ...] = ()
    agency: str = ""
    sources: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, eq=False)
class Document:
    """One article as it was scraped. Heuristics know this and nothing else."""

    text: str
    blocks: tuple[Block, ...]
    facts: Facts = Facts()
    _memo: dict[Callable[[Document], Any], Any] = field(default_factory=dict, repr=False)

    def once(self, compute: Callable[[Document], T]) -> T:
        """Return ``compute(self)``, computed at the first call and kept.

        What several heuristics need (tokens, shapes, phrases found, repetition) is a function of the document; asked
        for through here it is computed once, and only if anyone asks.
        """
        if compute not in self._memo:
            self._memo[compute] = compute(self)
        return cast("T", self._memo[compute])
