"""Accuracy and speed beside other extractors, on any folder of pages with references, in one run.

    python -m pip install --group compare
    python -m bench.compare FOLDER              # writes bench/COMPARE.md and bench/compare.svg
    python -m bench.compare FOLDER --limit 20   # 20 pages of each set, to try it out

What is measured, and how a folder is made: bench/README.md.
"""

from __future__ import annotations

import argparse
import platform
import socket
import sys
import time
import warnings
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from statistics import fmean

import cleanarticle
from bench.chart import Point, chart
from bench.contenders import Contender, Extract, contenders, language_of
from bench.data import host, read
from bench.filters import FILTERS, Filter
from bench.score import compare, f1, lost
from cleanarticle.lexicon.load import languages

_BASE = "trafilatura"
_OURS = "cleanarticle"
_CLEAN = "cleanarticle.clean"
# Said of a folder that weights are learnt from.
_KNOWN = (
    "**The rows of cleanarticle are of pages that it knows**: the weights of its page engines were learnt from the "
    "references of this folder, from all of its pages. How they do on sites that nothing was learnt from is told by "
    "`python -m bench.learn_pages FOLDER --crossval`. The other tools know none of the pages."
)
_HEAD = ("extractor", "F1", "precision", "recall", "exact")


@dataclass(frozen=True)
class Outcome:
    """What one page came to: precision, recall and exactness, CPU seconds, and whether it failed or gave nothing."""

    page: str
    score: tuple[float, float, bool]
    seconds: float
    failed: bool = False
    empty: bool = False
    lost: float = 0.0


@dataclass
class Run:
    """All that was measured: by contender, by contender and filter, and who could not take part."""

    sets: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    hosts: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    extracted: dict[str, list[Outcome]] = field(default_factory=lambda: defaultdict(list))
    filtered: dict[tuple[str, str], list[Outcome]] = field(default_factory=lambda: defaultdict(list))
    skipped: dict[str, str] = field(default_factory=dict)


def without_network() -> None:
    """Refuse every connection of this process from now on: a tool that fetches would measure something else."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError("no network while comparing")

    socket.socket.connect = refuse  # type: ignore[assignment,method-assign]
    socket.getaddrinfo = refuse  # type: ignore[assignment]


def loaded(run: Run) -> dict[str, Extract]:
    """The contenders that can run, in their order; the others go to ``run.skipped`` with the reason."""
    found: dict[str, Extract] = {}
    for each in contenders():
        try:
            found[each.name] = each.load()
            run.titles[each.name] = each.title
        except Exception as error:  # a package that is there and broken is skipped too
            run.skipped[each.name] = _reason(each, error)
    return found


def _reason(contender: Contender, error: Exception) -> str:
    if isinstance(error, ModuleNotFoundError):
        return f"{error.name} is not installed (pip install {contender.package})"
    return f"{type(error).__name__}: {error}"


def measure(folder: Path, limit: int | None) -> Run:
    """Run every contender on every page, page by page, and every filter on what it made of it."""
    run = Run()
    tools = loaded(run)
    filters = {name: {each: make() for each, make in _usable_filters(run).items()} for name in tools}
    number = 0
    for path in sorted(folder.glob("pages.*.jsonl.gz")):
        group = path.name.split(".")[1]
        for row in islice(read(path), limit):
            if number == 0:
                _warm(tools, row)
            run.sets[group].append(row["id"])
            run.hosts[row["id"]] = host(row)
            # Each tool is first as often as last: what one leaves in the caches falls to all alike.
            names = list(tools)
            turned = names[number % len(names) :] + names[: number % len(names)]
            for name in turned:
                _one(run, name, tools[name], filters[name], row)
            number += 1
            print(f"\r{number} pages", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return run


def _warm(tools: dict[str, Extract], row: dict) -> None:
    """Load what loads on first use, for that is no cost of a page: the tools' own, and lexicons of all languages."""
    for tool in tools.values():
        _timed(tool, row["html"], row.get("url") or "")
    for language in languages():
        cleanarticle.clean("First line.\nSecond line.\n", lang=language)


def _usable_filters(run: Run) -> dict:
    usable = {}
    for name, make in FILTERS.items():
        try:
            make()
            usable[name] = make
        except ModuleNotFoundError as error:
            run.skipped[name] = f"{error.name} is not installed"
    return usable


def _one(run: Run, name: str, tool: Extract, filters: dict[str, Filter], row: dict) -> None:
    page, references = row["id"], row["gold"]
    text, seconds, failed = _timed(tool, row["html"], row.get("url") or "")
    empty = not failed and not text.strip()
    run.extracted[name].append(Outcome(page, compare(references, text), seconds, failed, empty))
    if name.startswith(_OURS):
        return
    language = language_of(row["html"])
    for each, clean in filters.items():
        cleaned, more, failed = _timed(clean, text, language)
        score, gone = compare(references, cleaned), lost(references, text, cleaned)
        run.filtered[name, each].append(Outcome(page, score, more, failed, not cleaned.strip(), gone))


def _timed(call, *given: str) -> tuple[str, float, bool]:
    """What a call gives, its CPU seconds, and whether it failed; a failure gives the empty text."""
    started = time.process_time()
    try:
        text = call(*given) or ""
        failed = False
    except Exception:
        text, failed = "", True
    return text, time.process_time() - started, failed


# The report


def report(run: Run, folder: Path) -> str:
    """The tables, as Markdown."""
    pages = sum(map(len, run.sets.values()))
    base = _seconds(run.extracted[_BASE])
    rows = sorted(run.extracted, key=lambda name: -f1(_scores(run.extracted[name])))
    sets = " and ".join(f"{len(ids)} of {group}" for group, ids in run.sets.items())
    parts = [
        "# Beside other extractors",
        "",
        f"`python -m bench.compare FOLDER`, on {pages} pages ({sets}), Python {platform.python_version()}, lxml "
        f"{version('lxml')}. What the figures mean and how to make a folder: [README.md](README.md).",
        "",
        "![Accuracy against time](compare.svg)",
        "",
        "## Pages",
        "",
        f"Time is CPU time of a page as a multiple of trafilatura's, which was {1000 * base:.0f} ms.",
        "",
        _table(
            [
                "extractor",
                "F1",
                "precision",
                "recall",
                "exact",
                *(f"F1 {group}" for group in run.sets),
                "time",
                "failed",
                "empty",
            ],
            (_row(run, name, base) for name in rows),
        ),
    ]
    if _is_learnt_from(folder):
        parts += [_KNOWN, ""]
    if unseen := _unseen(run, folder):
        parts += _unseen_parts(run, unseen)
    parts += _filter_parts(run, base)
    if run.skipped:
        parts += ["## Not there", "", *(f"- {name}: {why}" for name, why in run.skipped.items()), ""]
    return "\n".join(parts)


def _is_learnt_from(folder: Path) -> bool:
    """Whether a folder is one to learn from: then its references are known to the weights of the page engines."""
    return (folder / "labels.jsonl").exists()


def _unseen_parts(run: Run, unseen: set[str]) -> list[str]:
    tools = [name for name in run.extracted if (name, _CLEAN) in run.filtered]
    rows = []
    for name in tools:
        before, after = _scores(run.extracted[name], unseen), _scores(run.filtered[name, _CLEAN], unseen)
        exact = (f"{fmean(score[2] for score in scores):.3f}" for scores in (before, after))
        rows.append([run.titles[name], f"{f1(before):.3f}", f"{f1(after):.3f}", *exact])
    return [
        "## Text from sites that no label is from",
        "",
        "The weights for texts were learnt from labelled texts, some of them of these pages. These are the "
        f"{len(unseen)} pages of sites that no labelled text is from.",
        "",
        _table(["text of", "F1", f"after {_CLEAN}", "exact", f"after {_CLEAN}"], rows),
    ]


def _filter_parts(run: Run, base: float) -> list[str]:
    filters = [name for name in FILTERS if any(each == name for _, each in run.filtered)]
    tools = list(dict.fromkeys(tool for tool, _ in run.filtered))
    head = ["text of", "as it is", *filters]
    accuracy, exact = [], []
    for tool in tools:
        before, after = run.extracted[tool], [run.filtered[tool, each] for each in filters]
        accuracy.append([run.titles[tool], f"{f1(_scores(before)):.3f}", *map(_filtered, after)])
        times = (f"{_exact(rows):.3f} ({_seconds(rows) / base:.3f})" for rows in after)
        exact.append([run.titles[tool], f"{_exact(before):.3f}", *times])
    return [
        "## Text after each extractor",
        "",
        "F1 of what the extractor gave, and after each way to clean its text; in brackets the share of the article's "
        "words that this lost.",
        "",
        _table(head, accuracy),
        "The share of exact pages; in brackets the time of the cleaning as a multiple of trafilatura's for its page.",
        "",
        _table(head, exact),
    ]


def _row(run: Run, name: str, base: float) -> list[str]:
    outcomes = run.extracted[name]
    groups = (f"{f1(_scores(outcomes, set(ids))):.3f}" for ids in run.sets.values())
    return [
        run.titles[name],
        *_figures(_scores(outcomes)),
        *groups,
        f"{_seconds(outcomes) / base:.2f}",
        str(sum(each.failed for each in outcomes)),
        str(sum(each.empty for each in outcomes)),
    ]


def _figures(scores: list[tuple[float, float, bool]]) -> list[str]:
    return [f"{f1(scores):.3f}", *(f"{fmean(score[i] for score in scores):.3f}" for i in range(3))]


def _filtered(outcomes: Sequence[Outcome]) -> str:
    return f"{f1(_scores(outcomes)):.3f} ({fmean(each.lost for each in outcomes):.1%})"


def _exact(outcomes: Sequence[Outcome]) -> float:
    return fmean(each.score[2] for each in outcomes)


def _scores(outcomes: Iterable[Outcome], only: set[str] | None = None) -> list[tuple[float, float, bool]]:
    return [each.score for each in outcomes if only is None or each.page in only]


def _seconds(outcomes: Sequence[Outcome]) -> float:
    return fmean(each.seconds for each in outcomes)


def _unseen(run: Run, folder: Path) -> set[str]:
    """The pages of sites that no labelled text of the folder is from."""
    labels = folder / "labels.jsonl"
    if not labels.exists():
        return set()
    labelled = {row["id"] for row in read(labels)}
    sites = {run.hosts[page] for page in labelled if page in run.hosts}
    return {page for page, site in run.hosts.items() if site not in sites}


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def plotted(run: Run, folder: Path) -> str:
    """The chart: every extractor, and with the library's cleaning behind it; a star where the pages are known."""
    star = "*" if _is_learnt_from(folder) else ""
    base = _seconds(run.extracted[_BASE])
    points = []
    for name, outcomes in run.extracted.items():
        seconds, after = _seconds(outcomes), None
        if rows := run.filtered.get((name, _CLEAN)):
            after = (seconds + _seconds(rows)) / base, f1(_scores(rows))
        ours = name.startswith(_OURS)
        points.append(Point(name + star * ours, seconds / base, f1(_scores(outcomes)), ours, after))
    pages = sum(map(len, run.sets.values()))
    note = "; * learnt from these pages, see the text" if star else ""
    return chart(f"Finding the article: accuracy and time on {pages} pages", points, note)


def main() -> None:
    """Measure and write the table and the chart."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a folder with pages.*.jsonl.gz")
    parser.add_argument("-o", "--output", type=Path, default=Path(__file__).parent, help="where the two files go")
    parser.add_argument("--limit", type=int, help="so many pages of each set")
    args = parser.parse_args()
    warnings.simplefilter("ignore")  # what the tools say to their users is no matter here
    without_network()
    run = measure(args.folder, args.limit)
    if not run.sets:
        sys.exit(f"{args.folder}: no pages.*.jsonl.gz in it; see bench/README.md")
    (args.output / "COMPARE.md").write_text(report(run, args.folder), "utf8")
    (args.output / "compare.svg").write_text(plotted(run, args.folder), "utf8")
    print(report(run, args.folder))


if __name__ == "__main__":
    main()
