"""The learnt part of deciding: which blocks are residue, and of which kind."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Protocol

from cleanarticle.decide.context import CONTEXT, context
from cleanarticle.decide.kind import KindModel
from cleanarticle.decide.measures import columns, measures
from cleanarticle.document import Document
from cleanarticle.result import Finding
from cleanarticle.trees import Trees

# What the first look finds less likely to be residue than this is not looked at again: most of the story.
DOUBT = 0.05


class Weighing(Protocol):
    """What tells how likely each block is residue."""

    def chances(self, document: Document, findings: Sequence[Sequence[Finding]]) -> list[float]:
        """For each block a probability, 0 to 1; ``findings`` are those on each whole block."""
        ...


@dataclass(frozen=True)
class Look:
    """Which blocks are residue, each for itself."""

    trees: Trees

    def chances(self, document: Document, findings: Sequence[Sequence[Finding]]) -> list[float]:
        """For each block the probability, 0 to 1, that it is residue; 0 where nothing was found on it."""
        told = [index for index, found in enumerate(findings) if found]
        chances = [0.0] * len(findings)
        for index, chance in zip(told, self.trees.probabilities(measures(document, findings, told)), strict=True):
            chances[index] = chance
        return chances


@dataclass(frozen=True)
class Looks:
    """Which blocks are residue, in two looks: each block for itself, then those in doubt among their neighbours."""

    first: Trees
    second: Trees

    def chances(self, document: Document, findings: Sequence[Sequence[Finding]]) -> list[float]:
        """For each block the probability, 0 to 1, that it is residue; 0 where nothing was found on it."""
        told = [index for index, found in enumerate(findings) if found]
        rows = dict(zip(told, measures(document, findings, told), strict=True))
        chances = [0.0] * len(findings)
        for index, chance in zip(told, self.first.probabilities(rows.values()), strict=True):
            chances[index] = chance
        doubtful = [index for index in told if chances[index] >= DOUBT]
        around = context(document, chances, doubtful)
        again = (rows[index] + more for index, more in zip(doubtful, around, strict=True))
        for index, chance in zip(doubtful, self.second.probabilities(again), strict=True):
            chances[index] = chance
        return chances


@dataclass(frozen=True)
class Model:
    """Two questions, two models: removed or not first, the kind second."""

    residue: Weighing
    kinds: KindModel


def looks(first: Sequence[Any], second: Sequence[Any]) -> Looks:
    """The two looks from the trees of the weights file."""
    return Looks(Trees(first, columns()), Trees(second, (*columns(), *CONTEXT)))


@cache
def learnt(engine: str = "") -> Model:
    """The model that ships with the library, for plain text or for pages read by an engine.

    Made by ``bench/learn.py`` (``weights.json``) and ``bench/learn_pages.py`` (``pages.json``).
    """
    data = _read("weights.json")
    votes, follows = data["kinds"]["votes"], data["kinds"]["follows"]
    if not engine:
        return Model(looks(**data["residue"]), KindModel(votes, follows))
    pages = _read("pages.json")
    return Model(Look(Trees(pages[engine], columns(engine))), KindModel(votes | pages["kinds"], follows))


def _read(name: str) -> Any:  # noqa: ANN401
    return json.loads(files("cleanarticle.decide").joinpath(name).read_text("utf8"))
