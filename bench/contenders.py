"""Extractors that are compared: what each makes of a page, called as its documentation calls it, without a network.

A contender loads its package when it is first wanted; one whose package is missing is told with the reason. Each gets
the page as a string and its address, and gives the text of the article, a line for each paragraph where it has lines.
"""

from __future__ import annotations

import html as entities
import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

Extract = Callable[[str, str], str]
Load = Callable[[], Extract]


@dataclass(frozen=True)
class Contender:
    """An extractor: its name in the table, the package it is from, and what loads it."""

    name: str
    package: str
    load: Load

    @property
    def title(self) -> str:
        """Its name with the version of its package."""
        return f"{self.name} {version(self.package)}"


def contenders() -> Iterator[Contender]:
    """All of them, the library's own last; an engine of ``clean_html`` each, where it has engines."""
    yield Contender("trafilatura", "trafilatura", _trafilatura)
    yield Contender("trafilatura, fast", "trafilatura", _trafilatura_fast)
    yield Contender("readability-lxml", "readability-lxml", _readability)
    yield Contender("newspaper4k", "newspaper4k", _newspaper)
    yield Contender("jusText", "jusText", _justext)
    yield Contender("goose3", "goose3", _goose)
    yield Contender("boilerpy3", "boilerpy3", _boilerpy)
    yield Contender("resiliparse", "Resiliparse", _resiliparse)
    for engine in engines():
        yield Contender(f"cleanarticle, {engine}" if engine else "cleanarticle", "cleanarticle", _cleanarticle(engine))


def engines() -> tuple[str, ...]:
    """The engines of ``clean_html``, fast ones first; one without a name where there is nothing to choose."""
    import cleanarticle

    return ("fast", "thorough") if "engine" in inspect.signature(cleanarticle.clean_html).parameters else ("",)


def _cleanarticle(engine: str) -> Load:
    def load() -> Extract:
        import cleanarticle

        chosen = {"engine": engine} if engine else {}
        return lambda page, url: cleanarticle.clean_html(page, url=url, **chosen)

    return load


def _trafilatura() -> Extract:
    import trafilatura

    return lambda page, url: trafilatura.extract(page, url=url, include_comments=False) or ""


def _trafilatura_fast() -> Extract:
    import trafilatura

    return lambda page, url: trafilatura.extract(page, url=url, include_comments=False, fast=True) or ""


def _readability() -> Extract:
    from readability import Document

    return lambda page, url: lines_of(Document(page, url=url).summary(html_partial=True))


def _newspaper() -> Extract:
    from newspaper import Article

    def extract(page: str, url: str) -> str:
        article = Article(url, fetch_images=False)
        article.download(input_html=page)
        article.parse()
        return article.text

    return extract


def _justext() -> Extract:
    import justext

    def extract(page: str, url: str) -> str:
        paragraphs = justext.justext(page, *stopwords(language_of(page)))
        return "\n".join(each.text for each in paragraphs if not each.is_boilerplate)

    return extract


def _goose() -> Extract:
    from goose3 import Goose

    goose = Goose({"enable_image_fetching": False})
    return lambda page, url: goose.extract(raw_html=page).cleaned_text


def _boilerpy() -> Extract:
    from boilerpy3 import extractors

    extractor = extractors.ArticleExtractor(raise_on_failure=False)
    return lambda page, url: extractor.get_content(page)


def _resiliparse() -> Extract:
    from resiliparse.extract.html2text import extract_plain_text

    return lambda page, url: extract_plain_text(
        page, main_content=True, alt_texts=False, comments=False, post_meta=False
    )


_LANG = re.compile(r"<html\b[^>]{0,2000}?\blang\s*=\s*[\"']?([a-z]{2,3})", re.IGNORECASE)
_STOPLISTS = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ko": "Korean", "lt": "Lithuanian",
    "nb": "Norwegian_Bokmal", "nl": "Dutch", "no": "Norwegian_Bokmal", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese",
}  # fmt: skip


def language_of(page: str) -> str:
    """The language that a page says it is in, English where it says none."""
    found = _LANG.search(page, 0, 20_000)
    return found[1].lower() if found else "en"


@cache
def stopwords(language: str) -> tuple[frozenset[str], int, int, float, float]:
    """What jusText wants for a language: stop words and limits; without a list its limits are off, as it advises."""
    import justext

    if language in _STOPLISTS:
        return justext.get_stoplist(_STOPLISTS[language]), 70, 200, 0.30, 0.32
    return frozenset(), 70, 200, 0, 0


_BLOCKS = re.compile(
    r"<(?:/?(?:p|div|li|ul|ol|h[1-6]|blockquote|section|article|table|tr|td|pre|figure|dd|dt)|br)\b", re.I
)


def lines_of(markup: str) -> str:
    """The text of a piece of HTML, a line for each of its blocks."""
    broken = _BLOCKS.sub(lambda match: "\n" + match[0], markup.replace("\n", " "))
    text = entities.unescape(re.sub(r"<!--.*?-->|<[^<>]*>", "", broken, flags=re.DOTALL))
    return "\n".join(line for line in (" ".join(line.split()) for line in text.split("\n")) if line)
