"""From labelled texts to training examples: what the library measures of each block, and what an editor said of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

import numpy as np

from bench.data import Labelled
from cleanarticle.cleaner import findings_of
from cleanarticle.decide.gather import by_block
from cleanarticle.decide.measures import columns, measures
from cleanarticle.decide.signs import signs
from cleanarticle.document import Document
from cleanarticle.heuristics import BUILTIN
from cleanarticle.heuristics.base import Heuristic
from cleanarticle.reading.text import read_text
from cleanarticle.result import Finding


@dataclass(frozen=True)
class Judged:
    """A text as the models see it: per block its label (None where open), its kind and its words.

    ``told`` are the blocks with a finding, the only ones that are weighed, and ``measures`` their numbers. ``signs``
    are those of the residue blocks only, in their order.
    """

    text: Labelled
    told: list[int]
    measures: np.ndarray
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
    told = [index for index, found in enumerate(whole) if found]
    rows = np.array(measures(document, whole, told), dtype=np.float32).reshape(len(told), len(columns()))
    # The kind of a line that alignment labels is not known.
    sought = [block.index for block in document.blocks if text.kinds[lines[block.index]] not in ("", "?")]
    evidence = signs(document, whole, sought)
    # Thousands of documents are held at once: what was computed on the way to the measures is not.
    fresh = Document(document.text, document.blocks, document.facts)
    return Judged(
        text=text,
        told=told,
        measures=rows,
        residue=[None if i in text.unsure else bool(text.kinds[i]) for i in lines],
        kinds=[text.kinds[i] for i in lines],
        words=[len(block.text.split()) for block in document.blocks],
        signs=evidence,
        document=fresh,
        findings=findings,
    )


def without_residue(text: Labelled) -> Labelled | None:
    """The text with its residue gone: clean text must stay as it is. None where there was nothing to take out."""
    keep = [i for i, kind in enumerate(text.kinds) if not kind]
    if len(keep) == len(text.kinds) or not keep:
        return None
    unsure = frozenset(new for new, old in enumerate(keep) if old in text.unsure)
    return replace(text, lines=tuple(text.lines[i] for i in keep), kinds=tuple("" for _ in keep), unsure=unsure)


# A line of so many words is a paragraph.
_PARAGRAPH = 12


def brief(text: Labelled, paragraphs: int) -> Labelled | None:
    """The text with its story cut to its first few paragraphs, its head and tail of residue left as they are.

    Most scraped texts are long, and what is before and after a short one is told by other signs. None where the story
    is no longer than that.
    """
    story = [i for i, kind in enumerate(text.kinds) if not kind and len(text.lines[i].split()) >= _PARAGRAPH]
    if len(story) <= paragraphs:
        return None
    keep = [i for i in range(len(text.lines)) if i <= story[paragraphs - 1] or i > story[-1]]
    unsure = frozenset(new for new, old in enumerate(keep) if old in text.unsure)
    lines, kinds = tuple(text.lines[i] for i in keep), tuple(text.kinds[i] for i in keep)
    return replace(text, lines=lines, kinds=kinds, unsure=unsure)
