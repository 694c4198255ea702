"""What a page says of its article: JSON-LD, then Open Graph and ``<meta>``, then ``<title>`` and ``<html lang>``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from cleanarticle.document import Facts

_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|NewsArticle|Report|LiveBlog|Review|Recipe")
# Names of <meta>, by name, property or itemprop, in the order they are trusted.
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline"),
    "description": ("og:description", "description", "twitter:description", "dc.description"),
    "authors": ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl",
                "citation_author"),
    "published": ("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
                  "sailthru.date", "publishdate", "pubdate", "dc.date.issued", "dc.date", "date", "og:pubdate",
                  "publish-date"),
    "modified": ("article:modified_time", "og:updated_time", "datemodified", "last-modified"),
    "site_name": ("og:site_name", "application-name", "al:iphone:app_name"),
    "section": ("article:section", "parsely-section", "section"),
    "url": ("og:url",),
    "tags": ("news_keywords", "keywords", "article:tag"),
}  # fmt: skip
_SPACES = re.compile(r"\s+")
_LETTERS = re.compile(r"[^\W\d_]")
_LABEL = re.compile(r"^(?:by|von|par|por|di|door|av|af)\s+", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\s*[,;|]\s*|\s+(?:and|und|et|y|e|en|och|og|&)\s+")
_NOT_A_NAME = re.compile(r"https?://|@|\.(?:com|org|net)\b")
# Nested JSON-LD deeper than this is no article's.
_DEPTH = 6


def read_facts(tree: HtmlElement) -> Facts:
    """Read what a page says of itself; empty where it says nothing."""
    linked = next(_articles(tree), {})
    meta = _meta(tree)
    html_title = _one_line(tree.findtext(".//head/title") or tree.findtext(".//title") or "")
    site = _text(linked.get("publisher")) or _first(meta, "site_name")
    title = _text(linked.get("headline")) or _first(meta, "title") or html_title
    canonical = tree.xpath("string(//link[@rel='canonical']/@href)")
    return Facts(
        title=_without_site(title, site),
        description=_text(linked.get("description")) or _first(meta, "description"),
        authors=_names(linked.get("author")) or _names(_all(meta, "authors")),
        published=_text(linked.get("datePublished")) or _first(meta, "published"),
        modified=_text(linked.get("dateModified")) or _first(meta, "modified"),
        site_name=site,
        section=_text(linked.get("articleSection")) or _first(meta, "section"),
        url=_one_line(canonical) or _first(meta, "url"),
        lang=_one_line(tree.get("lang") or tree.get("xml:lang") or ""),
        tags=tuple(dict.fromkeys(tag for line in _all(meta, "tags") for tag in map(_one_line, line.split(",")) if tag)),
    )


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = _one_line(element.get("content") or "")
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _all(meta: dict[str, list[str]], fact: str) -> list[str]:
    return next((meta[name] for name in _META[fact] if name in meta), [])


def _first(meta: dict[str, list[str]], fact: str) -> str:
    return next(iter(_all(meta, fact)), "")


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of the page that describe an article."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data = json.loads((script.text or "").strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _search(data, _DEPTH)


def _search(data: Any, depth: int) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    if depth == 0:
        return
    if isinstance(data, list):
        for item in data:
            yield from _search(item, depth - 1)
    elif isinstance(data, dict):
        if _ARTICLE_TYPES.search(str(data.get("@type"))):
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _search(data.get(key), depth - 1)


def _text(value: Any) -> str:  # noqa: ANN401
    """A JSON-LD value as one line of text: of an object its name, of a list its first."""
    if isinstance(value, list):
        return next((text for text in map(_text, value) if text), "")
    if isinstance(value, dict):
        return _text(value.get("name"))
    return _one_line(value) if isinstance(value, str) else ""


def _names(value: Any) -> tuple[str, ...]:  # noqa: ANN401
    """The names of people in a JSON-LD value or a list of strings, each alone, without addresses and repetitions."""
    items = value if isinstance(value, list) else [value]
    names = (name.strip(" ,|&-") for item in items for name in _BETWEEN_NAMES.split(_LABEL.sub("", _text(item))))
    return tuple(dict.fromkeys(name for name in names if _LETTERS.search(name) and not _NOT_A_NAME.search(name)))


def _one_line(text: str) -> str:
    # Some pages escape twice; entities left in a fact would never match the page's text.
    from html import unescape

    return _SPACES.sub(" ", unescape(text)).strip()


def _without_site(title: str, site: str) -> str:
    """The title without the site's name behind or before a separator."""
    for separator in (" | ", " - ", " – ", " — ", " · ", " » "):
        head, _, tail = title.rpartition(separator)
        if head and site and tail.strip().lower() == site.lower():
            return head.strip()
    return title
