"""Lines that say what they are: the lexicons' phrases, one heuristic a kind.

A decisive phrase settles its line; a weak one only counts together with the line's shape and place, because the same
words stand in stories *about* newsletters, cookies or photographers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cleanarticle.document import Block, Document
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
        prose = [shape.prose for shape in document.once(shapes)]
        for index, match in document.once(by_kind).get(self.kind, ()):
            block, entry = document.blocks[index], match.entry
            partial = entry.place in PARTIAL_PLACES
            yield Finding(
                start=block.start + match.start if partial else block.start,
                end=block.start + match.end if partial else block.end,
                kind=entry.kind,
                confidence=DECISIVE if entry.strength == "decisive" and (partial or _is_sure(block, match, prose[index])) else WEAK,
                reason=f"says “{entry.phrase}”",
                signal=f"{entry.kind}.{entry.strength}.{entry.place}",
                captures=match.captures,
            )


def _is_sure(block: Block, match: Match, prose: bool) -> bool:
    """Whether a decisive phrase settles its line here.

    Not in a quotation: somebody says it. Not one word alone: subheads are such words too. In running text only where it
    fills the line: a sentence of the story may begin like a notice.
    """
    if block.text[0] in _QUOTES or not (" " in block.text or match.end - match.start > _SHORT):
        return False
    return not prose or (match.entry.place == "whole" and "{ANY}" not in match.entry.phrase)


# Opening quotation marks, and the dashes that open dialogue.
_QUOTES = frozenset("\"“”„«»‘'「『")
_SHORT = 14


PHRASES: tuple[Phrases, ...] = tuple(Phrases(kind.name) for kind in KINDS)
