"""Lines that are nothing but a date or a time, alone or with a label.

Not a dateline that opens a paragraph, nor an entry of a timeline or a live blog: those stand among their prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleanarticle.document import Document
from cleanarticle.features.shape import shapes
from cleanarticle.heuristics.base import finding
from cleanarticle.lexicon.slots import is_date
from cleanarticle.result import Finding

_PART = re.compile(r"\s*[|•·–—/,()\[\]]\s*|\s-\s|:\s")
_LONGEST = 90
# More words than this are no date by themselves, and with a full stop a sentence.
_SENTENCE = 12


def date_line(document: Document) -> Iterator[Finding]:
    """A line that is a date, or parts by separators of which one is."""
    for block, shape in zip(document.blocks, document.once(shapes), strict=True):
        if shape.digits == 0.0 or block.end - block.start > _LONGEST:
            continue
        if shape.terminal and shape.words > _SENTENCE:
            continue
        if shape.words <= _SENTENCE and is_date(block.text):
            yield finding(block, "timestamp", "date.whole", "is nothing but a date", captures=(("DATE", block.text),))
            continue
        parts = [part for part in _PART.split(block.text) if part.strip()]
        dated = [part for part in parts if is_date(part)]
        if dated and len(parts) <= 6:
            first = is_date(parts[0])
            signal = "date.first" if first else "date.part"
            yield finding(block, "timestamp" if first else "byline", signal, "holds a date between separators",
                          captures=(("DATE", dated[0]),))  # fmt: skip
