"""How likely each block is residue: a linear chain over head, story, aside and tail.

An article is one run of prose; residue stands before its first sentence, after its last, and in lines between. A linear-chain
conditional random field (Lafferty, McCallum and Pereira 2001) says just that: each block is in one of four states, each
state weighs the block's evidence its own way, and the story cannot come back once the tail has begun. What is asked of
it is the marginal probability of *not story*, by the forward-backward recursion.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

Row = tuple[float, float, float, float]

STATES = ("head", "story", "aside", "tail")
STORY = STATES.index("story")
# What can follow what, and what a text can begin and end with.
FOLLOWS = {"head": ("head", "story"), "story": ("story", "aside", "tail"), "aside": ("aside", "story"), "tail": ("tail",)}
STARTS = ("head", "story", "tail")
ENDS = ("head", "story", "tail")


@dataclass(frozen=True)
class Chain:
    """Learnt weights: of each piece of evidence in each state, and of each step from state to state."""

    weights: dict[str, Row]
    steps: tuple[Row, Row, Row, Row]

    def residue(self, evidence: Sequence[Sequence[str]]) -> list[float]:
        """The probability, 0 to 1, of each block not to be story."""
        if not evidence:
            return []
        emissions = [self._emission(names) for names in evidence]
        steps = self.steps
        (s00, s01, s02, s03), (s10, s11, s12, s13), (s20, s21, s22, s23), (s30, s31, s32, s33) = steps
        forward = [_scaled(*emissions[0])]
        for e0, e1, e2, e3 in emissions[1:]:
            h, s, a, t = forward[-1]
            forward.append(
                _scaled(
                    (h * s00 + s * s10 + a * s20 + t * s30) * e0,
                    (h * s01 + s * s11 + a * s21 + t * s31) * e1,
                    (h * s02 + s * s12 + a * s22 + t * s32) * e2,
                    (h * s03 + s * s13 + a * s23 + t * s33) * e3,
                )
            )
        b0 = b1 = b2 = b3 = 1.0
        out: list[float] = []
        for (h, s, a, t), (e0, e1, e2, e3) in zip(reversed(forward), reversed(emissions), strict=True):
            total = h * b0 + s * b1 + a * b2 + t * b3
            out.append(1.0 - s * b1 / total if total else 0.0)
            b0, b1, b2, b3 = b0 * e0, b1 * e1, b2 * e2, b3 * e3
            b0, b1, b2, b3 = _scaled(
                s00 * b0 + s01 * b1 + s02 * b2 + s03 * b3,
                s10 * b0 + s11 * b1 + s12 * b2 + s13 * b3,
                s20 * b0 + s21 * b1 + s22 * b2 + s23 * b3,
                s30 * b0 + s31 * b1 + s32 * b2 + s33 * b3,
            )
        out.reverse()
        return out

    def _emission(self, names: Sequence[str]) -> Row:
        known = self.weights
        h = s = a = t = 0.0
        for name in names:
            row = known.get(name)
            if row is not None:
                h += row[0]
                s += row[1]
                a += row[2]
                t += row[3]
        top = max(h, s, a, t)
        return exp(max(h - top, -60.0)), exp(max(s - top, -60.0)), exp(max(a - top, -60.0)), exp(max(t - top, -60.0))


def _scaled(h: float, s: float, a: float, t: float) -> Row:
    total = h + s + a + t
    return (h / total, s / total, a / total, t / total) if total else (0.25, 0.25, 0.25, 0.25)


@cache
def learnt() -> Chain:
    """The chain that ships with the library (``weights.json``, made by ``bench/learn.py``)."""
    data = json.loads(files("cleanarticle.decide").joinpath("weights.json").read_text("utf8"))["chain"]
    return make_chain({name: tuple(row) for name, row in data["evidence"].items()}, data["steps"])


def make_chain(weights: dict[str, Row], steps: Sequence[Sequence[float]]) -> Chain:
    """A chain from log weights; steps that cannot be are closed."""
    opened = [
        tuple(exp(weight) if to in FOLLOWS[state] else 1.0 for to, weight in zip(STATES, row, strict=True))
        for state, row in zip(STATES, steps, strict=True)
    ]
    return Chain(weights, (_row(opened[0]), _row(opened[1]), _row(opened[2]), _row(opened[3])))


def _row(values: Sequence[float]) -> Row:
    first, second, third, fourth = values
    return first, second, third, fourth
