"""Floors under the figures of the corpus: read, compared with the figures of now, raised; never lowered.

A floor holds for the cases that are listed with it. A new case joins them when the floors are raised, if with it no
figure falls under its floor: who adds a case that the library fails is not punished for it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from math import floor
from pathlib import Path

from tests.golden.cases import CORPUS, Case
from tests.golden.known import quoted
from tests.golden.score import Tally

FILE = "floors.toml"
# Of cases without residue no figure about removals can be told.
FIGURES = {
    "golden": ("exact", "precision", "recall", "kinds", "body_kept"),
    "negatives": ("exact", "body_kept"),
}
# Floors are whole steps of half a point, so that one line more or less is no matter; of the body every tenth counts.
_STEPS = {"body_kept": 1000}
_USUAL_STEPS = 200
_HEAD = """\
# Floors under the figures on the cases listed here; a test fails where a figure is under its floor.
# `python -m tests.golden floors` raises them to the figures of now and never lowers one.
"""

Figures = dict[str, dict[str, float]]


class FallenError(Exception):
    """A figure is under its floor."""


@dataclass(frozen=True)
class Floors:
    """The floors of each group of cases, by figure, and the cases that they hold for."""

    figures: Mapping[str, Mapping[str, float]]
    cases: tuple[str, ...]

    def under(self, now: Figures) -> Iterator[str]:
        """The figures that are under their floors, a line each."""
        for group, name, least in self:
            if _whole_steps(name, figure := now[group][name]) < least:
                yield f"{name} of {group} is {figure:.4f}, under its floor of {least:.3f}"

    def over(self, now: Figures) -> Iterator[str]:
        """The figures whose floors can be raised, a line each."""
        for group, name, least in self:
            if _whole_steps(name, figure := now[group][name]) > least:
                yield f"{name} of {group}: {least:.3f} -> {figure:.4f}"

    def __iter__(self) -> Iterator[tuple[str, str, float]]:
        for group, names in FIGURES.items():
            for name in names:
                yield group, name, self.figures.get(group, {}).get(name, 0.0)


def floors(corpus: Path = CORPUS) -> Floors:
    """The floors as their file has them; none where there is no file."""
    path = corpus / FILE
    table = tomllib.loads(path.read_text("utf8")) if path.exists() else {}
    return Floors({group: table.get(group, {}) for group in FIGURES}, tuple(table.get("cases", ())))


def figures(cases: Iterable[Case]) -> Figures:
    """The figures of now, over some cases."""
    return _of(_tallied(cases))


def raised(before: Floors, every: Mapping[str, Case]) -> Floors:
    """The floors raised to the figures of now, with the new cases that can join.

    Raises:
        FallenError: A figure is under its floor; the message says which.
    """
    held = [name for name in before.cases if name in every]
    tallies = _tallied(every[name] for name in held)
    if fallen := list(before.under(_of(tallies))):
        raise FallenError("; ".join(fallen))
    for name in sorted({*every} - {*held}):
        joined = deepcopy(tallies)
        _add(joined, every[name])
        if not list(before.under(_of(joined))):
            tallies = joined
            held.append(name)
    now = _of(tallies)
    above: Figures = {group: {} for group in FIGURES}
    for group, name, least in before:
        above[group][name] = max(least, _whole_steps(name, now[group][name]))
    return Floors(above, tuple(sorted(held)))


def as_toml(floors: Floors) -> str:
    """The floors as their file has them."""
    lines = [_HEAD, "cases = [", *(f"  {quoted(name)}," for name in floors.cases), "]"]
    for group in FIGURES:
        lines += ["", f"[{group}]", *(f"{name} = {least:.3f}" for of, name, least in floors if of == group)]
    return "\n".join(lines) + "\n"


def _whole_steps(name: str, figure: float) -> float:
    steps = _STEPS.get(name, _USUAL_STEPS)
    return floor(figure * steps + 1e-6) / steps  # what is but for rounding a whole step is one


def _tallied(cases: Iterable[Case]) -> dict[str, Tally]:
    tallies = {group: Tally() for group in FIGURES}
    for case in cases:
        _add(tallies, case)
    return tallies


def _add(tallies: Mapping[str, Tally], case: Case) -> None:
    tallies["negatives" if case.is_negative else "golden"].add(case)


def _of(tallies: Mapping[str, Tally]) -> Figures:
    """Figures of tallies; one that there is nothing to tell of is perfect."""
    shares = {group: tally.shares() for group, tally in tallies.items()}
    return {
        group: {name: part / whole if whole else 1.0 for name, (part, whole) in shares[group].items() if name in names}
        for group, names in FIGURES.items()
    }
