"""Lines that say what they are: the lexicons' phrases, one heuristic a kind.

A decisive phrase settles its line; a weak one only counts together with the line's shape and place, because the same
words stand in stories *about* newsletters, cookies or photographers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cleanarticle.document import Document
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
        for index, match in document.once(by_kind).get(self.kind, ()):
            block, entry = document.blocks[index], match.entry
            partial = entry.place in PARTIAL_PLACES
            yield Finding(
                start=block.start + match.start if partial else block.start,
                end=block.start + match.end if partial else block.end,
                kind=entry.kind,
                confidence=DECISIVE if entry.strength == "decisive" else WEAK,
                reason=f"says “{entry.phrase}”",
                signal=f"{entry.kind}.{entry.strength}.{entry.place}",
                captures=match.captures,
            )


PHRASES: tuple[Phrases, ...] = tuple(Phrases(kind.name) for kind in KINDS)
