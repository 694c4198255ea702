"""Load the built-in lexicons, one language at a time, when a text of that language first comes.

``entries/<language>.toml`` is the source: what people edit, test and read. Parsing it at every start would cost more
than cleaning a text, so ``compiled/<language>.json`` holds its phrases and their needs, ready to index. Make it anew
after an edit: ``python -m cleanarticle.lexicon.compile`` (a test holds that it is fresh).
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from itertools import chain

from cleanarticle.lexicon.entry import Entry, Index
from cleanarticle.lexicon.fold import fold

_COMPILED = files("cleanarticle.lexicon").joinpath("compiled")


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a lexicon, by their codes."""
    return tuple(sorted(path.name.removesuffix(".json") for path in _COMPILED.iterdir() if path.name.endswith(".json")))


@cache
def entries(language: str) -> tuple[Entry, ...]:
    """The entries of one language's lexicon."""
    tables = json.loads(_COMPILED.joinpath(f"{language}.json").read_text("utf8"))
    return tuple(
        Entry(kind, phrase, place, strength, tuple(map(frozenset, needs)), frozenset(firsts) if firsts else None)
        for kind, place, strength, phrases in tables
        for phrase, needs, firsts in phrases
    )


@cache
def index(wanted: tuple[str, ...]) -> Index:
    """The entries of several languages' lexicons, indexed."""
    common = frozenset(word for language in wanted for word in stopwords().get(language, ()))
    return Index(chain.from_iterable(map(entries, wanted)), common)


@cache
def stopwords() -> dict[str, tuple[str, ...]]:
    """The most common words of each language that shares its script with others."""
    data = json.loads(files("cleanarticle.lexicon").joinpath("stopwords.json").read_text("utf8"))
    return {code: tuple(fold(words).split()) for code, words in data.items()}
