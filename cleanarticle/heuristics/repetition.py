"""Lines that repeat other text of the article: teasers, pull quotes, a prompt printed twice.

Not a refrain or a list's recurring line inside the story: a repeat is weak evidence, its place decides.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleanarticle.document import Document
from cleanarticle.features.repetition import quoted_elsewhere, repeats, truncated
from cleanarticle.features.shape import shapes
from cleanarticle.heuristics.base import DECISIVE, WEAK, finding
from cleanarticle.result import Finding


def repeated(document: Document) -> Iterator[Finding]:
    """A line that stands in the text more than once."""
    every = document.once(shapes)
    for block, count in zip(document.blocks, document.once(repeats), strict=True):
        if count:
            size = "prose" if every[block.index].prose else "line"
            yield finding(block, "duplicate", f"repeat.{size}", "stands in the text more than once")


def teaser(document: Document) -> Iterator[Finding]:
    """The truncated beginning of a longer paragraph of the text."""
    for block, found in zip(document.blocks, document.once(truncated), strict=True):
        if found:
            cut = "cut" if block.text.rstrip("]) ").endswith(("...", "…")) else "whole"
            sure = DECISIVE if cut == "cut" else WEAK
            yield finding(block, "duplicate", f"repeat.teaser.{cut}", "is the beginning of a longer paragraph", sure)


def pull_quote(document: Document) -> Iterator[Finding]:
    """A sentence of the story, printed once more by itself."""
    for block, found, shape in zip(
        document.blocks, document.once(quoted_elsewhere), document.once(shapes), strict=True
    ):
        if found:
            sure = DECISIVE if shape.words >= _SENTENCE else WEAK
            yield finding(block, "duplicate", "repeat.quote", "repeats a sentence of another paragraph", sure)


# Fewer words may be a heading that the text takes up.
_SENTENCE = 8
