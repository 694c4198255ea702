"""Where input comes from: files, folders of files, standard input; and where its output goes in a folder."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

_SUFFIXES = frozenset({".txt", ".md", ".html", ".htm"})
_PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml"})


@dataclass(frozen=True, slots=True)
class Source:
    """One input.

    Attributes:
        name: What messages and output call it.
        path: Where it is read from; None for standard input.
        inside: Where it stands in the folder it was found in; a file given by itself stands at the top.
    """

    name: str
    path: Path | None
    inside: PurePath

    def read(self) -> bytes:
        """All bytes of the input; raises OSError where they cannot be had."""
        if self.path is not None:
            return self.path.read_bytes()
        if sys.stdin is None:
            raise OSError("there is no standard input")
        return sys.stdin.buffer.read()


@dataclass(frozen=True, slots=True)
class Missing:
    """An input that cannot be read, and why."""

    name: str
    why: str | OSError


def find(files: Sequence[str]) -> Iterator[Source | Missing]:
    """The inputs that the command line names, folders spread out."""
    for name in files or ["-"]:
        path = Path(name)
        if name == "-":
            yield Source("-", None, PurePath("stdin.txt"))
        elif path.is_dir():
            yield from _below(path)
        else:
            yield Source(name, path, PurePath(path.name))


def _below(folder: Path) -> Iterator[Source | Missing]:
    errors: list[OSError] = []
    found = sorted(
        Path(parent, name)
        for parent, _, names in os.walk(folder, onerror=errors.append)
        for name in names
        if Path(name).suffix.lower() in _SUFFIXES
    )
    for error in errors:
        yield Missing(str(error.filename), error)
    if not found and not errors:
        yield Missing(str(folder), "no .txt, .md, .html or .htm file in this folder")
    for path in found:
        yield Source(str(path), path, path.relative_to(folder))


def targets(sources: Sequence[Source], folder: Path, suffix: str = "") -> list[Path]:
    """Where the output of each source goes in a folder: no two to one place, and none over another's input.

    Args:
        sources: The inputs; their names and sub-folders are kept.
        folder: Where the output goes.
        suffix: What the names end in; without it, what they end in now, and ``.txt`` instead of ``.html``.
    """
    inputs = {source.path.resolve(): source for source in sources if source.path}
    taken: dict[Path, None] = {}  # in order
    counts: Counter[Path] = Counter()
    for source in sources:
        wanted = folder / source.inside
        if suffix or wanted.suffix.lower() in _PAGE_SUFFIXES:
            wanted = wanted.with_suffix(suffix or ".txt")
        place = wanted
        while place in taken or inputs.get(place.resolve(), source) != source:
            counts[wanted] += 1
            place = wanted.with_stem(f"{wanted.stem}-{counts[wanted] + 1}")
        taken[place] = None
    return list(taken)
