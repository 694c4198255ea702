"""Which selectors each text of a page stands in, all of them told in one pass.

Each step of each way is a bit. Going through the tags in order, an element matches a step if it is of that sort and
the step is awaited there: below an element that matched the step before, right in one, or beside one. So an element
costs a few operations on numbers, and no way is ever gone back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import unescape

from cleanarticle.outline import Outline
from cleanarticle.selectors.syntax import Attribute, Selector, Step

_ATTRIBUTE = re.compile(r'\s([^\s=]+)="([^"]*)"')


def standing(page: Outline, selectors: Sequence[Selector]) -> list[int]:
    """For the text behind each of the page's pieces the selectors of an element around it, as bits in their order."""
    steps: list[Step] = []
    ends: dict[int, int] = {}  # the bit of a way's last step -> that of its selector
    for place, selector in enumerate(selectors):
        for way in selector.ways:
            steps += way
            ends[1 << (len(steps) - 1)] = 1 << place
    first, below, inside, next_to, after = (_bits(steps, how) for how in ("", " ", ">", "+", "~"))
    sorts: dict[str, int] = {}
    found: list[int] = []
    # Of the element that is open: the steps awaited anywhere below it, right in it, of the next in it, of all later
    # in it; and the selectors that it stands in.
    deep, direct, beside, later, around = 0, 0, 0, 0, 0
    stack: list[tuple[int, int, int, int, int]] = []
    for written, _ in page.pieces:
        if written.startswith("/"):
            if stack:
                deep, direct, beside, later, around = stack.pop()
            found.append(around)
            continue
        if written not in sorts:
            sorts[written] = _sorts(written, steps)
        matched = sorts[written] & (first | deep | direct | beside | later)
        awaited = matched << 1
        beside = awaited & next_to
        later |= awaited & after
        if not written.endswith("/"):
            stack.append((deep, direct, beside, later, around))
            for end, own in ends.items():
                if matched & end:
                    around |= own
            deep, direct, beside, later = deep | awaited & below, awaited & inside, 0, 0
        found.append(around)
    return found


def _bits(steps: Iterable[Step], combinator: str) -> int:
    return sum(1 << place for place, step in enumerate(steps) if step.combinator == combinator)


def _sorts(written: str, steps: Iterable[Step]) -> int:
    """The steps whose name and attributes a tag has, as bits."""
    name = written.split(None, 1)[0].rstrip("/")
    has = {key.lower(): unescape(value) for key, value in _ATTRIBUTE.findall(written)}
    return sum(
        1 << place
        for place, step in enumerate(steps)
        if step.name in ("", name) and all(_holds(has.get(wanted.name), wanted) for wanted in step.attributes)
    )


def _holds(value: str | None, wanted: Attribute) -> bool:
    if value is None or not wanted.operator:
        return value is not None
    given = wanted.value.lower() if wanted.fold else wanted.value
    value = value.lower() if wanted.fold else value
    if wanted.operator == "=":
        return value == given
    if wanted.operator == "~=":
        return given in value.split()
    if wanted.operator == "|=":
        return value == given or value.startswith(f"{given}-")
    # CSS: with nothing to compare with, these three match nothing.
    if not given:
        return False
    if wanted.operator == "^=":
        return value.startswith(given)
    return value.endswith(given) if wanted.operator == "$=" else given in value
