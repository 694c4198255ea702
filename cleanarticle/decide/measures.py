"""The evidence on each block in numbers, as the learnt trees ask for it: shape, place, findings, and the neighbours'.

Every number means the same in a short text and a long one, and in every language: counts of words and of findings,
shares, distances in blocks. The names of the columns stand in ``columns()``, in order; ``bench/learn.py`` learns on
them and ``weights.json`` speaks of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import inf

from cleanarticle.decide.nearby import NEARBY, SURE, nearby
from cleanarticle.document import Document
from cleanarticle.features.address import addresses
from cleanarticle.features.alike import alike
from cleanarticle.features.echo import Echo, echoes
from cleanarticle.features.place import run
from cleanarticle.features.repetition import quoted_elsewhere, repeats, truncated
from cleanarticle.features.shape import Shape, shapes
from cleanarticle.features.surface import Surface, surfaces
from cleanarticle.features.vocabulary import names, shared
from cleanarticle.reading import evidence
from cleanarticle.result import Finding

# Kinds whose phrases mean like things, told apart no further: enough lines of each to learn from.
GROUPS = {
    "prompt": ("newsletter", "subscription", "app", "social", "promotion", "advertisement", "contact"),
    "legal": ("copyright", "disclaimer", "consent", "about", "editorial_note"),
    "credit": ("byline", "author_bio", "credit", "timestamp", "caption"),
    "links": ("related", "navigation", "comments", "tags", "section", "masthead", "widget", "headline", "deck"),
}
_GROUP = {kind: i for i, kinds in enumerate(GROUPS.values()) for kind in kinds}
# Signals of structural heuristics that are columns of their own.
_SIGNALS = (
    "date.whole", "date.first", "date.part", "name.line", "list.separated", "list.titles.after", "list.titles.inside",
    "list.keywords", "title.kicker", "title.twice", "title.nearly_twice", "marks.number", "marks.signs",
    "marks.address", "marks.address_in_line", "caption.credit", "caption.credit_after_sentence",
    "repeat.teaser.cut", "repeat.quote", "list.arrow",
)  # fmt: skip
_SIGNAL = {signal: i for i, signal in enumerate(_SIGNALS)}
# Where a row of findings tells that a block is a date.
_DATE = 8 + _SIGNAL["date.whole"]

_NEAR = ("words", "terminal", "capitals", "digits", "bullet", "prose", "decisive", "weak", "gap")
_OWN = (
    "words", "sentences", "terminal", "colon", "question", "ellipsis", "capitals", "upper", "lower_start", "digits",
    "separators", "bullet", "quoted", "link", "bracketed", "prose", "shared", "names", "repeats", "truncated",
    "pull_quote", "addressed", "gap",
    *(f"decisive.{group}" for group in GROUPS), *(f"weak.{group}" for group in GROUPS), *_SIGNALS,
)  # fmt: skip
_CONTEXT = (
    "from_top", "from_end", "blocks", "to_first", "from_last", "prose_before", "prose_after", "prose_share_before",
    "prose_blocks", "prose_near_before", "prose_near_after", "decisive_before", "decisive_after", "in_run",
    "run_length", "run_decisive", "run_weak", "heading", "heading_links", "length_ratio", "credits_before",
    "credits_after",
)  # fmt: skip
_ECHO = tuple(f"echo_{name}" for name in Echo._fields)
_OFFSETS = (-2, -1, 1, 2)
_EDGE = (-1.0,) * len(_NEAR)


def columns(engine: str = "") -> tuple[str, ...]:
    """The names of the numbers on each block, in their order; those of a page that was read by an ``engine``."""
    near = (f"{name}@{offset:+d}" for offset in _OFFSETS for name in _NEAR)
    if engine:
        return (*_OWN, *near, *_CONTEXT, *(f"page.{name}" for name in evidence.columns(engine)))
    return (*_OWN, *near, *_CONTEXT, *_ECHO, *Surface._fields, "address_share", "alike_place", "alike", *NEARBY)


def measures(
    document: Document, findings: Sequence[Sequence[Finding]], indices: Iterable[int]
) -> list[tuple[float, ...]]:
    """The numbers on the blocks asked for; ``findings`` are those on each whole block."""
    every = document.once(shapes)
    found = [_of_findings(each) for each in findings]
    decisive = [float(sum(row[:4])) for row in found]
    weak = [float(sum(row[4:8])) for row in found]
    gaps = _gaps(document)
    told = [*indices]
    own = _own(document, told, found, gaps)
    near = [
        (float(s.words), float(s.terminal), s.capitals, s.digits, float(s.bullet), float(s.prose),
         decisive[i], weak[i], gaps[i])
        for i, s in enumerate(every)
    ]  # fmt: skip
    credits = [row[2] + row[6] + row[_DATE] for row in found]
    context = _context(document, told, decisive, weak, credits, [row[3] + row[7] for row in found])
    padded = [_EDGE, _EDGE, *near, _EDGE, _EDGE]
    rest = _more(document, findings, told) if document.page is None else [document.evidence[i] for i in told]
    return [
        own[row] + padded[i] + padded[i + 1] + padded[i + 3] + padded[i + 4] + context[row] + rest[row]
        for row, i in enumerate(told)
    ]


def _group(findings: Sequence[Finding]) -> int:
    """The group of kinds of a sure line, by its surest finding; -1 of another line."""
    best = max(findings, key=lambda finding: finding.confidence, default=None)
    return _GROUP.get(best.kind, 3) if best and best.confidence >= SURE else -1


def _more(document: Document, findings: Sequence[Sequence[Finding]], indices: Sequence[int]) -> list[tuple[float, ...]]:
    """What a plain text tells besides, having no layout: where else the blocks' words stand, their look, their runs."""
    every, echo, surface = document.once(shapes), echoes(document, indices), surfaces(document, indices)
    address, runs = document.once(addresses), document.once(alike)
    around = nearby(document, findings, [_group(each) for each in findings], indices)
    return [
        (*map(float, (*echo[row], *surface[row], address[i] / every[i].words, *runs[i])), *met)
        for row, (i, met) in enumerate(zip(indices, around, strict=True))
    ]


_NOTHING = [0.0] * (8 + len(_SIGNALS))


def _of_findings(findings: Sequence[Finding]) -> list[float]:
    """How many decisive and weak phrases of each group there are, and which structural signals."""
    if not findings:
        return _NOTHING
    row = [0.0] * (8 + len(_SIGNALS))
    for finding in findings:
        signal = finding.signal
        if signal in _SIGNAL:
            row[8 + _SIGNAL[signal]] = 1.0
        elif ".decisive." in signal:
            row[_GROUP.get(finding.kind, 3)] += 1.0
        elif ".weak." in signal:
            row[4 + _GROUP.get(finding.kind, 3)] += 1.0
    return row


def _own(
    document: Document, indices: Sequence[int], found: Sequence[list[float]], gaps: Sequence[float]
) -> list[tuple[float, ...]]:
    every = document.once(shapes)
    overlap, people, address = document.once(shared), document.once(names), document.once(addresses)
    again, cut, quote = document.once(repeats), document.once(truncated), document.once(quoted_elsewhere)
    return [
        (
            *map(float, (
            s.words, s.sentences, s.terminal, s.last in ":：", s.last in "?？؟", s.last == "…", s.capitals, s.upper,
            s.lower_start, s.digits, s.separators, s.bullet, s.quoted, s.link, s.bracketed, s.prose,
            overlap[i], people[i], again[i], cut[i], quote[i], address[i], gaps[i],
            )),
            *found[i],
        )
        for i, s in ((i, every[i]) for i in indices)
    ]  # fmt: skip


def _gaps(document: Document) -> list[float]:
    """Whether a blank line stands before each block."""
    text, end, out = document.text, 0, []
    for block in document.blocks:
        out.append(1.0 if text.count("\n", end, block.start) > 1 else 0.0)
        end = block.end
    return out


def _context(
    document: Document,
    indices: Sequence[int],
    decisive: Sequence[float],
    weak: Sequence[float],
    credits: Sequence[float],
    links: Sequence[float],
) -> list[tuple[float, ...]]:
    every, story = document.once(shapes), document.once(run)
    total, count = story.words, len(every)
    prose = [0, *accumulate(int(s.prose) for s in every)]
    before = [0.0, *accumulate(decisive)]
    told = [0.0, *accumulate(credits)]
    runs = _runs(every, decisive, weak, links)
    typical = total / prose[-1] if prose[-1] else 1.0
    out: list[tuple[float, ...]] = []
    for i in indices:
        shape = every[i]
        passed = story.before[i]
        rest = total - passed - (shape.words if shape.prose else 0)
        low, high = max(0, i - 4), min(count, i + 5)
        out.append((*map(float, (
            i, count - i, count, story.first - i, i - story.last, passed, rest, passed / total if total else -1.0,
            prose[-1], prose[i] - prose[low], prose[high] - prose[min(i + 1, count)],
            before[i], before[-1] - before[i + 1], *runs[i], shape.words / typical,
            told[i], told[high] - told[min(i + 1, count)],
        )),))  # fmt: skip
    return out


def _runs(
    every: Sequence[Shape], decisive: Sequence[float], weak: Sequence[float], links: Sequence[float]
) -> list[tuple[float, ...]]:
    """For each block its place in its run of lines without prose, the run's length, and what telling phrases it holds.

    The last two numbers are how far above stands the nearest decisive line with no prose between, and the nearest that
    speaks of links at all: the first line of a form, the heading of a block of other stories.
    """
    out: list[tuple[float, ...]] = []
    start = 0
    while start < len(every):
        end = start + 1
        if not every[start].prose:
            while end < len(every) and not every[end].prose:
                end += 1
        length, sure, maybe = end - start, sum(decisive[start:end]), sum(weak[start:end])
        heading = heading_links = inf
        for i in range(start, end):
            out.append((i - start, length, sure, maybe, min(heading, 20.0), min(heading_links, 20.0)))
            heading = 1.0 if decisive[i] else heading + 1
            heading_links = 1.0 if links[i] else heading_links + 1
        start = end
    return out
