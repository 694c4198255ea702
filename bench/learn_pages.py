"""Learn the weights for whole pages, from a bench folder of pages with references.

    python -m bench.learn_pages FOLDER              writes reading/region.json and decide/pages.json
    python -m bench.learn_pages FOLDER --crossval   judges each fifth of the sites by weights learnt from the others

Two questions, as the library asks them: where on its page an element stands says whether it may be of the article; of
those that may, words and place together say which are. The labels come of aligning the page with its reference. The
same folder and the same versions give the same files, byte for byte.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any, TypeGuard

import lightgbm
import numpy as np

from bench.align import shares
from bench.data import WORD, host, read
from bench.looks import node
from bench.material import FOLDS, fold_of
from cleanarticle.cleaner import findings_of
from cleanarticle.decide.decide import decide
from cleanarticle.decide.gather import by_block
from cleanarticle.decide.layout import PLACES
from cleanarticle.decide.measures import columns, measures
from cleanarticle.decide.model import Look, Model, learnt
from cleanarticle.decide.policy import Policy
from cleanarticle.document import Document, Facts
from cleanarticle.heuristics import BUILTIN
from cleanarticle.outline import Outline
from cleanarticle.reading import region
from cleanarticle.reading.elements import outline
from cleanarticle.reading.facts import read_facts
from cleanarticle.reading.html import document_of
from cleanarticle.reading.layout import Layout, layout
from cleanarticle.reading.source import parse
from cleanarticle.reading.voice import heard, main_text
from cleanarticle.result import Finding, replay
from cleanarticle.trees import Trees

PACKAGE = Path(__file__).parent.parent / "cleanarticle"
ENGINES = ("fast", "thorough")
# An element is told as the article's or not where so much, or so little, of it stands in the reference.
SURE = 0.7
COMMON = {
    "objective": "binary", "min_data_in_leaf": 40, "lambda_l2": 5.0, "feature_fraction": 0.4, "bagging_fraction": 0.7,
    "bagging_freq": 1, "seed": 1, "deterministic": True, "force_row_wise": True, "num_threads": 1, "verbose": -1,
}  # fmt: skip
REGION = (40, COMMON | {"num_leaves": 8, "learning_rate": 0.2})
PAGES = {
    "fast": (100, COMMON | {"num_leaves": 12, "learning_rate": 0.1}),
    "thorough": (180, COMMON | {"num_leaves": 16, "learning_rate": 0.07}),
}
# A long text counts more than a short one, up to so many words, by their square root; all of a page counts one.
LONG = 60
PAGE_WEIGHT = 200.0
# Log odds that an element's place in its page gives to the kind that stands in such a place.
LAYOUT = 3.0


@dataclass(frozen=True)
class Page:
    """A page as it is learnt from."""

    group: str
    site: str
    gold: list[str]
    outline: Outline
    layout: Layout
    facts: Facts
    rows: list[tuple[float, ...]]
    voice: list[float]
    story: list[float | None]


@dataclass(frozen=True)
class Judged:
    """A page's document with what the heuristics find on it."""

    page: Page
    document: Document
    findings: list[Finding]
    measures: list[tuple[float, ...]]


def load(folder: Path) -> list[Page]:
    """Read the pages of a bench folder."""
    found = []
    for path in sorted(folder.glob("pages.*.gz")):
        for row in read(path):
            tree = parse(row["html"])
            if tree is None:
                continue
            said, facts = main_text(tree), read_facts(tree)
            page = outline(tree)
            placed = layout(page)
            found.append(Page(
                path.name.split(".")[1], host(row), row["gold"], page, placed, facts, region.rows(page, placed, facts),
                heard(page, said), shares([element.text for element in page.elements], row["gold"]),
            ))  # fmt: skip
    return found


def trees(rows: Sequence[Sequence[float]], labels: Sequence[bool], weights: Sequence[float], names: Iterable[str],
          setting: tuple[int, dict[str, Any]]) -> list[Any]:  # fmt: skip
    """Boosted trees in the form of the weights files."""
    count, options = setting
    names = list(names)
    data = lightgbm.Dataset(np.array(rows, float), np.array(labels), weight=np.array(weights), feature_name=names)
    model = lightgbm.train(options, data, count).dump_model()
    return [node(tree["tree_structure"], names) for tree in model["tree_info"]]


def learn_region(pages: Iterable[Page]) -> list[Any]:
    """Trees that say how likely an element is of the article, by its place."""
    rows, labels, weights = [], [], []
    for page in pages:
        for row, story, words in zip(page.rows, page.story, page.layout.words, strict=True):
            if _is_sure(story):
                rows.append(row)
                labels.append(story > SURE)
                weights.append(min(words, LONG) ** 0.5)
    return trees(rows, labels, weights, region.COLUMNS, REGION)


def _is_sure(story: float | None) -> TypeGuard[float]:
    return story is not None and not 1 - SURE < story < SURE


def learn_pages(items: Iterable[Judged], engine: str) -> list[Any]:
    """Trees that say how likely a block of a page is residue."""
    rows, labels, weights = [], [], []
    for item in items:
        told = [
            (row, story > SURE, min(item.page.layout.words[block.element], LONG) ** 0.5)
            for row, block in zip(item.measures, item.document.blocks, strict=True)
            if _is_sure(story := item.page.story[block.element])
        ]
        total = sum(weight for _, _, weight in told)
        for row, story, weight in told:
            rows.append(row)
            labels.append(not story)
            weights.append(PAGE_WEIGHT * weight / total)
    return trees(rows, labels, weights, columns(engine), PAGES[engine])


def judged(page: Page, chances: Sequence[float], engine: str) -> Judged:
    """A page's document, and what is found and measured on it."""
    voice = page.voice if engine == "thorough" else None
    document = document_of(page.outline, page.layout, page.facts, page.rows, chances, voice)
    findings = list(findings_of(document, BUILTIN))
    whole, _ = by_block(document, findings)
    return Judged(page, document, findings, measures(document, whole, range(len(whole))))


def unseen_chances(pages: Sequence[Page]) -> list[list[float]]:
    """How likely each element is of the article, by trees that never saw its site."""
    models = [
        Trees(learn_region(page for page in pages if fold_of(page.site) != fold), region.COLUMNS)
        for fold in range(FOLDS)
    ]
    return [models[fold_of(page.site)].probabilities(page.rows) for page in pages]


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words, as the article-extraction-benchmark counts them."""
    words = WORD.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)) if words)


def compared(references: Iterable[str], text: str) -> tuple[float, float, bool]:
    """Precision, recall and whether all words are the same, against the reference that fits best."""
    got, found = shingles(text), []
    for reference in references:
        want = shingles(reference)
        both = sum((want & got).values())
        p, r = both / (sum(got.values()) or 1), both / (sum(want.values()) or 1)
        found.append((2 * p * r / (p + r or 1), p, r, WORD.findall(reference) == WORD.findall(text)))
    return max(found)[1:]


def figures(rows: Sequence[tuple[float, float, bool]]) -> str:
    """F1 of the mean precision and recall, each page weighing the same."""
    p, r = fmean(row[0] for row in rows), fmean(row[1] for row in rows)
    return f"F1 {2 * p * r / (p + r):.4f}  P {p:.3f}  R {r:.3f}  exact {fmean(row[2] for row in rows):.3f}"


def crossval(pages: Sequence[Page], thresholds: Sequence[float]) -> None:
    """Print what pages of sites come to that nothing was learnt from."""
    chances = unseen_chances(pages)
    for engine in ENGINES:
        items = [judged(page, chance, engine) for page, chance in zip(pages, chances, strict=True)]
        models = [
            Model(Look(Trees(learn_pages((i for i in items if fold_of(i.page.site) != fold), engine), columns(engine))),
                  learnt().kinds)
            for fold in range(FOLDS)
        ]  # fmt: skip
        for threshold in thresholds:
            groups: dict[str, list[tuple[float, float, bool]]] = {}
            for item in items:
                model = models[fold_of(item.page.site)]
                removed = decide(item.document, item.findings, Policy(threshold), model).removed
                row = compared(item.page.gold, replay(item.document.text, removed))
                groups.setdefault(item.page.group, []).append(row)
            for name, rows in groups.items():
                print(f"{engine:9} {threshold:<4} {name:8}", figures(rows), flush=True)


def learn(pages: Sequence[Page]) -> None:
    """Learn from all pages and write both files."""
    _write(PACKAGE / "reading" / "region.json", learn_region(pages))
    chances = unseen_chances(pages)
    found = {}
    for engine in ENGINES:
        items = [judged(page, chance, engine) for page, chance in zip(pages, chances, strict=True)]
        found[engine] = learn_pages(items, engine)
    found["kinds"] = {f"layout.{kind}": {kind: LAYOUT} for kind in dict.fromkeys(PLACES.values())}
    _write(PACKAGE / "decide" / "pages.json", found)


def _write(path: Path, data: Any) -> None:
    """A tree a line."""

    def block(rows: list[Any]) -> str:
        return "[\n" + ",\n".join(map(json.dumps, rows)) + "\n]"

    if isinstance(data, list):
        path.write_text(block(data) + "\n", "utf8")
    else:
        parts = (block(value) if isinstance(value, list) else json.dumps(value) for value in data.values())
        rows = (f"{json.dumps(name)}: {part}" for name, part in zip(data, parts, strict=True))
        path.write_text("{" + ",\n".join(rows) + "}\n", "utf8")


def main() -> None:
    """Learn and write, or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a folder with pages.*.jsonl.gz")
    parser.add_argument("--crossval", action="store_true", help="print figures on unseen sites and write nothing")
    args = parser.parse_args()
    pages = load(args.folder)
    if args.crossval:
        crossval(pages, (0.35, 0.5, 0.65))
    else:
        learn(pages)


if __name__ == "__main__":
    main()
