"""Learn the weights that ship with the library, from a bench folder of labelled texts.

    python -m bench.learn FOLDER          writes cleanarticle/decide/weights.json

The same folder and the same versions give the same file, byte for byte.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

from bench.crf import Example, train
from bench.data import invented, labelled, pages
from bench.examples import Judged, judged, without_residue
from cleanarticle.decide.measures import columns
from cleanarticle.kinds import KINDS

OUT = Path(__file__).parent.parent / "cleanarticle" / "decide" / "weights.json"
FOLDS = 5
NAMES = [kind.name for kind in KINDS]
# What a line counts, beside one of a hand-labelled text at 1: of a text with its residue taken out, of an invented text
# with a body of a rare form, of one with much residue.
CLEAN = 0.7
STRUCTURES = 0.6
RESIDUE = 0.1
INVENTED_KINDS = 0.3
TREES = 100
BOOSTING = {
    "objective": "binary", "num_leaves": 8, "learning_rate": 0.12, "min_data_in_leaf": 30, "lambda_l2": 5.0,
    "bagging_fraction": 0.7, "bagging_freq": 1, "feature_fraction": 0.4, "seed": 1, "deterministic": True,
    "force_row_wise": True, "num_threads": 1, "verbose": -1,
}  # fmt: skip
L2_KINDS = 3.5
FEWEST_SITES = 4
# Log odds that evidence gives to a kind before anything is learnt: a phrase to its own kind, by its strength and from
# how near; a signal that means one kind to that kind.
KNOWN = {"{}.decisive": 4.0, "{}.weak": 2.0, "under:{}": 1.2, "before:{}.decisive": 0.3, "after:{}.decisive": 0.3}
SIGNALS = {
    "date.whole": ("timestamp", 4.0),
    "date.first": ("timestamp", 2.0),
    "title.twice": ("headline", 3.0),
    "title.nearly_twice": ("headline", 5.0),
    "title.head0": ("headline", 1.0),
    "title.head1": ("headline", 1.0),
    "title.kicker": ("headline", 1.0),
    "name.line": ("byline", 1.5),
    "list.titles.after": ("related", 1.5),
    "list.arrow": ("related", 3.0),
    "list.hashtags": ("tags", 4.0),
    "list.keywords": ("tags", 2.0),
    "repeat.quote": ("duplicate", 3.0),
    "repeat.teaser.cut": ("duplicate", 3.0),
    "repeat.teaser.whole": ("duplicate", 3.0),
    "repeat.prose": ("duplicate", 3.0),
    "marks.clock": ("widget", 4.0),
    "marks.address": ("contact", 3.0),
    "caption.credit": ("caption", 4.0),
    "page.name": ("masthead", 2.0),
}


@dataclass(frozen=True)
class Material:
    """What is learnt from: hand-labelled texts, the same with their residue gone, and invented texts."""

    hand: list[Judged]
    clean: list[Judged]
    structures: list[Judged]
    residue: list[Judged]

    def without(self, fold: int) -> Material:
        """All of it but the sites of a fold."""
        return Material(
            *([item for item in items if fold_of(item.text.site) != fold] for items in (self.hand, self.clean)),
            self.structures,
            self.residue,
        )


def load(folder: Path) -> Material:
    """Read the bench folder and gather the evidence."""
    known = pages(folder)
    texts = [text if text.id in known else replace(text, site=_publisher(text.id)) for text in labelled(folder, known)]
    clean = (without_residue(text) for text in texts)
    return Material(
        [judged(text) for text in texts],
        [judged(text) for text in clean if text],
        *([judged(text) for text in invented(name)] for name in ("structures", "residue")),
    )


def _publisher(identity: str) -> str:
    """What to split a text by whose page is not in the folder: its publisher, where its name tells one."""
    return re.sub(r"_\d{4}.*", "", identity)


def fold_of(site: str) -> int:
    """The fold of a site; stable whatever other sites there are."""
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % FOLDS


def learn_trees(material: Material) -> list[Any]:
    """Boosted trees from judged texts, in the form of the weights file."""
    rows, labels, weights = [], [], []
    kinds = (
        (material.hand, 1.0),
        (material.clean, CLEAN),
        (material.structures, STRUCTURES),
        (material.residue, RESIDUE),
    )
    for items, weight in kinds:
        for item in items:
            for row, label in zip(item.measures, item.residue, strict=True):
                if label is not None:
                    rows.append(row)
                    labels.append(label)
                    weights.append(weight)
    data = lightgbm.Dataset(np.array(rows), np.array(labels), weight=np.array(weights), feature_name=list(columns()))
    model = lightgbm.train(BOOSTING, data, TREES).dump_model()
    return [node(tree["tree_structure"], columns()) for tree in model["tree_info"]]


def node(told: dict[str, Any], names: Sequence[str]) -> Any:
    """A node of a tree of LightGBM's in the form of the weights files."""
    if "leaf_value" in told:
        return round(told["leaf_value"], 4)
    low, high = node(told["left_child"], names), node(told["right_child"], names)
    return [names[told["split_feature"]], round(told["threshold"], 4), low, high]


def learn_kinds(material: Material) -> dict[str, Any]:
    """The kind model from the residue lines of hand-labelled texts, in the form of the weights file."""
    examples = []
    for item in (*material.hand, *material.structures, *material.residue):
        kinds = [kind for kind in item.kinds if kind]
        chosen = [(names, kind) for names, kind in zip(item.signs, kinds, strict=True) if kind in NAMES]
        allowed = np.zeros((len(chosen), len(NAMES)))
        for row, (_, kind) in enumerate(chosen):
            allowed[row, NAMES.index(kind)] = 1
        weight = INVENTED_KINDS if item.text.site.startswith("invented/") else 1.0
        examples.append(Example([names for names, _ in chosen], allowed, item.text.site, weight))
    weights = train(examples, len(NAMES), _known(), l2=L2_KINDS, fewest_sites=FEWEST_SITES, iterations=60)
    votes = {
        name: row for name, values in zip(weights.names, weights.evidence, strict=True) if (row := _sparse(values, 0.2))
    }
    return {
        "votes": votes,
        "follows": {kind: _sparse(values, 0.05) for kind, values in zip(NAMES, weights.steps, strict=True)},
    }


def _known() -> dict[str, np.ndarray]:
    """What evidence says of kinds beforehand."""
    one = np.eye(len(NAMES))
    phrases = {form.format(kind): weight * one[i] for i, kind in enumerate(NAMES) for form, weight in KNOWN.items()}
    return phrases | {signal: weight * one[NAMES.index(kind)] for signal, (kind, weight) in SIGNALS.items()}


def _sparse(values: np.ndarray, least: float) -> dict[str, float]:
    return {kind: round(float(value), 2) for kind, value in zip(NAMES, values, strict=True) if abs(value) >= least}


def write(trees: list[Any], kinds: dict[str, Any], path: Path = OUT) -> None:
    """Write the weights file: a tree or a piece of evidence a line."""

    def rows(table: dict[str, Any]) -> str:
        return ",\n".join(
            f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(row)}" for name, row in sorted(table.items())
        )

    path.write_text(
        '{"residue": [\n' + ",\n".join(map(json.dumps, trees))
        + '\n],\n"kinds": {"follows": {\n' + rows(kinds["follows"])
        + '\n},\n"votes": {\n' + rows(kinds["votes"]) + "\n}}}\n",
        "utf8",
    )  # fmt: skip


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a folder with labels.jsonl and pages.*.jsonl.gz")
    args = parser.parse_args()
    material = load(args.folder)
    write(learn_trees(material), learn_kinds(material))


if __name__ == "__main__":
    main()
