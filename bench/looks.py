"""Learn which blocks are residue: two looks, each a forest of boosted trees.

The second look knows what the first said of a block's neighbours. While learning it may only see what the first says of
sites that it was not learnt from, or it would trust it too much: so the first is learnt anew for each quarter of the
sites, without that quarter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import lightgbm
import numpy as np

from bench.examples import Judged
from bench.material import ALIGNED, Material, fold_of
from cleanarticle.decide.context import CONTEXT, context
from cleanarticle.decide.measures import columns

_BOOSTING = {
    "objective": "binary", "min_data_in_leaf": 30, "lambda_l2": 5.0, "bagging_fraction": 0.7, "bagging_freq": 1,
    "feature_fraction": 0.4, "seed": 1, "deterministic": True, "force_row_wise": True, "num_threads": 1, "verbose": -1,
}  # fmt: skip
# Trees, leaves of each, learning rate.
_JUDGE = (100, 8, 0.12)
_FIRST = (120, 15, 0.1)
_SECOND = (80, 31, 0.12)
_QUARTERS = 4
# A label by alignment counts unless labels by hand make it less likely than this.
_DOUBTFUL = 0.1
# Of the lines that alignment labels as story, one of so many is taken, and counts for them all: there are plenty.
_THIN = 3

Rows = Callable[[Judged], np.ndarray]


@dataclass(frozen=True)
class Lines:
    """The lines of a text that teach: their places among the told blocks, their labels, what they count."""

    item: Judged
    places: np.ndarray
    labels: np.ndarray
    weights: np.ndarray

    @property
    def quarter(self) -> int:
        """Which quarter of the sites its text is in."""
        return fold_of(f"quarter of {self.item.text.site}", _QUARTERS)


def learn_looks(material: Material) -> dict[str, Any]:
    """Both looks, in the form of the weights file."""
    first, second = forests(material)
    return {"first": trees(first, columns()), "second": trees(second, (*columns(), *CONTEXT))}


def forests(material: Material) -> tuple[lightgbm.Booster, lightgbm.Booster]:
    """Both looks."""
    lines = [_by_hand(item, weight) for item, weight in material.weighted()]
    if material.aligned:
        judge = _forest(lines, _measures, *_JUDGE)
        lines += [_by_alignment(item, judge) for item in material.aligned]
    lines = [each for each in lines if len(each.places)]
    first = _forest(lines, _measures, *_FIRST)
    chances: dict[int, list[float]] = {}
    for quarter in range(_QUARTERS):
        partial = _forest([each for each in lines if each.quarter != quarter], _measures, *_FIRST)
        chances |= {id(each.item): _chances(each.item, partial) for each in lines if each.quarter == quarter}

    def both(item: Judged) -> np.ndarray:
        around = context(item.document, chances[id(item)], item.told)
        return np.hstack([item.measures, np.array(around, dtype=np.float32)])

    return first, _forest(lines, both, *_SECOND)


def trees(forest: lightgbm.Booster, names: Sequence[str]) -> list[Any]:
    """A forest in the form of the weights file: a list of nodes, each a number or [column, threshold, low, high]."""
    return [node(tree["tree_structure"], names) for tree in forest.dump_model()["tree_info"]]


def node(told: dict[str, Any], names: Sequence[str]) -> Any:
    """A node of a tree of LightGBM's in the form of the weights files."""
    if "leaf_value" in told:
        return round(told["leaf_value"], 4)
    low, high = node(told["left_child"], names), node(told["right_child"], names)
    return [names[told["split_feature"]], round(told["threshold"], 4), low, high]


def _by_hand(item: Judged, weight: float) -> Lines:
    places = [place for place, index in enumerate(item.told) if item.residue[index] is not None]
    labels = [bool(item.residue[item.told[place]]) for place in places]
    return Lines(item, np.array(places, dtype=int), np.array(labels, dtype=float), np.full(len(places), weight))


def _by_alignment(item: Judged, judge: lightgbm.Booster) -> Lines:
    """The lines whose labels by alignment a forest learnt from labels by hand does not contradict."""
    chances = judge.predict(item.measures, num_threads=1) if item.told else ()
    places, labels, weights = [], [], []
    for place, (index, chance) in enumerate(zip(item.told, chances, strict=True)):
        label = item.residue[index]
        if label is None or (1 - chance if not label else chance) < _DOUBTFUL or (not label and place % _THIN):
            continue
        places.append(place)
        labels.append(float(label))
        weights.append(ALIGNED if label else ALIGNED * _THIN)
    return Lines(item, np.array(places, dtype=int), np.array(labels), np.array(weights))


def _measures(item: Judged) -> np.ndarray:
    return item.measures


def _chances(item: Judged, forest: lightgbm.Booster) -> list[float]:
    chances = [0.0] * len(item.document.blocks)
    for index, chance in zip(item.told, forest.predict(item.measures, num_threads=1), strict=True):
        chances[index] = float(chance)
    return chances


def _forest(lines: Sequence[Lines], rows: Rows, count: int, leaves: int, rate: float) -> lightgbm.Booster:
    data = lightgbm.Dataset(
        np.concatenate([rows(each.item)[each.places] for each in lines]),
        np.concatenate([each.labels for each in lines]),
        weight=np.concatenate([each.weights for each in lines]),
    )
    return lightgbm.train(_BOOSTING | {"num_leaves": leaves, "learning_rate": rate}, data, count)
