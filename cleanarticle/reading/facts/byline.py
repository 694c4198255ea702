"""The authors that a page shows its readers: the byline by its heading, or the box about the author below the story.

What tells a byline is, from strong to weak: ``itemprop`` and ``rel``; whole words of the class (``post-author``, no
``authority``); a link into a folder of authors; a label such as ``By``. What stands in comments, in lists of other
stories and in menus is none of the article's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from cleanarticle.lexicon.fold import fold
from cleanarticle.lexicon.persons import is_full, is_label, labelled, names_another, names_in
from cleanarticle.lexicon.slots import is_date
from cleanarticle.reading.facts import zone
from cleanarticle.reading.facts.values import one_line, path, texts

_LONGEST = 240
_LONGEST_NAME = 60
# An element with more elements in it names more than a desk.
_SIMPLE = 3
# A bare name stands no further behind the heading, in elements, if it is the author's.
_NEAR = 24
_AUTHOR_WORDS = frozenset(
    "author authors byline bylines writer writers autor autoren autore autorin autora autores auteur auteurs"
    " contributor contributors verfasser forfatter redaktor reporter journalist columnist kirjoittaja yazar"
    " penulis".split()
)
# Words of the class beside those by which an element holds something else about the author, or another story's.
_NOT_THE_NAME = frozenset(
    "bio biography about image img photo avatar picture thumbnail social follow share description desc role"
    " position job email twitter posts articles more latest".split()
)
_FOLDERS = frozenset(
    "author authors autor autoren autores autore autori auteur auteurs by byline contributor contributors people"
    " profile profiles person staff writer writers journalist journalists reporter reporters columnist columnists"
    " user users team redaktion member members producers editors experts redakteur penulis yazar yazarlar bio"
    " about-us profil".split()
)
# So many boxes outside of the header are looked at; of more than so many names none can be told to be the author's.
_MOST_BOXES = 60
_MOST_NAMES = 4
# By attributes: asking each element for all of them takes twice as long.
_BOXES = (
    "//*/@rel[.='author']/.. | //*/@itemprop[contains(., 'author')]/.."
    " | //*/@class[contains(., 'uthor') or contains(., 'yline')]/.."
)


class _Candidate(NamedTuple):
    """An element that names people, or a desk and its like, and by what sort of sign."""

    element: HtmlElement
    names: tuple[str, ...]
    others: tuple[str, ...]
    sign: str


def authors(tree: HtmlElement, header: zone.Header) -> tuple[str, ...]:
    """The names that the page's byline shows, those of people if it has any; empty where there is none to be told.

    Args:
        tree: The page.
        header: The elements around the article's heading.
    """
    found = [*_candidates(header.behind, beside_dates=True), *_candidates(header.before)]
    people = [candidate for candidate in found if candidate.names]
    for signs in (("property", "class", "folder"), ("label",)):
        if chosen := [candidate for candidate in people if candidate.sign in signs]:
            return _together(chosen)
    for others in (candidate.others for candidate in found if candidate.others):
        return others
    return _boxes(tree) or (_together(people) if people else ())


def _together(found: Sequence[_Candidate]) -> tuple[str, ...]:
    """The names of the first candidate and of its like beside it."""
    first = inner = found[0]
    # Of an element and one within it the inner one names nothing else.
    for other in found[1:]:
        if other.names[0] in first.names and _is_in(other.element, inner.element):
            inner = other
    names = list(first.names)
    for other in found[1:]:
        is_like = other.sign == inner.sign and other.element.tag == inner.element.tag
        if is_like and (_is_in(other.element, first.element) or _are_near(other.element, inner.element)):
            names += other.names
    return tuple(dict.fromkeys(names))


def _is_in(element: HtmlElement, box: HtmlElement) -> bool:
    return any(above is box for above in islice(element.iterancestors(), 12))


def _are_near(element: HtmlElement, other: HtmlElement) -> bool:
    """Whether two elements stand in one box, or in boxes that do."""
    mine, yours = list(islice(element.iterancestors(), 2)), list(islice(other.iterancestors(), 2))
    return any(box is another for box, another in zip(mine, yours, strict=False))


def _candidates(elements: Sequence[HtmlElement], *, beside_dates: bool = False) -> Iterator[_Candidate]:
    for at, element in enumerate(elements):
        runs = _runs(element)
        sign = _sign(element, runs) if runs and not names_another(_label(element)) else ""
        if beside_dates and not sign and at < _NEAR and len(runs) == 1 and _is_dated(elements[at + 1 : at + 6]):
            sign = "dated"
        if not sign:
            continue
        # Behind a label names stand at once, or there are none.
        told = [names_in(run) for run in (runs[:1] if sign == "label" else runs)]
        people = next((full for named in told if (full := tuple(filter(is_full, named.people)))), ())
        if sign == "dated":
            if people == (runs[0],):
                yield _Candidate(element, people, (), sign)
        elif people:
            yield _Candidate(element, people, (), sign)
        elif len(element) < _SIMPLE and (others := _one_of(runs)):
            yield _Candidate(element, (), (others,), sign)


def _label(element: HtmlElement) -> str:
    """The text right before an element."""
    sibling, parent = element.getprevious(), element.getparent()
    if sibling is not None:
        return sibling.tail or ((sibling.text or "") if len(sibling) == 0 else "")
    return (parent.text or "") if parent is not None else ""


def _one_of(runs: Sequence[str]) -> str:
    """What a byline that names nobody names instead: a desk, a site, a user."""
    named = names_in(runs[0])
    names = named.people or named.agencies or named.others
    return names[0] if len(names) == 1 and len(names[0]) <= _LONGEST_NAME and names[0][0].isalpha() else ""


def _is_dated(elements: Sequence[HtmlElement]) -> bool:
    """Whether a date stands among the elements that follow."""
    return any(element.tag == "time" or is_date(one_line(element.text or "")[:_LONGEST_NAME]) for element in elements)


def _sign(element: HtmlElement, runs: Sequence[str]) -> str:
    """By what sort of sign an element may name the author; empty where there is none."""
    if "author" in (element.get("rel") or "").split() or "author" in (element.get("itemprop") or "").split():
        return "property"
    told = zone.words(f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-testid') or ''}")
    if told & _AUTHOR_WORDS:
        return "" if told & _NOT_THE_NAME else "class"
    if element.tag == "address":
        return "class"
    if element.tag == "a" and not _FOLDERS.isdisjoint(path(element.get("href") or "")[:-1]):
        return "folder"
    return "label" if labelled(runs[0]) else ""


def _runs(element: HtmlElement) -> list[str]:
    """The text of a short element in runs: texts that a label or a word such as ``and`` joins are one run."""
    runs: list[str] = []
    for text in texts(element, _LONGEST):
        joins = runs and (_JOINT.search(fold(runs[-1])) or _JOINT.match(fold(text)) or is_label(runs[-1]))
        if joins and len(runs[-1]) < _LONGEST // 2:
            runs[-1] += f" {text}"
        else:
            runs.append(text)
    return runs


_JOINT = re.compile(r"(?:^|\s)(?:,|&|and|und|et|y|e|och|og|i|и)(?:\s|$)|^,|,$")


def _boxes(tree: HtmlElement) -> tuple[str, ...]:
    """The author of the boxes about one anywhere on the page, if they agree on who it is."""
    boxes = (element for element in islice(tree.xpath(_BOXES), _MOST_BOXES) if not zone.stands_apart(element))
    found = [candidate for box in boxes for candidate in _candidates([box])]
    people = [candidate for candidate in found if candidate.names]
    names = {name for candidate in people for name in candidate.names}
    if 0 < len(names) <= _MOST_NAMES:
        return people[0].names
    return () if names else next((candidate.others for candidate in found if candidate.others), ())
