"""The words of a document's lines, read once: in their order, and as sets."""

from __future__ import annotations

from functools import cached_property

from cleanarticle.document import Document
from cleanarticle.lexicon.fold import fold
from cleanarticle.lexicon.tokens import IS_UNSPACED, vocabulary_of, words_of

# Phrases stand at the ends of a line. Of a longer line only this much is looked at, in characters, from each end; so a
# text of one line costs no more than a short one.
WINDOW = 500
# What parts the words of a long line's head from those of its tail: nothing, so that no two of them are neighbours.
_BREAK = ""


def folded_text(document: Document) -> str:
    """The document's text, folded: every offset into it is one into the text."""
    return fold(document.text)


class Lines:
    """The words of each line of a document.

    Attributes:
        words: For each line its words in their order, those of its two ends where it is long.
    """

    def __init__(self, document: Document) -> None:
        folded = document.once(folded_text)
        self.words = [
            words_of(folded[start:end])
            if end - start <= 2 * WINDOW
            else [*words_of(folded[start : start + WINDOW]), _BREAK, *words_of(folded[end - WINDOW : end])]
            for start, end in ((block.start, block.end) for block in document.blocks)
        ]

    @cached_property
    def tokens(self) -> list[set[str]]:
        """The different words of each line."""
        every = [*map(set, self.words)]
        for found in every:
            found.discard(_BREAK)
        return every


def tokens(document: Document) -> tuple[set[str], ...]:
    """For each block its different words, those of its two ends where it is long; see ``tokens.vocabulary_of``."""
    lines, folded = document.once(Lines), document.once(folded_text)
    if folded.isascii() or not IS_UNSPACED.search(folded):
        return tuple(lines.tokens)
    return tuple(
        vocabulary_of(folded[start:end])
        if end - start <= 2 * WINDOW
        else vocabulary_of(folded[start : start + WINDOW]) | vocabulary_of(folded[end - WINDOW : end])
        for start, end in ((block.start, block.end) for block in document.blocks)
    )
