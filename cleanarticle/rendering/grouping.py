"""Runs by the mark that they share at a depth; marks nest, and at most four deep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from cleanarticle.rendering.marks import Mark, Run


def grouped(runs: Sequence[Run], depth: int) -> Iterator[tuple[Mark | None, list[Run]]]:
    """Neighbouring runs with the mark that all of them have at a depth; None for those that have none there."""
    for marks, group in groupby(runs, key=lambda run: run.marks[depth : depth + 1]):
        yield marks[0] if marks else None, list(group)
