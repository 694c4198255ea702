"""The addresses of links: absolute where that can be told, and only such as are safe to follow."""

from __future__ import annotations

import re
from urllib.parse import urljoin

# Browsers leave these out of an address before they read it, so "java\nscript:" is a scheme.
_IGNORED = re.compile("[\x00-\x1f\x7f]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SAFE = frozenset(("http", "https", "mailto", "tel"))
# What would end an address in Markdown or HTML, or part it.
_UNSAFE_CHARS = str.maketrans({char: f"%{ord(char):02X}" for char in ' "<>\\^`{|}()'})


def address(href: str, base: str) -> str:
    """Where a link leads to, from the page at ``base``; empty where that is no address to follow."""
    cleaned = _IGNORED.sub("", href).strip()
    if not cleaned:
        return ""
    try:
        joined = urljoin(base, cleaned)
    except ValueError:  # a broken address leads nowhere
        return ""
    scheme = _SCHEME.match(joined)
    if scheme and scheme[1].lower() not in _SAFE:
        return ""
    if not scheme and joined.startswith("#"):  # a place on a page that has no address
        return ""
    return joined.translate(_UNSAFE_CHARS)
