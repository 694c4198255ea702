"""What a page says of its article, and where it says so.

Each fact is taken from the source that is trusted most among those that tell it. The order is, but for the title:
JSON-LD, Open Graph and other ``<meta>``, properties in the markup, what the page shows its readers, its address.
"""

from __future__ import annotations

from lxml.html import HtmlElement

from cleanarticle.document import Facts
from cleanarticle.reading.facts.page import Page
from cleanarticle.reading.facts.trust import FIELDS, body


def read_facts(tree: HtmlElement) -> Facts:
    """Read what a page says of itself; empty where it says nothing. The tree is not changed."""
    page = Page(tree)
    told = {}
    sources = []
    for field, find in FIELDS.items():
        source, value = find(page)
        if value:
            told[field] = value
            sources.append((field, source))
    return Facts(**told, sources=tuple(sources), body=body(page))
