"""Lines of signs and numbers: players' times, counters, addresses, separators."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleanarticle.document import Document
from cleanarticle.features.shape import shapes
from cleanarticle.heuristics.base import DECISIVE, WEAK, finding
from cleanarticle.result import Finding

_PLAYER = re.compile(r"\W*\d{1,2}:\d\d(?::\d\d)?(?:\s*[/|-]\s*\d{1,2}:\d\d(?::\d\d)?)?\W*")
_COUNT = re.compile(r"\W*\d[\d.,]*\s?[KkMm]?\W*")
_ADDRESS = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{2,20}){1,3}|\[email.protected\]"
    r"|(?:https?://|www\.)\S+|@\w+|\+?[\d ()/-]{7,20}"
)


def player_time(document: Document) -> Iterator[Finding]:
    """A player's clock, as in ``0:00 / 1:23``."""
    for block in document.blocks:
        if block.end - block.start < 24 and _PLAYER.fullmatch(block.text):
            sure = DECISIVE if "/" in block.text else WEAK
            yield finding(block, "widget", "marks.clock", "is a player's clock", sure)


def counter(document: Document) -> Iterator[Finding]:
    """A line that is one number, or has no letter or digit at all."""
    for block in document.blocks:
        if block.end - block.start < 12 and _COUNT.fullmatch(block.text):
            yield finding(block, "widget", "marks.number", "is nothing but a number")
        elif block.end - block.start < 60 and not any(map(str.isalnum, block.text)):
            yield finding(block, "widget", "marks.signs", "has no letters")


def address(document: Document) -> Iterator[Finding]:
    """A line that shows an e-mail address, a handle or a URL, and little else."""
    for block, shape in zip(document.blocks, document.once(shapes), strict=True):
        if shape.link and shape.words <= 12:
            rest = _ADDRESS.sub("", block.text)
            alone = sum(map(str.isalpha, rest)) <= 12
            yield finding(block, "contact", "marks.address" if alone else "marks.address_in_line",
                          "shows an address and little else")  # fmt: skip
