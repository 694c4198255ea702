"""Load the built-in lexicons, one language at a time, when a text of that language first comes.

``entries/<language>.toml`` is the source: what people edit, test and read. Parsing it at every start would cost more
than cleaning a hundred texts, so ``compiled/<language>.json`` holds its phrases and their anchors, ready to look up.
Make it anew after an edit: ``python -m cleanarticle.lexicon.compile`` (a test holds that it is fresh).
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import Any

from cleanarticle.lexicon.entry import Entry
from cleanarticle.lexicon.fold import fold
from cleanarticle.lexicon.index import Index

_COMPILED = files("cleanarticle.lexicon").joinpath("compiled")


class Entries(Sequence[Entry]):
    """The entries of one lexicon by their numbers, each made when it is first asked for: most never are."""

    def __init__(self, groups: Sequence[tuple[str, str, str, list[str]]]) -> None:
        self._groups = groups
        self._starts = [0, *accumulate(len(phrases) for _, _, _, phrases in groups)]
        self._made: dict[int, Entry] = {}

    def __len__(self) -> int:
        return self._starts[-1]

    def __getitem__(self, number: Any) -> Any:  # noqa: ANN401
        if number not in self._made:
            group = bisect_right(self._starts, number) - 1
            kind, place, strength, phrases = self._groups[group]
            self._made[number] = Entry(kind, phrases[number - self._starts[group]], place, strength)
        return self._made[number]


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a lexicon, by their codes."""
    return tuple(sorted(path.name.removesuffix(".json") for path in _COMPILED.iterdir() if path.name.endswith(".json")))


@cache
def index(language: str) -> Index:
    """The lexicon of one language, by one of the codes of ``languages()``."""
    data = json.loads(_COMPILED.joinpath(f"{language}.json").read_text("utf8"))
    return Index(data["anchors"], Entries(data["phrases"]))


@cache
def stopwords() -> dict[str, tuple[str, ...]]:
    """The most common words of each language that shares its script with others."""
    data = json.loads(files("cleanarticle.lexicon").joinpath("stopwords.json").read_text("utf8"))
    return {code: tuple(fold(words).split()) for code, words in data.items()}
