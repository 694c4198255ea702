"""How much better texts get, and what it costs, with the weights that ship.

    python -m bench.score FOLDER

Texts that extractors made of pages are compared with the pages' references before and after cleaning, by the measure
of the article-extraction-benchmark: 4-word shingles, each page weighing the same, F1 of the mean precision and recall;
``exact`` is the share whose words are the reference's words. Weights were learnt from texts of the same folder: what
holds on sites never seen is printed by ``python -m bench.crossval FOLDER``.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from pathlib import Path
from statistics import fmean

import trafilatura

import cleanarticle
from bench.data import WORD, pages, read

_N = 4
# Texts and pages that are timed.
_TEXTS = 250
_PAGES = 40


def shingles(words: list[str]) -> Counter[tuple[str, ...]]:
    """The multiset of a text's runs of four words; a shorter text is one run."""
    return Counter(tuple(words[i : i + _N]) for i in range(max(1, len(words) - _N + 1)) if words)


def compare(references: list[str], text: str) -> tuple[float, float, bool]:
    """Precision, recall and exactness against the reference that fits best."""
    words = WORD.findall(text)
    got = shingles(words)
    rows = []
    for reference in references:
        wanted_words = WORD.findall(reference)
        wanted = shingles(wanted_words)
        common = (wanted & got).total()
        p = common / got.total() if got else float(not wanted)
        r = common / wanted.total() if wanted else 1.0
        rows.append((2 * p * r / (p + r) if p + r else 0.0, p, r, words == wanted_words))
    return max(rows)[1:]


def lost(references: list[str], before: str, after: str) -> float:
    """The share of the article's words that were in a text before cleaning and are not after it."""
    words = Counter(WORD.findall(before))
    had = max((words & Counter(WORD.findall(reference)) for reference in references), key=Counter.total)
    return (had - Counter(WORD.findall(after))).total() / had.total() if had else 0.0


def f1(rows: list[tuple[float, float, bool]]) -> float:
    """F1 of the mean precision and the mean recall."""
    p, r = fmean(row[0] for row in rows), fmean(row[1] for row in rows)
    return 2 * p * r / (p + r) if p + r else 0.0


def accuracy(folder: Path) -> None:
    """Print a table: each set of pages after each extractor."""
    known = pages(folder)
    before, after, gone = defaultdict(list), defaultdict(list), defaultdict(list)
    for row in read(folder / "texts.jsonl.gz"):
        references = known[row["id"]]["gold"]
        name = f"{row['set']} after {row['extractor']}"
        text = cleanarticle.clean(row["text"])
        before[name].append(compare(references, row["text"]))
        after[name].append(compare(references, text))
        gone[name].append(lost(references, row["text"], text))
    print("| texts | F1 before | F1 after | exact before | exact after | body lost | pages |")
    print("|---|---|---|---|---|---|---|")
    for name, rows in sorted(before.items()):
        exact = fmean(row[2] for row in rows), fmean(row[2] for row in after[name])
        cells = f"{f1(rows):.3f} | {f1(after[name]):.3f} | {exact[0]:.3f} | {exact[1]:.3f} | {fmean(gone[name]):.2%}"
        print(f"| {name} | {cells} | {len(rows)} |")


def speed(folder: Path) -> None:
    """Print what a text costs, as a share of what trafilatura takes for a page, the best of three rounds each."""
    texts = [row["text"] for row in read(folder / "texts.jsonl.gz") if row["extractor"] == "trafilatura"][:_TEXTS]
    html = [row["html"] for row in read(sorted(folder.glob("pages.*.gz"))[0])][:_PAGES]
    each = min(_timed(cleanarticle.clean, texts) for _ in range(3))
    page = min(_timed(lambda source: trafilatura.extract(source, include_comments=False), html) for _ in range(3))
    long = "\n".join(texts)[:100_000] + "\n"
    growth = _timed(cleanarticle.clean, [10 * long]) / _timed(cleanarticle.clean, [long])
    size = fmean(map(len, texts))
    print(f"a text of {size:.0f} characters: {each / page:.1%} of trafilatura's time for a page", end="; ")
    print(f"ten times the text: {growth:.1f} times the time")


def _timed(call, inputs) -> float:
    started = time.perf_counter()
    for each in inputs:
        call(each)
    return (time.perf_counter() - started) / len(inputs)


def main() -> None:
    """Print both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a folder with texts.jsonl.gz and pages.*.jsonl.gz")
    args = parser.parse_args()
    accuracy(args.folder)
    print()
    speed(args.folder)


if __name__ == "__main__":
    main()
