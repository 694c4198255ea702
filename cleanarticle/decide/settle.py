"""Decide until nothing more goes, so that cleaning what was cleaned changes nothing.

Blocks are weighed among their neighbours. Once some are gone, others stand otherwise, and what was kept may now go: so
what is left is looked at again, as if it had come so, until a look finds nothing. Most texts need one such look.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from cleanarticle.decide.decide import decide
from cleanarticle.decide.policy import Decision, Policy
from cleanarticle.document import Document, Span
from cleanarticle.reading.text import read_text
from cleanarticle.result import Declined, Finding, Removal, replay


def settle(
    document: Document, find: Callable[[Document], Iterable[Finding]], policy: Policy, *, explain: bool = True
) -> Decision:
    """Settle what goes of a text; ``find`` asks the heuristics. For ``explain`` see ``decide``."""
    decision = decide(document, find(document), policy, explain=explain)
    while decision.removed:
        left = read_text(replay(document.text, decision.removed), document.facts)
        more = decide(left, find(left), policy, explain=explain)
        if not more.removed:
            break
        decision = _joined(document, decision, more)
    return decision


def _joined(document: Document, first: Decision, more: Decision) -> Decision:
    """Both decisions as one about the document; the offsets of the second are into what the first left."""
    removed = list(first.removed)
    kept = list(_kept(document.text, removed))
    for item in more.removed:
        for start, end in _pieces(kept, item.start, item.end):
            text = document.text[start:end]
            if text.strip():
                removed.append(replace(item, start=start, end=end, text=text))
            else:
                _widen(document, removed, start, end)
    removed.sort(key=lambda item: item.start)
    stays = tuple(item for item in first.declined if not _gone(item, removed))
    return Decision(tuple(removed), stays, (*first.captures, *more.captures))


def _kept(text: str, removed: Sequence[Removal]) -> Iterator[Span]:
    at = 0
    for item in removed:
        if at < item.start:
            yield Span(at, item.start)
        at = item.end
    if at < len(text):
        yield Span(at, len(text))


def _pieces(kept: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """The spans of the source that a span of what was kept stands for."""
    at = 0
    for span in kept:
        low, high = max(start, at), min(end, at + span.end - span.start)
        if low < high:
            yield Span(span.start + low - at, span.start + high - at)
        at += span.end - span.start


def _widen(document: Document, removed: list[Removal], start: int, end: int) -> None:
    """Give white space that goes to the removal beside it."""
    for place, item in enumerate(removed):
        if item.end == start or item.start == end:
            low, high = min(item.start, start), max(item.end, end)
            removed[place] = replace(item, start=low, end=high, text=document.text[low:high])
            return


def _gone(item: Declined, removed: Sequence[Removal]) -> bool:
    """Whether what a first look kept went later."""
    place = bisect_right(removed, item.start, key=lambda other: other.start) - 1
    return place >= 0 and removed[place].end > item.start
