"""Where each block stands: before, in or after the run of prose that is the story."""

from __future__ import annotations

from dataclasses import dataclass

from cleanarticle.document import Document
from cleanarticle.features.shape import shapes


@dataclass(frozen=True, slots=True)
class Run:
    """The run of prose of a document.

    Attributes:
        first: Index of the first block of prose, -1 where there is none.
        last: Index of the last one, -1 where there is none.
        words: Words of prose in all.
        before: For each block the words of prose before it.
    """

    first: int
    last: int
    words: int
    before: tuple[int, ...]


def run(document: Document) -> Run:
    """The run of prose, as far as shape alone can tell it."""
    first = last = -1
    words = 0
    before = []
    for index, shape in enumerate(document.once(shapes)):
        before.append(words)
        if shape.prose:
            first = index if first < 0 else first
            last = index
            words += shape.words
    return Run(first, last, words, tuple(before))
