"""How a page is laid out: how much text, prose and link text each frame holds, and which frame holds the main text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cleanarticle.outline import Element, Outline

# A sentence this long, in words, is prose.
_PROSE_WORDS = 12
_CHARS_A_WORD = 2
_TERMINAL = frozenset(".!?。！？।؟…｡۔։\"”»’'")
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
# The main frame holds more than this share of the prose of the frame around it.
_MAIN = 0.5


@dataclass(frozen=True, eq=False, slots=True)
class Layout:
    """Numbers on the elements and the frames of a page; those on frames count all that is inside.

    Attributes:
        words: Words of each element; half the characters where a script has no spaces.
        prose: Words of each element that is running text, else 0.
        chars: Characters of each frame.
        linked: Characters of each frame that stand in links.
        frame_prose: Words of running text of each frame.
        direct_prose: Words of running text of each frame that no frame inside it holds.
        elements: Elements of each frame.
        roles: What a frame and those around it speak for, as bits.
        depth: Frames around each frame.
        branch: For each frame the frame just below where its way to the root leaves the main frame's; the frame itself
            where it is on that way.
        up: For each frame how many frames one must go up from the main frame to hold both.
        main: The main frame; -1 on a page without text.
    """

    words: list[int]
    prose: list[int]
    chars: list[int]
    linked: list[int]
    frame_prose: list[int]
    direct_prose: list[int]
    elements: list[int]
    roles: list[int]
    depth: list[int]
    branch: list[int]
    up: list[int]
    main: int


def layout(page: Outline) -> Layout:
    """Measure a page, each frame and element once."""
    words = [word_count(element.text) for element in page.elements]
    prose = [
        count if count >= _PROSE_WORDS and _runs(element) else 0
        for element, count in zip(page.elements, words, strict=True)
    ]
    count = len(page.tags)
    chars, linked, total, elements = [0] * count, [0] * count, [0] * count, [0] * count
    for element, own in zip(page.elements, prose, strict=True):
        frame = element.frame
        chars[frame] += len(element.text)
        linked[frame] += element.linked
        total[frame] += own
        elements[frame] += 1
    direct = total.copy()
    parents = page.parents
    for frame in range(count - 1, 0, -1):
        around = parents[frame]
        chars[around] += chars[frame]
        linked[around] += linked[frame]
        total[around] += total[frame]
        elements[around] += elements[frame]
    roles, depth = [0] * count, [0] * count
    for frame, tag in enumerate(page.tags):
        around = parents[frame]
        roles[frame] = tag.roles | (roles[around] if frame else 0)
        depth[frame] = depth[around] + 1 if frame else 0
    way = _way_to_main(parents, total)
    branch, up = _branches(parents, depth, way)
    return Layout(
        words, prose, chars, linked, total, direct, elements, roles, depth, branch, up, way[-1] if way else -1
    )


def word_count(text: str) -> int:
    """Words of a text; half its characters where its script has no spaces."""
    words = text.count(" ") + 1 if "\n" not in text else len(text.split())
    if words * 12 < len(text) and not text.isascii():
        head = text[:400]
        if 3 * len(_UNSPACED.findall(head)) > len(head):
            return max(words, len(text) // _CHARS_A_WORD)
    return words


def _runs(element: Element) -> bool:
    """Whether a long element reads as running text: mostly no link, and with an end of a sentence."""
    text = element.text
    return 2 * element.linked < len(text) and (text[-1] in _TERMINAL or ". " in text or "。" in text)


def _way_to_main(parents: Sequence[int], prose: Sequence[int]) -> list[int]:
    """The frames from the outermost to the one that still holds most of the prose around it."""
    if not parents:
        return []
    best = [-1] * len(parents)
    for frame in range(1, len(parents)):
        around = parents[frame]
        if best[around] < 0 or prose[frame] > prose[best[around]]:
            best[around] = frame
    way = [0]
    while (inner := best[way[-1]]) >= 0 and prose[inner] > _MAIN * prose[way[-1]]:
        way.append(inner)
    return way


def _branches(parents: Sequence[int], depth: Sequence[int], way: Sequence[int]) -> tuple[list[int], list[int]]:
    branch, up = list(range(len(parents))), [0] * len(parents)
    on_way = set(way)
    deepest = depth[way[-1]] if way else 0
    for frame in range(len(parents)):
        if frame in on_way:
            up[frame] = deepest - depth[frame]
        else:
            around = parents[frame]
            up[frame] = up[around]
            branch[frame] = frame if around in on_way else branch[around]
    return branch, up
