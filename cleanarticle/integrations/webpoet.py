"""web-poet: field processors that clean the article of a page object, see ``docs/scrapy.md``.

    @field(out=[clean_html_processor])
    def articleBody(self):
        return self.css("article")

Processors take what the field gave and the page object, as those of zyte-common-items do; a value that they cannot
clean goes on as it is.
"""

from __future__ import annotations

from inspect import iscoroutine
from typing import Any

from web_poet import BrowserResponse, HttpResponse

from cleanarticle.cleaner import Cleaner
from cleanarticle.integrations.selectors import is_node, source_of

__all__ = ["HtmlProcessor", "TextProcessor", "clean_html_processor", "clean_text_processor"]


class TextProcessor:
    """Cleans a text; immutable, for as many fields and pages as you like.

    Args:
        cleaner: How to clean, such as ``Cleaner(keep={"caption"})``.
    """

    def __init__(self, cleaner: Cleaner) -> None:
        self._cleaner = cleaner

    def __call__(self, value: Any, page: Any) -> Any:  # noqa: ANN401
        """The clean text of a str; other values as they are."""
        return self._cleaner.clean(value, url=_url_of(page)) if isinstance(value, str) else value


class HtmlProcessor:
    """Makes the article's clean text of HTML; immutable, for as many fields and pages as you like.

    Args:
        cleaner: How to clean, such as ``Cleaner(keep={"caption"})``.
        engine: How the page is read: ``"thorough"`` or ``"fast"``.
    """

    def __init__(self, cleaner: Cleaner, engine: str = "thorough") -> None:
        self._cleaner = cleaner
        self._engine = engine

    def __call__(self, value: Any, page: Any) -> Any:  # noqa: ANN401
        """The article of a response, a selector, an element, str or bytes; None where a selector found nothing.

        Other values go on as they are.
        """
        if isinstance(value, HttpResponse):
            source: Any = value.text
        elif isinstance(value, BrowserResponse):
            source = str(value.html)
        elif is_node(value):
            source = source_of(value)
        elif isinstance(value, (str, bytes)):
            source = value
        else:
            return value
        return self._cleaner.clean_html(source, url=_url_of(page), engine=self._engine) or None


def _url_of(page: object) -> str | None:
    """The URL of a page object: of a field or a response; no URL where that is a coroutine."""
    url = getattr(page, "url", None)
    if iscoroutine(url):
        url.close()
    return url if isinstance(url, str) else None


clean_text_processor = TextProcessor(Cleaner())
clean_html_processor = HtmlProcessor(Cleaner())
