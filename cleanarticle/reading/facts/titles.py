"""The article's title: its heading, where that agrees with what the page calls itself, without the site's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from lxml.html import HtmlElement

from cleanarticle.features.repetition import key
from cleanarticle.reading.facts.values import ends_alike, path, texts

# What parts a title from the site's name or the section's.
_SEPARATOR = re.compile(r"\s+[|\-–—·•»«:/~]{1,2}\s+|\s*[|｜]\s*")
_LONGEST = 250
# Headings beyond these are no page's title.
_MOST_HEADINGS = 30
_MOST_LOOKED_AT = 200
# How much two titles have in common, in pairs of letters, if both are of one story.
_AGREE = 0.35
_AGREE_ALONE = 0.25
# So much longer than the site's name, in letters, may be what still is nothing but that.
_MORE = 12
# A kicker that stands in a heading before the title, in characters.
_LONGEST_KICKER = 45


def headings(elements: Iterable[HtmlElement], url: str) -> list[tuple[HtmlElement, str]]:
    """The first of the page's headings of the first level, with their text; those that link elsewhere left out."""
    found = []
    for element in islice(elements, _MOST_LOOKED_AT):
        text = " ".join(texts(element, _LONGEST))
        if len(text) > 1 and not _links_elsewhere(element, url):
            found.append((element, text))
        if len(found) == _MOST_HEADINGS:
            break
    return found


def _links_elsewhere(heading: HtmlElement, url: str) -> bool:
    """Whether a heading is a link to the front page or to another story."""
    address = next((link.get("href") or "" for link in heading.iter("a")), "")
    if not address or address.startswith("#"):
        return False
    # A page that does not tell its address may link to itself.
    return not ends_alike(address, url) if url else not path(address)


def choose(found: Sequence[tuple[HtmlElement, str]], told: Iterable[str]) -> list[tuple[HtmlElement, str]]:
    """The headings that agree best with one of the titles that the page tells elsewhere; none where none does."""
    told = tuple(dict.fromkeys(told))
    scores = [max((agreement(text, title) for title in told), default=0.0) for _, text in found]
    best = max(scores, default=0.0)
    least = _AGREE if len(found) > 1 else _AGREE_ALONE
    return [item for item, score in zip(found, scores, strict=True) if score == best >= least]


def agreement(one: str, other: str) -> float:
    """How much two texts have in common, 0 to 1, in pairs of neighbouring letters of any script."""
    pairs, others = _pairs(one), _pairs(other)
    return 2 * len(pairs & others) / (len(pairs) + len(others) or 1)


def _pairs(text: str) -> set[str]:
    text = key(text)
    return {text[at : at + 2] for at in range(len(text) - 1)}


def as_told(heading: str, told: Iterable[str]) -> str:
    """A heading as the page writes it elsewhere: without a kicker before it, and not broken or in capitals for show.

    What stands before a colon is part of the title.
    """
    whole = key(heading)
    for title in told:
        own = key(title)
        kicker = len(whole) - len(own)
        if own and whole.endswith(own) and (kicker == 0 or (len(own) >= 12 and kicker <= _LONGEST_KICKER)):
            if ":" in heading[: len(heading) - len(title) + 2] and kicker:
                continue
            return title
    return heading


def without_site(title: str, sites: Iterable[str]) -> str:
    """A title without the site's name at its ends.

    Args:
        title: A title, perhaps with other things behind or before a separator.
        sites: What the site may be called: its name, its publisher's, its host.
    """
    names = {key(site) for site in sites} - {""}
    names |= {name.removeprefix("the") for name in names if len(name) > len("the") + 3}
    for _ in range(3):
        cuts = list(_SEPARATOR.finditer(title))
        if not cuts:
            break
        if _is_site(title[cuts[-1].end() :], names):
            title = title[: cuts[-1].start()]
        elif _is_site(title[: cuts[0].start()], names):
            title = title[cuts[0].end() :]
        elif len(cuts) > 1 and _is_site(title[cuts[-2].end() :], names):
            title = title[: cuts[-2].start()]
        else:
            break
    return title.strip()


def _is_site(part: str, names: set[str]) -> bool:
    """Whether a part of a title is the site's name, or its name with a word more or less, such as ``Site.com``."""
    own = key(part)
    return (
        len(own) > 1
        and any(
            own == name
            or (min(len(own), len(name)) >= 4 and own.startswith(name) and len(own) - len(name) <= _MORE)
            or (len(own) >= 4 and name.startswith(own))
            for name in names
        )
    ) or all(len(word) > 2 and any(key(word) in name for name in names) for word in part.split())
