"""What a page's layout says of its texts: of each the kind that stands in such a place; of those outside, that they go.

Every text of a page stands somewhere, so all of them are weighed, with or without a phrase. Texts outside, in menus,
footers and lists of links, are removals like any other; a run of them in one sort of place is told as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from cleanarticle.decide.further import further
from cleanarticle.decide.policy import Policy
from cleanarticle.document import Document, Outside, Span
from cleanarticle.outline import Outline
from cleanarticle.reading.roles import bit
from cleanarticle.result import Finding, Removal

# What findings and removals by the layout name as their heuristic.
LAYOUT = "layout"
# Role of an element -> the kind of residue that stands in one, the most telling role first.
PLACES = {
    "consent": "consent", "comments": "comments", "advertising": "advertisement", "share": "social",
    "prompt": "newsletter", "related": "related", "caption": "caption", "tags": "tags", "byline": "byline",
    "date": "timestamp", "deck": "deck", "widget": "widget", "navigation": "navigation", "footer": "navigation",
    "header": "navigation", "aside": "related", "popup": "subscription", "title": "headline",
}  # fmt: skip
# How sure it is that a further article is none of this one.
_SURE, _FURTHER = 0.97, "stands in a further article of the page"


def findings(document: Document) -> Iterator[Finding]:
    """Where each block of a page stands; no evidence for or against it by itself, but in a further article."""
    if document.page is not None:
        beyond = further(document.page, document.facts)
        for block in document.blocks:
            kind, reason = _place(document.page, block.element)
            yield Finding(block.start, block.end, kind, 0.0, reason, LAYOUT, f"{LAYOUT}.{kind}")
            if block.element in beyond:
                yield Finding(block.start, block.end, "related", _SURE, _FURTHER, LAYOUT)


def goes(page: Outline | None, text: Outside, policy: Policy) -> bool:
    """Whether a text outside goes: unless the user keeps what stands in such a place."""
    return page is None or not policy.keep or _place(page, text.element)[0] not in policy.keep


def outside(document: Document, spans: Iterable[tuple[Outside, Span]], named: bool = True) -> list[Removal]:
    """The removals of texts outside; without their kinds if they need not be ``named``."""
    page, text = document.page, document.text
    runs: list[tuple[int, int, float, tuple[str, str]]] = []
    for found, (start, end) in spans:
        place = _place(page, found.element) if named and page else ("", "")
        if runs and runs[-1][1] == start and runs[-1][3] == place:
            start, _, chance, _ = runs.pop()
            runs.append((start, end, min(chance, found.chance), place))
        else:
            runs.append((start, end, found.chance, place))
    return [
        Removal(start, end, kind, round(chance, 4), LAYOUT, reason, text[start:end])
        for start, end, chance, (kind, reason) in runs
    ]


@cache
def _places() -> tuple[tuple[tuple[int, str, str], ...], int]:
    """``PLACES`` with the bit of each role, and all of these together; read when a page comes, not at import."""
    places = tuple((bit(role), role, kind) for role, kind in PLACES.items())
    return places, sum(own for own, _, _ in places)


def _place(page: Outline, element: int) -> tuple[str, str]:
    """The kind of residue that stands where a text of a page does, by the nearest telling element, and why."""
    found, (places, telling) = page.elements[element], _places()
    roles, frame = found.roles & telling, found.frame
    while not roles and frame >= 0:
        roles, frame = page.tags[frame].roles & telling, page.parents[frame]
    for own, role, kind in places:
        if roles & own:
            return kind, f"stands in an element that the page marks as {role}"
    return "navigation", "stands away from the article on the page"
