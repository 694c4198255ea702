"""How much of a block's vocabulary the rest of the text shares.

A caption or a deck speaks of the story's people and places; a promotion or another story's headline hardly does.
"""

from __future__ import annotations

import re

from cleanarticle.document import Document
from cleanarticle.features.shape import shapes
from cleanarticle.lexicon.lines import folded_text, tokens

# Shorter tokens of a cased script are function words mostly; of an unspaced script a pair of characters is a word.
_SHORTEST = 5
_LONGER = re.compile(rf"\w{{{_SHORTEST},}}", re.ASCII)
# As much of a block is looked at, in characters.
_WIDE = 1000


# A capitalised word behind a small letter or a comma: inside of a sentence. The space comes first, because an
# expression that begins with a character as it is finds the places to look at fast.
_NAME = re.compile(r" (?<=[a-zß-ÿа-яёα-ωάέήίόύώ,] )([A-ZÀ-ÞĀĄĆČĎĘĚĞİŁŃŇÓŘŚŞŠŤŮŹŻŽΑ-ΩА-ЯЁЄІЇ]\w{2,})")
# As much of a block is searched for names, in characters.
_HEAD = 160


def names(document: Document) -> tuple[float, ...]:
    """For each block the share of its capitalised words, inside of sentences, that the running text elsewhere has too.

    The story's people and places, mostly; -1 where there are none.
    """
    every = [set(_NAME.findall(block.text, 0, _HEAD)) for block in document.blocks]
    once: set[str] = set()
    twice: set[str] = set()
    for found, shape in zip(every, document.once(shapes), strict=True):
        if shape.prose:
            twice |= once & found
            once |= found
    return tuple(
        len(found & (twice if shape.prose else once)) / len(found) if found else -1.0
        for found, shape in zip(every, document.once(shapes), strict=True)
    )


def longer_words(document: Document) -> tuple[set[str], ...]:
    """For each block its longer words, folded: those that carry what it is about."""
    folded = document.once(folded_text)
    return tuple(
        set(_LONGER.findall(folded, block.start, block.start + _WIDE))
        if block.end - block.start > _WIDE and block.text.isascii()
        else {word for word in words if len(word) >= _SHORTEST or not word.isascii()}
        for block, words in zip(document.blocks, document.once(tokens), strict=True)
    )


def shared(document: Document) -> tuple[float, ...]:
    """For each block the share of its longer words that stand in running text elsewhere, 0 to 1; -1 without any."""
    longer = document.once(longer_words)
    once: set[str] = set()
    twice: set[str] = set()
    for words, shape in zip(longer, document.once(shapes), strict=True):
        if shape.prose:
            twice |= once & words
            once |= words
    return tuple(
        len(words & (twice if shape.prose else once)) / len(words) if words else -1.0
        for words, shape in zip(longer, document.once(shapes), strict=True)
    )
