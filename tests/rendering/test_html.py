"""Simplified HTML: a few elements, well-formed, and nothing that could do harm."""

import pytest
from lxml import etree

from tests.rendering.make import html

ALLOWED = {
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "table", "tr", "td", "th", "pre", "code",
    "br", "a", "em", "strong",
}  # fmt: skip


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<h1>A</h1><section>b<br>c</section>", "<h1>A</h1>\n<p>b<br/>c</p>"),
        ("<ul><li>a<ol><li>b</ol><li>c</ul>", "<ul>\n<li>a\n<ol>\n<li>b</li>\n</ol></li>\n<li>c</li>\n</ul>"),
        ("<ol start=4><li><p>a</p><p>b</p></ol>", '<ol start="4">\n<li>a\n<p>b</p></li>\n</ol>'),
        ("<ul><li><h3>a</h3>b</ul>", "<ul>\n<li><h3>a</h3>\n<p>b</p></li>\n</ul>"),
        ("<blockquote>a</blockquote>", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("<pre>a &lt;\n  b</pre>", "<pre><code>a &lt;\n  b</code></pre>"),
        (
            "<table><tr><th>a<th>b<tr><td>c<td>d<br>e</table>",
            "<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>c</td><td>d<br/>e</td></tr>\n</table>",
        ),
        ("<p>a &amp;lt; <q>b</q> <u>c</u></p>", "<p>a &amp;lt; b c</p>"),
    ],
)
def test_structure(markup, expected):
    assert html(markup) == expected


def test_links_and_emphasis_stay_where_asked():
    markup = '<p onclick="x()" style="a">a <b class=x>b <i>c</i></b> <a href="d?e&amp;f=&quot;" target=_blank>g</a></p>'
    assert html(markup) == "<p>a b c g</p>"
    assert html(markup, emphasis=True) == "<p>a <strong>b <em>c</em></strong> g</p>"
    assert html(markup, links=True) == '<p>a b c <a href="https://valley.example/news/d?e&amp;f=%22">g</a></p>'


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "&#x20;&#xa0;javascript:alert(1)",
        "java&#9;script:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "http://[broken",
        "",
    ],
)
def test_no_link_does_harm(href):
    assert html(f'<p><a href="{href}">a</a></p>', links=True) == "<p>a</p>"


def test_only_harmless_elements_are_left():
    markup = """<article onload=x><script>a()</script><style>b</style><iframe src=c></iframe><form><button>send</button></form>
    <figure><img src=x onerror=y><figcaption>by hand</figcaption></figure><svg><a href="javascript:x">z</a></svg>
    <details><summary>more</summary>of it</details><custom-box><p>boxed</p></custom-box><ol><p>x</p><li>y</ol></article>"""
    root = etree.fromstring(f"<body>{html(markup, links=True, emphasis=True)}</body>")
    assert {element.tag for element in root.iter()} - {"body"} <= ALLOWED
    assert not any(element.attrib for element in root.iter())
    assert "".join(root.itertext()).split() == "send by hand more of it boxed x y".split()


def test_addresses_are_absolute_by_the_pages_base():
    markup = '<html><head><base href="/archive/"></head><body><p><a href="b">a</a></p></body></html>'
    assert html(markup, links=True) == '<p><a href="https://valley.example/archive/b">a</a></p>'
