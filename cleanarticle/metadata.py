"""Metadata from what was removed, where the page itself did not say: nothing that a line told is lost with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cleanarticle.document import Facts
from cleanarticle.heuristics.agencies import agency_in
from cleanarticle.lexicon.slots import split_names
from cleanarticle.reading.text import INVISIBLE
from cleanarticle.result import Declined, Metadata, Removal

# All that shows nothing at the ends of a line: every white space that Unicode has below U+3001, and what is invisible.
_WHITE = INVISIBLE + "".join(char for char in map(chr, range(0x3001)) if char.isspace())
# kind, slot, text: what a phrase's slot caught in a line of that kind.
Capture = tuple[str, str, str]


def harvest(facts: Facts, lines: Sequence[Removal | Declined], captures: Iterable[Capture]) -> Metadata:
    """The page's facts, completed from residue: removed lines, and lines of a kind that was kept."""
    caught = list(dict.fromkeys(captures))
    return Metadata(
        title=facts.title or _first(lines, "headline"),
        description=facts.description or _first(lines, "deck"),
        authors=facts.authors or tuple(dict.fromkeys(_authors(caught))),
        published=facts.published
        or next((text for kind, slot, text in caught if kind == "timestamp" and slot == "DATE"), "")
        or next((text for kind, slot, text in caught if kind == "byline" and slot == "DATE"), ""),
        modified=facts.modified,
        agency=next(filter(None, map(agency_in, _suppliers(lines))), ""),
        site_name=facts.site_name or _first(lines, "masthead"),
        section=facts.section or _first(lines, "section"),
        url=facts.url,
        lang=facts.lang,
        captions=tuple(dict.fromkeys(_told(lines, "caption"))),
        tags=facts.tags or tuple(dict.fromkeys(_tags(lines))),
    )


def _told(lines: Sequence[Removal | Declined], kind: str) -> Iterator[str]:
    return (line.text.strip(_WHITE) for line in lines if line.kind == kind)


def _first(lines: Sequence[Removal | Declined], kind: str) -> str:
    return next(_told(lines, kind), "")


def _suppliers(lines: Sequence[Removal | Declined]) -> Iterator[str]:
    """The lines that may name an agency, those that are there for it first."""
    for kind in ("credit", "byline"):
        yield from _told(lines, kind)


def _authors(caught: Sequence[Capture]) -> Iterator[str]:
    """The names that bylines caught; of one that is a piece of another only the shorter, without its label or role."""
    names = [
        name
        for kind, slot, text in caught
        if kind == "byline" and slot in ("NAME", "NAMES")
        for name in split_names(text)
    ]
    yield from (name for name in names if len(name) > 1 and not any(other != name and other in name for other in names))


def _tags(lines: Sequence[Removal | Declined]) -> Iterator[str]:
    for line in _told(lines, "tags"):
        items = line.rpartition(":")[2].replace("#", ",").split(",")
        yield from (item.strip() for item in items if item.strip())
