"""What the page says of itself, printed again: its name, its section.

Not its description: where a line of the text is just that, it is the story's first paragraph more often than its deck.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleanarticle.document import Document
from cleanarticle.features.repetition import key, keys
from cleanarticle.heuristics.base import finding
from cleanarticle.result import Finding


def site_name(document: Document) -> Iterator[Finding]:
    """The site's name or the section's on a line of its own."""
    facts = document.facts
    names = {key(facts.site_name): "masthead", key(facts.section): "section"}
    names.pop("", None)
    for block, own in zip(document.blocks, document.once(keys), strict=True):
        if own in names:
            yield finding(block, names[own], "page.name", "is the name of the site or its section")
