"""What the page says of itself, printed again: its name, its section, its description."""

from __future__ import annotations

from collections.abc import Iterator

from cleanarticle.document import Document
from cleanarticle.features.place import run
from cleanarticle.features.repetition import key, keys
from cleanarticle.heuristics.base import DECISIVE, finding
from cleanarticle.result import Finding

# As much of a description, in letters, tells it when it is cut off.
_DESCRIPTION_PREFIX = 40


def site_name(document: Document) -> Iterator[Finding]:
    """The site's name or the section's on a line of its own."""
    facts = document.facts
    names = {key(facts.site_name): "masthead", key(facts.section): "section"}
    names.pop("", None)
    for block, own in zip(document.blocks, document.once(keys), strict=True):
        if own in names:
            yield finding(block, names[own], "page.name", "is the name of the site or its section")


def description_echo(document: Document) -> Iterator[Finding]:
    """The page's description, printed above a story that starts afresh."""
    told = key(document.facts.description)
    story = document.once(run)
    if len(told) < _DESCRIPTION_PREFIX or story.last < 0:
        return
    for block, own in zip(document.blocks[: story.last], document.once(keys), strict=False):
        if story.before[block.index] > 0 or len(own) < _DESCRIPTION_PREFIX:
            continue
        if own == told:
            yield finding(block, "deck", "", "is the page's description")
