"""How likely each block is residue: boosted decision trees over its measures.

Gradient boosting (Friedman 2001): each small tree asks two or three questions of a block's numbers and answers with a
correction, in log odds, to what the trees before it said. Which trees are asked is in ``weights.json``, learnt offline by
``bench/learn.py`` and readable: ``["words", 11.5, <tree for fewer>, <tree for more>]``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any

from cleanarticle.decide.measures import columns

# A leaf's log odds, or: column, threshold, the branch at or under it, the branch over it.
Tree = float | tuple[int, float, "Tree", "Tree"]


@dataclass(frozen=True)
class Trees:
    """A sum of trees, and the log odds it starts from."""

    base: float
    trees: tuple[Tree, ...]

    def residue(self, rows: Iterable[Sequence[float]]) -> list[float]:
        """The probability, 0 to 1, of each row of measures to be residue."""
        return [self._probability(row) for row in rows]

    def _probability(self, row: Sequence[float]) -> float:
        odds = self.base
        for node in self.trees:
            while node.__class__ is tuple:
                column, threshold, low, high = node  # type: ignore[misc]
                node = low if row[column] <= threshold else high
            odds += node  # type: ignore[operator]
        return 1.0 / (1.0 + exp(-odds))


def make_trees(data: dict[str, Any]) -> Trees:
    """Trees from their JSON form, where columns have names."""
    at = {name: i for i, name in enumerate(columns())}

    def tree(node: Any) -> Tree:  # noqa: ANN401
        if isinstance(node, list):
            name, threshold, low, high = node
            return at[name], float(threshold), tree(low), tree(high)
        return float(node)

    return Trees(float(data["base"]), tuple(tree(node) for node in data["trees"]))


@cache
def learnt() -> Trees:
    """The trees that ship with the library."""
    return make_trees(json.loads(files("cleanarticle.decide").joinpath("weights.json").read_text("utf8"))["residue"])
