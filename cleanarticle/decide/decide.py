"""Decide what goes: weigh the findings of each block, let the guards veto, settle disjoint removals."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cleanarticle.decide.guards import Candidate, is_markup, vetoes
from cleanarticle.decide.measures import measures
from cleanarticle.decide.model import Model, learnt
from cleanarticle.decide.signs import signs
from cleanarticle.decide.spans import spans_of
from cleanarticle.document import Block, Document, Span
from cleanarticle.features.shape import shapes
from cleanarticle.result import Declined, Finding, Removal

# What scores at least this, and less than the threshold, is told as declined.
_WORTH_TELLING = 0.3
# What is left of a line when a part goes is a sentence if it is this long, in characters.
_SENTENCE = 30
# A part of a line is cut only on a finding this sure.
_PARTIAL_CONFIDENCE = 0.9
# A finding at least this sure settles a block whatever the weighing says, guards aside.
DECISIVE = 0.95


@dataclass(frozen=True, slots=True)
class Policy:
    """What the user wants: how sure a removal must be, and which kinds stay."""

    threshold: float = 0.5
    keep: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Decision:
    """What goes, what was considered and stays, and what was read in passing from findings on what goes."""

    removed: tuple[Removal, ...]
    declined: tuple[Declined, ...]
    captures: tuple[tuple[str, str, str], ...] = ()


def by_block(document: Document, findings: Iterable[Finding]) -> tuple[list[list[Finding]], list[Finding]]:
    """Findings on whole blocks, by block, and those on parts of one; a finding over several blocks counts on each.

    Sorted, so that the order in which heuristics ran leaves no trace.
    """
    starts = [block.start for block in document.blocks]
    whole: list[list[Finding]] = [[] for _ in starts]
    parts: list[Finding] = []
    for finding in sorted(findings, key=_order):
        index = max(0, bisect_right(starts, finding.start) - 1)
        while index < len(starts) and starts[index] < finding.end:
            block = document.blocks[index]
            covered = min(block.end, finding.end) - max(block.start, finding.start)
            if covered >= 0.9 * (block.end - block.start):
                whole[index].append(finding)
            elif covered > 0:
                parts.append(finding)
            index += 1
    return whole, parts


def _order(finding: Finding) -> tuple[int, int, float, Finding]:
    return finding.start, finding.end, -finding.confidence, finding


def decide(document: Document, findings: Iterable[Finding], policy: Policy, model: Model | None = None) -> Decision:
    """Settle what goes. Blocks without any finding stay, whatever their shape. ``model`` is the one that ships."""
    model = model or learnt()
    whole, parts = by_block(document, findings)
    parts = [] if is_markup(document) else parts
    if not any(whole) and not parts:
        return Decision((), ())
    told = [index for index, found in enumerate(whole) if found]
    weighed = model.residue.probabilities(measures(document, whole, told))
    candidates = [
        candidate
        for index, weight in zip(told, weighed, strict=True)
        if (candidate := _candidate(index, weight, whole[index], policy)).confidence >= _WORTH_TELLING
    ]
    going = [candidate for candidate in candidates if candidate.confidence >= policy.threshold]
    vetoed = vetoes(document, going, _glued(document, parts))
    for candidate in candidates:
        if candidate.confidence < policy.threshold:
            vetoed[candidate.index] = ("threshold", f"less sure than {policy.threshold:g}")
    indices = [candidate.index for candidate in candidates]
    kinds = dict(zip(indices, model.kinds.kinds(signs(document, whole, indices)), strict=True))
    for candidate in candidates:
        own = _own_word(whole[candidate.index], policy)
        if own:
            kinds[candidate.index] = own.kind
        if kinds[candidate.index] in policy.keep:
            vetoed.setdefault(candidate.index, ("kept-kind", f"{kinds[candidate.index]} is kept on request"))
    spans = spans_of(document, [c.index for c in going if c.index not in vetoed])
    removed: list[Removal] = []
    declined: list[Declined] = []
    captures: list[tuple[str, str, str]] = []
    for candidate in candidates:
        block, kind = document.blocks[candidate.index], kinds[candidate.index]
        best = _spokesman(whole[candidate.index], kind)
        if candidate.index in vetoed:
            declined.append(_declined(block, kind, candidate.confidence, best, vetoed[candidate.index]))
        else:
            span = spans[candidate.index]
            removed.append(_removal(document, span, kind, candidate.confidence, best))
        if vetoed.get(candidate.index, ("kept-kind",))[0] == "kept-kind":
            captures += [(kind, *capture) for f in whole[candidate.index] if f.kind == kind for capture in f.captures]
    gone = {c.index for c in going if c.index not in vetoed}
    removed += _partial(document, parts, gone, policy, declined)
    removed.sort(key=lambda removal: removal.start)
    declined.sort(key=lambda item: item.start)
    return Decision(tuple(removed), tuple(declined), tuple(captures))


def _glued(document: Document, parts: Sequence[Finding]) -> set[int]:
    """The blocks of which a sure finding takes a part and leaves a sentence."""
    starts = [block.start for block in document.blocks]
    every = document.once(shapes)
    found = set()
    for part in parts:
        index = bisect_right(starts, part.start) - 1
        block = document.blocks[index]
        left = (block.end - block.start) - (part.end - part.start)
        if part.confidence >= _PARTIAL_CONFIDENCE and every[index].sentences and left >= _SENTENCE:
            found.add(index)
    return found


def _candidate(index: int, weighed: float, found: Sequence[Finding], policy: Policy) -> Candidate:
    """What weighing gives, or more where a finding settles the block by itself."""
    claim = max((finding.confidence for finding in found if _settles(finding, policy)), default=0.0)
    return Candidate(index, max(weighed, claim), settled=claim > 0.0)


def _settles(finding: Finding, policy: Policy) -> bool:
    """A decisive finding settles its block; one no weight knows, a plug-in's or a rule's, does so at the threshold."""
    return finding.confidence >= policy.threshold and (finding.confidence >= DECISIVE or not finding.signal)


def _own_word(found: Sequence[Finding], policy: Policy) -> Finding | None:
    """The surest settling finding that no weight knows: the kind is what it says."""
    own = [finding for finding in found if not finding.signal and _settles(finding, policy)]
    return max(own, key=lambda finding: finding.confidence, default=None)


def _spokesman(found: Sequence[Finding], kind: str) -> Finding:
    """The finding that speaks for a removal: of its kind if there is one, the surest of those."""
    return max(found, key=lambda finding: (finding.kind == kind, finding.confidence))


def _removal(document: Document, span: Span, kind: str, confidence: float, best: Finding) -> Removal:
    text = document.text[span.start : span.end]
    return Removal(span.start, span.end, kind, round(confidence, 4), best.heuristic, best.reason, text)


def _declined(block: Block, kind: str, confidence: float, best: Finding, veto: tuple[str, str]) -> Declined:
    guard, why = veto
    return Declined(
        block.start,
        block.end,
        kind,
        round(confidence, 4),
        best.heuristic,
        f"{best.reason}; but {why}",
        block.text,
        guard,
    )


def _partial(
    document: Document, parts: Sequence[Finding], gone: set[int], policy: Policy, declined: list[Declined]
) -> list[Removal]:
    """Cut parts of lines that stay: only on a sure finding, only where something is left, and each place once."""
    starts = [block.start for block in document.blocks]
    removed: list[Removal] = []
    end = -1
    for part in sorted(parts, key=lambda finding: (finding.start, -finding.end)):
        block = document.blocks[max(0, bisect_right(starts, part.start) - 1)]
        if block.index in gone or part.start < end or part.confidence < max(policy.threshold, _PARTIAL_CONFIDENCE):
            continue
        if part.kind in policy.keep:
            veto = ("kept-kind", f"{part.kind} is kept on request")
            declined.append(Declined(
                part.start, part.end, part.kind, part.confidence, part.heuristic,
                f"{part.reason}; but {veto[1]}", document.text[part.start : part.end], veto[0],
            ))  # fmt: skip
            continue
        removed.append(_removal(document, Span(part.start, part.end), part.kind, part.confidence, part))
        end = part.end
    return removed
