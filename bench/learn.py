"""Learn the weights that ship with the library, from a bench folder of labelled texts.

    python -m bench.learn FOLDER          writes cleanarticle/decide/weights.json

The same folder and the same versions give the same file, byte for byte.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from pathlib import Path
from typing import Any

import numpy as np

from bench.crf import Example, train
from bench.looks import learn_looks
from bench.material import Material, load
from cleanarticle.kinds import KINDS
from cleanarticle.lexicon.fold import fold
from cleanarticle.lexicon.tokens import vocabulary_of

OUT = Path(__file__).parent.parent / "cleanarticle" / "decide" / "weights.json"
ENTRIES = Path(__file__).parent.parent / "cleanarticle" / "lexicon" / "entries"
NAMES = [kind.name for kind in KINDS]
# What a line of an invented text counts for its kind, and what an example of a lexicon, beside a line of a real text.
INVENTED_KINDS = 0.3
HITS = 0.3
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


def learn_kinds(material: Material) -> dict[str, Any]:
    """The kind model from the residue lines of hand-labelled texts, in the form of the weights file."""
    examples = []
    for item in (*material.hand, *material.reviewed, *material.structures, *material.residue):
        kinds = [kind for kind in item.kinds if kind]
        chosen = [(names, kind) for names, kind in zip(item.signs, kinds, strict=True) if kind in NAMES]
        allowed = np.zeros((len(chosen), len(NAMES)))
        for row, (_, kind) in enumerate(chosen):
            allowed[row, NAMES.index(kind)] = 1
        weight = INVENTED_KINDS if item.text.site.startswith("invented/") else 1.0
        examples.append(Example([names for names, _ in chosen], allowed, item.text.site, weight))
    examples += hits()
    weights = train(examples, len(NAMES), _known(), l2=L2_KINDS, fewest_sites=FEWEST_SITES, iterations=60)
    votes = {
        name: row for name, values in zip(weights.names, weights.evidence, strict=True) if (row := _sparse(values, 0.2))
    }
    return {
        "votes": votes,
        "follows": {kind: _sparse(values, 0.05) for kind, values in zip(NAMES, weights.steps, strict=True)},
    }


def hits() -> list[Example]:
    """The examples of the lexicons, each a line by itself: what words tell of kinds, in every language there is."""
    examples = []
    for path in sorted(ENTRIES.glob("*.toml")):
        for kind, entries in tomllib.loads(path.read_text("utf8")).items():
            if kind not in NAMES:
                continue
            for number, hit in enumerate(hit for entry in entries for hit in entry.get("hits", ())):
                allowed = np.eye(len(NAMES))[[NAMES.index(kind)]]
                words = [f"word:{word}" for word in sorted(vocabulary_of(fold(hit)))]
                examples.append(Example([words], allowed, f"{path.stem}/{kind}/{number}", HITS))
    return examples


def _known() -> dict[str, np.ndarray]:
    """What evidence says of kinds beforehand."""
    one = np.eye(len(NAMES))
    phrases = {form.format(kind): weight * one[i] for i, kind in enumerate(NAMES) for form, weight in KNOWN.items()}
    return phrases | {signal: weight * one[NAMES.index(kind)] for signal, (kind, weight) in SIGNALS.items()}


def _sparse(values: np.ndarray, least: float) -> dict[str, float]:
    return {kind: round(float(value), 2) for kind, value in zip(NAMES, values, strict=True) if abs(value) >= least}


def write(residue: dict[str, Any], kinds: dict[str, Any], path: Path = OUT) -> None:
    """Write the weights file: a tree or a piece of evidence a line."""

    def forest(trees: list[Any]) -> str:
        return "[\n" + ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees) + "\n]"

    def rows(table: dict[str, Any]) -> str:
        return ",\n".join(
            f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(row)}" for name, row in sorted(table.items())
        )

    path.write_text(
        '{"residue": {"first": ' + forest(residue["first"]) + ',\n"second": ' + forest(residue["second"])
        + '},\n"kinds": {"follows": {\n' + rows(kinds["follows"])
        + '\n},\n"votes": {\n' + rows(kinds["votes"]) + "\n}}}\n",
        "utf8",
    )  # fmt: skip


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a folder with labels.jsonl and pages.*.jsonl.gz")
    args = parser.parse_args()
    material = load(args.folder)
    write(learn_looks(material), learn_kinds(material))


if __name__ == "__main__":
    main()
