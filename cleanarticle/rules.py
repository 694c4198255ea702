"""A user's own rules, from a TOML file: phrases, patterns and selectors by kind, for every site or for one.

The format is that of the lexicons (``cleanarticle/lexicon/source.py``) with two keys more, ``site`` and ``selectors``::

    [[promotion]]
    site = "example.com"
    place = "start"
    phrases = ["book your table at {NAME}"]

    [[promotion]]
    selectors = ["aside.offers"]

    [[keep]]
    selectors = ["article table"]

A decisive rule is the user's word and settles its line; a weak one is weighed with the other evidence. A selector is
decisive, and speaks of pages only. What stands in an element to keep is never removed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from cleanarticle.document import Block, Document, Span
from cleanarticle.errors import RulesError
from cleanarticle.heuristics.base import WEAK
from cleanarticle.lexicon.entry import PARTIAL_PLACES, Entry
from cleanarticle.lexicon.index import Index, index_of
from cleanarticle.lexicon.matcher import find
from cleanarticle.lexicon.source import Group, read_groups
from cleanarticle.outline import Outline
from cleanarticle.reading.segments import Segment, segments
from cleanarticle.result import Finding
from cleanarticle.selectors import Selector, SelectorError, read_selector, standing

# The user said so.
_CERTAIN = 0.99
# The table of what is never removed; its name is no kind.
_KEEP = "keep"


class Place(NamedTuple):
    """A rule about where on a page a text stands: the kind it is there, or ``keep``; and the site it is for."""

    kind: str
    selector: Selector
    site: str


@dataclass(frozen=True)
class Rules:
    """The rules of one file, as a heuristic."""

    name: str
    entries: tuple[Entry, ...]
    places: tuple[Place, ...] = ()

    @property
    def summary(self) -> str:
        """What it does, in a line."""
        return f"{len(self.entries) + len(self.places)} rules of your own"

    @cached_property
    def _by_site(self) -> dict[str, Index]:
        sites = dict.fromkeys(entry.site for entry in self.entries)
        return {site: index_of(entry for entry in self.entries if entry.site == site) for site in sites}

    def __call__(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for each phrase found, and for each text that stands where a selector says."""
        yield from self._phrases(document)
        if document.page is not None:
            yield from self._placed(document, document.page)

    def kept(self, document: Document) -> dict[int, str]:
        """The elements of a page that must stay, each with the selector that says so."""
        page = document.page
        places = self._for(document, keep=True)
        if page is None or not places:
            return {}
        found: dict[int, str] = {}
        stands = standing(page, [place.selector for place in places])
        for index, element in enumerate(page.elements):
            bits = 0
            for segment in segments(page, element):
                bits |= stands[segment.piece]
            if bits:
                found[index] = places[(bits & -bits).bit_length() - 1].selector.text
        return found

    def _for(self, document: Document, *, keep: bool) -> list[Place]:
        host = _host(document.facts.url)
        return [place for place in self.places if (place.kind == _KEEP) == keep and _is_for(place.site, host)]

    def _phrases(self, document: Document) -> Iterator[Finding]:
        host = _host(document.facts.url)
        for site, index in self._by_site.items():
            if not _is_for(site, host):
                continue
            for block, matches in zip(document.blocks, find(document, index), strict=True):
                for match in matches:
                    entry = match.entry
                    partial = entry.place in PARTIAL_PLACES
                    decisive = entry.strength == "decisive"
                    yield Finding(
                        start=block.start + match.start if partial else block.start,
                        end=block.start + match.end if partial else block.end,
                        kind=entry.kind,
                        confidence=_CERTAIN if decisive else WEAK,
                        reason=f"your rule “{entry.phrase}”",
                        signal="" if decisive else f"{entry.kind}.weak.{entry.place}",
                        captures=match.captures,
                    )

    def _placed(self, document: Document, page: Outline) -> Iterator[Finding]:
        places = self._for(document, keep=False)
        if not places:
            return
        stands = standing(page, [place.selector for place in places])
        for block in document.blocks:
            texts = segments(page, page.elements[block.element])
            for bit, place in enumerate(places):
                reason = f"stands in “{place.selector.text}”, your rule"
                for span in _spans(block, texts, [stands[text.piece] >> bit & 1 for text in texts]):
                    yield Finding(*span, place.kind, _CERTAIN, reason)


def _spans(block: Block, texts: Sequence[Segment], stands: Sequence[int]) -> Iterator[Span]:
    """The spans of a block whose texts stand in an element: all of it, or parts with the white space behind them."""
    if all(stands):
        yield Span(block.start, block.end)
        return
    begins = block.end - texts[-1].end  # a block may begin with its bullet
    at = 0
    while at < len(texts):
        first = at
        while at < len(texts) and stands[at]:
            at += 1
        if at == len(texts) and at > first:
            yield Span(begins + texts[first - 1].end, block.end)
        elif at > first:
            yield Span(begins + texts[first].start, begins + texts[at].start)
        at += 1


def _is_for(site: str, host: str) -> bool:
    return not site or host == site or host.endswith(f".{site}")


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # a broken URL is of no site
        return ""


def load_rules(path: str | PathLike[str]) -> Rules:
    """Read a rules file.

    Raises:
        RulesError: The file is not there, not UTF-8 or not TOML, or an entry has a mistake; names file, line and key.
    """
    file = Path(path)
    try:
        source = file.read_text("utf8")
    except OSError as error:
        raise RulesError(f"{file}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise RulesError(f"{file}: is not UTF-8") from None
    groups = read_groups(source, str(file))
    entries = tuple(entry for group in groups for entry in group.entries)
    return Rules(f"rules:{file.name}", entries, tuple(place for group in groups for place in _places(group)))


def _places(group: Group) -> Iterator[Place]:
    if group.kind == _KEEP and group.entries:
        raise RulesError(f"{group.where}: wants selectors, and no phrases or patterns")
    for text in group.selectors:
        try:
            yield Place(group.kind, read_selector(text), group.site)
        except SelectorError as error:
            raise RulesError(f"{group.where}: selectors: {text!r}: {error}") from None
