"""Entries of a lexicon: phrases of one kind, where in a line they stand, and how strong they are as evidence."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from cleanarticle.lexicon.grammar import Needs, translate
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
        needs: Sets of literals of which one must stand in a line whole; empty: every line is tried.
        firsts: The words that the phrase can begin with; None: any.
        is_regex: Whether ``phrase`` is a regular expression over folded text.
        site: The host name it is for; empty: all.
    """

    kind: str
    phrase: str
    place: str
    strength: str
    needs: Needs
    firsts: frozenset[str] | None = None
    is_regex: bool = False
    site: str = ""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression; made when a line first meets the needs, since most entries never do."""
        regex = self.phrase if self.is_regex else translate(self.phrase).regex
        return re.compile(PLACES[self.place] % regex, re.DOTALL)

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
    """Translate one phrase; raises PhraseError with the reason where it is malformed."""
    translation = translate(phrase)
    return Entry(kind, phrase, place, strength, translation.needs, translation.firsts, site=site)


def pattern_entry(kind: str, pattern: str, place: str, strength: str, site: str = "") -> Entry:
    """An entry from a regular expression of the user's own, tried on every line; raises re.error."""
    re.compile(pattern)
    return Entry(kind, pattern, place, strength, (), is_regex=True, site=site)


_Anchors = dict[str, list[tuple[frozenset[str], Entry]]]


class Index:
    """Entries, found by the words of a line without trying each."""

    def __init__(self, entries: Iterable[Entry], common: Collection[str] = ()) -> None:
        self._always: list[Entry] = []
        # Each entry stands under one literal of each need, the one least likely to stand in a line by chance: no common
        # word, and long. Phrases that open their line stand apart, under the words they can begin with. Most phrases
        # fill their line and cannot match a paragraph, so paragraphs have an index without them.
        self._opening: dict[str, _Anchors] = {}
        self._lines: _Anchors = {}
        self._paragraphs: _Anchors = {}
        for entry in entries:
            if not entry.needs:
                self._always.append(entry)
            for need in entry.needs:
                anchor = max(need, key=lambda word: (word not in common, len(word), word))
                if entry.place in _OPENING and entry.firsts is not None:
                    for first in entry.firsts:
                        self._opening.setdefault(first, {}).setdefault(anchor, []).append((need, entry))
                    continue
                self._lines.setdefault(anchor, []).append((need, entry))
                if entry.longest > _LINE:
                    self._paragraphs.setdefault(anchor, []).append((need, entry))

    def candidates(self, tokens: set[str], first: str, size: int) -> list[Entry]:
        """The entries that may match a line of this size with these tokens and this first one, each once."""
        found: list[Entry] = []
        for anchors in (self._opening.get(first, {}), self._lines if size <= _LINE else self._paragraphs):
            for anchor in anchors.keys() & tokens:
                found += [entry for need, entry in anchors[anchor] if need <= tokens and entry.longest >= size]
        return [*dict.fromkeys(found), *self._always]


# Places of phrases that a line begins with, and how long a line, in characters, is not yet looked at as a paragraph.
_OPENING = ("whole", "start", "lead")
_LINE = 160
