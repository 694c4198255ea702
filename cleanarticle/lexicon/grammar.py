r"""The little language that lexicon phrases are written in, and its translation to regular expressions.

A phrase is plain words, with::

    (sign up|subscribe)     one of these
    news[letter]            an optional part
    {NAME} {NUMBER} …       a slot, see slots.py
    \( \[ \{ \|             the character itself

Case, the shape of quotes and dashes, and the width of spaces do not matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cleanarticle.lexicon.fold import fold
from cleanarticle.lexicon.slots import SLOTS
from cleanarticle.lexicon.tokens import IS_UNSPACED, TOKEN, WORD_CHARS

_SPECIAL = re.compile(r"\\(.)|\{([^{}]*)\}|([()\[\]|])|(\s+)", re.DOTALL)


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


def translate(phrase: str) -> str:
    """The regular expression of a phrase, over folded text, held to word boundaries where its ends are letters.

    Raises PhraseError where the phrase is malformed. A script without spaces has no boundaries.
    """
    nodes = parse(phrase.strip())
    counter = [0]
    body = _regex(nodes, counter)
    starts, ends = is_bounded(nodes, first=True), is_bounded(nodes, first=False)
    return (rf"(?<![{WORD_CHARS}])" if starts else "") + body + (rf"(?![{WORD_CHARS}])" if ends else "")


def is_bounded(nodes: tuple[Node, ...], *, first: bool) -> bool:
    """Whether nodes match at the boundary of a word only, at the first end or the last, where a letter may stand."""
    for node in nodes if first else reversed(nodes):
        if isinstance(node, Text):
            char = node.value[0 if first else -1]
            return bool(TOKEN.match(char)) and not IS_UNSPACED.match(char)
        if isinstance(node, Group):
            return any(is_bounded(branch, first=first) for branch in node.branches)
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
            if isinstance(following, Group) and space_is_optional(nodes, index):
                out.append(rf"(?:\s+{_alternatives(following, counter)})?")
                index += 1
            else:
                out.append(r"\s+")
        elif isinstance(node, SlotRef):
            counter[0] += 1
            out.append(f"(?P<{node.name}_{counter[0]}>{SLOTS[node.name].pattern})")
        elif node.optional:
            if index == 0 and len(nodes) > 1 and isinstance(nodes[1], Space):
                out.append(rf"(?:{_alternatives(node, counter)}\s+)?")
                index += 1
            else:
                out.append(f"{_alternatives(node, counter)}?")
        else:
            out.append(_alternatives(node, counter))
        index += 1
    return "".join(out)


def space_is_optional(nodes: tuple[Node, ...], index: int) -> bool:
    """Whether the space at ``index`` goes with an optional part: "sign up [now]" matches "sign up" alone.

    The space in front of the part does, unless the part is glued to what follows it; where it opens the phrase, the
    one behind it.
    """
    before, behind = nodes[:index], nodes[index + 1 :]
    if len(before) == 1 and isinstance(before[0], Group) and before[0].optional:
        return True
    if not behind or not isinstance(behind[0], Group) or not behind[0].optional:
        return False
    return len(behind) == 1 or isinstance(behind[1], Space)


def _alternatives(group: Group, counter: list[int]) -> str:
    return "(?:" + "|".join(_regex(branch, counter) for branch in group.branches) + ")"
