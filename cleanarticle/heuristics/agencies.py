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


@cache
def _names() -> tuple[str, ...]:
    lines = files("cleanarticle.heuristics").joinpath("agencies.txt").read_text("utf8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def _expression(names: Iterable[str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + ")"
