"""The extractor's voice: what trafilatura takes for the main text, as evidence on each of a page's elements."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from inspect import signature
from typing import TYPE_CHECKING, Any

from cleanarticle.features.repetition import key
from cleanarticle.outline import Outline

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# How far from its place in a text an element is looked for: all of any usual text, and no more of an endless one.
_NEAR = 100_000
# Letters of an element that tell where in the text we are.
_TELLING = 40


def main_text(tree: HtmlElement) -> str:
    """The page's main text, by trafilatura; empty where it finds none or fails."""
    import trafilatura

    try:
        # Without its own second opinions: here it is one voice among others, and they take a third of its time.
        options: dict[str, Any] = {_quick(): True}
        found = trafilatura.extract(deepcopy(tree), include_comments=False, **options)
    except Exception:  # a page that breaks the extractor must not break the caller
        found = None
    return found or ""


@cache
def _quick() -> str:
    """What trafilatura calls the option to do without other extractors; version 2 gave it another name."""
    import trafilatura

    return "fast" if "fast" in signature(trafilatura.extract).parameters else "no_fallback"


def heard(page: Outline, text: str) -> list[float]:
    """For each element 1 where its letters stand in the extractor's text, else 0; near its place if that is long."""
    said = key(text)
    found: list[float] = []
    place = 0
    for element in page.elements:
        own = key(element.text)
        at = said.find(own, place, place + _NEAR + len(own)) if own else -1
        if at < 0 < place and own:
            at = said.find(own, max(0, place - _NEAR), place + len(own))
        found.append(float(at >= 0))
        if at > place and len(own) >= _TELLING:
            place = at
    return found
