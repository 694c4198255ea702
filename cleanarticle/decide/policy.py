"""What the user wants, and what was decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cleanarticle.document import Block, Document, Span
from cleanarticle.result import Declined, Finding, Removal

# Which guard turned a removal down, and why.
Veto = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Policy:
    """What the user wants: how sure a removal must be, and which kinds stay."""

    threshold: float = 0.5
    keep: frozenset[str] = frozenset()

    def __reduce__(self) -> tuple[Callable[..., Policy], tuple[float, list[str]]]:
        """Pickle to the same bytes in every process, so that caches know a cleaner again; a set's order varies."""
        return _policy, (self.threshold, sorted(self.keep))


def _policy(threshold: float, keep: Iterable[str]) -> Policy:
    return Policy(threshold, frozenset(keep))


@dataclass(frozen=True, slots=True)
class Decision:
    """What goes, what was considered and stays, and what was read in passing from findings on what goes."""

    removed: tuple[Removal, ...]
    declined: tuple[Declined, ...]
    captures: tuple[tuple[str, str, str], ...] = ()


def kept_on_request(kind: str) -> Veto:
    """The veto of a kind that the user keeps."""
    return "kept-kind", f"{kind} is kept on request"


def kept_by_rule(selector: str) -> Veto:
    """The veto of a place on a page that the user's rules keep."""
    return "kept-place", f"your rule keeps what stands in “{selector}”"


def removal(document: Document, span: Span, kind: str, confidence: float, best: Finding) -> Removal:
    """A removal of a span, explained by the finding that speaks for it."""
    text = document.text[span.start : span.end]
    return Removal(span.start, span.end, kind, round(confidence, 4), best.heuristic, best.reason, text)


def declined(span: Span | Block, text: str, kind: str, confidence: float, best: Finding, veto: Veto) -> Declined:
    """A span that stays, explained by the finding that spoke against it and the guard that spoke for it."""
    guard, why = veto
    reason = f"{best.reason}; but {why}"
    return Declined(span.start, span.end, kind, round(confidence, 4), best.heuristic, reason, text, guard)
