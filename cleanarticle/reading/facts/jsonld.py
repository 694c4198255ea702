"""JSON-LD: the objects of a page, mended where they are broken, and the one that describes its article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import Any

from lxml.html import HtmlElement

from cleanarticle.features.repetition import key
from cleanarticle.reading.facts.values import one_line, same_page

Node = dict[str, Any]

# Types that describe a page's article, the most telling first; and what a page of another type says of itself.
_ARTICLE = re.compile(r"Article|Posting|Report\b|Review\b|Recipe\b")
_PAGE = re.compile(r"WebPage\b|ItemPage\b|Episode\b|VideoObject\b|CreativeWork\b")
# Where an article's object stands in another: not under mentions, hasPart or itemListElement, which are other stories.
_DOWN = ("@graph", "mainEntity", "mainEntityOfPage")
# Nested deeper than this no object is the article's; and so many objects of one page are looked at.
_DEPTH = 6
_MOST = 5_000
_COMMA = re.compile(r",(?=\s*[}\]])")
_DECODER = json.JSONDecoder(strict=False)
# What can still be read of an object that is no JSON: single fields.
_FIELD = re.compile(
    r'"(headline|datePublished|dateModified|description|articleSection|inLanguage)"\s*:\s*"((?:[^"\\]|\\.)*)"'
)
_AUTHOR = re.compile(r'"author"\s*:\s*\[?\s*(?:\{[^{}]*?"name"\s*:\s*)?"((?:[^"\\]|\\.){2,80})"')


def objects(scripts: Iterable[HtmlElement]) -> list[Any]:
    """What the JSON-LD among scripts holds, in order; what cannot be mended is left out."""
    found = []
    for script in scripts:
        if "ld+json" in (script.get("type") or "").lower():
            data = _loads(script.text or "")
            if data is not None:
                found.append(data)
    return found


def _loads(text: str) -> Any:  # noqa: ANN401
    """JSON as pages write it: wrapped in comments, with commas at ends, escaped for HTML, with junk behind it."""
    text = text.replace("<![CDATA[", "").strip()
    for mend in (str, _mended):
        try:
            return _DECODER.raw_decode(mend(text), _start(text))[0]
        except ValueError:
            continue
        except RecursionError:
            return None
    return _salvaged(text)


def _start(text: str) -> int:
    """Where the first object or list begins: comments stand before it, and what stands behind it does not matter."""
    return min((at for at in (text.find("{"), text.find("[")) if at >= 0), default=0)


def _mended(text: str) -> str:
    return _COMMA.sub("", text if '"' in text else unescape(text))


def _salvaged(text: str) -> Node | None:
    """The fields of an article's object that is no JSON, such as one with quotes inside of its strings."""
    if not _ARTICLE.search(text):
        return None
    fields: Node = {}
    for name, value in _FIELD.findall(text):
        fields.setdefault(name, _unquoted(value))
    if author := _AUTHOR.search(text):
        fields["author"] = _unquoted(author[1])
    return {"@type": "Article", **fields} if fields else None


def _unquoted(value: str) -> str:
    try:
        return str(json.loads(f'"{value}"', strict=False))
    except ValueError:
        return value


def articles(found: Sequence[Any], url: str, titles: Iterable[str]) -> list[Node]:
    """The objects that describe the page's article, the best first.

    Of several articles' objects the one whose address or headline is the page's is meant, and the others are lists
    of other stories. Objects of pages come last.

    Args:
        found: What ``objects`` gave.
        url: The page's address, as it says itself; may be empty.
        titles: What the page calls itself elsewhere.
    """
    wanted = {key(title) for title in titles if title}
    own: list[Node] = []
    others: list[Node] = []
    pages: list[Node] = []
    for node in _nodes(found):
        kind = _type(node)
        if _ARTICLE.search(kind):
            (own if _is_about(node, url, wanted) else others).append(node)
        elif _PAGE.search(kind) and node.get("@id") != "#":
            pages.append(node)
    # Without a match, a single object is the page's; of many none can be told to be.
    return (own or others[:1]) + pages


def _is_about(node: Node, url: str, titles: set[str]) -> bool:
    headline = key(text_of(node.get("headline")) or text_of(node.get("name")))
    if headline and any(headline in title or title in headline for title in titles if title):
        return True
    addresses = (node.get("url"), node.get("mainEntityOfPage"), node.get("@id"))
    return bool(url) and any(same_page(address, url) for address in map(_address, addresses) if address)


def _address(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) else ""


def _nodes(found: Sequence[Any]) -> Iterator[Node]:
    """Every object that may be the page's, in order; walks without recursion."""
    stack = [(item, _DEPTH) for item in reversed(found)]
    seen = 0
    while stack and seen < _MOST:
        value, depth = stack.pop()
        seen += 1
        if isinstance(value, list):
            stack += [(item, depth - 1) for item in reversed(value[:_MOST]) if depth]
        elif isinstance(value, dict):
            yield value
            stack += [(value[name], depth - 1) for name in reversed(_DOWN) if depth and name in value]


def _type(node: Node) -> str:
    kind = node.get("@type")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "")


def index(found: Sequence[Any]) -> dict[str, Node]:
    """The named objects of a page by their ``@id``, for references to them."""
    named: dict[str, Node] = {}
    stack = list(reversed(found))
    while stack:
        value = stack.pop()
        if isinstance(value, list):
            stack += reversed(value)
        elif isinstance(value, dict):
            address = value.get("@id")
            if isinstance(address, str) and "name" in value:
                named.setdefault(address, value)
            stack += [item for item in value.values() if isinstance(item, (dict, list))]
    return named


def text_of(value: Any) -> str:  # noqa: ANN401
    """A value as one line of text: of an object its name, of a list its first."""
    for _ in range(_DEPTH):
        if isinstance(value, list):
            value = next((item for item in value if item), "")
        elif isinstance(value, dict):
            value = value.get("name") or value.get("@value") or ""
    return one_line(value) if isinstance(value, str) else ""


def breadcrumb(found: Sequence[Any]) -> list[str]:
    """The names of the page's breadcrumb, from the site's front page down; empty where there is none."""
    for node in _nodes(found):
        crumbs = node if _type(node) == "BreadcrumbList" else node.get("breadcrumb")
        items = crumbs.get("itemListElement") if isinstance(crumbs, dict) else None
        if isinstance(items, list):
            told = [text_of(item) or text_of(item.get("item")) for item in items if isinstance(item, dict)]
            return [name for name in told if name]
    return []
