"""Pages that broke other extractors: none crashes, none hangs, none loses its story without a word, none is changed."""

import gc
import threading
import time
import tracemalloc
from functools import partial

import pytest
from lxml import html
from trafilatura.meta import reset_caches

import cleanarticle
from cleanarticle.result import replay
from tests.make import PROSE

ENGINES = ("thorough", "fast")
STORY = "\n".join(f"<p>{line}</p>" for line in PROSE)
TEXT = "\n\n".join(PROSE)
SENTENCE = (
    "The clerk noted at the JOB BOARD that all rights reserved for the anglers had been sold twice since the spring."
)
SECOND = (
    "The bakers of Velm rose long before dawn to knead four hundred loaves for the feast of the lantern makers.",
    "A violinist played on the steps while children of the orchard school carried plates through the heavy rain.",
    "By noon the last crumbs were gone, and the mayor promised a second oven before the next winter came along.",
)


def page(body, head="<title>The old bridge</title>"):
    return f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>"


def paragraphs(lines, attributes=""):
    return "".join(f"<p {attributes}>{line}</p>\n" for line in lines)


# What broke others, in their words or ours; the story must come back from each.
STORIES = {
    "nested 500": page("<div>" * 500 + STORY + "</div>" * 500),
    "nested 2,000 below a menu": page("<p>Menu</p>" + "<div>" * 2_000 + STORY + "</div>" * 2_000),
    "nested 3,000 below a menu": page("<p>Menu</p>" + "<div>" * 3_000 + STORY + "</div>" * 3_000),
    "nested 20,000": page("<div>" * 20_000 + STORY + "</div>" * 20_000),
    "nested 20,000, never closed": page("<div>" * 20_000 + STORY),
    "20,000 spans": page("<span>" * 20_000 + STORY),
    "20,000 in bold": page("<b>" * 20_000 + STORY),
    "8,000 short paragraphs": page("".join(f"<p>word {i} is short</p>" for i in range(8_000)) + STORY),
    "colspan": page(f"{STORY}<table><tr><td colspan=9007199254740991>1<td rowspan=9007199254740991>2</table>"),
    "data URI of 10 MB": page(f"<img src='data:image/png;base64,{'A' * 10_000_000}'>{STORY}"),
    "one line of 10 MB": page(f"{STORY}<p>{(PROSE[0] + ' ') * 100_000}</p>"),
    "one word of 10 MB": page(f"{STORY}<p>{'a' * 10_000_000}</p>"),
    "a million signs": page(f"<p>{'< ' * 1_000_000}</p>{STORY}"),
    "unclosed tags": "<html><body><div><article><p>" + "<p>".join(PROSE) + "<div><span><b>",
    "svg template": page(f"<svg><template><p>in</p></template></svg>{STORY}"),
    "svg template, never closed": page(f"<svg><template>{STORY}"),
    "svg template amid, never closed": page(f"<p>{SENTENCE}</p><svg class=icon><path d='1'/><template>{STORY}"),
    "noscript, never closed": page(f"<noscript><img src=x>{STORY}"),
    "textarea, never closed": page(f"<textarea>write{STORY}"),
    "comment after the root": page(STORY) + "<!-- served in 4 ms -->",
    "comment before the root": "<!-- cache --><?xml version='1.0' encoding='utf-16'?>" + page(STORY),
    "no root": STORY,
    "one form": page(f"<form action=/ method=post><input name=state value=1><div>{STORY}</div></form>"),
    "aside": page(f"<nav><a href=/>Home</a></nav><aside>{STORY}</aside>"),
    "MsoHeader": page(paragraphs(PROSE, 'class="MsoHeader"')),
    "all in a teaser": page(f"<div class='teaser'><h1>The old bridge</h1>{STORY}</div>"),
    "words that only contain header": page(
        f"<div class='subheadered has-widgetized-area'>{paragraphs(PROSE, 'class=widget_text-headerly')}</div>"
    ),
    "a footer's phrase inside a sentence": page(paragraphs([*PROSE[:3], SENTENCE, *PROSE[3:]])),
    "interleaved duplicates": page("".join(f"<p>{line}</p><p>{line}</p>" for line in PROSE)),
    "further articles": page(
        f"<article><h1>The old bridge</h1>{STORY}</article><article><h1>Bakers</h1>{paragraphs(SECOND)}</article>"
    ),
    "NUL": page(STORY.replace(" bridge", " \x00bridge")).replace("<p>The", "<p>\x00The"),
    "surrogates": page(STORY.replace("</p>", "\ud800</p>")),
    "references to what is no character": page(STORY.replace(" the ", " &#0;&#xD800;&#x110000;the ")),
    "byte order mark": "\ufeff" + page(STORY),
    "Latin-1 that says it is UTF-8": page(f"{STORY}<p>é</p>", "<meta charset=utf-8>").encode("latin-1"),
    "UTF-8 that says it is Latin-1": page(f"{STORY}<p>é</p>", "<meta charset=iso-8859-1>").encode(),
    "ASCII that says it is UTF-16": page(STORY, "<meta charset=utf-16>").encode(),
    "an encoding that there is not": page(f"{STORY}<p>é</p>", "<meta charset=klingon>").encode("latin-1"),
    "an encoding that only raises": page(f"{STORY}<p>é</p>", "<meta charset=undefined>").encode("latin-1"),
}
# What takes longer than 2 s of CPU or than ten times lxml's parse, however little is in it, on a slow machine.
_SECONDS = 2


def dull(text):
    """A text without the characters that a page has no place for, for comparing."""
    return " ".join(text.translate(dict.fromkeys(map(ord, "\x00\ufffd\ud800"))).split())


def spent(call, *args):
    """The CPU time that a call takes, in seconds, and what it gives.

    Collecting garbage is left out: it goes over all that the process holds, other tests' objects too.
    """
    gc.collect()
    gc.disable()
    try:
        begun = time.process_time()
        given = call(*args)
        return time.process_time() - begun, given
    finally:
        gc.enable()


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", STORIES)
def test_no_page_is_too_odd(name, engine):
    source = STORIES[name]
    cleanarticle.analyze_html(page(STORY), engine=engine)  # what loads once is not counted
    took, result = spent(partial(cleanarticle.analyze_html, engine=engine), source)
    assert [line for line in PROSE if line not in dull(result.text)] == []
    assert replay(result.source_text, result.removed) == result.text
    assert took <= _SECONDS or took <= 10 * spent(html.document_fromstring, source)[0]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "source",
    ["", " \n", "<!-- c -->", "<!doctype html>", "<html", "<", "&", "\ufeff", "\x00", "\ud800", b"", b"\x00", b"\xef\xbb\xbf",
     b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\x00\x00", "<html></html>", "<svg>", "<template><p>x", "<script>x"],
)  # fmt: skip
def test_pages_with_next_to_nothing_give_next_to_nothing(source, engine):
    result = cleanarticle.analyze_html(source, engine=engine)
    assert len(result.text.strip()) <= 5
    assert result.removed == ()


# As many of each as one page may have, by the engine; how long a page of twice as many takes, in times.
LONG = {
    "short paragraphs": lambda n: "".join(f"<p>word {i} is short</p>" for i in range(n)),
    "paragraphs": lambda n: "".join(f"<p>{PROSE[i % 6]} That is line {i}.</p>" for i in range(n)),
    "rows": lambda n: f"<table>{'<tr><td>1<td>2</tr>' * (n // 2)}</table>",
    "breaks": lambda n: f"<p>{'one line<br>' * n}</p>",
    "comments in comments": lambda n: f"<div>{'<ul class=comments><li><p>I am of no such mind.</p>' * min(n, 400)}</div>" * (n // 400),
    "links": lambda n: "<li><a href=/x>Read this next</a></li>" * n,
}  # fmt: skip


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", LONG)
def test_time_is_linear_in_what_a_page_holds(name, engine):
    make = LONG[name]
    call = partial(cleanarticle.clean_html, engine=engine)
    call(page(STORY))
    least = [min(spent(call, page(STORY + make(n)))[0] for _ in range(2)) for n in (800, 6_400)]
    assert least[1] <= 8 * 2 * least[0]


@pytest.mark.parametrize(("engine", "pages"), [("fast", 2_000), ("thorough", 500)])
def test_memory_is_flat_over_two_thousand_pages(engine, pages):
    def read(numbers):
        for number in numbers:
            markup = page(f"<div class=story><h1>Day {number}</h1><p>{PROSE[0]} It was on day {number}.</p></div>")
            assert f"on day {number}." in cleanarticle.clean_html(markup, engine=engine)
        reset_caches()  # trafilatura's, bounded at thousands of words
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    read(range(pages * 3 // 5))
    tracemalloc.start()
    try:
        before = read(range(pages * 3 // 5, pages * 4 // 5))
        assert read(range(pages * 4 // 5, pages)) - before < 50_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("engine", ENGINES)
def test_two_threads_give_what_one_gives(engine):
    sources = [source for name, source in STORIES.items() if len(source) < 10_000]
    alone = [cleanarticle.analyze_html(source, engine=engine) for source in sources]
    found = [[], []]

    def work(into, order):
        for i in order:
            into.append((i, cleanarticle.analyze_html(sources[i], engine=engine)))

    orders = [range(len(sources)), range(len(sources) - 1, -1, -1)]
    threads = [threading.Thread(target=work, args=each) for each in zip(found, orders, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(len(each) == len(sources) for each in found)
    assert all(result == alone[i] for each in found for i, result in each)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "name", [name for name in STORIES if isinstance(STORIES[name], str) and len(STORIES[name]) < 10_000]
)
def test_trees_and_soups_are_unchanged(name, engine):
    bs4 = pytest.importorskip("bs4")
    source = STORIES[name].translate(dict.fromkeys(map(ord, "\x00\ud800"), " "))
    tree = html.document_fromstring(source.partition("?>")[2] or source)
    soup = bs4.BeautifulSoup(source, "html.parser")
    before = html.tostring(tree), str(soup)
    cleanarticle.analyze_html(tree, engine=engine)
    cleanarticle.analyze_html(soup, engine=engine)
    assert (html.tostring(tree), str(soup)) == before


@pytest.mark.parametrize("engine", ENGINES)
def test_plain_prose_given_as_a_page_and_a_page_given_as_text(engine):
    assert cleanarticle.clean_html(TEXT, engine=engine) == TEXT
    assert cleanarticle.clean(page(STORY)) == page(STORY)


@pytest.mark.parametrize("engine", ENGINES)
def test_the_first_of_several_articles_is_the_article(engine):
    text = cleanarticle.clean_html(STORIES["further articles"], engine=engine)
    assert [line for line in SECOND if line in text] == []


@pytest.mark.parametrize("engine", ENGINES)
def test_entries_of_a_live_blog_all_stay(engine):
    entries = "".join(
        f"<article class='liveblog-entry'><time>1{i}:20</time><h2>Entry {i}</h2><p>{line}</p></article>"
        for i, line in enumerate((*PROSE, *SECOND))
    )
    text = cleanarticle.clean_html(page(f"<main><h1>The flood, as it rose</h1>{entries}</main>"), engine=engine)
    assert [line for line in (*PROSE, *SECOND) if line not in text] == []
