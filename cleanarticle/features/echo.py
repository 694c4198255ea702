"""Where else a block's words stand: in the next block, in the opening, all together in one other block, or nowhere.

A subhead shares words with the paragraph under it, a deck with the opening, a pulled quote with one paragraph; the
headline of another story shares them with nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from cleanarticle.document import Document
from cleanarticle.features.shape import shapes
from cleanarticle.features.vocabulary import longer_words

# Paragraphs of running text that are the opening.
_OPENING = 3
# A word in more blocks than this is the story's theme and links no two of them.
_COMMON = 8
# A longer block, in words, is not looked for in another.
_LONGEST = 60


class Echo(NamedTuple):
    """Shares of a block's longer words, 0 to 1; -1 where there is no such block, all 0 for a block without such words.

    Attributes:
        words: How many different ones there are: a number, not a share.
        previous: Those that the block before has.
        following: Those that the block after has.
        next_prose: Those that the next running text has.
        opening: Those that the first paragraphs of running text have.
        contained: Those, of the rarer ones, that the one other block has that has most of them.
        alone: Those that no other block has.
    """

    words: int
    previous: float
    following: float
    next_prose: float
    opening: float
    contained: float
    alone: float


def echoes(document: Document, wanted: Sequence[int] | None = None) -> list[Echo]:
    """The echo of each block, or of those ``wanted``, in their order."""
    longer, every = document.once(longer_words), document.once(shapes)
    spread = Counter(chain.from_iterable(longer))
    holders: dict[str, list[int]] = {}
    for i, words in enumerate(longer):
        for word in words:
            if 1 < spread[word] <= _COMMON:
                holders.setdefault(word, []).append(i)
    prose = [i for i, shape in enumerate(every) if shape.prose]
    opening: set[str] = set().union(*[longer[i] for i in prose[:_OPENING]])
    last = len(longer) - 1
    out: list[Echo] = []
    for i in range(last + 1) if wanted is None else wanted:
        words = longer[i]
        size = len(words) or 1
        contained = 0
        if words and every[i].words <= _LONGEST:
            others = Counter(chain.from_iterable(filter(None, map(holders.get, words))))
            del others[i]
            contained = max(others.values(), default=0)
        ahead = bisect_right(prose, i)
        out.append(Echo(
            words=len(words),
            previous=len(words & longer[i - 1]) / size if i else -1.0,
            following=len(words & longer[i + 1]) / size if i < last else -1.0,
            next_prose=len(words & longer[prose[ahead]]) / size if ahead < len(prose) else -1.0,
            opening=len(words & opening) / size,
            contained=contained / size,
            alone=list(map(spread.__getitem__, words)).count(1) / size,
        ))  # fmt: skip
    return out
