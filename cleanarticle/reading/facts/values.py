"""Values as pages write them: text on one line, addresses."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urlsplit

from lxml.html import HtmlElement

# What shows nothing: soft hyphens, word joiners, byte order marks; a zero-width space parts words.
_INVISIBLE = {0xAD: None, 0x2060: None, 0xFEFF: None, 0x200B: " "}
_SCHEME = re.compile(r"^https?:", re.IGNORECASE)


# A text with more white space than this is none of a byline's.
_LONGEST_TEXT = 10_000


def one_line(text: str) -> str:
    """Text with its white space folded, its entities read and nothing invisible in it."""
    if "&" in text:
        # Some pages escape twice; entities left in a fact would never match the page's text.
        text = unescape(text)
    if not text.isascii():
        text = text.translate(_INVISIBLE)
    return " ".join(text.split())


def texts(element: HtmlElement, longest: int) -> list[str]:
    """The texts in a short element, each on one line; none where they are longer than so many characters together."""
    found: list[str] = []
    room = longest
    for text in element.itertext():
        line = one_line(text) if len(text) < _LONGEST_TEXT else text
        room -= len(line)
        if room < 0:
            return []
        if line:
            found.append(line)
    return found


def host(url: str) -> str:
    """The host of an address without ``www.``; empty where it has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return ""


def path(url: str) -> list[str]:
    """The segments of an address's path, lower-case."""
    return [part for part in _SCHEME.sub("", url).partition("?")[0].partition("#")[0].lower().split("/") if part]


def ends_alike(link: str, url: str) -> bool:
    """Whether a link, perhaps without a host, leads to a page."""
    own = path(link)
    return bool(own) and path(url)[-len(own) :] == own


def same_page(url: str, other: str) -> bool:
    """Whether two addresses are of one page, whatever their schemes, queries and fragments."""
    return bool(path(url)) and [part.removeprefix("www.") for part in path(url)] == [
        part.removeprefix("www.") for part in path(other)
    ]
