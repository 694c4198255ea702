"""From labelled texts to training examples: what the library measures of each block, and what an editor said of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from bench.data import Labelled
from cleanarticle.cleaner import findings_of
from cleanarticle.decide.gather import by_block
from cleanarticle.decide.measures import measures
from cleanarticle.decide.signs import signs
from cleanarticle.document import Document
from cleanarticle.heuristics import BUILTIN
from cleanarticle.heuristics.base import Heuristic
from cleanarticle.reading.text import read_text
from cleanarticle.result import Finding


@dataclass(frozen=True)
class Judged:
    """A text as the models see it: per block its measures, its label (None where open), its kind and its words.

    ``signs`` are those of the residue blocks only, in their order.
    """

    text: Labelled
    measures: list[tuple[float, ...]]
    residue: list[bool | None]
    kinds: list[str]
    words: list[int]
    signs: list[list[str]]
    document: Document
    findings: list[Finding]


def judged(text: Labelled, heuristics: Sequence[Heuristic] = BUILTIN) -> Judged:
    """Read a labelled text and gather the evidence on it."""
    document = read_text("\n".join(text.lines))
    starts = list(accumulate((len(line) + 1 for line in text.lines), initial=0))
    lines = [bisect_right(starts, block.start) - 1 for block in document.blocks]
    findings = list(findings_of(document, heuristics))
    whole, _ = by_block(document, findings)
    return Judged(
        text=text,
        measures=measures(document, whole, range(len(whole))),
        residue=[None if i in text.unsure else bool(text.kinds[i]) for i in lines],
        kinds=[text.kinds[i] for i in lines],
        words=[len(block.text.split()) for block in document.blocks],
        signs=signs(document, whole, [block.index for block in document.blocks if text.kinds[lines[block.index]]]),
        document=document,
        findings=findings,
    )


def without_residue(text: Labelled) -> Labelled | None:
    """The text with its residue gone: clean text must stay as it is. None where there was nothing to take out."""
    keep = [i for i, kind in enumerate(text.kinds) if not kind]
    if len(keep) == len(text.kinds) or not keep:
        return None
    unsure = frozenset(new for new, old in enumerate(keep) if old in text.unsure)
    return replace(text, lines=tuple(text.lines[i] for i in keep), kinds=tuple("" for _ in keep), unsure=unsure)
