"""Guards: what may turn a removal down, because a lost sentence costs more than ten left-over lines.

Each guard looks at one candidate, or at all of them together, and names the reason; a declined removal stays in
``result.declined`` with it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from cleanarticle.document import Document
from cleanarticle.features.shape import shapes

# The longer a block, the surer it must be, for losing it costs its words: past this length, in words, the odds asked
# for grow with this power of it. At a threshold of 0.5 a line of ten words must be 0.72 sure, a paragraph of 50 0.83.
FREE_WORDS = 1
GROWTH = 0.4
# Running text between paragraphs that stay must be this sure.
INNER_CONFIDENCE = 0.9
# The same for a page, whose layout tells the story from the rest better than words alone do.
PAGE_CONFIDENCE = 0.5
# So many items in a row are a list, and its items must be this sure where nothing around them tells what it is.
LIST_ITEMS = 3
LIST_CONFIDENCE = 0.8
# More than this share of all running text is not taken out on weighed evidence.
MOST_PROSE = 0.6


@dataclass(frozen=True, slots=True)
class Candidate:
    """A block that may go: its index, how sure that is, and whether one finding settles it by itself."""

    index: int
    confidence: float
    settled: bool


def vetoes(
    document: Document, candidates: Sequence[Candidate], glued: Collection[int] = (), threshold: float = 0.5
) -> dict[int, tuple[str, str]]:
    """The candidates that must stay: block index -> guard and reason; ``glued`` are blocks that lose only a part."""
    if document.page is not None:
        return _page_vetoes(document, candidates)
    every = document.once(shapes)
    if is_markup(document):
        return {c.index: ("markup", "the text is HTML; clean_html reads it") for c in candidates}
    if len(document.blocks) == 1:
        return {c.index: ("only-block", "it is all there is") for c in candidates}
    if not any(shape.prose for shape in every):
        return {c.index: ("no-prose", "the text has no running prose to tell a story by") for c in candidates}
    listed = _listed(document, {c.index for c in candidates if c.settled})
    vetoed = {c.index: _GLUED for c in candidates if not c.settled and c.index in glued}
    vetoed |= {
        c.index: _LIST for c in candidates if not c.settled and c.confidence < LIST_CONFIDENCE and c.index in listed
    }
    vetoed |= {
        c.index: _LENGTH for c in candidates if not c.settled and c.confidence < needed(every[c.index].words, threshold)
    }
    story = _between(document, {c.index for c in candidates if c.index not in vetoed})
    vetoed |= {
        c.index: _INSIDE
        for c in candidates
        if not c.settled and c.index not in vetoed and _inner(c, story) and every[c.index].prose
    }
    vetoed |= _too_much(document, [c for c in candidates if c.index not in vetoed])
    if len(vetoed.keys() | {c.index for c in candidates}) == len(document.blocks) and not vetoed:
        return {c.index: ("nothing-left", "nothing of the text would be left") for c in candidates}
    return vetoed


def _page_vetoes(document: Document, candidates: Sequence[Candidate]) -> dict[int, tuple[str, str]]:
    """What must stay of a page, where its layout has been weighed with the words: running text, unless that is sure."""
    every = document.once(shapes)
    if len(candidates) == len(document.blocks):
        return {c.index: ("nothing-left", "nothing of the page would be left") for c in candidates}
    unsure = (c.index for c in candidates if not c.settled and c.confidence < PAGE_CONFIDENCE and every[c.index].prose)
    return dict.fromkeys(unsure, _INSIDE)


def needed(words: int, threshold: float) -> float:
    """How sure a block of so many words must be to go, 0 to 1."""
    if words <= FREE_WORDS or threshold == 0.0:
        return threshold
    odds = threshold * float((words / FREE_WORDS) ** GROWTH)
    return odds / (odds + 1 - threshold)


def is_markup(document: Document) -> bool:
    """Whether the text is a page's markup: its lines are no lines of an article."""
    return _MARKUP.match(document.text) is not None


_MARKUP = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype|html|head|body|div|article|section|p|h1|table)\b",
    re.I | re.S,
)
_GLUED = ("glued", "only the part that is glued to the story's sentence goes")
_LIST = ("list", "a list of the story needs stronger evidence")
_INSIDE = ("prose", "running text amid the story needs stronger evidence")
_LENGTH = ("length", "the longer a block, the stronger the evidence must be")


def _inner(candidate: Candidate, story: range) -> bool:
    return candidate.confidence < INNER_CONFIDENCE and candidate.index in story


def _between(document: Document, going: Collection[int]) -> range:
    """From the first to the last running text that is sure to stay."""
    kept = [i for i, shape in enumerate(document.once(shapes)) if shape.prose and i not in going]
    return range(kept[0], kept[-1] + 1) if kept else range(0)


def _listed(document: Document, settled: AbstractSet[int]) -> set[int]:
    """The items of lists that no settled line stands right above: ingredients, steps, references, a sheet of data."""
    items = [not shape.prose and (shape.bullet or _LABELLED.match(block.text) is not None)
             for block, shape in zip(document.blocks, document.once(shapes), strict=True)]  # fmt: skip
    found: set[int] = set()
    start = 0
    while start < len(items):
        end = start
        while end < len(items) and items[end]:
            end += 1
        if end - start >= LIST_ITEMS and settled.isdisjoint((start - 2, start - 1)):
            found.update(range(start, end))
        start = max(end, start + 1)
    return found


# A label, a colon, and what it labels: a line of a data sheet.
_LABELLED = re.compile(r"[^\W\d_][^:.!?]{1,30}: \S")


def _too_much(document: Document, candidates: Sequence[Candidate]) -> dict[int, tuple[str, str]]:
    every = document.once(shapes)
    prose = sum(shape.words for shape in every if shape.prose)
    going = [c for c in candidates if every[c.index].prose]
    if sum(every[c.index].words for c in going) <= MOST_PROSE * prose:
        return {}
    reason = ("too-much", f"more than {MOST_PROSE:.0%} of the running text would go")
    return {c.index: reason for c in going if not c.settled}
