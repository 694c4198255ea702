"""Learn the weights that ship with the library, from a bench folder of labelled texts.

    python -m bench.learn ../shared/bench                 write cleanarticle/decide/weights.json
    python -m bench.learn ../shared/bench --check         cross-validate by site and print the scores instead

The same folder and the same version give the same file, byte for byte.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from bench.align import align
from bench.crf import Example, Weights, train
from bench.data import Labelled, labelled, pages, read
from bench.examples import Judged, example, judged, without_residue
from cleanarticle.decide.chain import FOLLOWS, STATES, Chain, make_chain
from cleanarticle.decide.kind import KindModel
from cleanarticle.kinds import KINDS

OUT = Path(__file__).parent.parent / "cleanarticle" / "decide" / "weights.json"
FOLDS = 5
OPEN = np.array([[float(to in FOLLOWS[state]) for to in STATES] for state in STATES])
L2 = 10.0
L2_KINDS = 1.0
FEWEST_SITES = 5
# What a text counts, beside a hand-labelled one at 1: one labelled by alignment, one with its residue taken out.
ALIGNED = 0.15
CLEAN = 0.3
NAMES = [kind.name for kind in KINDS]


def aligned(folder: Path, known: dict[str, dict[str, object]]) -> Iterator[Labelled]:
    """The texts of a bench folder, labelled by their pages' references."""
    for row in read(folder / "texts.jsonl.gz"):
        page = known.get(row["id"])
        if page is None:
            continue
        lines = tuple(row["text"].split("\n"))
        versions = [align(lines, gold) for gold in page["gold"]]
        best = max(versions, key=lambda labels: sum(label is False for label in labels))
        kinds = tuple({True: "residue", False: "", None: "?"}[label] for label in best)
        yield Labelled(row["id"], site_of(row["id"], page), row["extractor"], str(page.get("lang") or ""), lines, kinds, frozenset(), ALIGNED)


def site_of(identity: str, page: dict[str, object]) -> str:
    """What a text is split by."""
    from bench.data import host

    return host(page)


def fold_of(site: str) -> int:
    """The fold of a site; stable whatever other sites there are."""
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % FOLDS


def chain_weights(items: Sequence[Judged]) -> Weights:
    """The chain's weights from judged texts."""
    return train([example(item) for item in items], OPEN, l2=L2, fewest_sites=FEWEST_SITES)


def kind_weights(items: Sequence[Judged]) -> Weights:
    """The kind model's weights, from the residue lines of hand-labelled texts."""
    examples = []
    for item in items:
        chosen = [i for i, kind in enumerate(item.kinds) if kind in NAMES]
        allowed = np.zeros((len(chosen), len(NAMES)))
        for row, i in enumerate(chosen):
            allowed[row, NAMES.index(item.kinds[i])] = 1
        examples.append(Example([item.evidence[i] for i in chosen], allowed, item.text.site))
    return train(examples, np.ones((len(NAMES), len(NAMES))), l2=L2_KINDS, fewest_sites=FEWEST_SITES, iterations=60)


def as_chain(weights: Weights) -> Chain:
    """The weights as the library applies them."""
    table = {name: tuple(round(float(v), 3) for v in row) for name, row in zip(weights.names, weights.evidence, strict=True)}
    return make_chain({name: row for name, row in table.items() if any(row)}, weights.steps.round(3).tolist())


def as_kinds(weights: Weights) -> KindModel:
    """The kind model as the library applies it; weights near zero left out."""
    votes = {
        name: row
        for name, values in zip(weights.names, weights.evidence, strict=True)
        if (row := {kind: round(float(v), 2) for kind, v in zip(NAMES, values, strict=True) if abs(v) >= 0.1})
    }
    steps = {
        kind: {to: round(float(v), 2) for to, v in zip(NAMES, values, strict=True) if abs(v) >= 0.05}
        for kind, values in zip(NAMES, weights.steps, strict=True)
    }
    return KindModel(votes, steps)


def write(chain: Chain, weights: Weights, kinds: KindModel, path: Path = OUT) -> None:
    """Write the weights file, one piece of evidence a line."""
    rows = {name: row for name, row in sorted(chain.weights.items())}
    lines = ['{"chain": {"states": ' + json.dumps(STATES) + ',\n"steps": ' + json.dumps(weights.steps.round(3).tolist()) + ',\n"evidence": {']
    lines.append(",\n".join(f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(row)}" for name, row in rows.items()))
    lines.append('}},\n"kinds": {"steps": ' + json.dumps(kinds.follows) + ',\n"evidence": {')
    lines.append(",\n".join(f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(row)}" for name, row in sorted(kinds.votes.items())))
    lines.append("}}}")
    path.write_text("\n".join(lines) + "\n", "utf8")


def load(folder: Path) -> tuple[list[Judged], list[Judged]]:
    """Hand-labelled texts, and the others to learn from: labelled by alignment, and with their residue gone."""
    known = pages(folder)
    hand = []
    for text in labelled(folder, known):
        site = text.site if text.id in known else re.sub(r"_\d{4}.*", "", text.id)
        hand.append(replace(text, site=site))
    others = list(aligned(folder, known))
    clean = [clean for text in hand if (clean := without_residue(text, CLEAN))]
    return [judged(text) for text in hand], [judged(text) for text in others + clean]


def scores(rows: Sequence[tuple[Judged, list[float]]], threshold: float) -> dict[str, float]:
    """Precision, recall and F1 of lines, and the share of body words lost."""
    tp = fp = fn = lost = body = 0
    for item, residue in rows:
        for label, probability, words, kind in zip(item.residue, residue, item.words, item.kinds, strict=True):
            got = probability >= threshold
            if not kind:
                body += words
                lost += words * got
            if label is not None:
                tp += label and got
                fp += got and not label
                fn += label and not got
    p, r = tp / (tp + fp or 1), tp / (tp + fn or 1)
    return {"p": p, "r": r, "f1": 2 * p * r / (p + r or 1), "lost": lost / (body or 1)}


def check(hand: Sequence[Judged], others: Sequence[Judged]) -> None:
    """Cross-validate by site and print."""
    rows: list[tuple[Judged, list[float]]] = []
    right = total = 0
    confused: Counter[tuple[str, str]] = Counter()
    for fold in range(FOLDS):
        learn = [item for item in [*hand, *others] if fold_of(item.text.site) != fold]
        held = [item for item in hand if fold_of(item.text.site) == fold]
        chain = as_chain(chain_weights(learn))
        kinds = as_kinds(kind_weights([item for item in hand if fold_of(item.text.site) != fold]))
        for item in held:
            rows.append((item, chain.residue(item.evidence)))
            chosen = [i for i, kind in enumerate(item.kinds) if kind in NAMES]
            for i, got in zip(chosen, kinds.kinds([item.evidence[i] for i in chosen]), strict=True):
                total += 1
                right += got == item.kinds[i]
                confused[item.kinds[i], got] += got != item.kinds[i]
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        s = scores(rows, threshold)
        print(f"threshold {threshold}  P {s['p']:.3f}  R {s['r']:.3f}  F1 {s['f1']:.3f}  body lost {s['lost']:.2%}")
    print(f"kind right {right / total:.3f}   most confused: " + "  ".join(f"{a}>{b} {n}" for (a, b), n in confused.most_common(12)))
    print("reliability: " + "  ".join(reliability(rows)))


def reliability(rows: Sequence[tuple[Judged, list[float]]]) -> Iterator[str]:
    """For each tenth of confidence the share that is residue, and how many lines."""
    seen: dict[int, list[bool]] = defaultdict(list)
    for item, residue in rows:
        for label, probability in zip(item.residue, residue, strict=True):
            if label is not None:
                seen[min(9, int(probability * 10))].append(label)
    for tenth, labels in sorted(seen.items()):
        yield f"{tenth / 10:.1f}: {sum(labels) / len(labels):.2f} ({len(labels)})"


def main() -> None:
    """Learn and write, or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    hand, others = load(args.folder)
    if args.check:
        check(hand, others)
        return
    weights = chain_weights([*hand, *others])
    write(as_chain(weights), weights, as_kinds(kind_weights(hand)))


if __name__ == "__main__":
    main()
