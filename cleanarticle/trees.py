"""How likely a thing is, by its numbers: boosted decision trees.

Gradient boosting (Friedman 2001): each small tree asks two or three questions of the numbers and answers with a
correction, in log odds, to what the trees before it said. The trees are learnt offline by scripts in
``bench/`` and readable: ``["words", 11.5, <tree for fewer>, <tree for more>]``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import starmap
from math import exp
from typing import Any


class Trees:
    """A sum of trees, read from their JSON form: a list of nodes, each a number or [column, threshold, low, high].

    ``columns`` names the numbers of a row, in their order.
    """

    def __init__(self, trees: Sequence[Any], columns: Iterable[str]) -> None:
        at = {name: i for i, name in enumerate(columns)}
        # One Python function for all trees, compiled once: a walk through nodes in a loop takes fifteen times as long,
        # and would be the slowest step of all. Its columns are its arguments, because a local name is read faster than
        # an item. What goes into it are numbers and column indices, nothing else.
        names = ", ".join(f"c{i}" for i in at.values())
        source = " + ".join(_expression(tree, at) for tree in trees)
        self._log_odds: Callable[..., float] = eval(f"lambda {names}: {source}", {"__builtins__": {}})

    def probabilities(self, rows: Iterable[Sequence[float]]) -> list[float]:
        """The probability, 0 to 1, of each row of numbers, by the trees; of floats twice as fast as of integers."""
        return [1.0 / (1.0 + exp(-odds)) for odds in starmap(self._log_odds, rows)]


def _expression(node: Any, at: dict[str, int]) -> str:  # noqa: ANN401
    if not isinstance(node, list):
        return repr(float(node))
    name, threshold, low, high = node
    return f"({_expression(low, at)} if c{at[name]} <= {float(threshold)!r} else {_expression(high, at)})"
