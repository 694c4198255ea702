"""From lines that go to spans that go: which of the white space around them goes with them.

Deleting the spans from the source gives the clean text, so each run of removed lines leaves one separator: the wider
of the two at its ends, so that paragraphs stay parted as they were. Nothing is left over at the head or the tail.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleanarticle.document import Block, Document, Outside, Span

# A line of the text: of a plain text a block, of a page also what stands outside.
Line = Block | Outside


def lines(document: Document) -> Sequence[Line]:
    """All lines of a document in their order."""
    return sorted((*document.blocks, *document.outside), key=_start) if document.outside else document.blocks


def spans_of(document: Document, indices: Sequence[int]) -> dict[int, Span]:
    """The span of each removed line, white space included; the spans are disjoint. ``indices`` are sorted."""
    every = document.once(lines)
    return {index: span for run in _runs(indices) for index, span in _run_spans(document.text, every, run)}


def _start(line: Line) -> int:
    return line.start


def _runs(indices: Sequence[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for index in indices:
        if run and index != run[-1] + 1:
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _run_spans(text: str, blocks: Sequence[Line], run: Sequence[int]) -> Iterator[tuple[int, Span]]:
    first, last = run[0], run[-1]
    begins = blocks[first - 1].end if first else 0
    ends = blocks[last + 1].start if last + 1 < len(blocks) else len(text)
    before, after = text[begins : blocks[first].start], text[blocks[last].end : ends]
    if last + 1 == len(blocks):
        # At the tail the separator before goes; what closed the whole text stays, as a final newline does.
        for index in run:
            yield index, Span(blocks[index - 1].end if index else 0, blocks[index].end)
    elif first == 0 or _newlines(before) >= _newlines(after):
        for index in run:
            start = 0 if index == 0 else blocks[index].start
            yield index, Span(start, blocks[index + 1].start)
    else:
        for index in run:
            yield index, Span(blocks[index - 1].end, blocks[index].end)


def _newlines(white: str) -> int:
    return len(white.splitlines())
