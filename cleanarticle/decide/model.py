"""The learnt part of deciding: which blocks are residue, and of which kind."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from cleanarticle.decide.kind import KindModel
from cleanarticle.decide.measures import columns
from cleanarticle.trees import Trees


@dataclass(frozen=True)
class Model:
    """Two questions, two models: removed or not first, the kind second."""

    residue: Trees
    kinds: KindModel


@cache
def learnt() -> Model:
    """The model that ships with the library (``weights.json``, made by ``bench/learn.py``)."""
    data = json.loads(files("cleanarticle.decide").joinpath("weights.json").read_text("utf8"))
    return Model(Trees(data["residue"], columns()), KindModel(**data["kinds"]))
