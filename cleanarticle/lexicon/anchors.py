r"""Which lines a phrase is worth trying on: those that hold certain words, side by side.

A phrase is spelled out into its *readings*: what it can match, with a gap wherever anything may stand. The *grams* of a
reading are its words and its pairs of neighbouring words; the ends of the line count as words where the phrase stands
there. Of each reading the gram that is least likely in a line of a story is its *anchor*, and the least likely word of
the rest its *witness*. A line that does not hold both cannot match, and to look up all words and pairs of a text among
the anchors of ten thousand readings is one intersection of sets.

For ``(sign|log) up to our {WORDS} newsletter`` at the start of a line::

    reading                            anchor     witness
    ^ sign up to our … newsletter      "^ sign"   "newsletter"
    ^ log up to our … newsletter       "^ log"    "newsletter"
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from math import log

from cleanarticle.lexicon.fold import fold
from cleanarticle.lexicon.grammar import (
    Group,
    Node,
    PhraseError,
    SlotRef,
    Space,
    Text,
    is_bounded,
    parse,
    space_is_optional,
)
from cleanarticle.lexicon.tokens import END, START, UNSPACED, WORD_CHARS, words_of

# Places of phrases that a line begins with, and of those that it ends with.
OPENING = ("whole", "start", "lead")
CLOSING = ("whole", "end", "tail")
# Where anything may stand in a reading. No phrase holds this character.
_GAP = "\0"
_SEVERAL = re.compile(rf"{_GAP}[ {_GAP}]*{_GAP}")
_SPACED = rf"(?:(?![{UNSPACED}])[{WORD_CHARS}])+"
_GLUED = re.compile(rf"{_SPACED}{_GAP}(?:{_SPACED})?|{_GAP}{_SPACED}")
_SIGNS = re.compile(rf"[^{WORD_CHARS}]+")
# More readings than this cost more than they save.
_MOST = 48
# How unlikely it is that a certain word stands at an end of a line, and one of the commonest in a line, as logarithms.
_EDGE = 3.0
_STOPWORD = 1.0
# Of words that no story has the longer ones are the rarer, up to so many characters.
_LONG = 10


def reading_words(phrase: str, place: str) -> tuple[tuple[str, ...], ...]:
    """The words of each reading of a phrase, "" for each gap, with the ends of the line that it stands at.

    Raises:
        PhraseError: The phrase is malformed, or has a reading without any word.
    """
    nodes = parse(phrase.strip())
    # Where nothing holds the phrase's end to a word's end, its last word may be only a part of the line's.
    before = "" if place in (*OPENING, "tail") or is_bounded(nodes, first=True) else _GAP
    behind = "" if place in CLOSING or is_bounded(nodes, first=False) else _GAP
    found = []
    for reading in readings(nodes, opening=place in OPENING):
        words = _words(before + reading + behind)
        if not any(words):
            raise PhraseError("needs at least one literal word that must stand in the line (outside of [ ] and slots)")
        found.append((START if place in OPENING else "", *words, END if place in CLOSING else ""))
    return tuple(dict.fromkeys(found))


def anchor_and_witness(words: Sequence[str], stories: Stories) -> tuple[str, str]:
    """The anchor of a reading and its witness, which may be empty."""
    grams = dict.fromkeys(word for word in words if word and word not in (START, END))
    grams |= dict.fromkeys(f"{one} {other}" for one, other in pairwise(words) if one and other)
    ranked = sorted(grams, key=lambda gram: (stories.surprise(gram), gram), reverse=True)
    rest = (gram for gram in ranked if " " not in gram and gram not in ranked[0].split())
    return ranked[0], next(rest, "")


class Stories:
    """How often words and their pairs stand in lines of stories, as far as some lines and common words can tell it."""

    def __init__(self, lines: Iterable[str] = (), common: Collection[str] = ()) -> None:
        self._common = common
        self._lines = 1
        self._counts: Counter[str] = Counter()
        for line in lines:
            words = (START, *words_of(fold(line)), END)
            self._counts.update({*words, *map(" ".join, pairwise(words))})
            self._lines += 1

    def surprise(self, gram: str) -> float:
        """How unlikely a gram is in a line, as the negative logarithm of its share of lines; of a longer word more."""
        seen = self._counts[gram]
        if " " in gram and not seen:
            return sum(map(self.surprise, gram.split()))
        if gram in (START, END):
            return _EDGE
        if gram in self._common:
            return _STOPWORD
        return -log((seen + 1) / (self._lines + 1)) + (0 if seen else min(len(gram), _LONG) / _LONG)


def readings(nodes: tuple[Node, ...], *, opening: bool = False) -> tuple[str, ...]:
    """What nodes can match, spelled out. Of many groups those that tell the most are, the others are gaps.

    Where nodes open their line, what they begin with tells the most.
    """
    groups = {i: _alternatives(node) for i, node in enumerate(nodes) if isinstance(node, Group) and not node.optional}
    least = {i: _least(group) for i, group in groups.items()}
    count = 1
    for i in sorted(groups, key=lambda i: (opening and i == 0 and least[i] > 0, least[i]), reverse=True):
        if count > 1 and count * len(groups[i]) > _MOST:
            groups[i] = tuple(dict.fromkeys(map(_outline, groups[i])))
        count *= len(groups[i])
    found: tuple[str, ...] = ("",)
    for i, node in enumerate(nodes):
        ways = groups.get(i) or _ways(nodes, i)
        if len(ways) > 1 and isinstance(node, Group) and node.optional and len(found) > 8 * _MOST:
            ways = (_GAP,)
        found = tuple(dict.fromkeys(_SEVERAL.sub(_GAP, one + other) for one in found for other in ways))
    return found


def _alternatives(group: Group) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reading for branch in group.branches for reading in readings(branch)))


def _ways(nodes: tuple[Node, ...], index: int) -> tuple[str, ...]:
    """How a node that is no choice of words is spelled. A space goes with the optional part behind or before it."""
    node = nodes[index]
    if isinstance(node, Text):
        return (_SIGNS.sub(" ", fold(node.value)),)
    if isinstance(node, Space):
        return ("",) if _is_optional_space(nodes, index) else (" ",)
    if isinstance(node, SlotRef):
        return (_GAP,)
    before = " " if index > 0 and _is_optional_space(nodes, index - 1) else ""
    behind = " " if index + 1 < len(nodes) and _is_optional_space(nodes, index + 1) else ""
    own = (before + reading + behind for reading in _alternatives(node) if before + reading + behind)
    return tuple(dict.fromkeys(("", *(_outline(reading) if reading[0] == " " else reading for reading in own))))


def _is_optional_space(nodes: tuple[Node, ...], index: int) -> bool:
    return isinstance(nodes[index], Space) and space_is_optional(nodes, index)


def _outline(reading: str) -> str:
    """A reading with a gap for its words: of an optional part only matters what it may touch."""
    if not reading.strip():
        return reading
    return (" " if reading[0] == " " else "") + _GAP + (" " if reading[-1] == " " else "")


def _least(alternatives: Iterable[str]) -> int:
    """How long the longest word of every alternative is at least, in characters."""
    return min(max(map(len, _words(reading)), default=0) for reading in alternatives)


def _words(reading: str) -> list[str]:
    """The words of a reading, "" for each gap.

    A word that touches a gap may be only a part of the line's word and is left out, unless there is no other.
    """
    whole = _GLUED.sub(_GAP, reading)
    parts = (whole if whole.strip(_GAP + " ") else reading).split(_GAP)
    return [word for part in parts for word in (*words_of(part), "")][:-1]
