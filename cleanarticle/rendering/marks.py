"""Links, emphasis and code: what is in force for the text behind each tag of a page."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from cleanarticle.outline import Outline
from cleanarticle.rendering.addresses import address
from cleanarticle.rendering.form import Form


class Mark(NamedTuple):
    """What an inline element makes of its text: ``a``, ``strong``, ``em``, ``code``; and where a link leads."""

    name: str
    href: str = ""


class Run(NamedTuple):
    """A stretch of text with the marks in force for it, the outermost first."""

    text: str
    marks: tuple[Mark, ...] = ()


_EMPHASIS = {"b": "strong", "strong": "strong", "i": "em", "em": "em"}
_CODE = frozenset(("code", "kbd", "samp", "tt"))
_HREF = re.compile(r'\shref="([^"]*)"')


def marks(page: Outline, url: str, form: Form) -> list[tuple[Mark, ...]]:
    """The marks in force behind each of the page's pieces; ``url`` is the page's address."""
    base = address(page.base, url) if page.base else url
    found: list[tuple[Mark, ...]] = []
    stack: list[tuple[Mark, ...]] = []
    now: tuple[Mark, ...] = ()
    known: dict[str, Mark | None] = {}
    for written, _ in page.pieces:
        if written.startswith("/"):
            now = stack.pop() if stack else ()
        elif not written.endswith("/"):
            stack.append(now)
            if written not in known:
                known[written] = _mark(written, base, form)
            mark = known[written]
            # In code nothing is marked, and what is bold already is not made bold again: so marks are four at most.
            if mark and all(mark.name != other.name and other.name != "code" for other in now):
                now = (*now, mark)
        found.append(now)
    return found


def _mark(written: str, base: str, form: Form) -> Mark | None:
    name = written.split(None, 1)[0]
    if name == "a" and form.links:
        href = _HREF.search(written)
        leads = address(unescape(href[1]), base) if href else ""
        return Mark("a", leads) if leads else None
    if name in _EMPHASIS and form.emphasis:
        return Mark(_EMPHASIS[name])
    return Mark("code") if name in _CODE else None


def common(first: tuple[Mark, ...], second: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The outer marks that two texts share: those of the white space between them."""
    size = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        size += 1
    return first[:size]
