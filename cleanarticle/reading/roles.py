"""What the words of an element's attributes say of it: a table of words, read once."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

# Letters in a row, parted where capitals part them: "relatedStories", "NEWSLETTERBox", "site-header_2" are two words.
# A word processor's styles are one: whoever pastes a text brings "MsoHeader" with it, wherever it stands.
_WORD = re.compile(r"Mso[A-Za-z]+|[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


@cache
def _table() -> dict[str, str]:
    table: dict[str, str] = tomllib.loads(files("cleanarticle.reading").joinpath("roles.toml").read_text("utf8"))
    return table


@cache
def role_names() -> tuple[str, ...]:
    """The roles, each of them a bit of what ``roles_of`` returns, from the lowest."""
    return tuple(_table())


def bit(role: str) -> int:
    """The bit of a role."""
    return 1 << role_names().index(role)


@cache
def _words() -> dict[str, int]:
    found: dict[str, int] = {}
    for role, words in _table().items():
        for word in words.split():
            found[word] = found.get(word, 0) | bit(role)
    return found


@lru_cache(4096)
def roles_of(attributes: str) -> int:
    """The roles that whole words of an attribute's value speak for, as bits."""
    known, found = _words(), 0
    for word in _WORD.findall(attributes):
        found |= known.get(word.lower(), 0)
    return found
