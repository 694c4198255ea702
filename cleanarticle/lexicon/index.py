"""Entries of a lexicon, found by the words of a line without trying each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from cleanarticle.lexicon.anchors import Stories, anchor_and_witness
from cleanarticle.lexicon.entry import Entry
from cleanarticle.lexicon.lines import Lines
from cleanarticle.lexicon.tokens import END, START

# Anchor -> witnesses, each with the numbers of the entries that they stand for: "our newsletter=3 17;=9". A table is
# text as long as nobody asks, because that costs least to load.
Table = Mapping[str, str]
_Gram = str | tuple[str, ...]
_Witnesses = tuple[tuple[str, dict[Entry, None]], ...]


class Index:
    """A lexicon's entries under their anchors, and those without any, which every line is tried with."""

    def __init__(self, table: Table, entries: Sequence[Entry], always: Sequence[Entry] = ()) -> None:
        pairs = {anchor: tuple(anchor.split(" ")) for anchor in table if " " in anchor}
        self._table: dict[_Gram, str] = {pairs.get(anchor, anchor): written for anchor, written in table.items()}
        self._pairs = frozenset(pairs.values())
        self._words = frozenset(table.keys() - pairs.keys())
        self._entries = entries
        self._always = dict.fromkeys(always)
        self._read: dict[_Gram, _Witnesses] = {}

    def candidates(self, lines: Lines) -> Iterator[tuple[int, Iterable[Entry]]]:
        """The lines that an entry may match, by their numbers, each with the entries that may."""
        for number, (words, held) in enumerate(zip(lines.words, lines.tokens, strict=True)):
            anchors: Iterable[_Gram] = self._pairs.intersection(zip((START, *words), (*words, END), strict=True))
            singles = self._words & held
            if not anchors and not singles:
                if self._always:
                    yield number, self._always
                continue
            found = self._always.copy()
            for anchor in chain(anchors, singles):
                for witness, entries in self._read.get(anchor) or self._witnesses(anchor):
                    if not witness or witness in held:
                        found.update(entries)
            if found:
                yield number, found

    def _witnesses(self, anchor: _Gram) -> _Witnesses:
        """The witnesses under an anchor, and the entries that each speaks for."""
        under = (witness.partition("=") for witness in self._table[anchor].split(";"))
        self._read[anchor] = tuple(
            (witness, dict.fromkeys(self._entries[int(number)] for number in numbers.split()))
            for witness, _, numbers in under
        )
        return self._read[anchor]


def index_of(entries: Iterable[Entry]) -> Index:
    """The index of entries."""
    anchored: list[Entry] = []
    always: list[Entry] = []
    for entry in entries:
        (always if entry.is_regex else anchored).append(entry)
    return Index(table_of(anchored), anchored, always)


def table_of(entries: Iterable[Entry], stories: Stories | None = None) -> dict[str, str]:
    """The anchors of entries, with their witnesses and the numbers of the entries; sorted."""
    stories = stories or Stories()
    table: dict[str, dict[str, dict[int, None]]] = {}
    for number, entry in enumerate(entries):
        for words in entry.readings:
            anchor, witness = anchor_and_witness(words, stories)
            table.setdefault(anchor, {}).setdefault(witness, {})[number] = None
    return {anchor: _written(table[anchor]) for anchor in sorted(table)}


def _written(witnesses: Mapping[str, Iterable[int]]) -> str:
    return ";".join(f"{witness}={' '.join(map(str, numbers))}" for witness, numbers in sorted(witnesses.items()))
