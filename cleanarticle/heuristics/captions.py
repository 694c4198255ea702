"""Picture captions, told by the credit they end with: ``Leaders meet in Rome (AP)``, ``… / AFP via Getty Images``.

Not a paragraph that closes with its reporter's or agency's mark after a finished sentence: there only the mark is
residue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cleanarticle.document import Document
from cleanarticle.features.shape import shapes
from cleanarticle.heuristics.base import DECISIVE, finding
from cleanarticle.lexicon.agencies import marks
from cleanarticle.result import Finding

# How sure it is that a mark behind a finished sentence is the agency's or the reporter's.
_MARK = 0.95
_FINISHED = (".", "!", "?", "…", "”", '"', "»")
_LONGEST = 70
# As much of a line's end is looked at, in characters.
_END = 160


@cache
def _bracket() -> re.Pattern[str]:
    """A bracket at the end that opens with a word for a picture, or names an agency."""
    return re.compile(
        r"[(\[]\s*(?:(?:Photo|Image|Foto|Bild|Picture|Pic|Credit|Source|Quelle)\b[^()\[\]]{0,80}"
        rf"|[^()\[\]]{{0,60}}\b{marks()}\b[^()\[\]]{{0,40}})[)\]]\W*\Z"
    )


@cache
def _tail() -> re.Pattern[str]:
    """At the end: an agency behind a slash, a bar or "via"; anybody behind ©; a name in capitals behind a sentence."""
    return re.compile(
        rf"(?:[/|©•—–-]|\bvia|\bfor|\bby)\s*(?:[^.!?\n]{{0,40}}\b)?{marks()}"
        r"(?:\s(?:Images?|Photo|via [\w ]{2,20}))?\W*\Z"
        r"|©\s?[^.!?\n]{2,50}\Z"
        r"|[.!?]\s[|—–-]?\s?(?:[A-ZÀ-Þ][A-ZÀ-Þ.'-]+\s?){2,5}(?:(?:POUR|FOR|FÜR|PER|PARA)\s.{2,40})?\Z"
    )


def caption_credit(document: Document) -> Iterator[Finding]:
    """A line that is no finished sentence and ends with a picture's credit."""
    for block, shape in zip(document.blocks, document.once(shapes), strict=True):
        bracketed = block.text[-1] in ")]"
        if shape.words > _LONGEST or shape.words < 2 or (shape.terminal and not bracketed):
            continue
        end = block.text[-_END:]
        if bracketed and (found := _bracket().search(end)) is not None:
            finished = end[: found.start()].rstrip().endswith(_FINISHED)
            if finished:
                yield finding(block, "caption", "caption.credit_after_sentence", "ends with a credit in brackets")
                start = block.end - len(end) + found.start()
                yield Finding(start, block.end, "credit", _MARK, "an agency's mark behind a finished sentence")
            else:
                yield finding(block, "caption", "caption.credit", "ends with a picture's credit in brackets", DECISIVE)
        elif not shape.terminal and _may_be_credit(end) and _tail().search(end) is not None:
            yield finding(block, "caption", "caption.credit", "ends with a picture's credit")


def _may_be_credit(end: str) -> bool:
    """Whether a line's end may be somebody's name or a file picture's word: most are not, and looking costs."""
    last = end.split()[-1].lstrip("([/|-–—")
    return "©" in end or not last[:1].islower() or last.rstrip(")]").startswith(("arch", "photo"))
