"""Residue that is only a part of its line: a ``Read more`` behind a paragraph, a credit in front of one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from cleanarticle.decide.policy import Policy, declined, kept_on_request, removal
from cleanarticle.document import Block, Document, Span
from cleanarticle.features.shape import shapes
from cleanarticle.result import Declined, Finding, Removal

# A part of a line is cut only on a finding this sure.
_CONFIDENCE = 0.9
# What is left of a line when a part goes is a sentence if it is this long, in characters.
_SENTENCE = 30


def glued(document: Document, parts: Sequence[Finding]) -> set[int]:
    """The blocks of which a sure finding takes a part and leaves a sentence."""
    every = document.once(shapes)
    found = set()
    for part in parts:
        block = block_of(document, part)
        left = (block.end - block.start) - (part.end - part.start)
        if part.confidence >= _CONFIDENCE and every[block.index].sentences and left >= _SENTENCE:
            found.add(block.index)
    return found


def cut(
    document: Document, parts: Sequence[Finding], gone: set[int], policy: Policy
) -> tuple[list[Removal], list[Declined]]:
    """Cut parts of lines that stay: only on a sure finding, and each place once."""
    removed: list[Removal] = []
    kept: list[Declined] = []
    end = -1
    for part in sorted(parts, key=lambda finding: (finding.start, -finding.end)):
        sure = part.confidence >= max(policy.threshold, _CONFIDENCE)
        if not sure or part.start < end or block_of(document, part).index in gone:
            continue
        span = Span(part.start, part.end)
        if part.kind in policy.keep:
            text = document.text[span.start : span.end]
            kept.append(declined(span, text, part.kind, part.confidence, part, kept_on_request(part.kind)))
        else:
            removed.append(removal(document, span, part.kind, part.confidence, part))
            end = part.end
    return removed, kept


def block_of(document: Document, part: Finding) -> Block:
    """The block that a finding on a part of one is about."""
    index = bisect_right(document.blocks, part.start, key=lambda block: block.start) - 1
    return document.blocks[max(0, index)]
