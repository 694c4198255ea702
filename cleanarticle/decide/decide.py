"""Decide what goes: weigh the findings of each block, let the guards veto, settle disjoint removals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from types import MappingProxyType

from cleanarticle.decide import layout
from cleanarticle.decide.gather import by_block
from cleanarticle.decide.guards import Candidate, is_markup, vetoes
from cleanarticle.decide.model import Model, learnt
from cleanarticle.decide.parts import block_of, cut, glued
from cleanarticle.decide.policy import Decision, Policy, Veto, declined, kept_by_rule, kept_on_request, removal
from cleanarticle.decide.signs import signs
from cleanarticle.decide.spans import lines, spans_of
from cleanarticle.document import Block, Document, Outside, Span
from cleanarticle.result import Declined, Finding, Removal

# What scores at least this, and less than the threshold, is told as declined.
_WORTH_TELLING = 0.3
# What weighing finds less likely than this stays whatever the threshold: below, all would go, and guards keep all.
_LEAST = 0.2
# A finding at least this sure settles a block whatever the weighing says, guards aside.
DECISIVE = 0.95
# On a page a decisive finding does not settle a block that all else, its place above all, gives less than this chance.
_LAYOUT_DOUBTS = 0.05

Findings = Sequence[Sequence[Finding]]
_NONE: Mapping[int, str] = MappingProxyType({})


def decide(
    document: Document,
    findings: Iterable[Finding],
    policy: Policy,
    model: Model | None = None,
    *,
    explain: bool = True,
    spared: Mapping[int, str] = _NONE,
) -> Decision:
    """Settle what goes. Blocks without any finding stay, whatever their shape.

    ``spared`` are elements of a page that the user's rules keep, each with the selector of one.
    ``model`` is the one that ships. Without ``explain`` the same goes, but its kinds, for which telling takes longer
    than deciding, are told only where the policy asks for some to stay.
    """
    named = explain or bool(policy.keep)
    whole, parts = by_block(document, chain(findings, layout.findings(document)))
    parts = [] if is_markup(document) else [part for part in parts if block_of(document, part).element not in spared]
    if not any(whole) and not parts and not document.outside:
        return Decision((), ())
    model = model or learnt(document.engine)
    candidates = _candidates(document, whole, policy, model)
    kinds = _kinds(document, whole, candidates, policy, model) if named else {c.index: "" for c in candidates}
    vetoed = _vetoed(document, candidates, kinds, parts, policy)
    vetoed |= {
        c.index: kept_by_rule(spared[element])
        for c in candidates
        if (element := document.blocks[c.index].element) in spared
    }
    going = {candidate.index for candidate in candidates if candidate.index not in vetoed}
    spans, beyond = _spans(document, going, policy, spared)
    removed, kept = cut(document, parts, going, policy)
    removed += layout.outside(document, beyond, named)
    for candidate in candidates:
        index, kind = candidate.index, kinds[candidate.index]
        best = _spokesman(whole[index], kind)
        if index in vetoed:
            block = document.blocks[index]
            kept.append(declined(block, block.text, kind, candidate.confidence, best, vetoed[index]))
        else:
            removed.append(removal(document, spans[index], kind, candidate.confidence, best))
    told = [index for index in kinds if index not in vetoed or vetoed[index][0] == "kept-kind"]
    captures = [(kinds[i], *caught) for i in told for f in whole[i] if f.kind == kinds[i] for caught in f.captures]
    return Decision(tuple(sorted(removed, key=_start)), tuple(sorted(kept, key=_start)), tuple(captures))


def _spans(
    document: Document, going: AbstractSet[int], policy: Policy, spared: Mapping[int, str]
) -> tuple[dict[int, Span], list[tuple[Outside, Span]]]:
    """What goes with each block that goes, and with each of a page's texts outside."""
    if not document.outside:
        return spans_of(document, sorted(going)), []
    every = document.once(lines)
    goes_too = (
        line.element not in spared and layout.goes(document.page, line, policy)
        if isinstance(line, Outside)
        else line.index in going
        for line in every
    )
    spans = spans_of(document, [i for i, going_too in enumerate(goes_too) if going_too])
    blocks = {line.index: span for i, span in spans.items() if isinstance(line := every[i], Block)}
    return blocks, [(line, span) for i, span in spans.items() if isinstance(line := every[i], Outside)]


def _candidates(document: Document, whole: Findings, policy: Policy, model: Model) -> list[Candidate]:
    """The blocks that may go: those with a finding, weighed, if they are worth telling of."""
    weighed = model.residue.chances(document, whole)
    every = (_candidate(document, i, weighed[i], found, policy) for i, found in enumerate(whole) if found)
    least = min(_WORTH_TELLING, max(policy.threshold, _LEAST))
    return [candidate for candidate in every if candidate.confidence >= least]


def _candidate(document: Document, index: int, weighed: float, found: Sequence[Finding], policy: Policy) -> Candidate:
    """What weighing gives, or more where a finding settles the block by itself."""
    decisive = document.page is None or weighed >= _LAYOUT_DOUBTS
    claim = max((finding.confidence for finding in found if _settles(finding, policy, decisive)), default=0.0)
    return Candidate(index, max(weighed, claim), settled=claim > 0.0)


def _settles(finding: Finding, policy: Policy, decisive: bool = True) -> bool:
    """A finding no weight knows, a plug-in's or a rule's, settles its block at the threshold; a decisive one too.

    Unless decisive ones do not count here.
    """
    sure = decisive and finding.confidence >= DECISIVE
    return finding.confidence >= policy.threshold and (sure or not finding.signal)


def _kinds(
    document: Document, whole: Findings, candidates: Sequence[Candidate], policy: Policy, model: Model
) -> dict[int, str]:
    """The kind of each candidate: what a finding says that no weight knows and that settles it, or what was learnt."""
    indices = [candidate.index for candidate in candidates]
    kinds = dict(zip(indices, model.kinds.kinds(signs(document, whole, indices)), strict=True))
    for index in indices:
        own = [finding for finding in whole[index] if not finding.signal and _settles(finding, policy)]
        if own:
            kinds[index] = max(own, key=lambda finding: finding.confidence).kind
    return kinds


def _vetoed(
    document: Document,
    candidates: Sequence[Candidate],
    kinds: dict[int, str],
    parts: Sequence[Finding],
    policy: Policy,
) -> dict[int, Veto]:
    """The candidates that stay: for not being sure enough, for a guard, or because the user keeps their kind."""
    unsure = [candidate for candidate in candidates if candidate.confidence < policy.threshold]
    going = [candidate for candidate in candidates if candidate.confidence >= policy.threshold]
    vetoed = {c.index: ("threshold", f"less sure than {policy.threshold:g}") for c in unsure}
    vetoed |= vetoes(document, going, glued(document, parts), max(policy.threshold, _LEAST))
    for index, kind in kinds.items():
        if kind in policy.keep:
            vetoed.setdefault(index, kept_on_request(kind))
    return vetoed


def _spokesman(found: Sequence[Finding], kind: str) -> Finding:
    """The finding that speaks for a removal: of its kind if there is one, the surest of those."""
    return max(found, key=lambda finding: (finding.kind == kind, finding.confidence))


def _start(item: Removal | Declined) -> int:
    return item.start
