"""Microdata: the properties that elements of the page carry (``itemprop``)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from cleanarticle.reading.facts.values import one_line, texts

# Another story's, a comment's or a product's properties are none of the article's.
_FOREIGN_TYPES = ("comment", "review", "product", "offer", "rating", "organization", "imageobject", "videoobject")
_HIGHEST = 30
_LONGEST = 400


def properties(tree: HtmlElement, name: str) -> Iterator[HtmlElement]:
    """The elements that carry a property of the article, in order."""
    for element in tree.xpath("//*[@itemprop][contains(concat(' ', @itemprop, ' '), $name)]", name=f" {name} "):
        if not _is_foreign(element):
            yield element


def _is_foreign(element: HtmlElement) -> bool:
    for above in islice(element.iterancestors(), _HIGHEST):
        if above.get("itemprop") in ("comment", "review", "itemListElement"):
            return True
        kind = above.get("itemtype")
        if kind:
            return kind.rstrip("/").rpartition("/")[2].lower() in _FOREIGN_TYPES
    return False


def value(element: HtmlElement) -> str:
    """What an element with a property says: its machine-readable value before its text."""
    told = element.get("content") or element.get("datetime")
    return one_line(told) if told else " ".join(texts(element, _LONGEST))
