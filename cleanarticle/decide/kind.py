"""Which kind of residue each removed block is: a second question, asked only once it is known that it goes.

A linear chain again, over the removed blocks in their order: kinds come in runs (a newsletter form is five lines, a related
block eight) and in an order (a byline after a headline). Each block's evidence votes for kinds; the few best of each
are tried in every combination with their neighbours' (Viterbi 1967, over a beam).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# Kinds of a block that are tried together with its neighbours'.
_BEAM = 5
# How the evidence ends that a decisive phrase gives; its kind stands before. A line with one is of that kind, or of one
# of those kinds, whatever else speaks for others.
_CLAIM = ".decisive"
Votes = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class KindModel:
    """Learnt weights: what each piece of evidence says of each kind, and which kind follows which."""

    votes: Votes
    follows: Votes

    def kinds(self, evidence: Sequence[Sequence[str]]) -> list[str]:
        """The likeliest kinds of a run of removed blocks."""
        best: list[dict[str, tuple[float, str]]] = []
        for names in evidence:
            claimed = {name.removesuffix(_CLAIM) for name in names if name.endswith(_CLAIM) and ":" not in name}
            scores: dict[str, float] = {}
            for name in names:
                for kind, weight in self.votes.get(name, {}).items():
                    if not claimed or kind in claimed:
                        scores[kind] = scores.get(kind, 0.0) + weight
            beam = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:_BEAM] or [("navigation", 0.0)]
            if not best:
                best.append({kind: (score, "") for kind, score in beam})
                continue
            step: dict[str, tuple[float, str]] = {}
            for kind, score in beam:
                total, before = max((past + self.follows.get(prior, {}).get(kind, 0.0), prior) for prior, (past, _) in best[-1].items())
                step[kind] = (total + score, before)
            best.append(step)
        return _traced(best)


def _traced(best: Sequence[Mapping[str, tuple[float, str]]]) -> list[str]:
    """The kinds on the best way through, read from its end."""
    if not best:
        return []
    kind = max(best[-1], key=lambda name: (best[-1][name][0], name))
    out = [kind]
    for step in reversed(best[1:]):
        kind = step[kind][1]
        out.append(kind)
    out.reverse()
    return out
