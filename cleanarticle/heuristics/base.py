"""What a heuristic is, and what most of them share.

A heuristic is any callable from a Document to Findings. Its name is its ``name`` attribute or its ``__name__``. It
knows only the document, keeps no state, and its findings mean the same in whatever order heuristics run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from cleanarticle.document import Block, Document
from cleanarticle.result import Finding

# Confidences of built-in findings. Weak evidence only counts when it is weighed; decisive evidence settles a line.
WEAK = 0.3
DECISIVE = 0.96


class Heuristic(Protocol):
    """A callable that reads a document and says what may be residue."""

    def __call__(self, document: Document, /) -> Iterable[Finding]:
        """Yield findings; must not change or keep the document."""
        ...


def name_of(heuristic: Heuristic) -> str:
    """The name that a heuristic goes by."""
    return str(getattr(heuristic, "name", None) or getattr(heuristic, "__name__", None) or type(heuristic).__name__)


def summary_of(heuristic: Heuristic) -> str:
    """The first line of a heuristic's documentation."""
    return (getattr(heuristic, "summary", None) or heuristic.__doc__ or "").strip().partition("\n")[0]


def heuristic(name: str) -> Callable[[Heuristic], Heuristic]:
    """Name a heuristic of your own: ``@cleanarticle.heuristic("our-footer")`` above a function."""

    def named(function: Heuristic) -> Heuristic:
        function.name = name  # type: ignore[attr-defined]
        return function

    return named


def finding(
    block: Block,
    kind: str,
    signal: str,
    reason: str,
    confidence: float = WEAK,
    captures: tuple[tuple[str, str], ...] = (),
) -> Finding:
    """A finding about a whole block."""
    return Finding(block.start, block.end, kind, confidence, reason, signal=signal, captures=captures)
