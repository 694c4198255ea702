"""Read a page: its facts, its text in reading order, and which of its elements may be of the article.

Whatever comes is read: broken markup, a page without text, plain prose. Trees and soups are copied, never changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cleanarticle.document import Block, Document, Facts, Outside, Span
from cleanarticle.reading.lines import lines
from cleanarticle.reading.source import bare, is_cut_off, is_markup, markup_of, parse
from cleanarticle.reading.text import read_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from cleanarticle.outline import Outline
    from cleanarticle.reading.layout import Layout

# An element this likely to be of the article, or more, is left for the heuristics.
_LIKELY = 0.05
# A page with hardly any elements has no layout to tell by.
_FEW = 6


def read_html(
    source: Any,  # noqa: ANN401
    *,
    url: str | None = None,
    lang: str | None = None,
    engine: str = "thorough",
    attributes: bool = False,
) -> Document:
    """Make a Document of a page given as str, bytes, lxml element or tree, BeautifulSoup or Tag.

    Args:
        source: The page.
        url: Where it is from, if the page does not say or says wrong.
        lang: Its language, likewise.
        engine: "thorough" also asks trafilatura for the main text and takes that as evidence; "fast" does not.
        attributes: Whether the Document's page has all attributes of its tags, for links and selectors.

    Raises:
        TypeError: ``source`` is no page.
    """
    markup = markup_of(source)
    if isinstance(markup, str) and not is_markup(markup):
        return read_text(markup, Facts(url=url or "", lang=lang or ""))
    tree = parse(markup) if isinstance(markup, str) else markup
    if tree is None:
        return read_text("", Facts(url=url or "", lang=lang or ""))
    from cleanarticle.reading.facts import read_facts

    facts = read_facts(tree)
    given = {"url": url, "lang": lang}
    sources = tuple((name, source) for name, source in facts.sources if not given.get(name))
    facts = replace(facts, url=url or facts.url, lang=lang or facts.lang, sources=sources)
    if isinstance(markup, str) and is_cut_off(tree):
        return read_text(bare(markup), facts)
    document = _read(tree, facts, engine, attributes)
    if not document.text and isinstance(markup, str):
        return read_text(bare(markup), facts)
    return document


def _read(tree: HtmlElement, facts: Facts, engine: str, attributes: bool) -> Document:
    from cleanarticle.reading.elements import outline
    from cleanarticle.reading.layout import layout
    from cleanarticle.reading.region import chances, rows
    from cleanarticle.reading.voice import heard, main_text

    said = main_text(tree) if engine == "thorough" else ""
    page = outline(tree, attributes=attributes)
    placed = layout(page)
    measured = rows(page, placed, facts)
    voice = heard(page, said) if engine == "thorough" else None
    return document_of(page, placed, facts, measured, chances(measured), voice)


def document_of(
    page: Outline,
    placed: Layout,
    facts: Facts,
    measured: Sequence[tuple[float, ...]],
    likely: Sequence[float],
    voice: Sequence[float] | None,
) -> Document:
    """The Document of a page of which every element was measured; ``voice`` is None where no extractor was asked."""
    from cleanarticle.reading.evidence import evidence

    chosen = _chosen(likely, voice, placed.words)
    text, spans = lines(page)
    return Document(
        text,
        tuple(Block(index, *spans[i], text[slice(*spans[i])], i) for index, i in enumerate(chosen)),
        facts,
        page,
        _outside(spans, likely, chosen),
        evidence(page, placed, facts, measured, likely, chosen, voice),
        "fast" if voice is None else "thorough",
    )


def _chosen(likely: Sequence[float], voice: Sequence[float] | None, words: Sequence[int]) -> list[int]:
    """The elements that may be of the article; where none may, all of them."""
    if len(likely) <= _FEW:
        return list(range(len(likely)))
    found = [i for i, chance in enumerate(likely) if chance >= _LIKELY or (voice and voice[i] and words[i] >= _FEW)]
    return found or list(range(len(likely)))


def _outside(spans: Sequence[Span], likely: Sequence[float], chosen: Sequence[int]) -> tuple[Outside, ...]:
    inside = set(chosen)
    return tuple(Outside(*span, i, 1 - likely[i]) for i, span in enumerate(spans) if i not in inside)
