"""What heuristics read: a text, its blocks, and what the page says of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar, cast

from cleanarticle.outline import Outline

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
        element: Which of the page's elements it is, as an index of ``Document.page.elements``; -1 in a plain text.
    """

    index: int
    start: int
    end: int
    text: str
    element: int = -1


class Outside(NamedTuple):
    """A text of a page that stands where no article does: in a menu, a footer, a list of links.

    Attributes:
        start: Where it starts in ``Document.text``.
        end: Where it ends, half-open.
        element: Which of the page's elements it is.
        chance: How probable it is, 0 to 1, that it is no part of the article.
    """

    start: int
    end: int
    element: int
    chance: float


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page or the caller says of an article; empty where nothing was said.

    ``sources`` has a pair for each fact that a page told: the fact's name and where it was read, such as
    ``("published", "json-ld")``. What the caller says has none. ``body`` is the whole text where the page's data
    hold it.
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
    body: str = ""


@dataclass(frozen=True, eq=False)
class Document:
    """One article as it was scraped. Heuristics know this and nothing else.

    Attributes:
        text: All of the text, of a page too, in reading order.
        blocks: What may be of the article: every line of a plain text; of a page what ``outside`` does not hold.
        facts: What the page or the caller says of the article.
        page: The page's structure; None for a plain text.
        outside: The page's texts that no heuristic need look at.
        evidence: For each block of a page what its layout says of it, in numbers.
        engine: How a page was read, "fast" or "thorough"; empty for a plain text.
    """

    text: str
    blocks: tuple[Block, ...]
    facts: Facts = Facts()
    page: Outline | None = None
    outside: tuple[Outside, ...] = ()
    evidence: tuple[tuple[float, ...], ...] = ()
    engine: str = ""
    _memo: dict[Callable[[Document], Any], Any] = field(default_factory=dict, repr=False)

    def once(self, compute: Callable[[Document], T]) -> T:
        """Return ``compute(self)``, computed at the first call and kept.

        What several heuristics need (tokens, shapes, phrases found, repetition) is a function of the document; asked
        for through here it is computed once, and only if anyone asks.
        """
        if compute not in self._memo:
            self._memo[compute] = compute(self)
        return cast("T", self._memo[compute])
