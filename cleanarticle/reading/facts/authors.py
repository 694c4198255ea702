"""Who wrote it: the people whom a page names, before the desk, agency or site that it names where it names nobody.

Facts that machines read come first. They are passed over where they hold no full name of a person (a user's name, the
site's own name, a desk) and the byline that readers see holds one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from cleanarticle.features.repetition import key
from cleanarticle.lexicon.persons import is_full, names_in
from cleanarticle.reading.facts import jsonld, meta
from cleanarticle.reading.facts.values import one_line

if TYPE_CHECKING:
    from cleanarticle.reading.facts.page import Page

Told = tuple[str, Any]
_MOST = 50
# A site's name this long, in letters, that begins a name tells a desk of the site, such as "CBC Arts".
_SITE = 3


class Stated(NamedTuple):
    """What one source says: who are people, who else is named, and the agencies among these."""

    source: str
    people: tuple[str, ...]
    others: tuple[str, ...]
    agencies: tuple[str, ...]


def authors(page: Page) -> Told:
    """The people who wrote it; where a page names none, what it names instead."""
    for said in page.stated:
        if any(map(is_full, said.people)):
            return said.source, said.people
    shown = shown_in(page)
    for said in (shown, *page.stated):
        if said.people:
            return said.source, said.people
    return next(((said.source, said.others) for said in (*page.stated, shown) if said.others), ("", ()))


def agency(page: Page) -> Told:
    """The agency that supplied it, where an author's field or the byline names one."""
    found = [said for said in page.stated if said.agencies]
    if not found and not any(said.people for said in page.stated):
        found = [said for said in (shown_in(page),) if said.agencies]
    return (found[0].source, found[0].agencies[0]) if found else ("", "")


def shown_in(page: Page) -> Stated:
    """What the page shows its readers of its authors."""
    return _sorted(page, "byline", page.byline)


def stated(page: Page) -> Iterator[Stated]:
    """What the page says of its authors to machines, by source."""
    for node in page.articles:
        for field in ("author", "creator"):
            value = page.resolve(node.get(field))
            if value:
                yield _sorted(page, "json-ld", *_of_node(value))
                break
    for source, values in meta.told(page.meta, "authors"):
        yield _sorted(page, source, values[:_MOST])
    yield _sorted(page, "meta", meta.labelled_author(page.meta))


def _of_node(value: Any) -> tuple[list[str], list[str]]:  # noqa: ANN401
    """The names in a JSON-LD author, strings, objects or lists of both: those of people, and of organizations."""
    people: list[str] = []
    organizations: list[str] = []
    for item in (value if isinstance(value, list) else [value])[:_MOST]:
        name, kind = item, ""
        if isinstance(item, dict):
            kind = str(item.get("@type"))
            name = item.get("name") or " ".join(
                filter(None, (jsonld.text_of(item.get(part)) for part in ("givenName", "familyName")))
            )
        for text in (name if isinstance(name, list) else [name])[:_MOST]:
            if isinstance(text, str) and text.strip():
                (organizations if "Organization" in kind else people).append(one_line(text))
    return people, organizations


def _sorted(page: Page, source: str, values: Iterable[str], organizations: Iterable[str] = ()) -> Stated:
    """Tell people from all else in what a source says."""
    people: list[str] = []
    others = list(organizations)
    agencies: list[str] = []
    for value in values:
        named = names_in(value)
        agencies += named.agencies
        others += [name for name in named.others + named.agencies if any(map(str.isalpha, name))]
        for name in named.people:
            (others if _is_site(name, page.site_keys) else people).append(name)
    for organization in organizations:
        agencies += names_in(organization).agencies
    return Stated(source, *(tuple(dict.fromkeys(items)) for items in (people, others, agencies)))


def _is_site(name: str, sites: frozenset[str]) -> bool:
    """Whether a name is the site's, or a desk's that begins with it."""
    own = key(name)
    return own in sites or any(key(word) in sites for word in name.split()[:1] if len(word) >= _SITE)
