r"""The little language that lexicon phrases are written in, and its translation to regular expressions.

A phrase is plain words, with::

    (sign up|subscribe)     one of these
    news[letter]            an optional part
    {NAME} {NUMBER} …       a slot, see slots.py
    \( \[ \{ \|             the character itself

Case, the shape of quotes and dashes, and the width of spaces do not matter. From a phrase come a regular expression and
its *needs*: sets of literals of which one whole set must stand in a line before the expression can match. The matcher
looks for needs first and runs an expression only where they are met.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cleanarticle.lexicon.fold import fold
from cleanarticle.lexicon.slots import SLOTS
from cleanarticle.lexicon.tokens import IS_UNSPACED, TOKEN, WORD_CHARS, first_token, pairs

# More sets of needs than this cost more than they save.
_MOST_SETS = 48

_SPECIAL = re.compile(r"\\(.)|\{([^{}]*)\}|([()\[\]|])|(\s+)", re.DOTALL)

Needs = tuple[frozenset[str], ...]


class PhraseError(ValueError):
    """A phrase is not well formed; the message says how."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words and signs as they are."""

    value: str


@dataclass(frozen=True, slots=True)
class Space:
    """White space, of any width."""


@dataclass(frozen=True, slots=True)
class SlotRef:
    """A slot, by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class Group:
    """Alternatives, all of which may be left out if it is optional."""

    branches: tuple[tuple[Node, ...], ...]
    optional: bool


Node = Text | Space | SlotRef | Group


@dataclass(frozen=True, slots=True)
class Translation:
    """A phrase as a regular expression over folded text, and what must stand in a line for it to match.

    ``firsts`` are the words that it can begin with; None where that cannot be told, as before a slot.
    """

    regex: str
    needs: Needs
    firsts: frozenset[str] | None


def parse(phrase: str) -> tuple[Node, ...]:
    """Parse a phrase into nodes; raises PhraseError with the reason."""
    stack: list[tuple[str, list[tuple[Node, ...]], list[Node]]] = [("", [], [])]
    for piece in _pieces(phrase):
        closer, branches, nodes = stack[-1]
        if piece in ("(", "["):
            stack.append((")" if piece == "(" else "]", [], []))
        elif piece in (")", "]"):
            if closer != piece:
                raise PhraseError(f"unexpected {piece!r}")
            stack.pop()
            group = Group((*branches, tuple(nodes)), optional=piece == "]")
            stack[-1][2].append(group)
        elif piece == "|":
            if not closer:
                raise PhraseError("'|' outside of ( ) or [ ]")
            stack[-1] = (closer, [*branches, tuple(nodes)], [])
        elif not isinstance(piece, str):
            nodes.append(piece)
    if len(stack) > 1:
        raise PhraseError(f"missing {stack[-1][0]!r}")
    return tuple(stack[0][2])


def _pieces(phrase: str) -> list[str | Text | Space | SlotRef]:
    """The phrase cut into text, spaces, slots and the five signs."""
    out: list[str | Text | Space | SlotRef] = []
    at = 0
    for match in _SPECIAL.finditer(phrase):
        if match.start() > at:
            out.append(Text(phrase[at : match.start()]))
        escaped, slot, sign, space = match.groups()
        if slot is not None:
            if slot not in SLOTS:
                raise PhraseError(f"unknown slot {{{slot}}}; known: {', '.join(SLOTS)}")
            out.append(SlotRef(slot))
        elif space is not None:
            out.append(Space())
        else:
            out.append(Text(escaped) if escaped is not None else sign)
        at = match.end()
    if at < len(phrase):
        out.append(Text(phrase[at:]))
    return out


def translate(phrase: str) -> Translation:
    """Translate a phrase; raises PhraseError where it is malformed or has no literal to look for."""
    nodes = parse(phrase.strip())
    needs = _needs(nodes)
    if not needs or any(not need for need in needs):
        raise PhraseError("needs at least one literal word that must stand in the line (outside of [ ] and slots)")
    return Translation(_bounded(nodes), needs, _firsts(nodes))


def _bounded(nodes: tuple[Node, ...]) -> str:
    """The expression, held to word boundaries where its ends are letters of a script with spaces."""
    counter = [0]
    body = _regex(nodes, counter)
    starts, ends = _edge(nodes, first=True), _edge(nodes, first=False)
    return (rf"(?<![{WORD_CHARS}])" if starts else "") + body + (rf"(?![{WORD_CHARS}])" if ends else "")


def _edge(nodes: tuple[Node, ...], *, first: bool) -> bool:
    for node in nodes if first else reversed(nodes):
        if isinstance(node, Text):
            char = node.value[0 if first else -1]
            return bool(TOKEN.match(char)) and not IS_UNSPACED.match(char)
        if isinstance(node, Group):
            return any(_edge(branch, first=first) for branch in node.branches)
        if isinstance(node, SlotRef):
            return False
    return False


def _regex(nodes: tuple[Node, ...], counter: list[int]) -> str:
    out: list[str] = []
    index = 0
    while index < len(nodes):
        node = nodes[index]
        if isinstance(node, Text):
            out.append(re.escape(fold(node.value)))
        elif isinstance(node, Space):
            following = nodes[index + 1] if index + 1 < len(nodes) else None
            if isinstance(following, Group) and following.optional and not _attached(nodes, index + 1):
                # The space belongs to the optional part: "sign up [now]" matches "sign up" alone.
                out.append(rf"(?:\s+{_alternatives(following, counter)})?")
                index += 1
            else:
                out.append(r"\s+")
        elif isinstance(node, SlotRef):
            counter[0] += 1
            out.append(f"(?P<{node.name}_{counter[0]}>{SLOTS[node.name].pattern})")
        elif node.optional:
            following = nodes[index + 1] if index + 1 < len(nodes) else None
            if isinstance(following, Space) and not out:
                out.append(rf"(?:{_alternatives(node, counter)}\s+)?")
                index += 1
            else:
                out.append(f"{_alternatives(node, counter)}?")
        else:
            out.append(_alternatives(node, counter))
        index += 1
    return "".join(out)


def _attached(nodes: tuple[Node, ...], index: int) -> bool:
    """Whether the group at ``index`` is glued to what follows it: the space before it then stays required."""
    return index + 1 < len(nodes) and not isinstance(nodes[index + 1], Space)


def _alternatives(group: Group, counter: list[int]) -> str:
    return "(?:" + "|".join(_regex(branch, counter) for branch in group.branches) + ")"


def _needs(nodes: tuple[Node, ...]) -> Needs:
    """Sets of literals, one of which must be in a line whole; an empty set is met by every line.

    The literals outside of groups stand in each set. Groups are multiplied in from the most telling one on, while that
    makes no more sets than are worth looking for.
    """
    sets: list[frozenset[str]] = [frozenset()]
    groups: list[list[frozenset[str]]] = []
    for index, node in enumerate(nodes):
        if isinstance(node, Text):
            glued_left = index > 0 and _may_be_letter(nodes[index - 1], -1)
            glued_right = index + 1 < len(nodes) and _may_be_letter(nodes[index + 1], 0)
            sets[0] |= literals(fold(node.value), glued_left=glued_left, glued_right=glued_right)
        elif isinstance(node, Group) and not node.optional and not _glued(nodes, index):
            groups.append([need for branch in node.branches for need in _needs(branch)])
    for i, group in enumerate(sorted(groups, key=_telling, reverse=True)):
        if i == 0 or len(sets) * len(group) <= _MOST_SETS:
            sets = [need | other for need in sets for other in group]
    return tuple(dict.fromkeys(sets))


def _firsts(nodes: tuple[Node, ...]) -> frozenset[str] | None:
    """The words that nodes can begin with; None where that cannot be told."""
    found: frozenset[str] = frozenset()
    for index, node in enumerate(nodes):
        if isinstance(node, Space):
            continue
        if isinstance(node, SlotRef):
            return None
        if isinstance(node, Text):
            folded = fold(node.value)
            first = first_token(folded)
            if not first:
                continue  # signs only: what surrounds a phrase may be signs as well
            ends_here = folded.endswith(first) and index + 1 < len(nodes) and not isinstance(nodes[index + 1], Space)
            return None if ends_here and not IS_UNSPACED.match(first) else found | {first}
        if _glued(nodes, index):
            return None
        branches = [_firsts(branch) for branch in node.branches]
        for branch in branches:
            if branch is None:
                return None
            found |= branch
        if not node.optional and all(branches):
            return found
    return None


def _may_be_letter(node: Node, end: int) -> bool:
    """Whether a node may have a letter at an end of it: first (0) or last (-1)."""
    if isinstance(node, Text):
        return TOKEN.match(node.value[end]) is not None
    return not isinstance(node, Space)


def _telling(alternatives: list[frozenset[str]]) -> int:
    """How long the longest literal of every alternative is at least, in characters."""
    return min(max(map(len, need), default=0) for need in alternatives)


def _glued(nodes: tuple[Node, ...], index: int) -> bool:
    """Whether a group touches text: "(un|)subscribe" is one token in a line, so its parts are no literals."""
    before = nodes[index - 1] if index else None
    after = nodes[index + 1] if index + 1 < len(nodes) else None
    return any(
        isinstance(other, Text)
        and TOKEN.match(other.value[-1 if other is before else 0])
        and not IS_UNSPACED.match(other.value[-1 if other is before else 0])
        for other in (before, after)
    )


def literals(folded: str, *, glued_left: bool = False, glued_right: bool = False) -> frozenset[str]:
    """The tokens of folded text that a line must have: words, and pairs of characters of unspaced scripts.

    A word at an end that is glued to something else may be only a part of the line's word, so it is left out.
    """
    found: set[str] = set()
    for match in TOKEN.finditer(folded):
        word = match.group()
        if IS_UNSPACED.search(word):
            found.update(pairs(word))
            continue
        cut_left = glued_left and match.start() == 0
        cut_right = glued_right and match.end() == len(folded)
        if not cut_left and not cut_right:
            found.add(word)
    return frozenset(found)
