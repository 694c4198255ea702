"""Picture captions, told by the credit they end with: ``Leaders meet in Rome (AP)``, ``… / AFP via Getty Images``.

Not a paragraph that closes with its reporter's or agency's mark after a finished sentence: there only the mark is residue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleanarticle.document import Document
from cleanarticle.features.shape import shapes
from cleanarticle.heuristics.base import DECISIVE, finding
from cleanarticle.result import Finding

_AGENCY = (
    r"AP|AFP|EPA|EFE|dpa|DPA|ANI|PTI|IANS|UPI|PA|AAP|ANP|APA|ANSA|LaPresse|TT|NTB|MTI|PAP|ČTK|CTK|STT|Lehtikuva|Ritzau|Scanpix|Belga|Keystone|"
    r"Reuters|REUTERS|Bloomberg|Getty|Getty Images|Shutterstock|iStock|Alamy|Imago|IMAGO|picture alliance|Unsplash|Pexels|Pixabay|Xinhua|"
    r"Kyodo|Yonhap|TASS|ТАСС|РИА Новости|Tass|Anadolu|AA|DHA|İHA|Press Association|Associated Press|Agence France-Presse|Wikimedia Commons|"
    r"Adobe Stock|Depositphotos|Zuma|Sipa|Courtesy|Handout|File|file photo|Archiv|Symbolbild|archivo|archive|Archivbild"
)
# A bracket at the end that opens with an agency, or a name behind a slash, a bar or ©.
_BRACKET = re.compile(
    rf"[(\[]\s*(?:(?:Photo|Image|Foto|Bild|Picture|Pic|Credit|Source|Quelle)\b[^()\[\]]{{0,80}}|[^()\[\]]{{0,60}}\b(?:{_AGENCY})\b[^()\[\]]{{0,40}})[)\]]\W*\Z"
)
_TAIL = re.compile(
    rf"(?:[/|©•—–-]|\bvia|\bfor|\bby)\s*(?:[^.!?\n]{{0,40}}\b)?(?:{_AGENCY})(?:\s(?:Images?|Photo|via [\w ]{{2,20}}))?\W*\Z|©\s?[^.!?\n]{{2,50}}\Z|[.!?]\s[|—–-]?\s?(?:[A-ZÀ-Þ][A-ZÀ-Þ.'-]+\s?){{2,5}}(?:(?:POUR|FOR|FÜR|PER|PARA)\s.{{2,40}})?\Z"
)
# How sure it is that a mark behind a finished sentence is the agency's or the reporter's.
_MARK = 0.95
_FINISHED = (".", "!", "?", "…", "”", '"', "»")
_LONGEST = 70
# As much of a line's end is looked at, in characters.
_END = 160


def caption_credit(document: Document) -> Iterator[Finding]:
    """A line that is no finished sentence and ends with a picture's credit."""
    for block, shape in zip(document.blocks, document.once(shapes), strict=True):
        if shape.words > _LONGEST or shape.words < 2:
            continue
        end = block.text[-_END:]
        if end[-1] in ")]" and (found := _BRACKET.search(end)) is not None:
            finished = end[: found.start()].rstrip().endswith(_FINISHED)
            if finished:
                yield finding(block, "caption", "caption.credit_after_sentence", "ends with a credit in brackets")
                start = block.end - len(end) + found.start()
                yield Finding(start, block.end, "credit", _MARK, "an agency's mark behind a finished sentence")
            else:
                yield finding(block, "caption", "caption.credit", "ends with a picture's credit in brackets", DECISIVE)
        elif not shape.terminal and _TAIL.search(end) is not None:
            yield finding(block, "caption", "caption.credit", "ends with a picture's credit")
