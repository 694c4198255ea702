"""Reading a page: in whatever form it comes, and leaving it as it was."""

import warnings

import pytest
from lxml import etree, html

from cleanarticle.reading.html import read_html
from tests.make import PROSE

STORY = "\n".join(PROSE)
PAGE = f"""<!doctype html>
<html lang="en-GB"><head><title>The old bridge | The Valley Post</title><meta property="og:site_name" content="The Valley Post">
<link rel="canonical" href="https://valley.example/bridge"></head>
<body><nav><a href="/">Home</a></nav><article><h1>The old bridge</h1>{"".join(f"<p>{line}</p>" for line in PROSE)}</article>
<script>var x = "<p>no</p>";</script><!-- a comment --></body></html>"""


def soup(markup):
    bs4 = pytest.importorskip("bs4")
    return bs4.BeautifulSoup(markup, "html.parser")


def tag(markup):
    return soup(markup).html


def lxml_html(markup):
    return html.document_fromstring(markup)


def lxml_html_tree(markup):
    return html.document_fromstring(markup).getroottree()


def lxml_etree(markup):
    return etree.fromstring(markup, etree.HTMLParser())


def lxml_xml(markup):
    return etree.fromstring(etree.tostring(html.document_fromstring(markup), method="xml"))


FORMS = [str, str.encode, lambda markup: bytearray(markup, "utf8"), lambda markup: memoryview(markup.encode()),
         soup, tag, lxml_html, lxml_html_tree, lxml_etree, lxml_xml]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_page_reads_the_same(form):
    document = read_html(form(PAGE))
    assert all(line in document.text for line in PROSE)
    assert "var x" not in document.text
    facts = document.facts
    assert (facts.title, facts.site_name, facts.lang) == ("The old bridge", "The Valley Post", "en-GB")
    assert facts.url == "https://valley.example/bridge"


@pytest.mark.parametrize("form", [soup, tag])
def test_a_soup_is_unchanged(form):
    page = form(PAGE)
    before = str(page)
    read_html(page)
    assert str(page) == before


@pytest.mark.parametrize("form", [lxml_html, lxml_html_tree, lxml_etree, lxml_xml])
def test_a_tree_is_unchanged(form):
    page = form(PAGE)
    before = etree.tostring(page)
    read_html(page)
    assert etree.tostring(page) == before


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251", "shift_jis", "utf-32"])
def test_bytes_in_many_encodings(encoding):
    line = "古い橋は二台のトラックの重さに耐えられないと責任者は語った。" if encoding == "shift_jis" else \
        "Начальник порта сказал на собрании, что старый мост не выдержит двух грузовиков."  # fmt: skip
    page = f'<html><head><meta charset="{encoding.removesuffix("-sig")}"></head><body><article><p>{line * 3}</p></article></body></html>'
    assert line in read_html(page.encode(encoding)).text


def test_what_the_caller_says_goes_before_what_the_page_says():
    facts = read_html(PAGE, url="https://other.example/", lang="de").facts
    assert (facts.url, facts.lang, facts.title) == ("https://other.example/", "de", "The old bridge")


@pytest.mark.parametrize(
    "source", [None, 7, 1.5, ["<p>x</p>"], {"html": "x"}, object()], ids=lambda source: type(source).__name__
)
def test_what_is_no_page_is_a_type_error(source):
    with pytest.raises(TypeError, match=f"expected a page as str, bytes, lxml .*, got {type(source).__name__}"):
        read_html(source)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("", ""),
        (b"", ""),
        ("\ufeff", ""),
        ("<html></html>", ""),
        ("<!-- nothing -->", ""),
        ("<script>var x;</script>", ""),
        ("   \n", "   \n"),
        ("Plain prose,\nwith 1 < 2 lines & an arrow <- or two.", "Plain prose,\nwith 1 < 2 lines & an arrow <- or two."),
        ("Cold if a <b holds, she said.", "Cold if a <b holds, she said."),
        ("He wrote <jane doe> on it.", "He wrote <jane doe> on it."),
        ("\ufeff<p>One</p>", "One"),
    ],
)  # fmt: skip
def test_pages_with_little(page, text):
    assert read_html(page).text == text


def test_plain_prose_takes_what_the_caller_says():
    facts = read_html(STORY, url="https://valley.example/", lang="en").facts
    assert (facts.url, facts.lang) == ("https://valley.example/", "en")
    assert read_html("<!-- -->", lang="de").facts.lang == "de"


def test_a_page_that_breaks_the_extractor_is_read_all_the_same(monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("broken")

    monkeypatch.setattr("trafilatura.extract", fail)
    page = "<div>One <b>bold</b> word<script>no()</script> here</div><p>Two</p>"
    assert read_html(page).text == "One bold word here\n\nTwo"


def test_a_page_has_a_line_for_each_block():
    page = """<html><head><title>T</title><style>p {}</style></head><body><h1>Head</h1><ul><li>a<li>b</ul>
    <p>one<br>two <i>three</i><!-- c --> four<?pi x?> five</p><noscript>no</noscript> tail <svg><text>no</text></svg>
    <table><tr><td>1<td>2</table></body></html>"""
    lines = ["Head", "", "- a", "- b", "", "one", "two three four five", "", "tail", "", "1 | 2"]
    assert read_html(page).text.split("\n") == lines


def test_reading_warns_of_nothing():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        read_html("https://valley.example/not-a-page")
        read_html(soup(PAGE))


def test_the_lines_of_pre_stay_as_they_stand():
    page = "<p>one\r\n  two</p><pre>\r\n  a:\r\n    <b>b</b>  c &amp; d\n\n  <span>e</span>\n  <span>f</span><br>  g\n</pre><p>h\n i</p>"
    assert read_html(page).text == "one two\n\na:\n  b  c & d\n\ne\nf\ng\n\nh i"


def test_a_piece_of_a_page_that_no_block_holds():
    span = html.fragment_fromstring("<span>The lake <b>froze</b></span>")
    assert read_html(span).text == "The lake froze"
    assert etree.tostring(span) == b"<span>The lake <b>froze</b></span>"


def test_attributes_are_kept_for_those_who_want_them():
    page = '<html><head><base href="/a/"></head><body><p class="x" data-id="y"><a href="b">The lake</a> froze.</p></body></html>'
    for attributes in (False, True):
        outline = read_html(page, attributes=attributes).page
        written = " ".join(tag for tag, _ in outline.pieces)
        assert ("href" in written, "data-id" in written) == (attributes, attributes)
        assert 'class="x"' in written
        assert outline.base == "/a/"
