"""The evidence on each block, as the names that learnt weights know: findings, shape, place, neighbours.

A name is all there is to a piece of evidence: it is there or it is not. Numbers are cut into a few steps, so a weight
can be read, and no outlier can outweigh everything else.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence

from cleanarticle.document import Document
from cleanarticle.features.place import Run, run
from cleanarticle.features.shape import Shape, shapes
from cleanarticle.features.vocabulary import shared
from cleanarticle.result import Finding

_WORDS = (1, 2, 3, 4, 6, 9, 13, 20, 35, 60, 110)
_SHARES = (0.001, 0.03, 0.08, 0.2, 0.5, 0.8, 0.92, 0.97, 0.999)
_CAPITALS = (0.01, 0.25, 0.5, 0.8, 0.99)
_DIGITS = (0.001, 0.08, 0.25, 0.6)
_SHARED = (0.0, 0.001, 0.2, 0.35, 0.5, 0.7, 0.9)
_DISTANCES = (1, 2, 3, 5, 8, 13, 25)
_COUNTS = (0, 1, 2, 4, 8, 16)


def evidence(document: Document, findings: Sequence[Sequence[Finding]]) -> list[list[str]]:
    """For each block the names of its evidence; ``findings`` are those on each block."""
    every = document.once(shapes)
    story = document.once(run)
    overlap = document.once(shared)
    classes = [_shape_class(shape) for shape in every]
    marks = [_mark(found) for found in findings]
    size = f"doc.prose{bisect(_COUNTS, sum(shape.prose for shape in every))}"
    out: list[list[str]] = []
    for i, shape in enumerate(every):
        where = _where(i, story)
        before = story.before[i] / story.words if story.words else 0.0
        step = bisect(_SHARES, before)
        own = classes[i]
        names = [finding.signal for finding in findings[i] if finding.signal]
        names += _of_shape(shape)
        names += [
            "bias",
            size,
            f"{size}.{where}",
            f"at{step}",
            f"at{step}.{own}",
            f"{where}.{own}",
            f"{where}.w{bisect(_WORDS, shape.words)}",
            f"shared{bisect(_SHARED, overlap[i])}.{own}",
            f"shared{bisect(_SHARED, overlap[i])}.{where}",
            f"mark{marks[i]}.{where}",
            f"mark{marks[i]}.{own}",
            f"prev.{classes[i - 1] if i else 'edge'}.{own}",
            f"next.{classes[i + 1] if i + 1 < len(every) else 'edge'}.{own}",
            f"prev.mark{marks[i - 1] if i else 'edge'}.{own}",
            f"next.mark{marks[i + 1] if i + 1 < len(every) else 'edge'}.{own}",
        ]
        if where == "before":
            names.append(f"to_first{bisect(_DISTANCES, story.first - i)}")
            names.append(f"from_top{bisect(_DISTANCES, i)}.{own}")
        elif where == "after":
            names.append(f"from_last{bisect(_DISTANCES, i - story.last)}")
        out.append(names)
    return out


def _where(index: int, story: Run) -> str:
    if story.first < 0:
        return "noprose"
    if index < story.first:
        return "before"
    return "after" if index > story.last else "inside"


def _shape_class(shape: Shape) -> str:
    """A block's shape in one word."""
    if shape.prose:
        return "prose" if shape.words < 40 else "longprose"
    if shape.bullet:
        return "item"
    if shape.words <= 3:
        return "label"
    if shape.terminal:
        return "question" if shape.last in "?？؟" else "sentence"
    if shape.last in ":：":
        return "intro"
    return "title" if shape.words <= 14 else "long"


def _of_shape(shape: Shape) -> list[str]:
    names = [
        f"w{bisect(_WORDS, shape.words)}.{'end' if shape.terminal else 'open'}",
        f"caps{bisect(_CAPITALS, shape.capitals)}.{'short' if shape.words < 13 else 'long'}",
        f"digits{bisect(_DIGITS, shape.digits)}",
        f"last{shape.last if not shape.last.isalnum() else 'x'}",
        f"sents{min(shape.sentences, 4)}",
    ]
    if shape.separators:
        names.append(f"seps{min(shape.separators, 3)}")
    names += [name for name in ("upper", "lower_start", "bullet", "quoted", "link", "bracketed") if getattr(shape, name)]
    return names


def _mark(findings: Sequence[Finding]) -> int:
    """How telling a block's phrases are: 0 none, 1 weak, 2 several weak, 3 decisive."""
    phrases = [finding for finding in findings if ".decisive." in finding.signal or ".weak." in finding.signal]
    if any(".decisive." in finding.signal for finding in phrases):
        return 3
    return min(2, len(phrases))
