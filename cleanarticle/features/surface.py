"""What a block looks like letter by letter: its length, its punctuation, its share of function words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from cleanarticle.document import Document
from cleanarticle.features.shape import shapes
from cleanarticle.lexicon.language import lexicons
from cleanarticle.lexicon.lines import tokens
from cleanarticle.lexicon.load import stopwords

# As much of a block is looked at for punctuation, in characters.
_HEAD = 300
_QUOTES = frozenset('"“”„«»「」')


class Surface(NamedTuple):
    """The surface of one block.

    Attributes:
        length: Its characters.
        letters: Characters a word.
        function: Share of its different words that are among the commonest of its language: a label has hardly any.
        commas: Commas in it.
        quotes: Whether quotation marks stand in it.
        brackets: Whether a bracket stands in it.
        colons: Whether a colon stands in it.
    """

    length: int
    letters: float
    function: float
    commas: int
    quotes: bool
    brackets: bool
    colons: bool


def surfaces(document: Document, wanted: Sequence[int] | None = None) -> list[Surface]:
    """The surface of each block, or of those ``wanted``, in their order."""
    common = _common(document.once(lexicons))
    every, vocabulary = document.once(shapes), document.once(tokens)
    out = []
    for i in range(len(every)) if wanted is None else wanted:
        block, shape, words = document.blocks[i], every[i], vocabulary[i]
        text = block.text[:_HEAD]
        length = block.end - block.start
        out.append(Surface(
            length=length,
            letters=length / shape.words,
            function=len(words & common) / (len(words) or 1),
            commas=text.count(",") + text.count("，") + text.count("、"),
            quotes=not _QUOTES.isdisjoint(text),
            brackets="(" in text or "（" in text,
            colons=":" in text or "：" in text,
        ))  # fmt: skip
    return out


@cache
def _common(languages: tuple[str, ...]) -> frozenset[str]:
    common = stopwords()
    return frozenset(word for language in languages for word in common.get(language, ()))
