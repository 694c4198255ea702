"""Where else a block's words stand: in the next block, in the opening, all together in one other block, or nowhere.

A subhead shares words with the paragraph under it, a deck with the opening, a pulled quote with one paragraph; the
headline of another story shares them with nothing.
"""

from __future__ import annotations

from collections import Counter
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


def echoes(document: Document) -> tuple[Echo, ...]:
    """The echo of every block."""
    longer, every = document.once(longer_words), document.once(shapes)
    count = len(longer)
    spread = Counter(chain.from_iterable(longer))
    holders: dict[str, list[int]] = {}
    for i, words in enumerate(longer):
        for word in words:
            if 1 < spread[word] <= _COMMON:
                holders.setdefault(word, []).append(i)
    opening: set[str] = set().union(*[longer[i] for i in range(count) if every[i].prose][:_OPENING])
    out: list[Echo] = []
    ahead = -1
    for i in range(count - 1, -1, -1):
        words = longer[i]
        size = len(words) or 1
        contained = 0
        if words and every[i].words <= _LONGEST:
            others = Counter(j for word in words for j in holders.get(word, ()) if j != i)
            contained = max(others.values(), default=0)
        out.append(Echo(
            words=len(words),
            previous=len(words & longer[i - 1]) / size if i else -1.0,
            following=len(words & longer[i + 1]) / size if i + 1 < count else -1.0,
            next_prose=len(words & longer[ahead]) / size if ahead >= 0 else -1.0,
            opening=len(words & opening) / size,
            contained=contained / size,
            alone=sum(spread[word] == 1 for word in words) / size,
        ))  # fmt: skip
        if every[i].prose:
            ahead = i
    out.reverse()
    return tuple(out)
