"""``<meta>`` elements: Open Graph's, and the others by which sites tell search engines and trackers of an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from cleanarticle.lexicon.persons import is_author_label
from cleanarticle.reading.facts.values import one_line

# Names of <meta>, by name, property or itemprop, lower-case, in the order they are trusted.
NAMES = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title",
              "headline", "citation_title"),
    "description": ("og:description", "description", "twitter:description", "dc.description",
                    "dcterms.description"),
    "authors": ("author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator",
                "dcterms.creator", "byl", "citation_author", "cxenseparse:author", "article.author", "authors",
                "byline", "article:author_name", "article-author", "dc.contributor.author"),
    "published": ("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
                  "sailthru.date", "publishdate", "publish_date", "publish-date", "pubdate", "published_time",
                  "article.published", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.issued",
                  "dcterms.created", "dc.date.created", "citation_publication_date", "citation_online_date",
                  "og:pubdate", "bt:pubdate", "article_date_original", "date.created", "datecreated",
                  "displaydate", "ptime", "dc.date", "dcterms.date", "date"),
    "modified": ("article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified",
                 "last-modified", "dc.date.modified", "dcterms.modified", "article.updated", "lastmod", "revised",
                 "updated_time"),
    "site_name": ("og:site_name", "application-name", "publisher", "dc.publisher", "al:iphone:app_name",
                  "apple-mobile-web-app-title"),
    "section": ("article:section", "parsely-section", "cxenseparse:section", "article.section", "section",
                "category", "dc.subject"),
    "url": ("og:url", "twitter:url", "parsely-link"),
    "lang": ("content-language", "og:locale", "dc.language", "dcterms.language", "language", "inlanguage"),
    "tags": ("article:tag", "news_keywords", "parsely-tags", "sailthru.tags", "keywords"),
}  # fmt: skip
Meta = dict[str, list[str]]


def read_meta(elements: Iterable[HtmlElement]) -> Meta:
    """What ``<meta>`` elements say, by their names in lower case, in order."""
    found: Meta = {}
    for element in elements:
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = element.get("content")
        if name and content and not content.isspace():
            found.setdefault(name.strip().lower(), []).append(one_line(content))
    return found


def told(meta: Meta, fact: str) -> Iterator[tuple[str, list[str]]]:
    """What ``<meta>`` says of a fact: the source's name and the values, the most trusted first."""
    for name in NAMES[fact]:
        if name in meta:
            yield ("open-graph" if name.startswith(("og:", "article:")) else "meta"), meta[name]


def labelled_author(meta: Meta) -> list[str]:
    """The author in the pairs of label and value that Twitter's cards have."""
    return [
        value
        for number in ("1", "2", "3")
        for label in meta.get(f"twitter:label{number}", [])[:1]
        if is_author_label(label)
        for value in meta.get(f"twitter:data{number}", [])[:1]
    ]
