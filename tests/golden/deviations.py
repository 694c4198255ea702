"""In what the library deviates from a case, line by line."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from cleanarticle import Result
from tests.golden.cases import Case, Piece, analyzed, pieces_of, placed

# What is held of each case:
#   missed  the pieces that should go and stay
#   wrong   the pieces that go and should stay; one that goes in part, or with more, is missed as one and wrong as other
#   kinds   the pieces that go as another kind: (piece, wanted, got)
#   text    where all pieces go as they should and the text is another still: its lines, "-" expected and "+" got
#   twice   the pieces that go when what came is cleaned again
#   clean   the pieces that go from the expected text
ASPECTS = ("missed", "wrong", "kinds", "text", "twice", "clean")

# A piece or a line; of kinds, what was wanted and what came as well.
Deviation = str | tuple[str, ...]
Deviations = Mapping[str, tuple[Deviation, ...]]


@cache
def deviations(case: Case) -> Deviations:
    """The deviations of each aspect, in the order of the text; none where the library is right."""
    result = analyzed(case.source)
    wanted, got = _spots(case, result)
    missed = tuple(text for text, at in wanted if (text, at) not in got)
    wrong = tuple(text for text, at in got if (text, at) not in wanted)
    return {
        "missed": missed,
        "wrong": wrong,
        "kinds": tuple((spot[0], kind, got[spot]) for spot, kind in wanted.items() if got.get(spot, kind) != kind),
        "text": () if missed or wrong else tuple(_changed(case.expected, result.text)),
        "twice": _gone(result.text),
        "clean": _gone(case.expected),
    }


def _spots(case: Case, result: Result) -> tuple[dict[tuple[str, int], str], dict[tuple[str, int], str]]:
    """The pieces that should go and those that do, (text, place) -> kind.

    The place tells "Sport" over the story from "Sport" within. Where the text is as expected, or the case contradicts
    itself, it is no matter which of the same pieces went: the first is the first.
    """
    wanted, got = case.removed, pieces_of(result)
    places = placed(case)
    if places is None or result.text == case.expected:
        return _keyed(wanted, _nth(wanted)), _keyed(got, _nth(got))
    starts = (removal.end - len(removal.text.lstrip()) for removal in result.removed)
    return _keyed(wanted, (start for start, _ in places)), _keyed(got, starts)


def _keyed(pieces: Iterable[Piece], places: Iterable[int]) -> dict[tuple[str, int], str]:
    return {(text, place): kind for (kind, text), place in zip(pieces, places, strict=True)}


def _nth(pieces: Iterable[Piece]) -> Iterable[int]:
    seen: Counter[str] = Counter()
    for _, text in pieces:
        yield seen[text]
        seen[text] += 1


def _changed(expected: str, got: str) -> Iterable[str]:
    compared = difflib.ndiff(expected.splitlines(keepends=True), got.splitlines(keepends=True))
    return (line[0] + line[2:] for line in compared if line[0] in "-+")


def _gone(text: str) -> tuple[str, ...]:
    return tuple(piece for _, piece in pieces_of(analyzed(text)))
