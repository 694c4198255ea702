"""Picture captions, told by the credit they end with: ``Leaders meet in Rome (AP)``, ``… / AFP via Getty Images``.

Not a paragraph that closes with its reporter's or agency's mark after a finished sentence: there only the mark is residue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from cleanarticle.document import Document
from cleanarticle.features.shape import shapes
from cleanarticle.heuristics.base import DECISIVE, finding
from cleanarticle.result import Finding

_AGENCIES = "agencies.txt"
# A bracket at the end that opens with an agency, or a name behind a slash, a bar or ©.
_BRACKET = (
    r"[(\[]\s*(?:"
    r"(?:Photo|Image|Foto|Bild|Picture|Pic|Credit|Source|Quelle)\b[^()\[\]]{{0,80}}"
    r"|[^()\[\]]{{0,60}}\b(?:{agency})\b[^()\[\]]{{0,40}}"
    r")[)\]]\W*\Z"
)
_TAIL = (
    r"(?:[/|©•—–-]|\bvia|\bfor|\bby)\s*(?:[^.!?\n]{{0,40}}\b)?(?:{agency})(?:\s(?:Images?|Photo|via [\w ]{{2,20}}))?\W*\Z"
    r"|©\s?[^.!?\n]{{2,50}}\Z"
    r"|[.!?]\s[|—–-]?\s?(?:[A-ZÀ-Þ][A-ZÀ-Þ.'-]+\s?){{2,5}}(?:(?:POUR|FOR|FÜR|PER|PARA)\s.{{2,40}})?\Z"
)
# How sure it is that a mark behind a finished sentence is the agency's or the reporter's.
_MARK = 0.95
_FINISHED = (".", "!", "?", "…", "”", '"', "»")
_LONGEST = 70
# As much of a line's end is looked at, in characters.
_END = 160


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """``_BRACKET`` and ``_TAIL`` with the agencies of ``agencies.txt``; the longest first, as some begin like others."""
    lines = files("cleanarticle.heuristics").joinpath(_AGENCIES).read_text("utf8").splitlines()
    names = sorted((line for line in lines if line and not line.startswith("#")), key=len, reverse=True)
    agency = "|".join(map(re.escape, names))
    return re.compile(_BRACKET.format(agency=agency)), re.compile(_TAIL.format(agency=agency))


def caption_credit(document: Document) -> Iterator[Finding]:
    """A line that is no finished sentence and ends with a picture's credit."""
    bracket, tail = _patterns()
    for block, shape in zip(document.blocks, document.once(shapes), strict=True):
        if shape.words > _LONGEST or shape.words < 2:
            continue
        end = block.text[-_END:]
        if end[-1] in ")]" and (found := bracket.search(end)) is not None:
            finished = end[: found.start()].rstrip().endswith(_FINISHED)
            if finished:
                yield finding(block, "caption", "caption.credit_after_sentence", "ends with a credit in brackets")
                start = block.end - len(end) + found.start()
                yield Finding(start, block.end, "credit", _MARK, "an agency's mark behind a finished sentence")
            else:
                yield finding(block, "caption", "caption.credit", "ends with a picture's credit in brackets", DECISIVE)
        elif not shape.terminal and tail.search(end) is not None:
            yield finding(block, "caption", "caption.credit", "ends with a picture's credit")
