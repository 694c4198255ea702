"""The learnt part of deciding: which blocks are residue, and of which kind."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from cleanarticle.decide.kind import KindModel
from cleanarticle.decide.measures import columns
from cleanarticle.trees import Trees


@dataclass(frozen=True)
class Model:
    """Two questions, two models: removed or not first, the kind second."""

    residue: Trees
    kinds: KindModel


@cache
def learnt(engine: str = "") -> Model:
    """The model that ships with the library, for plain text or for pages read by an engine.

    Made by ``bench/learn.py`` (``weights.json``) and ``bench/learn_pages.py`` (``pages.json``).
    """
    data = _read("weights.json")
    votes, follows = data["kinds"]["votes"], data["kinds"]["follows"]
    if not engine:
        return Model(Trees(data["residue"], columns()), KindModel(votes, follows))
    pages = _read("pages.json")
    return Model(Trees(pages[engine], columns(engine)), KindModel(votes | pages["kinds"], follows))


def _read(name: str) -> Any:  # noqa: ANN401
    return json.loads(files("cleanarticle.decide").joinpath(name).read_text("utf8"))
