"""The story's title above the story: again, truncated, or glued to its section.

The title is metadata, not body. A line is taken for it when the page or the caller says so, when it is printed twice
before the story, or when it stands first and is no sentence. A subhead inside the story is never the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleanarticle.document import Block, Document
from cleanarticle.features.place import run
from cleanarticle.features.repetition import key, keys, repeats
from cleanarticle.features.shape import shapes
from cleanarticle.heuristics.base import DECISIVE, finding
from cleanarticle.result import Finding

# A line this long, in words, may be a title; longer ones are text.
_LONGEST = 30
# As much of the title, in letters, tells a truncated one.
_SHORTEST_PREFIX = 16
_CUT = ("...", "…")


def title_echo(document: Document) -> Iterator[Finding]:
    """The title that the page or the caller names, printed again."""
    title = key(document.facts.title)
    if len(title) < _SHORTEST_PREFIX // 2:
        return
    head = max(document.once(run).first, 1)
    for block, own, shape in zip(document.blocks, document.once(keys), document.once(shapes), strict=True):
        if shape.words > 2 * _LONGEST or not own:
            continue
        if own == title and (block.index <= head or len(own) >= _SHORTEST_PREFIX):
            yield finding(block, "headline", "", "is the page's title", DECISIVE)
        elif (
            len(own) >= _SHORTEST_PREFIX
            and title.startswith(own)
            and (block.index <= head or block.text.endswith(_CUT))
        ):
            yield finding(block, "headline", "", "is the beginning of the page's title", DECISIVE)


def title_twice(document: Document) -> Iterator[Finding]:
    """A line before the story that is printed twice there, or once more with its section glued to it."""
    head = _head(document)
    every, counts = document.once(keys), document.once(repeats)
    for block in head:
        own = every[block.index]
        if len(own) < _SHORTEST_PREFIX:
            continue
        if counts[block.index]:
            yield finding(block, "headline", "title.twice", "a title-like line that is printed twice")
        elif any(
            own != every[other.index]
            and len(every[other.index]) >= _SHORTEST_PREFIX
            and (
                own.endswith(every[other.index])
                or every[other.index].endswith(own)
                or every[other.index].startswith(own)
            )
            for other in head
        ):
            reason = "a title-like line that is printed twice, once with more"
            yield finding(block, "headline", "title.nearly_twice", reason)


def title_first(document: Document) -> Iterator[Finding]:
    """A title-like line that opens the text."""
    for rank, block in enumerate(_head(document)):
        yield finding(block, "headline", f"title.head{min(rank, 3)}", "a title-like line before the story")


def _head(document: Document) -> list[Block]:
    """The lines before the first prose that may be titles, at most a dozen."""
    first = document.once(run).first
    every = document.once(shapes)
    return [
        block
        for block in document.blocks[: max(first, 0)][:24]
        if 3 <= every[block.index].words <= _LONGEST
        and every[block.index].last not in ".:"
        and not every[block.index].link
    ][:12]


_GLUED = re.compile(r"[^\W\d_]*[a-zà-ÿ](?=[A-Z‘“\"'À-Þ0-9])")
_CAMEL = re.compile(
    r"(?:Mc|Mac|De|Di|La|Le|Van|i|e|You|Face|Linked|Tik|Whats|Pay|Black|Git|Word|Share|Power|Micro|Sky|Fed)[A-Z]"
)


def glued_kicker(document: Document) -> Iterator[Finding]:
    """A section's name glued to a title, as in ``NewsMinister resigns``."""
    every = document.once(shapes)
    for block in document.blocks:
        shape = every[block.index]
        word = block.text.partition(" ")[0]
        if (
            3 <= shape.words <= _LONGEST
            and not shape.prose
            and not _CAMEL.match(word)
            and _GLUED.match(word)
            and not shape.link
        ):
            yield finding(block, "headline", "title.kicker", "a section's name is glued to its front")
