"""The agencies and picture libraries whose names mark what they supplied (``agencies.txt``)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

# Words of a file picture stand in the same list; they name nobody.
_NOBODY = frozenset(
    ("Courtesy", "Handout", "File", "file photo", "Archiv", "Symbolbild", "archivo", "archive", "Archivbild")
)

# Names up to this long, in characters, are told from words by their capitals.
_SHORT = 4


@cache
def marks() -> str:
    """An expression for any name or word of the list, the longest first: some begin like others."""
    return _expression(_names())


@cache
def _agency() -> re.Pattern[str]:
    return re.compile(rf"\b{_expression(name for name in _names() if name not in _NOBODY)}\b")


def agency_in(text: str) -> str:
    """The first agency that a text names; empty where there is none."""
    found = _agency().search(text)
    return found.group() if found else ""


def agency_called(name: str) -> str:
    """The agency that a whole name is the name of, ``The`` aside; empty where it is none's."""
    name = " ".join(name.split())
    bare = name[4:] if name[:4].lower() == "the " else name
    # Short names in other letters are words: "aa", "pap", "tass".
    return _called().get(bare if len(bare) <= _SHORT else bare.lower(), "")


@cache
def _called() -> dict[str, str]:
    names = [name for name in _names() if name not in _NOBODY]
    return {name if len(name) <= _SHORT else name.lower(): name for name in reversed(names)}


@cache
def _names() -> tuple[str, ...]:
    lines = files("cleanarticle.lexicon").joinpath("agencies.txt").read_text("utf8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def _expression(names: Iterable[str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + ")"
