"""From whatever a page comes as to a tree of our own: str, bytes, an lxml element or tree, a soup."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from cleanarticle.reading.decode import decode

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
# Elements that hold no markup: what follows one that is never closed is its text. Others hide nothing that way.
_NO_TEXT = re.compile(r"<(script|style|title)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL)
# XML and HTML have no place for these; lxml refuses a string that holds them.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


def markup_of(source: Any) -> str | HtmlElement:  # noqa: ANN401
    """The source as a string, or as a tree of our own where it is one already.

    Raises:
        TypeError: ``source`` is no page.
    """
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


def is_markup(text: str) -> bool:
    """Whether a string holds a tag that HTML has."""
    return _TAG.search(text) is not None


def parse(markup: str) -> HtmlElement | None:
    """Parse a page whatever its faults; None where there is nothing in it."""
    from lxml import etree, html

    markup = _DECLARATION.sub("", _CONTROL.sub(" ", markup))
    try:
        return html.document_fromstring(markup, parser=html.HTMLParser(huge_tree=True))
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def is_cut_off(tree: HtmlElement) -> bool:
    """Whether the parser gave up before the page's end, as it does on what is nested too deeply, without an error."""
    last = tree.getroottree().parser.error_log.last_error
    return last is not None and "depth" in last.message


def bare(markup: str) -> str:
    """What is left of markup without its tags: for pages nested deeper than any parser goes."""
    return "\n".join(line for line in map(str.strip, _ANY_TAG.sub("\n", _NO_TEXT.sub(" ", markup)).split("\n")) if line)
