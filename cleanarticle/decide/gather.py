"""Lay out findings by the blocks that they are about."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from cleanarticle.document import Document
from cleanarticle.result import Finding

# A finding that covers so much of a block is about the whole of it.
_WHOLE = 0.9


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
            if covered >= _WHOLE * (block.end - block.start):
                whole[index].append(finding)
            elif covered > 0:
                parts.append(finding)
            index += 1
    return whole, parts


def _order(finding: Finding) -> tuple[int, int, float, Finding]:
    return finding.start, finding.end, -finding.confidence, finding
