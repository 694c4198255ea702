"""Read lexicon entries from TOML: the format of the built-in lexicons and of a user's rules file.

Each entry is a table under its kind::

    [[newsletter]]
    place = "start"          # whole, start, end, inside, lead or tail; default whole
    strength = "decisive"    # or weak; default decisive
    phrases = ["sign up (for|to) our {WORDS} newsletter"]
    hits = ["Sign up for our daily newsletter and never miss a story"]
    misses = ["He told them to sign up for our newsletter, she said."]

``patterns`` are regular expressions over the folded line and may stand beside or instead of ``phrases``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from cleanarticle.errors import RulesError
from cleanarticle.lexicon.entry import PLACES, STRENGTHS, Entry, make_entry, pattern_entry
from cleanarticle.lexicon.grammar import PhraseError
from cleanarticle.lexicon.repeats import forever

_KEYS = {"place", "strength", "phrases", "patterns", "selectors", "hits", "misses", "site", "note"}


@dataclass(frozen=True, slots=True)
class Group:
    """One table of a lexicon file: its entries, and the lines it must and must not match.

    A user's table may also have ``selectors``, which are read elsewhere; ``where`` is what their errors begin with, and
    ``site`` the host name that all of the table is for.
    """

    kind: str
    entries: tuple[Entry, ...]
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    selectors: tuple[str, ...] = ()
    site: str = ""
    where: str = ""


def parse_toml(source: str, name: str) -> dict[str, object]:
    """Parse TOML; raises RulesError naming the file and the line."""
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise RulesError(f"{name}: not valid TOML: {error}") from None


def read_groups(source: str, name: str) -> tuple[Group, ...]:
    """Read every entry of a lexicon file; raises RulesError naming file, line and key."""
    return tuple(_groups(parse_toml(source, name), source, name))


def _groups(data: dict[str, object], source: str, name: str) -> Iterator[Group]:
    for kind, tables in data.items():
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise RulesError(f"{name}:{line_of(source, kind)}: {kind}: write entries as [[{kind}]] tables")
        for number, table in enumerate(tables):
            yield read_group(kind, table, source, name, number)


def read_group(kind: str, table: dict[str, object], source: str, name: str, number: int) -> Group:
    """Read one table of a kind; ``number`` counts the tables of that kind, for the line of an error."""
    where = f"{name}:{line_of(source, kind, number)}: {kind}"
    for key in table:
        if key not in _KEYS:
            raise RulesError(f"{where}: unknown key {key!r}; known: {', '.join(sorted(_KEYS))}")
    place = _one_of(table, "place", tuple(PLACES), "whole", where)
    strength = _one_of(table, "strength", STRENGTHS, "decisive", where)
    site = table.get("site", "")
    if not isinstance(site, str):
        raise RulesError(f"{where}: site: wants a host name such as 'example.com'")
    phrases, patterns = _strings(table, "phrases", where), _strings(table, "patterns", where)
    selectors = _strings(table, "selectors", where)
    if not phrases and not patterns and not selectors:
        raise RulesError(f"{where}: wants phrases or patterns, or selectors")
    if selectors and strength == "weak":
        raise RulesError(f"{where}: selectors: they are decisive; put weak phrases into a table of their own")
    entries: list[Entry] = []
    for phrase in phrases:
        try:
            entries.append(make_entry(kind, phrase, place, strength, site))
        except PhraseError as error:
            raise RulesError(f"{where}: phrases: {phrase!r}: {error}") from None
    for pattern in patterns:
        if why := forever(pattern):
            raise RulesError(f"{where}: patterns: {pattern!r} can take forever: {why}")
        try:
            entries.append(pattern_entry(kind, pattern, place, strength, site))
        except re.error as error:
            raise RulesError(f"{where}: patterns: {pattern!r}: {error}") from None
    hits, misses = _strings(table, "hits", where), _strings(table, "misses", where)
    return Group(kind, tuple(entries), hits, misses, selectors, site, where)


def _one_of(table: dict[str, object], key: str, known: tuple[str, ...], default: str, where: str) -> str:
    value = table.get(key, default)
    if value not in known:
        raise RulesError(f"{where}: {key}: {value!r} is not one of {', '.join(known)}")
    return str(value)


def _strings(table: dict[str, object], key: str, where: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise RulesError(f"{where}: {key}: wants a list of strings that are not empty")
    return tuple(value)


def line_of(source: str, key: str, number: int = 0) -> int:
    """The line, from 1, of the ``number``-th table or key ``key``; 1 where it cannot be told."""
    places = re.compile(
        rf"^\s*(?:\[\[?\s*(?:\w+\.)?\"?{re.escape(key)}\"?\s*\]?\]|\"?{re.escape(key)}\"?\s*=)", re.MULTILINE
    )
    starts = [match.start() + len(match.group()) - len(match.group().lstrip()) for match in places.finditer(source)]
    return source.count("\n", 0, starts[number]) + 1 if number < len(starts) else 1
