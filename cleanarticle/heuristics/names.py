"""Lines that are nothing but a name: the author's, above or below the story.

Not the name of a speaker in an interview, a subhead or a list item: only its place tells these apart, so a bare name is
weak evidence. A name that the page gives as its author's is strong.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleanarticle.document import Document
from cleanarticle.features.repetition import key, keys
from cleanarticle.features.shape import shapes
from cleanarticle.heuristics.base import DECISIVE, finding
from cleanarticle.lexicon.slots import is_name
from cleanarticle.result import Finding

_LONGEST = 5
# As many letters beside the name leave room for a label such as "Written by".
_LABEL = 10


def author_echo(document: Document) -> Iterator[Finding]:
    """The authors that the page names, on a line of their own."""
    authors = [author for author in map(key, document.facts.authors) if len(author) > 3]
    if not authors:
        return
    for block, own, shape in zip(document.blocks, document.once(keys), document.once(shapes), strict=True):
        if shape.words > 4 * _LONGEST or shape.prose:
            continue
        named = [author for author in authors if author in own]
        if named and len(own) <= sum(map(len, named)) + _LABEL:
            yield finding(block, "byline", "", "is the page's author", DECISIVE)


def name_line(document: Document) -> Iterator[Finding]:
    """A line of two to five capitalised words and nothing else."""
    for block, shape in zip(document.blocks, document.once(shapes), strict=True):
        if (
            2 <= shape.words <= _LONGEST
            and not shape.terminal
            and not shape.digits
            and shape.capitals >= 0.5
            and is_name(block.text)
        ):
            yield finding(block, "byline", "name.line", "is nothing but a name")
