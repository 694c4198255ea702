"""From labelled texts to training examples: the evidence of each block, and the states it may be in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

import numpy as np

from bench.crf import Example
from bench.data import Labelled
from cleanarticle.cleaner import findings_of
from cleanarticle.decide.chain import STATES
from cleanarticle.decide.decide import by_block
from cleanarticle.decide.evidence import evidence
from cleanarticle.heuristics import BUILTIN
from cleanarticle.heuristics.base import Heuristic
from cleanarticle.reading.text import read_text

_COLUMN = {state: i for i, state in enumerate(STATES)}


@dataclass(frozen=True)
class Judged:
    """A text as the chain sees it: per block its evidence, its label, its words; None where the label is open."""

    text: Labelled
    evidence: list[list[str]]
    residue: list[bool | None]
    kinds: list[str]
    words: list[int]


def judged(text: Labelled, heuristics: Sequence[Heuristic] = BUILTIN) -> Judged:
    """Read a labelled text and gather the evidence on it."""
    document = read_text("\n".join(text.lines))
    starts = list(accumulate((len(line) + 1 for line in text.lines), initial=0))
    lines = [bisect_right(starts, block.start) - 1 for block in document.blocks]
    whole, _ = by_block(document, findings_of(document, heuristics))
    residue = [None if i in text.unsure or text.kinds[i] == "?" else bool(text.kinds[i]) for i in lines]
    return Judged(text, evidence(document, whole), residue, [text.kinds[i] for i in lines], [len(b.text.split()) for b in document.blocks])


def example(item: Judged) -> Example:
    """A training example for the chain: residue before the first body line is head, after the last tail."""
    body = [i for i, residue in enumerate(item.residue) if residue is False]
    first, last = (body[0], body[-1]) if body else (len(item.residue), -1)
    allowed = np.zeros((len(item.residue), len(STATES)))
    for i, residue in enumerate(item.residue):
        if residue is not True:
            allowed[i, _COLUMN["story"]] = 1
        if residue is not False:
            if i < first:
                allowed[i, _COLUMN["head"]] = 1
            if i > last:
                allowed[i, _COLUMN["tail"]] = 1
            if first < i < last:
                allowed[i, _COLUMN["aside"]] = 1
    return Example(item.evidence, allowed, item.text.site, item.text.weight)


def without_residue(text: Labelled, weight: float) -> Labelled | None:
    """The text with its residue gone: clean text must stay as it is. None where there was nothing to take out."""
    keep = [i for i, kind in enumerate(text.kinds) if not kind]
    if len(keep) == len(text.kinds) or not keep:
        return None
    unsure = frozenset(new for new, old in enumerate(keep) if old in text.unsure)
    return replace(text, lines=tuple(text.lines[i] for i in keep), kinds=tuple("" for _ in keep), unsure=unsure, weight=weight)
