"""A user's own rules, from a TOML file: phrases and patterns by kind, for every site or for one.

The format is that of the lexicons (``cleanarticle/lexicon/source.py``) with one key more, ``site``::

    [[promotion]]
    site = "example.com"
    place = "start"
    phrases = ["book your table at {NAME}"]

A decisive rule is the user's word and settles its line; a weak one is weighed with the other evidence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from os import PathLike
from pathlib import Path
from urllib.parse import urlsplit

from cleanarticle.document import Document
from cleanarticle.errors import RulesError
from cleanarticle.heuristics.base import WEAK
from cleanarticle.lexicon.entry import PARTIAL_PLACES, Entry
from cleanarticle.lexicon.index import Index, index_of
from cleanarticle.lexicon.matcher import find
from cleanarticle.lexicon.source import read_groups
from cleanarticle.result import Finding

# The user said so.
_CERTAIN = 0.99


@dataclass(frozen=True)
class Rules:
    """The rules of one file, as a heuristic."""

    name: str
    entries: tuple[Entry, ...]

    @property
    def summary(self) -> str:
        """What it does, in a line."""
        return f"{len(self.entries)} rules of your own"

    @cached_property
    def _by_site(self) -> dict[str, Index]:
        sites = dict.fromkeys(entry.site for entry in self.entries)
        return {site: index_of(entry for entry in self.entries if entry.site == site) for site in sites}

    def __call__(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for each phrase found."""
        host = _host(document.facts.url)
        for site, index in self._by_site.items():
            if site and host != site and not host.endswith(f".{site}"):
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
    return Rules(f"rules:{file.name}", tuple(entry for group in groups for entry in group.entries))
