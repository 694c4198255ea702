"""What is read of a page for its facts, each part when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from lxml.html import HtmlElement

from cleanarticle.features.repetition import key
from cleanarticle.reading.facts import authors, byline, jsonld, titles, zone
from cleanarticle.reading.facts.meta import Meta, read_meta, told
from cleanarticle.reading.facts.values import host, one_line

_MOST_HEADINGS = 3
_TAGS = ("meta", "link", "script", "h1", "time")


class Page:
    """The places of a page in which it says something of itself."""

    def __init__(self, tree: HtmlElement) -> None:
        self.tree = tree

    @cached_property
    def _elements(self) -> dict[str, list[HtmlElement]]:
        """The elements that tell facts, by tag, from one walk over the page."""
        found: dict[str, list[HtmlElement]] = {tag: [] for tag in _TAGS}
        for element in self.tree.iter(*_TAGS):
            found[element.tag].append(element)
        return found

    def of(self, tag: str) -> list[HtmlElement]:
        """The page's elements of one of the tags that tell facts."""
        return self._elements[tag]

    @cached_property
    def meta(self) -> Meta:
        """Its ``<meta>`` elements."""
        return read_meta(self.of("meta"))

    @cached_property
    def linked(self) -> list[Any]:
        """All of its JSON-LD."""
        return jsonld.objects(self.of("script"))

    @cached_property
    def articles(self) -> list[jsonld.Node]:
        """The JSON-LD objects about its article."""
        called = [*self.called, *(text for _, text in self.headings[:3])]
        return jsonld.articles(self.linked, self.url, called)

    @cached_property
    def named(self) -> dict[str, jsonld.Node]:
        """The JSON-LD objects that others refer to."""
        return jsonld.index(self.linked)

    @cached_property
    def url(self) -> str:
        """Its canonical address."""
        canonical = next((link.get("href") for link in self.of("link") if _is_canonical(link)), "")
        stated = next((values[0] for _, values in told(self.meta, "url")), "")
        return canonical if "//" in canonical or not stated else stated

    @cached_property
    def html_title(self) -> str:
        """The text of its ``<title>``."""
        return one_line(self.tree.findtext(".//head/title") or self.tree.findtext(".//title") or "")

    @cached_property
    def called(self) -> list[str]:
        """What it calls itself in its head."""
        return [*(values[0] for _, values in told(self.meta, "title")), *([self.html_title] if self.html_title else [])]

    @cached_property
    def headings(self) -> list[Any]:
        """Its headings of the first level but the site's name, with their text."""
        names = frozenset(key(values[0]) for _, values in told(self.meta, "site_name"))
        return [item for item in titles.headings(self.of("h1"), self.url) if key(item[1]) not in names]

    @cached_property
    def sites(self) -> list[str]:
        """What its site may be called."""
        names = [values[0] for _, values in told(self.meta, "site_name")]
        names += [name for node in self.articles if (name := jsonld.text_of(self.resolve(node.get("publisher"))))]
        address = host(self.url)
        return [*names, address, address.rpartition(".")[0]]

    @cached_property
    def site_keys(self) -> frozenset[str]:
        """The same, for comparison."""
        return frozenset(filter(None, map(key, self.sites)))

    @cached_property
    def lang(self) -> str:
        """The language that its markup is said to be in."""
        return one_line(self.tree.get("lang") or self.tree.get("xml:lang") or "")

    @cached_property
    def article_headings(self) -> list[tuple[HtmlElement, str]]:
        """The article's heading; more than one where it is printed again, such as for a bar that stays in view."""
        headlines = [text for node in self.articles if (text := jsonld.text_of(node.get("headline")))]
        told = [titles.without_site(title, self.sites) for title in (*headlines, *self.called)]
        return titles.choose(self.headings, told)

    @cached_property
    def header(self) -> zone.Header:
        """The elements around the article's heading, or around the first heading there is."""
        around = [zone.header(element) for element, _ in (self.article_headings or self.headings[:1])[:_MOST_HEADINGS]]
        return zone.Header([e for part in around for e in part.behind], [e for part in around for e in part.before])

    @cached_property
    def byline(self) -> tuple[str, ...]:
        """The names that its byline shows."""
        return byline.authors(self.tree, self.header)

    @cached_property
    def stated(self) -> list[authors.Stated]:
        """What it says of its authors to machines."""
        return list(authors.stated(self))

    def resolve(self, value: Any) -> Any:  # noqa: ANN401
        """A JSON-LD value, a reference replaced by what it refers to."""
        if isinstance(value, list):
            return [self.resolve(item) for item in value[:50] if not isinstance(item, list)]
        if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
            return self.named.get(value["@id"], value)
        return value


def _is_canonical(link: HtmlElement) -> bool:
    return "canonical" in (link.get("rel") or "").lower().split() and bool((link.get("href") or "").strip())
