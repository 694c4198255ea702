"""Lines that say what they are: the lexicons' phrases, one heuristic a kind.

A decisive phrase settles its line; a weak one only counts together with the line's shape and place, because the same
words stand in stories *about* newsletters, cookies or photographers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cleanarticle.document import Document
from cleanarticle.features.shape import shapes
from cleanarticle.heuristics.base import DECISIVE, WEAK
from cleanarticle.kinds import KINDS
from cleanarticle.lexicon.entry import PARTIAL_PLACES, Match
from cleanarticle.lexicon.matcher import phrases
from cleanarticle.result import Finding


def by_kind(document: Document) -> dict[str, list[tuple[int, Match]]]:
    """The phrases found, under their kinds, each with the index of its block."""
    found: dict[str, list[tuple[int, Match]]] = {}
    for index, matches in enumerate(document.once(phrases)):
        for match in matches:
            found.setdefault(match.entry.kind, []).append((index, match))
    return found


@dataclass(frozen=True)
class Phrases:
    """The phrases of one kind."""

    kind: str

    @property
    def name(self) -> str:
        """The heuristic's name."""
        return f"{self.kind}-phrases"

    @property
    def summary(self) -> str:
        """What it does, in a line."""
        return f"phrases that tell {self.kind}"

    def __call__(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for each phrase found."""
        for index, match in document.once(by_kind).get(self.kind, ()):
            block, entry = document.blocks[index], match.entry
            start, end, sure = 0, len(block.text), entry.strength == "decisive"
            if entry.place in PARTIAL_PLACES:
                start, end = match.start, match.end
            elif sure and _closes_a_paragraph(document, index, match):
                start = len(block.text[: match.start].rstrip())
            elif sure:
                sure = _is_sure(document, index, match)
            yield Finding(
                start=block.start + start,
                end=block.start + end,
                kind=entry.kind,
                confidence=DECISIVE if sure else WEAK,
                reason=f"says “{_shortened(block.text[match.start : match.end])}”",
                signal=f"{entry.kind}.{entry.strength}.{entry.place}",
                captures=() if entry.place == "start" else match.captures,  # a slot at a loose end catches a piece only
            )


def last_untold(document: Document) -> int:
    """The index of the last running text without a decisive phrase; -1 where there is none.

    What comes behind it is no longer the story.
    """
    told = {
        index
        for index, matches in enumerate(document.once(phrases))
        for match in matches
        if match.entry.strength == "decisive"
    }
    prose = [index for index, shape in enumerate(document.once(shapes)) if shape.prose and index not in told]
    return prose[-1] if prose else -1


def _closes_a_paragraph(document: Document, index: int, match: Match) -> bool:
    """Whether a phrase for a line's end stands behind a finished sentence of running text: then only it goes.

    A labelled credit behind one sentence makes both a caption.
    """
    block = document.blocks[index]
    before = block.text[: match.start].rstrip(" (|[–—-")
    if match.entry.place != "end" or len(before) < _SENTENCE or before[-1] not in _STOPS:
        return False
    labelled = match.entry.kind == "caption" and _LABEL.search(block.text[match.start : match.end]) is not None
    return not (labelled and document.once(shapes)[index].words <= _CAPTION)


def _is_sure(document: Document, index: int, match: Match) -> bool:
    """Whether a decisive phrase settles its line here.

    Not in a quotation: somebody says it. Not one word alone, an ad's mark aside: subheads are such words too. In
    running text only where it fills the line, or opens it behind the story, or is the credit that ends a caption: a
    sentence of the story may begin like a notice.
    """
    block, entry = document.blocks[index], match.entry
    if block.text[0] in _QUOTES:
        return False
    if " " not in block.text and match.end - match.start <= _SHORT:
        return entry.kind == "advertisement"
    shape = document.once(shapes)[index]
    if not shape.prose or (entry.place == "whole" and "{ANY}" not in entry.phrase):
        return True
    if entry.kind == "caption" and entry.place == "end":
        return shape.words <= _CAPTION
    return match.start < _SENTENCE and index > document.once(last_untold)


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


# Opening quotation marks, and the dashes that open dialogue; what ends a sentence; what labels a credit.
_QUOTES = frozenset("\"“”„«»‘'「『")
_STOPS = frozenset('.!?…"”»。！？।')
_LABEL = re.compile(r"[:：/|©]|\(c\)", re.IGNORECASE)
# One word is at most this long, in characters; a sentence at least; a caption at most, in words; what a reason shows.
_SHORT = 14
_SENTENCE = 30
_CAPTION = 45
_SHOWN = 60

PHRASES: tuple[Phrases, ...] = tuple(Phrases(kind.name) for kind in KINDS)
