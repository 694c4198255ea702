"""How well the library does on the corpus, in numbers: by language, over lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from cleanarticle import Removal
from tests.golden.cases import Case, analyzed, placed

# A stretch of a line that goes whole or stays whole in the expected text: start, end, the kind it goes as or "".
Unit = tuple[int, int, str]


@dataclass
class Tally:
    """Counts over cases, and the figures made of them."""

    cases: int = 0
    exact: int = 0
    hit: int = 0
    wrong: int = 0
    missed: int = 0
    right_kinds: int = 0
    body: int = 0
    body_kept: int = 0
    negatives_changed: list[str] = field(default_factory=list)

    def add(self, case: Case) -> None:
        result = analyzed(case.source)
        self.cases += 1
        self.exact += result.text == case.expected
        if case.is_negative and result.text != case.expected:
            self.negatives_changed.append(case.name)
        for start, end, kind in units(case):
            told = _told(case.source, start, end, result.removed)
            self.hit += bool(kind and told)
            self.wrong += bool(told and not kind)
            self.missed += bool(kind and not told)
            self.right_kinds += bool(kind and told == kind)
            if not kind:
                self.body += (size := solid(case.source[start:end]))
                self.body_kept += 0 if told else size

    def shares(self) -> dict[str, tuple[int, int]]:
        """What the figures are made of, each (part, whole): of cases, lines, and for the body of characters."""
        return {
            "exact": (self.exact, self.cases),
            "precision": (self.hit, self.hit + self.wrong),
            "recall": (self.hit, self.hit + self.missed),
            "kinds": (self.right_kinds, self.hit),
            "body_kept": (self.body_kept, self.body),
        }

    def __str__(self) -> str:
        shares = [share for name, share in self.shares().items() if name != "body_kept"]
        return " ".join(f"{part / whole:6.3f}" if whole else "     -" for part, whole in shares)


def units(case: Case) -> Iterator[Unit]:
    """The lines of a source; a line of which only a part goes is cut where that begins and ends."""
    pieces = placed(case) or []
    edges = {0, len(case.source), *(edge for piece in pieces for edge in piece)}
    at = 0
    for line in case.source.splitlines(keepends=True):
        edges.add(at := at + len(line))
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        if case.source[start:end].strip():
            inside = (kind for (kind, _), (a, b) in zip(case.removed, pieces, strict=True) if a <= start < b)
            yield start, end, next(inside, "")


def _told(source: str, start: int, end: int, removed: Iterable[Removal]) -> str:
    """The kind as which most of a stretch was removed, white space aside; "" where most of it stayed."""
    wanted = solid(source[start:end])
    for removal in removed:
        shared = source[max(start, removal.start) : max(0, min(end, removal.end))]
        if 2 * solid(shared) > wanted:
            return removal.kind
    return ""


def solid(text: str) -> int:
    """The number of characters of a text, white space aside."""
    return sum(not char.isspace() for char in text)


def table(cases: Iterable[Case]) -> str:
    """The figures of each language, of all, and the names of the negatives that were changed."""
    tallies: dict[str, Tally] = {}
    for case in cases:
        for name in ("negatives" if case.is_negative else case.lang, "all"):
            tallies.setdefault(name, Tally()).add(case)
    total = tallies.pop("all", Tally())
    rows = [f"{'':10} cases  exact  prec.   rec.  kinds"]
    rows += [f"{name:10} {tally.cases:5} {tally}" for name, tally in [*sorted(tallies.items()), ("all", total)]]
    rows += [f"changed: {name}" for name in total.negatives_changed]
    return "\n".join(rows)
