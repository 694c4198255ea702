"""Entries of a lexicon: phrases of one kind, where in a line they stand, and how strong they are as evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from cleanarticle.lexicon.grammar import Needs, translate
from cleanarticle.lexicon.slots import SLOTS
from cleanarticle.lexicon.tokens import WORD_CHARS

# What may surround a phrase that must fill its line: bullets, arrows, emoji, punctuation.
_JUNK = rf"[^{WORD_CHARS}]{{0,12}}"
_SENTENCE_END = r"[.!?…。！？؟।”\"'’)\]»:]"

# Where in its line a phrase stands -> its expression. `lead` and `tail` are the residue by themselves and may leave the
# rest of their line in place; for the others the whole line is meant.
PLACES: Mapping[str, str] = {
    "whole": rf"\A{_JUNK}(?:%s){_JUNK}\Z",
    "start": rf"\A{_JUNK}(?:%s)",
    "end": rf"(?:%s){_JUNK}\Z",
    "inside": r"(?:%s)",
    "lead": rf"\A(?P<cut>{_JUNK}(?:%s){_JUNK})",
    "tail": rf"(?:\A|(?<={_SENTENCE_END})|(?<={_SENTENCE_END}\s))(?P<cut>{_JUNK}(?:%s){_JUNK})\Z",
}
STRENGTHS = ("decisive", "weak")

# Phrases are short and stand at the ends of a line: what is looked at of a line, in characters, from each end.
WINDOW = 400


@dataclass(frozen=True)
class Entry:
    """One phrase of a lexicon, ready to match."""

    kind: str
    phrase: str
    place: str
    strength: str
    regex: str
    needs: Needs
    site: str = ""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression; made when a line first meets the needs, since most entries never do."""
        return re.compile(PLACES[self.place] % self.regex, re.DOTALL)

    @cached_property
    def _checks(self) -> tuple[tuple[str, str], ...]:
        return tuple((group, group.rpartition("_")[0]) for group in self.pattern.groupindex if group != "cut")

    def match(self, folded: str, original: str) -> Match | None:
        """Match against a line, given folded and as it is; None where it does not match or a slot's check fails."""
        found = self.pattern.search(folded)
        if found is None:
            return None
        captures = []
        for group, slot in self._checks:
            start, end = found.span(group)
            if start < 0:
                continue
            if not SLOTS[slot].check(original[start:end]):
                return None
            captures.append((slot, original[start:end].strip()))
        start, end = found.span("cut") if self.place in ("lead", "tail") else found.span()
        return Match(self, start, end, tuple(captures))


@dataclass(frozen=True, slots=True)
class Match:
    """Where an entry matched in a line, and what its slots caught."""

    entry: Entry
    start: int
    end: int
    captures: tuple[tuple[str, str], ...]


def make_entry(kind: str, phrase: str, place: str, strength: str, site: str = "") -> Entry:
    """Translate one phrase; raises PhraseError with the reason where it is malformed."""
    translation = translate(phrase)
    return Entry(kind, phrase, place, strength, translation.regex, translation.needs, site)


def pattern_entry(kind: str, pattern: str, place: str, strength: str, site: str = "") -> Entry:
    """An entry from a regular expression of the user's own, tried on every line; raises re.error."""
    re.compile(pattern)
    return Entry(kind, pattern, place, strength, pattern, (), site)


def by_anchor(entries: Iterable[Entry]) -> dict[str, list[tuple[frozenset[str], Entry]]]:
    """Index entries by the longest literal of each of their needs: the one least likely to stand in a line."""
    index: dict[str, list[tuple[frozenset[str], Entry]]] = {}
    for entry in entries:
        for need in entry.needs:
            index.setdefault(max(need, key=lambda word: (len(word), word)), []).append((need, entry))
    return index
