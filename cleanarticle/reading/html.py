"""Read a page: its main text, found by trafilatura, and its facts, as one Document.

Whatever comes is read: broken markup, a page without text, plain prose. Trees and soups are copied, never changed.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cleanarticle.document import Document, Facts
from cleanarticle.reading.decode import decode
from cleanarticle.reading.text import read_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# What makes a string markup: a tag that HTML has. "a <b" in prose and "<name>" are none.
_TAG = re.compile(
    r"<(?:!doctype\b|!--|/?(?:html|head|body|title|meta|link|script|style|div|span|p|br|hr|a|img|h[1-6]|ul|ol|li|dl|dt|dd|table|tbody"
    r"|thead|tr|td|th|article|section|main|aside|header|footer|nav|figure|figcaption|blockquote|pre|code|em|strong|i|b|u|small|sub"
    r"|sup|form|input|button|label|iframe|video|audio|picture|source|svg|template|font|center|time|address|cite|q|noscript)"
    r"(?:\s[^<>]*)?/?>)",
    re.IGNORECASE,
)
_ANY_TAG = re.compile(r"<[^<>]{0,4000}>")
_NO_TEXT = re.compile(
    r"<(script|style|head|noscript|template|svg)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL
)
# XML and HTML have no place for these; lxml refuses a string that holds them.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
# Elements whose text is no text of the page.
_SILENT = {"script", "style", "noscript", "template", "head", "title", "svg", "iframe", "object", "textarea", "select"}
_BREAKS = {"p", "div", "br", "li", "ul", "ol", "tr", "td", "th", "table", "section", "article", "header", "footer",
           "nav", "aside", "main", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "figure", "figcaption",
           "form", "hr", "dd", "dt", "body"}  # fmt: skip


def read_html(source: Any, *, url: str | None = None, lang: str | None = None) -> Document:  # noqa: ANN401
    """Make a Document of a page given as str, bytes, lxml element or tree, BeautifulSoup or Tag.

    Raises:
        TypeError: ``source`` is none of these.
    """
    markup = _markup(source)
    if isinstance(markup, str) and not _TAG.search(markup):
        return read_text(markup, Facts(url=url or "", lang=lang or ""))
    tree = parse(markup) if isinstance(markup, str) else markup
    if tree is None:
        return read_text("", Facts(url=url or "", lang=lang or ""))
    from cleanarticle.reading.facts import read_facts

    facts = read_facts(tree)
    given = {"url": url, "lang": lang}
    sources = tuple((name, source) for name, source in facts.sources if not given.get(name))
    facts = replace(facts, url=url or facts.url, lang=lang or facts.lang, sources=sources)
    text = main_text(tree)
    if not text and isinstance(markup, str):
        text = _bare(markup)
    return read_text(text, facts)


def _markup(source: Any) -> str | HtmlElement:  # noqa: ANN401
    """The source as a string, or as a tree of our own where it is one already."""
    if isinstance(source, str):
        return source.removeprefix("\ufeff")
    if isinstance(source, (bytes, bytearray, memoryview)):
        return decode(bytes(source))
    module = type(source).__module__.partition(".")[0]
    if module == "bs4":
        return str(source)
    if module == "lxml":
        from lxml import etree, html

        root = source.getroot() if hasattr(source, "getroot") else source
        if isinstance(root, html.HtmlElement):
            return deepcopy(root)
        return str(etree.tostring(root, encoding="unicode", method="html"))
    raise TypeError(f"expected a page as str, bytes, lxml element or BeautifulSoup, got {type(source).__name__}")


def parse(markup: str) -> HtmlElement | None:
    """Parse a page whatever its faults; None where there is nothing in it."""
    from lxml import etree, html

    markup = _DECLARATION.sub("", _CONTROL.sub(" ", markup))
    try:
        return html.document_fromstring(markup, parser=html.HTMLParser(huge_tree=True))
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _bare(markup: str) -> str:
    """What is left of markup without its tags: for pages nested deeper than any parser goes."""
    return "\n".join(line for line in map(str.strip, _ANY_TAG.sub("\n", _NO_TEXT.sub(" ", markup)).split("\n")) if line)


def main_text(tree: HtmlElement) -> str:
    """The page's main text, by trafilatura; all of its visible text where that finds nothing or fails."""
    import trafilatura

    try:
        found = trafilatura.extract(deepcopy(tree), include_comments=False)
    except Exception:  # a page that breaks the extractor must not break the caller
        found = None
    return found or visible_text(tree)


def visible_text(tree: HtmlElement) -> str:
    """All text of a page that a reader sees, a line for each block; walks without recursion."""
    from lxml.etree import iterwalk

    pieces: list[str] = []
    silent = 0
    for event, element in iterwalk(tree, events=("start", "end", "comment", "pi")):
        tag = element.tag
        if event == "start":
            silent += tag in _SILENT
            text = element.text
        else:
            silent -= tag in _SILENT  # a comment's tag is a function, in no set
            text = element.tail
        pieces.append("\n" if tag in _BREAKS else "")
        pieces.append("" if silent else text or "")
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)
