"""Metadata from what was removed, where the page itself did not say: nothing that a line told is lost with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from typing import Any

from cleanarticle.document import Facts
from cleanarticle.features.repetition import key
from cleanarticle.lexicon.agencies import agency_in
from cleanarticle.lexicon.calendar import iso_date, url_date
from cleanarticle.lexicon.persons import is_full, names_in
from cleanarticle.lexicon.slots import split_names
from cleanarticle.reading.text import INVISIBLE
from cleanarticle.result import Declined, Metadata, Removal

# All that shows nothing at the ends of a line: every white space that Unicode has below U+3001, and what is invisible.
_WHITE = INVISIBLE + "".join(char for char in map(chr, range(0x3001)) if char.isspace())
# Where lines before the story begin at the latest, in characters.
_HEAD = 600
# kind, slot, text: what a phrase's slot caught in a line of that kind.
Capture = tuple[str, str, str]
Lines = Sequence[Removal | Declined]
# The source's name and what it says.
Told = tuple[str, Any]
_NOTHING: Told = ("", "")


def harvest(facts: Facts, lines: Lines, captures: Iterable[Capture], lang: str = "") -> Metadata:
    """The page's facts, completed from residue: removed lines, and lines of a kind that was kept.

    Args:
        facts: What the page and the caller say.
        lines: What was removed, and what would have been, were its kind not kept.
        captures: What was read of these lines in passing.
        lang: The language the text reads like, for its dates, where the facts name none.
    """
    caught = list(dict.fromkeys(captures))
    lang = facts.lang or lang
    where = dict(facts.sources)
    values: dict[str, Any] = {}
    sources: list[tuple[str, str]] = []
    for name in (field.name for field in fields(Metadata) if field.name != "sources"):
        value, source = getattr(facts, name, ""), where.get(name, "caller")
        find = _FINDERS.get(name)
        if find and (not value or (name == "authors" and not _names_people(facts))):
            found_source, found = find(facts, lines, caught, lang)
            if found:
                source, value = found_source, found
        if value:
            values[name] = value
            sources.append((name, source))
    return Metadata(**values, sources=tuple(sources))


def _names_people(facts: Facts) -> bool:
    """Whether the facts name a person, and not merely a desk, a user or the site."""
    people = (name for author in facts.authors for name in names_in(author).people)
    return any(is_full(name) and key(name) != key(facts.site_name) for name in people)


def _line(kind: str) -> Callable[..., Told]:
    """The first line of a kind."""

    def find(_facts: Facts, lines: Lines, _caught: Sequence[Capture], _lang: str) -> Told:
        return kind, next(_told(lines, kind), "")

    return find


def _told(lines: Lines, kind: str) -> Iterator[str]:
    return (line.text.strip(_WHITE) for line in lines if line.kind == kind)


def _authors(facts: Facts, lines: Lines, caught: Sequence[Capture], _lang: str) -> Told:
    """The names that bylines caught; of one that is a piece of another only the shorter, without its label or role."""
    names = [
        name
        for kind, slot, text in caught
        if kind == "byline" and slot in ("NAME", "NAMES")
        for name in split_names(text)
    ]
    if not names:
        # A line that is nothing but names has no phrase to catch them. Where the page names a desk, only one at the
        # head tells more than that.
        heads = [line for line in lines if line.start < _HEAD or not facts.authors]
        named = [told for told in map(names_in, _told(heads, "byline")) if not told.others]
        names = [name for told in named for name in told.people if is_full(name)]
    alone = (name for name in names if len(name) > 1 and not any(other != name and other in name for other in names))
    return "byline", tuple(dict.fromkeys(alone))


def _published(facts: Facts, _lines: Lines, caught: Sequence[Capture], lang: str) -> Told:
    """The first date of a line that is there for it, else of a byline; else the day in the address."""
    for wanted in ("timestamp", "byline"):
        for kind, slot, text in caught:
            if kind == wanted and slot == "DATE":
                return kind, iso_date(text, lang) or text
    return "url", url_date(facts.url)


def _agency(_facts: Facts, lines: Lines, _caught: Sequence[Capture], _lang: str) -> Told:
    """The agency that a credit or a byline names, those that are there for it first."""
    for kind in ("credit", "byline"):
        for agency in filter(None, map(agency_in, _told(lines, kind))):
            return kind, agency
    return _NOTHING


def _captions(_facts: Facts, lines: Lines, _caught: Sequence[Capture], _lang: str) -> Told:
    return "caption", tuple(dict.fromkeys(_told(lines, "caption")))


def _tags(_facts: Facts, lines: Lines, _caught: Sequence[Capture], _lang: str) -> Told:
    items = (item for line in _told(lines, "tags") for item in line.rpartition(":")[2].replace("#", ",").split(","))
    return "tags", tuple(dict.fromkeys(item.strip() for item in items if item.strip()))


_FINDERS: dict[str, Callable[[Facts, Lines, Sequence[Capture], str], Told]] = {
    "title": _line("headline"),
    "description": _line("deck"),
    "authors": _authors,
    "published": _published,
    "agency": _agency,
    "site_name": _line("masthead"),
    "section": _line("section"),
    "captions": _captions,
    "tags": _tags,
}
