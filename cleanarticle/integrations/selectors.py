"""What a spider's author holds in hand for a piece of a page, as something the library reads."""

from __future__ import annotations

from typing import Any

from parsel import Selector, SelectorList


def is_node(value: object) -> bool:
    """Whether a value is an element of a page, or a list of elements as ``css()`` and ``xpath()`` give it."""
    return isinstance(value, (Selector, SelectorList)) or type(value).__module__.partition(".")[0] == "lxml"


def source_of(value: Any) -> Any:  # noqa: ANN401
    """What ``clean_html`` reads: the element of a selector, the first one's of a list, other values as they are.

    An empty list gives the empty string: a selector that matched nothing is an article without a text.
    """
    if isinstance(value, SelectorList):
        return source_of(value[0]) if value else ""
    return value.root if isinstance(value, Selector) else value
