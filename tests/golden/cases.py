"""The cases of the corpus as they lie on disk, and where in its source each listed piece stands."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import cleanarticle
from cleanarticle import Result

CORPUS = Path(__file__).parents[2] / "corpus"
NEGATIVES = "negatives"

Piece = tuple[str, str]


@dataclass(frozen=True)
class Case:
    """One case: a source, the text that is expected of it, and the pieces that go, each (kind, stripped text)."""

    name: str
    folder: Path
    lang: str
    about: str
    source: str
    expected: str
    removed: tuple[Piece, ...]

    @property
    def is_negative(self):
        return self.name.startswith(f"{NEGATIVES}/")


def read(folder: Path, corpus: Path = CORPUS) -> Case:
    """Read the case in a folder: its name is its place below golden/, or below the corpus for a negative."""
    data = json.loads((folder / "case.json").read_text("utf8"))
    name = folder.relative_to(corpus).as_posix().removeprefix("golden/")
    # Bytes, for reading as text would turn every newline into "\n".
    texts = ((folder / file).read_bytes().decode("utf8") for file in ("source.txt", "expected.txt"))
    pieces = tuple((piece["kind"], piece["text"].strip()) for piece in data["removed"])
    return Case(name, folder, data["lang"], data["about"], *texts, pieces)


@cache
def cases(corpus: Path = CORPUS) -> dict[str, Case]:
    """All cases by name, in order."""
    folders = sorted((*corpus.glob("golden/*/*/"), *corpus.glob(f"{NEGATIVES}/*/")))
    return {case.name: case for case in (read(folder, corpus) for folder in folders)}


@cache
def analyzed(source: str) -> Result:
    """What the library makes of a source; once, for all who ask."""
    return cleanarticle.analyze(source)


def pieces_of(result: Result) -> tuple[Piece, ...]:
    return tuple((removal.kind, removal.text.strip()) for removal in result.removed)


def placed(case: Case) -> list[tuple[int, int]] | None:
    """Where in the source the listed pieces stand, in their order, so that what is left is the expected text.

    White space aside, since some of it goes with the pieces. None where the case contradicts itself.
    """
    wanted = _squeezed(case.expected)

    def place(index: int, at: int, done: int) -> list[tuple[int, int]] | None:
        if index == len(case.removed):
            return [] if wanted[done:] == _squeezed(case.source[at:]) else None
        piece = case.removed[index][1]
        for start in _occurrences(piece, case.source, at):
            kept = _squeezed(case.source[at:start])
            if not wanted.startswith(kept, done):
                return None
            rest = place(index + 1, start + len(piece), done + len(kept))
            if rest is not None:
                return [(start, start + len(piece)), *rest]
        return None

    return place(0, 0, 0)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _occurrences(piece: str, text: str, at: int) -> Iterator[int]:
    found = text.find(piece, at)
    while found >= 0:
        yield found
        found = text.find(piece, found + 1)
