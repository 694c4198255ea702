"""The extractor's voice: what trafilatura takes for the main text, as evidence on each of a page's elements."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from cleanarticle.outline import Outline
from cleanarticle.reading.region import squeezed

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def main_text(tree: HtmlElement) -> str:
    """The page's main text, by trafilatura; empty where it finds none or fails."""
    import trafilatura

    try:
        found = trafilatura.extract(deepcopy(tree), include_comments=False)
    except Exception:  # a page that breaks the extractor must not break the caller
        found = None
    return found or ""


def heard(page: Outline, text: str) -> list[float]:
    """For each element 1 where its letters stand in the extractor's text, else 0."""
    said = squeezed(text)
    return [float(own in said) if (own := squeezed(element.text)) else 0.0 for element in page.elements]
