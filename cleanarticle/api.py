"""The four functions for everyday use: a Cleaner with its defaults."""

from __future__ import annotations

from functools import cache
from typing import Any

from cleanarticle.cleaner import Cleaner
from cleanarticle.result import Result


@cache
def _default() -> Cleaner:
    return Cleaner()


def clean(text: str, *, title: str | None = None, url: str | None = None, lang: str | None = None) -> str:
    """Return the article's body: ``text`` without bylines, prompts, related stories and all other residue.

    Args:
        text: The text of an article, as some extractor made it.
        title: Its title, if it is known: lines that repeat it go.
        url: Where it is from, for rules that are for one site.
        lang: Its language, as a code such as ``"de"``; told from the text if not given.

    Raises:
        TypeError: ``text`` is no string.
    """
    return _default().clean(text, title=title, url=url, lang=lang)


def clean_html(
    html: Any,  # noqa: ANN401
    *,
    url: str | None = None,
    lang: str | None = None,
    engine: str = "thorough",
    output: str = "text",
    links: bool = False,
    emphasis: bool = False,
) -> str:
    """Return the body of the article on a page.

    Args:
        html: The page: str, bytes (of any encoding), an lxml element or tree, a BeautifulSoup or Tag. Left unchanged.
        url: Where it is from; the page's own word if not given.
        lang: Its language, as a code such as ``"de"``; the page's own word if not given.
        engine: ``"thorough"`` also hears what trafilatura takes for the main text; ``"fast"`` does without.
        output: ``"text"``, ``"markdown"`` or ``"html"``: simplified, of harmless elements alone.
        links: Whether links stay in Markdown and HTML, their addresses absolute.
        emphasis: Whether bold and italic stay in Markdown and HTML.

    Raises:
        TypeError: ``html`` is none of these.
        UnknownNameError: No engine or output has that name.
    """
    return _default().clean_html(html, url=url, lang=lang, engine=engine, output=output, links=links, emphasis=emphasis)


def analyze(text: str, *, title: str | None = None, url: str | None = None, lang: str | None = None) -> Result:
    """Clean a text as ``clean`` does and explain it: what was removed and why, what was not, and the metadata."""
    return _default().analyze(text, title=title, url=url, lang=lang)


def analyze_html(
    html: Any,  # noqa: ANN401
    *,
    url: str | None = None,
    lang: str | None = None,
    engine: str = "thorough",
    output: str = "text",
    links: bool = False,
    emphasis: bool = False,
) -> Result:
    """Clean a page as ``clean_html`` does and explain it; offsets count in ``result.source_text``.

    ``result.text`` is the text whatever the ``output``; Markdown and HTML are in ``result.rendered``.
    """
    return _default().analyze_html(
        html, url=url, lang=lang, engine=engine, output=output, links=links, emphasis=emphasis
    )
