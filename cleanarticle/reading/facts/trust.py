"""Which source is trusted for which fact: a function for each, which gives the source's name and what it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from cleanarticle.features.repetition import key
from cleanarticle.lexicon.calendar import iso_date, url_date
from cleanarticle.reading.facts import jsonld, meta, microdata, timestamp, titles
from cleanarticle.reading.facts.authors import agency, authors
from cleanarticle.reading.facts.page import Page
from cleanarticle.reading.facts.values import one_line

Told = tuple[str, Any]
_NOTHING: Told = ("", "")
_MOST_TAGS = 200


def title(page: Page) -> Told:
    """The heading where the page's head agrees with it, else what the head says, without the site's name."""
    headlines = [text for node in page.articles if (text := jsonld.text_of(node.get("headline")))]
    head = [("json-ld", text) for text in headlines]
    head += [(source, values[0]) for source, values in meta.told(page.meta, "title")]
    head += [("title", page.html_title)] if page.html_title else []
    called = [titles.without_site(text, page.sites) for _, text in head]
    if page.article_headings:
        return "heading", titles.as_told(titles.without_site(page.article_headings[0][1], page.sites), called)
    if head:
        return head[0][0], called[0]
    return ("heading", page.headings[0][1]) if page.headings else _NOTHING


def published(page: Page) -> Told:
    """When it was published first."""
    return next(_dates(page, "published", "datePublished"), _NOTHING)


def modified(page: Page) -> Told:
    """When it was changed last."""
    return next(_dates(page, "modified", "dateModified"), _NOTHING)


def _dates(page: Page, fact: str, name: str) -> Iterator[Told]:
    """The dates that the page tells for a fact, the most trusted first; in ISO form where they can be read."""
    unread: list[Told] = []
    for source, text in _stated_dates(page, fact, name):
        if told := iso_date(text, page.lang):
            yield source, timestamp.in_local_time(told, page.of("time"))
        elif text:
            unread.append((source, text))
    if fact == "published":
        for source, text in timestamp.published(page.of("time"), page.header, page.lang):
            yield source, text
        if told := url_date(page.url):
            yield "url", told
    yield from unread


def _stated_dates(page: Page, fact: str, name: str) -> Iterator[tuple[str, str]]:
    for node in page.articles:
        yield "json-ld", jsonld.text_of(node.get(name))
    for source, values in meta.told(page.meta, fact):
        yield source, values[0]
    for element in islice(microdata.properties(page.tree, name), 3):
        yield "microdata", microdata.value(element)


def description(page: Page) -> Told:
    """What it is about, in a sentence or two."""
    return _first(page, "description", "description")


def section(page: Page) -> Told:
    """The section it stands in."""
    found = _first(page, "section", "articleSection")
    if found[1]:
        return found
    crumbs = [crumb for crumb in jsonld.breadcrumb(page.linked) if key(crumb) not in page.site_keys]
    if crumbs and titles.agreement(crumbs[-1], page.called[0] if page.called else "") > 0.8:
        crumbs.pop()
    inner = [crumb for crumb in crumbs if key(crumb) not in _FRONT]
    return ("json-ld", inner[-1]) if inner else _NOTHING


_FRONT = frozenset(("home", "homepage", "startseite", "accueil", "inicio", "portada", "start", "главная", "首页"))


def _first(page: Page, fact: str, name: str) -> Told:
    for node in page.articles:
        if text := jsonld.text_of(node.get(name)):
            return "json-ld", text
    for source, values in meta.told(page.meta, fact):
        return source, values[0]
    return _NOTHING


def site_name(page: Page) -> Told:
    """What the site is called."""
    for node in page.articles:
        if text := jsonld.text_of(page.resolve(node.get("publisher"))):
            return "json-ld", text
    return next(((source, values[0]) for source, values in meta.told(page.meta, "site_name")), _NOTHING)


def url(page: Page) -> Told:
    """Its canonical address."""
    if page.url:
        return ("open-graph" if page.url in page.meta.get("og:url", ()) else "link"), one_line(page.url)
    return _NOTHING


def lang(page: Page) -> Told:
    """The language it is written in."""
    if page.lang:
        return "html", page.lang
    for node in page.articles:
        if text := jsonld.text_of(node.get("inLanguage")):
            return "json-ld", text
    return next(((source, values[0]) for source, values in meta.told(page.meta, "lang")), _NOTHING)


def tags(page: Page) -> Told:
    """Its topics and keywords."""
    for source, values in _stated_tags(page):
        lines = values if len(values) > 1 else re.split(r"[,;、，]", values[0])
        if told := tuple(dict.fromkeys(filter(None, map(one_line, lines))))[:_MOST_TAGS]:
            return source, told
    return _NOTHING


def _stated_tags(page: Page) -> Iterator[tuple[str, list[str]]]:
    for source, values in meta.told(page.meta, "tags"):
        yield source, values
    for node in page.articles:
        told = node.get("keywords")
        values = [text for text in map(jsonld.text_of, told if isinstance(told, list) else [told]) if text]
        if values:
            yield "json-ld", values


def body(page: Page) -> str:
    """The article's text, where the page's data hold it: what a block of the page can be compared with."""
    return next((text for node in page.articles if (text := jsonld.text_of(node.get("articleBody")))), "")


FIELDS: dict[str, Callable[[Page], Told]] = {
    "title": title,
    "description": description,
    "authors": authors,
    "published": published,
    "modified": modified,
    "agency": agency,
    "site_name": site_name,
    "section": section,
    "url": url,
    "lang": lang,
    "tags": tags,
}
