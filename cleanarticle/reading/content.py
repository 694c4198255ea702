"""What the bytes of an input are: a web page or a plain text, and in which encoding.

A page's encoding is left to the HTML reader, which knows what the page declares. Telling the two apart errs
to text: prose that mentions a tag must come back whole, and for a page in an odd shape there is ``--html``.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

# How much of an input is looked at to tell whether it is a page.
_HEAD = 16_384
# The mark of UTF-32 begins with that of UTF-16, so it stands first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# A piece of a page that was cut off has at least this many closing tags; prose that names tags rarely has.
_CLOSINGS = 3

_TAG = re.compile(
    r"</?(?:html|head|body|title|meta|link|base|script|noscript|style|template|main|article|section|header|footer|nav|aside"
    r"|div|p|h[1-6]|ul|ol|li|dl|dt|dd|table|tbody|tr|td|th|figure|figcaption|picture|img|video|iframe|form|button|input"
    r"|blockquote|pre|a|span|em|strong|b|i|u|small|font|center|time|br|hr|svg)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_LEADING = re.compile(r"(?:\s++|<!--(?>.*?-->)|<\?xml(?>[^>]*>))*+", re.DOTALL)
_DOCTYPE = re.compile(r"<!doctype\s+html\b", re.IGNORECASE)
# A page after something that does not belong to it, such as a server's warning.
_PAGE_BELOW = re.compile(r"^[ \t]*<(?:!doctype\s+html|html)\b[^<>]*>", re.IGNORECASE | re.MULTILINE)


def looks_like_html(data: bytes) -> bool:
    """Whether the bytes are a web page, or a piece of one, and not prose that has ``<`` in it."""
    encoding = _marked(data) or "latin-1"
    head = data[:_HEAD].decode(encoding, "replace")
    leading = _LEADING.match(head)
    head = head[leading.end() if leading else 0 :]
    if _DOCTYPE.match(head):
        return True
    ends_in_tag = data[-_HEAD:].rstrip(b"\x00\t\n\r ").endswith(b">")
    if _TAG.match(head):
        closings = sum(tag.startswith("</") for tag in _TAG.findall(head))
        return ends_in_tag or closings >= _CLOSINGS
    return ends_in_tag and _PAGE_BELOW.search(head) is not None


def decode(data: bytes) -> str:
    """A plain text of its bytes: by their byte order mark, else UTF-8, else windows-1252. Never fails."""
    if encoding := _marked(data):
        return data.decode(encoding, "replace")
    with suppress(UnicodeDecodeError):
        return data.decode("utf-8")
    text = data.decode("utf-8", "replace")
    # A UTF-8 text with a broken character, or cut off inside one, is still UTF-8: read as windows-1252 all of
    # it would break. And bytes of windows-1252 hardly ever make a valid UTF-8 character by chance.
    good = sum(not char.isascii() and char != "\ufffd" for char in text)
    return text if good >= text.count("\ufffd") else data.decode("windows-1252", "replace")


def _marked(data: bytes) -> str:
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")
