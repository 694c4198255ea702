"""How likely a thing is, by its numbers: boosted decision trees.

Gradient boosting (Friedman 2001): each small tree asks two or three questions of the numbers and answers with a
correction, in log odds, to what the trees before it said. The trees are learnt offline by scripts in
``bench/`` and readable: ``["words", 11.5, <tree for fewer>, <tree for more>]``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import exp
from typing import Any


class Trees:
    """A sum of trees, read from their JSON form: a list of nodes, each a number or [column, threshold, low, high].

    ``columns`` names the numbers of a row, in their order.
    """

    def __init__(self, trees: Sequence[Any], columns: Iterable[str]) -> None:
        at = {name: i for i, name in enumerate(columns)}
        # One Python expression for all trees, compiled once: a walk through nodes in a loop takes six times as long,
        # and would be the slowest step of all. What goes into it are numbers and column indices, nothing else.
        source = " + ".join(_expression(tree, at) for tree in trees)
        self._log_odds: Callable[[Sequence[float]], float] = eval(f"lambda row: {source}", {"__builtins__": {}})

    def probabilities(self, rows: Iterable[Sequence[float]]) -> list[float]:
        """The probability, 0 to 1, of each row of numbers, by the trees."""
        return [1.0 / (1.0 + exp(-odds)) for odds in map(self._log_odds, rows)]


def _expression(node: Any, at: dict[str, int]) -> str:  # noqa: ANN401
    if not isinstance(node, list):
        return repr(float(node))
    name, threshold, low, high = node
    return f"({_expression(low, at)} if row[{at[name]}] <= {float(threshold)!r} else {_expression(high, at)})"
