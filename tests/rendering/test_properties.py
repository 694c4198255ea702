"""What holds of every page: the same words in every form, nothing that was removed, and time that grows with the page."""

import gc
import re
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import cleanarticle
from cleanarticle.decide.spans import lines
from cleanarticle.reading.segments import segments
from cleanarticle.rendering import Form, render
from cleanarticle.result import Removal, replay
from tests.rendering.make import page
from tests.words import words

TEXTS = st.text(alphabet="ab1.)*_`~<>&[]()|\\#+-=! :\n“。é", min_size=1, max_size=12)
INLINE = ("b", "i", "em", "strong", "code", "a", "span")
BLOCKS = ("p", "div", "h2", "ul", "ol", "li", "blockquote", "pre", "table", "tr", "td", "th", "section", "figcaption")


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def element(names):
    def build(children):
        return st.builds(
            lambda name, inside: f"<{name}{' href=/x' if name == 'a' else ''}>{''.join(inside)}</{name}>",
            st.sampled_from(names),
            st.lists(children, max_size=4),
        )

    return build


PAGES = st.recursive(
    st.one_of(TEXTS.map(escaped), st.just("<br>"), st.just("<hr>"), TEXTS.map(escaped)),
    lambda children: st.one_of(element(BLOCKS)(children), element(INLINE)(children)),
    max_leaves=25,
).map(lambda body: f"<html><body>{body}</body></html>")


def removals(document, choose):
    """Removals of some lines and of parts of others."""
    found = []
    for line in lines(document):
        first, last = sorted(choose.draw(st.tuples(*[st.integers(line.start, line.end)] * 2)))
        if first < last and choose.draw(st.booleans()):
            found.append(Removal(first, last, "x", 1, "x", "x", document.text[first:last]))
    return tuple(found)


def text_of_html(written):
    root = etree.fromstring(f"<body>{written}</body>")
    for broken in root.iter("br"):
        broken.tail = f" {broken.tail or ''}"
    for cell in root.iter("td", "th"):
        cell.tail = f" {cell.tail or ''}"
    return "".join(root.itertext())


def text_of_markdown(written):
    markdown_it = pytest.importorskip("markdown_it")
    made = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(written)
    return text_of_html(made.replace("<br>", "<br />"))


def letters(text):
    """All that is seen of a text, and no white space."""
    return "".join(text.split())


FORMS = pytest.mark.parametrize("asked", [False, True], ids=["words", "links and emphasis"])


@FORMS
@settings(deadline=None, max_examples=80)
@given(markup=PAGES, choose=st.data())
def test_html_has_the_words_of_the_text(asked, markup, choose):
    document = page(markup)
    gone = removals(document, choose)
    kept = text_of_html(render(document, gone, Form("html", asked, asked)))
    # Bullets and the bars between cells are the text's own marks, and no words.
    assert words(kept) == words(replay(document.text, gone))


@FORMS
@settings(deadline=None, max_examples=80)
@given(markup=PAGES, choose=st.data())
def test_markdown_is_read_as_the_text_that_html_has(asked, markup, choose):
    document = page(markup)
    gone = removals(document, choose)
    read = text_of_markdown(render(document, gone, Form("markdown", asked, asked)))
    assert letters(read) == letters(text_of_html(render(document, gone, Form("html", asked, asked))))


@settings(deadline=None, max_examples=150)
@given(PAGES)
def test_segments_lie_in_their_elements_text(markup):
    read = page(markup).page
    for item in read.elements:
        found = segments(read, item)
        assert found[0].start == 0
        assert found[-1].end == len(item.text)
        for before, after in pairwise(found):
            assert item.text[before.end : after.start] in ("", " ")


STORY = "".join(
    f"<p>The {name} said on Monday that the old bridge over the river would be closed for the winter months.</p>"
    for name in ("mayor", "warden", "engineer", "ferryman", "baker")
)
PAGE = f"""<html><body><nav><a href=/>Home</a> <a href=/news>News</a></nav><article><h1>The bridge</h1>{STORY}
<p>Share on Facebook</p></article><footer>© 2024 The Valley Post. All rights reserved.</footer></body></html>"""


def test_what_is_removed_is_in_no_form():
    result = cleanarticle.analyze_html(PAGE, output="markdown")
    assert result.removed
    for output in ("text", "markdown", "html"):
        written = cleanarticle.clean_html(PAGE, output=output)
        assert "old bridge over the river" in written
        assert not re.search("Facebook|Home|All rights", written)
    assert result.rendered == cleanarticle.clean_html(PAGE, output="markdown")
    assert result.text == cleanarticle.clean_html(PAGE)


def test_a_plain_text_has_paragraphs():
    text = "The bridge * closed.\nIt was old.\n"
    assert cleanarticle.clean_html(text, output="markdown") == "The bridge \\* closed.\n\nIt was old."
    assert cleanarticle.clean_html(text, output="html") == "<p>The bridge * closed.</p>\n<p>It was old.</p>"


@pytest.mark.parametrize("page", ["", "<html></html>", "<script>x</script>"])
@pytest.mark.parametrize("output", ["text", "markdown", "html"])
def test_nothing_gives_nothing(page, output):
    assert cleanarticle.clean_html(page, output=output) == ""


def test_an_output_that_does_not_exist():
    for call in (cleanarticle.clean_html, cleanarticle.analyze_html):
        with pytest.raises(
            cleanarticle.UnknownNameError, match="no output is called 'xml'; there are: text, markdown, html"
        ):
            call("<p>a</p>", output="xml")


SHAPES = {
    "nested divs": lambda n: "<div>" * n + "a" + "</div>b" * n,
    "nested lists": lambda n: "<ul><li>a" * n + "</ul>" * n,
    "nested quotations": lambda n: "<blockquote>a" * n + "</blockquote>" * n,
    "nested bold": lambda n: "<p>" + "<b>a" * n + "</b>" * n,
    "items": lambda n: "<ul>" + "<li>a" * n + "</ul>",
    "rows": lambda n: "<table>" + "<tr><td>a<td>b" * n + "</table>",
    "cells": lambda n: "<table><tr><td>a<td>b<tr>" + "<td rowspan=99>a" * n + "<tr><td>b</table>",
    "lines": lambda n: "<p>" + "a<br>" * n + "</p>",
    "links": lambda n: "<p>" + "<a href=x>a</a> b " * n + "</p>",
    "code": lambda n: "<pre>" + "a\n" * n + "</pre>",
    "lists one below the other": lambda n: "<ul><li>a</ul>" * n,
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("output", ["markdown", "html"])
def test_time_and_size_grow_with_the_page(shape, output):
    def took(n):
        document = page(f"<html><body>{SHAPES[shape](n)}</body></html>")
        gc.collect()
        gc.disable()  # it goes over all that the process holds, other tests' objects too
        start = process_time()
        written = render(document, (), Form(output, links=True, emphasis=True))
        spent = process_time() - start
        gc.enable()
        assert len(written) < 2000 + 200 * n
        return spent

    # Quadratic would be a hundred times; of several runs the quickest, as others' garbage is collected in any.
    small = max(min(took(2_000) for _ in range(3)), 0.01)
    assert min(took(20_000) for _ in range(2)) < 40 * small
