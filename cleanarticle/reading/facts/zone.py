"""The elements around the article's heading, where a page prints who wrote it and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

# How far the zone reaches: elements behind the heading and before it, and paragraphs of running text.
_BEHIND = 260
_BEFORE = 40
_PARAGRAPHS = 3
_RUNNING = 140
_HIGHEST = 60
# Elements that hold no byline of the article, and words in class and id by which other stories and comments are told.
_SILENT = frozenset(
    "script style noscript template svg nav footer form select figure iframe head picture video".split()
)
_FOREIGN = frozenset(
    "comment comments reply replies related recommended recommendations trending popular sidebar carousel teaser"
    " teasers newsletter menu breadcrumb breadcrumbs footer navbar promo outbrain taboola mostread caption"
    " figcaption readmore prev previous nextpost disqus".split()
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+|[^\W\d_A-Za-z]+")


class Header(NamedTuple):
    """The elements around a heading: those behind it, in order, and those before it, from the nearest box out."""

    behind: Sequence[HtmlElement] = ()
    before: Sequence[HtmlElement] = ()


def header(heading: HtmlElement) -> Header:
    """The elements around a heading."""
    behind: list[HtmlElement] = []
    paragraphs = 0
    for element in islice(_following(heading), _BEHIND):
        behind.append(element)
        if element.tag == "p" and sum(map(len, islice(element.itertext(), 50))) >= _RUNNING:
            paragraphs += 1
            if paragraphs == _PARAGRAPHS:
                break
    return Header(behind, list(islice(_preceding(heading), _BEFORE)))


def _following(element: HtmlElement) -> Iterator[HtmlElement]:
    """Elements behind an element in the page's order, those of another story left out."""
    above: HtmlElement | None = element
    for _ in range(_HIGHEST):
        if above is None or above.tag == "body":
            return
        sibling = above.getnext()
        while sibling is not None:
            yield from _within(sibling)
            sibling = sibling.getnext()
        above = above.getparent()


def _preceding(element: HtmlElement) -> Iterator[HtmlElement]:
    """Elements that stand beside a heading or its box, before it."""
    above: HtmlElement | None = element
    for _ in range(3):
        if above is None or above.tag in ("body", "main"):
            return
        sibling = above.getprevious()
        while sibling is not None:
            yield from _within(sibling)
            sibling = sibling.getprevious()
        above = above.getparent()


def _within(element: HtmlElement) -> Iterator[HtmlElement]:
    stack = [element]
    while stack:
        element = stack.pop()
        if not isinstance(element.tag, str) or element.tag in _SILENT or is_foreign(element):
            continue
        yield element
        # A list of a million items is no header: its first ones tell as much.
        stack += reversed(list(islice(element, _BEHIND)))


def is_foreign(element: HtmlElement) -> bool:
    """Whether an element's own class or id says that it holds other stories, comments or menus."""
    told = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(told) > 1 and not _FOREIGN.isdisjoint(words(told))


def stands_apart(element: HtmlElement) -> bool:
    """Whether an element or one above it holds other stories, comments or menus."""
    above: HtmlElement | None = element
    for _ in range(_HIGHEST):
        if above is None or above.tag in ("body", "html"):
            return False
        if above.tag in _SILENT or is_foreign(above):
            return True
        above = above.getparent()
    return False


@lru_cache(4096)
def words(names: str) -> frozenset[str]:
    """The whole words of class names and the like: ``"postMeta_author-name"`` has four."""
    return frozenset(word.lower() for word in _WORD.findall(names[:400]))
