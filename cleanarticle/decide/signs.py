"""The evidence for a removed block's kind, as names that learnt weights know.

A name is there or it is not, so that a weight can be read: which phrases and signals were found on the block and beside
it, what it looks like, and where it stands.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence

from cleanarticle.document import Document
from cleanarticle.features.place import Run, run
from cleanarticle.features.shape import Shape, shapes
from cleanarticle.features.vocabulary import shared
from cleanarticle.lexicon.lines import tokens
from cleanarticle.result import Finding

_WORDS = (1, 2, 3, 4, 6, 9, 13, 20, 35, 60)
_SHARES = (0.001, 0.1, 0.9, 0.999)
_SHARED = (0.0, 0.2, 0.5, 0.8)


def signs(document: Document, findings: Sequence[Sequence[Finding]], indices: Sequence[int]) -> list[list[str]]:
    """For each block asked for, the names of its evidence; ``findings`` are those on each whole block."""
    every, story, overlap = document.once(shapes), document.once(run), document.once(shared)
    last = len(every) - 1
    told = {i: _told(findings[i]) for i in {j for i in indices for j in (i - 1, i, i + 1)} if 0 <= i <= last}
    headings = _headings(every, findings)
    words = document.once(tokens)
    out: list[list[str]] = []
    for i in indices:
        shape, where, look = every[i], _where(i, story), _look(every[i])
        names = [
            "any",
            look,
            f"{where}.{look}",
            f"{where}.w{bisect(_WORDS, shape.words)}",
            f"shared{bisect(_SHARED, overlap[i])}.{where}",
        ]
        names += told[i]
        names += [f"{name}.{where}" for name in told[i]]
        names += [f"before:{name}" for name in told.get(i - 1, ())]
        names += [f"after:{name}" for name in told.get(i + 1, ())]
        names += headings[i]
        names.append(f"before:{_look(every[i - 1])}" if i else "top")
        names.append(f"after:{_look(every[i + 1])}" if i < last else "end")
        names += [
            name for name in ("upper", "bullet", "quoted", "link", "bracketed", "lower_start") if getattr(shape, name)
        ]
        names.append(f"last{shape.last if not shape.last.isalnum() else 'x'}")
        if shape.separators:
            names.append("separators")
        names += [f"word:{word}" for word in sorted(words[i])]
        if shape.digits:
            names.append(f"digits.{where}")
        out.append(names)
    return out


def _told(findings: Sequence[Finding]) -> list[str]:
    """The signals of a block, once each; a phrase's without its place in the line."""
    signals = (finding.signal for finding in findings if finding.signal)
    return list(dict.fromkeys(
        signal.rpartition(".")[0] if ".decisive." in signal or ".weak." in signal else signal for signal in signals
    ))  # fmt: skip


def _headings(every: Sequence[Shape], findings: Sequence[Sequence[Finding]]) -> list[tuple[str, ...]]:
    """For each block the kinds of the nearest telling line above, if no prose is between: what it is listed under."""
    out: list[tuple[str, ...]] = []
    under: tuple[str, ...] = ()
    for shape, found in zip(every, findings, strict=True):
        out.append(under)
        told = dict.fromkeys(f"under:{finding.kind}" for finding in found if ".decisive." in finding.signal)
        if told:
            under = tuple(told)
        elif shape.prose:
            under = ()
    return out


def _where(index: int, story: Run) -> str:
    if story.words == 0:
        return "noprose"
    if index < story.first:
        return f"before{min(story.first - index, 4)}"
    if index > story.last:
        return "after"
    return f"in{bisect(_SHARES, story.before[index] / story.words)}"


def _look(shape: Shape) -> str:
    """A block's shape in one word."""
    if shape.prose:
        return "prose" if shape.words < 40 else "longprose"
    if shape.words <= 3:
        return "label"
    if shape.terminal:
        return "question" if shape.last in "?？؟" else "sentence"
    return "title" if shape.words <= 14 else "long"
