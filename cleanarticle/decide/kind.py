"""Which kind of residue each removed block is: a second question, asked only once it is known that it goes.

A linear chain over the removed blocks in their order: kinds come in runs (a newsletter form is five lines, a related
block eight) and in an order (a byline after a headline). Each block's evidence votes for kinds; the few best of each
are tried in every combination with their neighbours' (Viterbi 1967, over a beam).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

# Kinds of a block that are tried together with its neighbours'.
_BEAM = 4
# How the evidence ends that a decisive phrase gives; its kind stands before. A line with one is of that kind, or of one
# of those kinds, whatever else speaks for others.
_CLAIM = ".decisive"

Votes = Mapping[str, Mapping[str, float]]


class KindModel:
    """Learnt weights: what each piece of evidence says of each kind, and which kind follows which."""

    def __init__(self, votes: Votes, follows: Votes) -> None:
        self._votes = {name: tuple(row.items()) for name, row in votes.items()}
        self._follows = {prior: {kind: row.get(kind, 0.0) for kind in follows} for prior, row in follows.items()}

    def kinds(self, evidence: Sequence[Sequence[str]]) -> list[str]:
        """The likeliest kinds of a run of removed blocks."""
        steps: list[dict[str, str]] = []
        best: dict[str, float] = {}
        for names in evidence:
            totals: dict[str, float] = {}
            came: dict[str, str] = {}
            for kind, score in self._beam(names):
                if best:
                    before, past = max(
                        ((prior, total + self._follows[prior][kind]) for prior, total in best.items()),
                        key=lambda way: way[1],
                    )
                    score += past
                    came[kind] = before
                totals[kind] = score
            best = totals
            steps.append(came)
        return _traced(best, steps)

    def _beam(self, names: Sequence[str]) -> list[tuple[str, float]]:
        """The best few kinds of one block by its own evidence, and their scores."""
        claimed = {name.removesuffix(_CLAIM) for name in names if name.endswith(_CLAIM) and ":" not in name}
        scores: dict[str, float] = dict.fromkeys(claimed & self._follows.keys(), 0.0)
        for votes in filter(None, map(self._votes.get, names)):
            for kind, weight in votes:
                scores[kind] = scores.get(kind, 0.0) + weight
        if claimed:
            scores = {kind: score for kind, score in scores.items() if kind in claimed}
        return sorted(scores.items(), key=_score_then_name)[:_BEAM] or [("navigation", 0.0)]


def _score_then_name(item: tuple[str, float]) -> tuple[float, str]:
    return -item[1], item[0]


def _traced(best: Mapping[str, float], steps: Sequence[Mapping[str, str]]) -> list[str]:
    """The kinds on the best way through, read from its end."""
    if not steps:
        return []
    kind = max(best, key=lambda name: (best[name], name))
    out = [kind]
    for came in reversed(steps[1:]):
        kind = came[kind]
        out.append(kind)
    out.reverse()
    return out
