"""Train a linear-chain conditional random field on sequences of named evidence; labels may be known in part.

Maximum likelihood with an L2 penalty, by L-BFGS (Lafferty, McCallum and Pereira 2001). A position's label is a set of
allowed states: one where an editor was sure, all where nobody knows, so that doubtful lines teach nothing and still
link their neighbours. Sequences carry weights. Sums run in a fixed order in one thread: the same data give the same
weights.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

_BATCH = 400


@dataclass(frozen=True)
class Example:
    """One text: the evidence of each block, the states each may be in, where it comes from, what it counts."""

    evidence: Sequence[Sequence[str]]
    allowed: np.ndarray  # blocks x states, 0 or 1
    site: str
    weight: float = 1.0


@dataclass(frozen=True)
class Weights:
    """What was learnt: log weights of each piece of evidence in each state, and of the steps."""

    names: list[str]
    evidence: np.ndarray
    steps: np.ndarray


def frequent(sequences: Sequence[Example], fewest_sites: int) -> list[str]:
    """The evidence seen on at least so many sites: what one site prints cannot carry over."""
    sites: dict[str, set[str]] = {}
    for sequence in sequences:
        for names in sequence.evidence:
            for name in names:
                sites.setdefault(name, set()).add(sequence.site)
    return sorted(name for name, seen in sites.items() if len(seen) >= fewest_sites)


def train(
    sequences: Sequence[Example],
    states: int,
    prior: Mapping[str, np.ndarray],
    *,
    l2: float,
    fewest_sites: int,
    iterations: int,
) -> Weights:
    """Learn the weights of a chain over so many states.

    ``prior`` gives evidence whose meaning is known beforehand its weights in each state; what is learnt, and penalised,
    is the difference, so that evidence too rare to learn from keeps its meaning.
    """
    sequences = sorted((s for s in sequences if len(s.evidence)), key=lambda s: len(s.evidence))
    names = sorted({*frequent(sequences, fewest_sites), *prior})
    column = {name: i for i, name in enumerate(names)}
    known = np.array([prior.get(name, np.zeros(states)) for name in names])
    batches = [_Batch.of(sequences[i : i + _BATCH], column) for i in range(0, len(sequences), _BATCH)]
    size = len(names) * states

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights, steps = flat[:size].reshape(len(names), states), flat[size:].reshape(states, states)
        matrix = np.exp(steps)
        value, gradient, gradient_steps = 0.5 * l2 * float(flat @ flat), l2 * weights, l2 * steps
        for batch in batches:
            scores = np.clip(batch.matrix @ (weights + known), -60, 60)
            got, node, pair = batch.expect(scores, matrix)
            value -= got
            gradient = gradient - batch.matrix.T @ node
            gradient_steps = gradient_steps - pair
        return value, np.concatenate([gradient.ravel(), gradient_steps.ravel()])

    found = minimize(
        loss,
        np.zeros(size + states * states),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": iterations, "maxcor": 8},
    )
    return Weights(names, found.x[:size].reshape(len(names), states) + known, found.x[size:].reshape(states, states))


class _Batch:
    """Sequences of like length, laid side by side."""

    def __init__(
        self, matrix: csr_matrix, allowed: np.ndarray, rows: np.ndarray, there: np.ndarray, weight: np.ndarray
    ) -> None:
        self.matrix, self.allowed, self.rows, self.there, self.weight = matrix, allowed, rows, there, weight

    @classmethod
    def of(cls, sequences: Sequence[Example], column: dict[str, int]) -> _Batch:
        longest = max(len(s.evidence) for s in sequences)
        indices: list[int] = []
        ends = [0]
        rows = np.zeros((longest, len(sequences)), dtype=int)
        there = np.zeros((longest, len(sequences)), dtype=bool)
        for j, sequence in enumerate(sequences):
            for t, names in enumerate(sequence.evidence):
                rows[t, j] = len(ends) - 1
                there[t, j] = True
                indices += [column[name] for name in names if name in column]
                ends.append(len(indices))
        matrix = csr_matrix((np.ones(len(indices)), indices, ends), shape=(len(ends) - 1, len(column)))
        allowed = np.concatenate([s.allowed for s in sequences]).astype(float)
        return cls(matrix, allowed, rows, there, np.array([s.weight for s in sequences]))

    def expect(self, scores: np.ndarray, matrix: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
        """The weighted log likelihood, and its gradient by emission scores and by log steps."""
        potential = np.exp(scores - scores.max(axis=1, keepdims=True))
        shift_free, node_free, pair_free = self._marginals(potential, matrix)
        shift_held, node_held, pair_held = self._marginals(potential * self.allowed, matrix)
        return shift_held - shift_free, node_held - node_free, pair_held - pair_free

    def _marginals(self, potential: np.ndarray, matrix: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
        length, width = self.rows.shape
        states = matrix.shape[0]
        laid = np.where(self.there[:, :, None], potential[self.rows], 1.0)
        forward = np.empty((length, width, states))
        total = 0.0
        current = np.ones((width, states))
        for t in range(length):
            step = laid[t] if t == 0 else (current @ matrix) * laid[t]
            scale = step.sum(axis=1, keepdims=True)
            alive = self.there[t][:, None]
            scale = np.where(alive, np.maximum(scale, 1e-300), 1.0)
            current = np.where(alive, step / scale, current)
            forward[t] = current
            total += float(np.log(scale[:, 0]) @ self.weight)
        node = np.zeros((potential.shape[0], states))
        pair = np.zeros((states, states))
        backward = np.ones((width, states))
        for t in range(length - 1, -1, -1):
            alive = self.there[t]
            gamma = forward[t] * backward
            gamma /= np.maximum(gamma.sum(axis=1, keepdims=True), 1e-300)
            gamma *= self.weight[:, None]
            node[self.rows[t][alive]] = gamma[alive]
            if t == 0:
                break
            message = backward * laid[t]
            joint = forward[t - 1][alive][:, :, None] * matrix * message[alive][:, None, :]
            joint /= np.maximum(joint.sum(axis=(1, 2), keepdims=True), 1e-300)
            pair += (joint * self.weight[alive][:, None, None]).sum(axis=0)
            stepped = message @ matrix.T
            stepped /= np.maximum(stepped.sum(axis=1, keepdims=True), 1e-300)
            backward = np.where(alive[:, None], stepped, backward)
        return total, node, pair
