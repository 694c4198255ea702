"""Find the phrases of a document: once, for every heuristic that asks."""

from __future__ import annotations

from collections.abc import Iterable

from cleanarticle.document import Block, Document
from cleanarticle.lexicon.entry import Entry, Match
from cleanarticle.lexicon.index import Index
from cleanarticle.lexicon.language import lexicons
from cleanarticle.lexicon.lines import WINDOW, Lines, folded_text
from cleanarticle.lexicon.load import index

Matches = tuple[Match, ...]


def phrases(document: Document) -> tuple[Matches, ...]:
    """For each block the phrases found in it, by the built-in lexicons; offsets count from the block's start."""
    each = [find(document, index(language)) for language in document.once(lexicons)]
    return each[0] if len(each) == 1 else tuple(sum(found, ()) for found in zip(*each, strict=True))


def find(document: Document, entries: Index) -> tuple[Matches, ...]:
    """For each block the entries of an index that match it."""
    found: list[Matches] = [()] * len(document.blocks)
    folded = document.once(folded_text)
    for number, candidates in entries.candidates(document.once(Lines)):
        block = document.blocks[number]
        found[number] = _matches(candidates, block, folded[block.start : block.end])
    return tuple(found)


def _matches(candidates: Iterable[Entry], block: Block, line: str) -> Matches:
    size = len(line)
    if size <= 2 * WINDOW:
        matches = [entry.match(line, block.text) for entry in candidates if entry.longest >= size]
    else:
        cut = size - WINDOW
        head, tail = (line[:WINDOW], block.text[:WINDOW]), (line[cut:], block.text[cut:])
        matches = [
            entry.match(*tail, offset=cut) if entry.place in ("end", "tail") else entry.match(*head)
            for entry in candidates
            if entry.place != "whole"
        ]
    return tuple(match for match in matches if match)
