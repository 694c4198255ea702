"""Cross-validate by site: how well lines are told, and their kinds, on sites that nothing was learnt from.

    python -m bench.crossval FOLDER
    python -m bench.crossval FOLDER --show related        the lines got wrong, of one kind or `all`

Each fifth of the sites is judged by weights learnt from the other four, through the whole way that a text takes.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from bench.examples import Judged
from bench.learn import learn_kinds
from bench.looks import learn_looks
from bench.material import FOLDS, Material, fold_of, load
from cleanarticle.decide.decide import decide
from cleanarticle.decide.kind import KindModel
from cleanarticle.decide.model import Model, Weighing, looks
from cleanarticle.decide.policy import Policy
from cleanarticle.document import Document
from cleanarticle.result import Finding, Removal


@dataclass(frozen=True)
class Line:
    """One line: what an editor said, and what the library says of it at a threshold."""

    text: Judged
    index: int
    wanted: str
    unsure: bool
    words: int
    got: str
    confidence: float


class Remembered:
    """Two looks that remember what they said of a text: it is asked for at several thresholds."""

    def __init__(self, looks: Weighing) -> None:
        self._looks, self._said = looks, dict[int, list[float]]()

    def chances(self, document: Document, findings: Sequence[Sequence[Finding]]) -> list[float]:
        """What the looks say, once for each text."""
        if id(document) not in self._said:
            self._said[id(document)] = self._looks.chances(document, findings)
        return self._said[id(document)]


def models(material: Material) -> list[Model]:
    """For each fold the weights learnt without it."""
    parts = map(material.without, range(FOLDS))
    return [Model(Remembered(looks(**learn_looks(part))), KindModel(**learn_kinds(part))) for part in parts]


def lines(material: Material, learnt: Sequence[Model], threshold: float) -> Iterator[Line]:
    """Every line of the hand-labelled texts, judged by weights that never saw its site."""
    for item in material.hand:
        yield from judge(item, learnt[fold_of(item.text.site)], threshold)


def judge(item: Judged, model: Model, threshold: float) -> Iterator[Line]:
    """The lines of one text as a model decides them; a line counts as removed where half of it or more is."""
    removed = decide(item.document, item.findings, Policy(threshold), model).removed
    at = 0
    for block, label, kind, words in zip(item.document.blocks, item.residue, item.kinds, item.words, strict=True):
        while at < len(removed) and removed[at].end <= block.start:
            at += 1
        got, confidence = "", 0.0
        if at < len(removed) and removed[at].start < block.end:
            inside = min(removed[at].end, block.end) - max(removed[at].start, block.start)
            if 2 * inside >= block.end - block.start:
                got, confidence = removed[at].kind, removed[at].confidence
        yield Line(item, block.index, kind, label is None, words, got, confidence)


def parts(material: Material, learnt: Sequence[Model], threshold: float) -> str:
    """How many of the parts of lines that are residue go, most of each, and of those in how many the rest stays."""
    found = clean = count = 0
    for item in material.hand:
        if not item.text.partial:
            continue
        model = learnt[fold_of(item.text.site)]
        removed = decide(item.document, item.findings, Policy(threshold), model).removed
        starts = [0, *accumulate(len(line) + 1 for line in item.text.lines)]
        for number, part in item.text.partial:
            line = item.text.lines[number]
            start = starts[number] + max(line.find(part.strip()), 0)
            inside = _covered(removed, start, start + len(part.strip()))
            gone = 2 * inside >= len(part.strip())
            count += 1
            found += gone
            left = len(line.strip()) - len(part.strip())
            clean += gone and 2 * (_covered(removed, starts[number], starts[number] + len(line)) - inside) < left
    return f"parts of lines: {found} of {count} go, {clean} of them alone"


def _covered(removed: Iterable[Removal], start: int, end: int) -> int:
    return sum(max(0, min(item.end, end) - max(item.start, start)) for item in removed)


def untouched(rows: Iterable[Line]) -> str:
    """Of the texts without residue, how many come back as they went in, and the share of their words that goes."""
    texts: dict[int, list[Line]] = defaultdict(list)
    for row in rows:
        texts[id(row.text)].append(row)
    clean = [each for each in texts.values() if not any(row.wanted for row in each) and not each[0].text.text.partial]
    same = sum(not any(row.got for row in each) for each in clean)
    words = sum(row.words for each in clean for row in each)
    gone = sum(row.words for each in clean for row in each if row.got)
    return f"texts without residue: {same} of {len(clean)} unchanged, {gone / (words or 1):.2%} of their words gone"


def figures(rows: Iterable[Line]) -> str:
    """Precision, recall, F1, the share of kinds right and of body words lost."""
    tp = fp = fn = right = lost = body = 0
    for row in rows:
        if not row.wanted:
            body += row.words
            lost += row.words * bool(row.got)
        if row.unsure:
            continue
        tp += bool(row.wanted and row.got)
        fp += bool(row.got and not row.wanted)
        fn += bool(row.wanted and not row.got)
        right += bool(row.wanted) and row.wanted == row.got
    p, r = tp / (tp + fp or 1), tp / (tp + fn or 1)
    return (
        f"P {p:.3f}  R {r:.3f}  F1 {2 * p * r / (p + r or 1):.3f}  kind right {right / (tp or 1):.3f}"
        f"  body lost {lost / (body or 1):.2%}"
    )


def main() -> None:
    """Print figures: at several thresholds, by language, extractor and kind, and how well confidence is calibrated."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a folder with labels.jsonl and pages.*.jsonl.gz")
    parser.add_argument("--show", help="print the lines got wrong, of one kind or `all`")
    args = parser.parse_args()
    material = load(args.folder)
    learnt = models(material)
    for threshold in (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95):
        rows = list(lines(material, learnt, threshold))
        print(f"threshold {threshold:<5}", figures(rows))
        if threshold == 0.5:
            half = rows
    print(untouched(half))
    print(parts(material, learnt, 0.5))
    groups: dict[str, list[Line]] = defaultdict(list)
    for row in half:
        groups["language " + (row.text.text.lang or "?")].append(row)
        groups["extractor " + row.text.text.extractor].append(row)
    for name, members in sorted(groups.items()):
        if len({id(row.text) for row in members}) >= 10:
            print(f"{name:24}", figures(members))
    wanted = Counter(row.wanted for row in half if row.wanted and not row.unsure)
    hit = Counter(row.wanted for row in half if row.wanted and row.got and not row.unsure)
    print("recall by kind:", "  ".join(f"{kind} {hit[kind] / n:.2f} ({n})" for kind, n in wanted.most_common()))
    confused = Counter((row.wanted, row.got) for row in half if row.wanted and row.got and row.wanted != row.got)
    print("most confused:", "  ".join(f"{a}>{b} {n}" for (a, b), n in confused.most_common(12)))
    tenths: dict[int, list[bool]] = defaultdict(list)
    for row in lines(material, learnt, 0.0):
        if row.got and not row.unsure:
            tenths[min(9, int(row.confidence * 10))].append(bool(row.wanted))
    print(
        "residue by confidence:",
        "  ".join(f"{t / 10:.1f} {sum(x) / len(x):.2f} ({len(x)})" for t, x in sorted(tenths.items())),
    )
    for row in half:
        if (
            args.show
            and not row.unsure
            and bool(row.wanted) != bool(row.got)
            and args.show in ("all", row.wanted, row.got)
        ):
            what = f"MISSED {row.wanted}" if row.wanted else f"WRONGLY {row.got}"
            line = row.text.document.blocks[row.index].text[:140]
            print(f"{what:24} {row.text.text.id} {row.text.text.extractor} {line}")


if __name__ == "__main__":
    main()
