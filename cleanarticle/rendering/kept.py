"""What is left of each line of a document when the removals are taken out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanarticle.document import Block, Document, Outside, Span
from cleanarticle.result import Removal


def kept(document: Document, removed: Sequence[Removal]) -> Iterator[tuple[Block | Outside, list[Span]]]:
    """Each line of a document with the spans of it that stay, in reading order; none where all of it goes.

    ``removed`` are disjoint and sorted, as those of a decision are.
    """
    every: Sequence[Block | Outside] = document.blocks
    if document.outside:
        every = sorted((*document.blocks, *document.outside), key=_start)
    first = 0
    for line in every:
        while first < len(removed) and removed[first].end <= line.start:
            first += 1
        spans: list[Span] = []
        start, at = line.start, first
        while at < len(removed) and removed[at].start < line.end:
            if removed[at].start > start:
                spans.append(Span(start, removed[at].start))
            start = removed[at].end
            at += 1
        if start < line.end:
            spans.append(Span(start, line.end))
        yield line, spans


def _start(line: Block | Outside) -> int:
    return line.start
