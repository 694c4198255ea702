"""Entries of a lexicon: phrases of one kind, where in a line they stand, and how strong they are as evidence."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from cleanarticle.lexicon.anchors import reading_words
from cleanarticle.lexicon.grammar import translate
from cleanarticle.lexicon.slots import SLOTS
from cleanarticle.lexicon.tokens import WORD_CHARS

# What may surround a phrase that must fill its line: bullets, arrows, emoji, punctuation.
_JUNK_LENGTH = 12
_JUNK = rf"[^{WORD_CHARS}]{{0,{_JUNK_LENGTH}}}"
_SLOT = re.compile(r"\{([A-Z]+)\}")
_SENTENCE_END = r"[.!?…。！？؟।”\"'’)\]»:]"
# What goes with a part that is cut out of its line: never a quotation mark, which may be the story's.
_LOOSE = r"[\s|•·–—\-→▶►>*]{0,12}"

# Where in its line a phrase stands -> its expression. `lead` and `tail` are the residue by themselves and may leave the
# rest of their line in place; for the others the whole line is meant.
PLACES: Mapping[str, str] = {
    "whole": rf"\A{_JUNK}(?:%s){_JUNK}\Z",
    "start": rf"\A{_JUNK}(?:%s)",
    "end": rf"(?:%s){_JUNK}\Z",
    "inside": r"(?:%s)",
    "lead": rf"\A(?P<cut>[\(\[]?{_LOOSE}(?:%s)[\)\]]?{_LOOSE})",
    "tail": rf"(?:\A|(?<={_SENTENCE_END})|(?<={_SENTENCE_END}\s))(?P<cut>{_LOOSE}[\(\[]?(?:%s){_JUNK})\Z",
}
PARTIAL_PLACES = ("lead", "tail")
STRENGTHS = ("decisive", "weak")


@dataclass(frozen=True, eq=False)
class Entry:
    """One phrase of a lexicon, or one regular expression of a user's, ready to match.

    Attributes:
        kind: The kind of residue it tells.
        phrase: The phrase, in the language of grammar.py; or the expression.
        place: Where in its line it stands, a key of PLACES.
        strength: ``decisive`` settles a line by itself, ``weak`` is weighed with other evidence.
        is_regex: Whether ``phrase`` is a regular expression over folded text.
        site: The host name it is for; empty: all.
    """

    kind: str
    phrase: str
    place: str
    strength: str
    is_regex: bool = False
    site: str = ""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression; made when a line first has an anchor of it, since most entries never are tried."""
        regex = self.phrase if self.is_regex else translate(self.phrase)
        return re.compile(PLACES[self.place] % regex, re.DOTALL)

    @cached_property
    def readings(self) -> tuple[tuple[str, ...], ...]:
        """The words of each reading of the phrase; raises PhraseError."""
        return reading_words(self.phrase, self.place)

    @cached_property
    def longest(self) -> int:
        """The longest line, in characters, that the entry can match, roughly; no less than it is."""
        if self.place != "whole" or self.is_regex:
            return sys.maxsize
        slots = sum(SLOTS[name].longest for name in _SLOT.findall(self.phrase))
        return 2 * _JUNK_LENGTH + len(self.phrase) + slots

    @cached_property
    def _slots(self) -> tuple[tuple[str, str], ...]:
        names = ((group, group.rpartition("_")[0]) for group in self.pattern.groupindex)
        return tuple((group, slot) for group, slot in names if slot in SLOTS)

    def match(self, folded: str, original: str, offset: int = 0) -> Match | None:
        """Match against a line, given folded and as it is; None where it does not match or a slot's check fails.

        ``offset`` is added to where the match stands: for a line that is the end of a longer one.
        """
        found = self.pattern.search(folded)
        if found is None:
            return None
        captures = []
        for group, slot in self._slots:
            start, end = found.span(group)
            if start < 0:
                continue
            if not SLOTS[slot].check(original[start:end]):
                return None
            captures.append((slot, original[start:end].strip()))
        start, end = found.span("cut") if self.place in PARTIAL_PLACES else found.span()
        return Match(self, start + offset, end + offset, tuple(captures))


class Match(NamedTuple):
    """Where an entry matched in a line, and what its slots caught."""

    entry: Entry
    start: int
    end: int
    captures: tuple[tuple[str, str], ...]


def make_entry(kind: str, phrase: str, place: str, strength: str, site: str = "") -> Entry:
    """An entry from a phrase; raises PhraseError with the reason where it is malformed or has nothing to find it by."""
    entry = Entry(kind, phrase, place, strength, site=site)
    _ = entry.readings
    return entry


def pattern_entry(kind: str, pattern: str, place: str, strength: str, site: str = "") -> Entry:
    """An entry from a regular expression of the user's own, tried on every line; raises re.error."""
    re.compile(pattern)
    return Entry(kind, pattern, place, strength, is_regex=True, site=site)
