"""Find the phrases of a document: once, for every heuristic that asks."""

from __future__ import annotations

from cleanarticle.document import Document
from cleanarticle.lexicon.entry import Index, Match
from cleanarticle.lexicon.fold import fold
from cleanarticle.lexicon.language import lexicons
from cleanarticle.lexicon.load import index
from cleanarticle.lexicon.tokens import first_token, line_tokens

# Phrases stand at the ends of a line. Of a longer line only this much is looked at, in characters, from each end; so a
# text of one line costs no more than a short one.
WINDOW = 500
# A line's first word is looked for in so many characters.
_HEAD = 60


def folded_text(document: Document) -> str:
    """The document's text, folded: every offset into it is one into the text."""
    return fold(document.text)


def tokens(document: Document) -> tuple[set[str], ...]:
    """For each block its tokens, those of its two ends where it is long."""
    folded = document.once(folded_text)
    return tuple(
        line_tokens(folded[start:end])
        if end - start <= 2 * WINDOW
        else line_tokens(folded[start : start + WINDOW]) | line_tokens(folded[end - WINDOW : end])
        for start, end in ((block.start, block.end) for block in document.blocks)
    )


def phrases(document: Document) -> tuple[tuple[Match, ...], ...]:
    """For each block the phrases found in it, by the built-in lexicons; offsets count from the block's start."""
    return find(document, index(document.once(lexicons)))


def find(document: Document, entries: Index) -> tuple[tuple[Match, ...], ...]:
    """For each block the entries of an index that match it."""
    folded = document.once(folded_text)
    found: list[tuple[Match, ...]] = []
    for block, words in zip(document.blocks, document.once(tokens), strict=True):
        line = folded[block.start : block.end]
        candidates = entries.candidates(words, first_token(line[:_HEAD]), len(line))
        if not candidates:
            found.append(())
            continue
        if len(line) <= 2 * WINDOW:
            matches = [entry.match(line, block.text) for entry in candidates]
        else:
            cut = len(line) - WINDOW
            head, tail = (line[:WINDOW], block.text[:WINDOW]), (line[cut:], block.text[cut:])
            matches = [
                entry.match(*tail, offset=cut) if entry.place in ("end", "tail") else entry.match(*head)
                for entry in candidates
                if entry.place != "whole"
            ]
        found.append(tuple(match for match in matches if match))
    return tuple(found)
