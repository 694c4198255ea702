"""Markdown: each structure as it should be written, and nothing of the text taken for a mark."""

import pytest

from tests.rendering.make import markdown


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<h2>The <i>old</i><br>bridge</h2><p>It stands.</p>", "## The old bridge\n\nIt stands."),
        ("<h3>Lane #</h3>", "### Lane \\#"),
        ("<div>One<br>two<br><br>three</div>", "One  \ntwo\n\nthree"),
        ("<ul><li>a<li>b</ul>", "- a\n- b"),
        ("<p>List:</p><ol><li>a<li>b</ol>", "List:\n\n1. a\n2. b"),
        ("<ol start=9><li>a<li>b<ul><li>c</ul></ol>", "9. a\n10. b\n    - c"),
        ("<ul><li>a<ul><li>b<ol><li>c</ol></ul><li>d</ul>", "- a\n  - b\n    1. c\n- d"),
        ("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", "- a\n  - b\n- c"),
        ("<ul><ul><li>a</li></ul></ul>", "- a"),
        ("<ul>a<p>b</p></ul>", "- a\n- b"),
        ("<div><li>a</li><li>b</li></div>", "- a\n- b"),
        ("<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "- a\n\n  b\n- c"),
        ("<ul><li>a</ul><ul><li>b</ul><ul><li>c</ul>", "- a\n\n* b\n\n- c"),
        ("<ol><li>a</ol><ol><li>b</ol>", "1. a\n\n1) b"),
        ("<ul><li>a<ol start=3><li>b</ol></ul>", "- a\n\n  3. b"),
        ("<blockquote><p>a</p><p>b</p></blockquote><p>c</p>", "> a\n>\n> b\n\nc"),
        ("<blockquote><ul><li>a<blockquote>b</blockquote></ul></blockquote>", "> - a\n>\n>   > b"),
        ("<pre>  if x:\n    y()\n\n  z()\n</pre>", "```\nif x:\n  y()\n\nz()\n```"),
        ("<pre>\n    deep\n  less</pre>", "```\n  deep\nless\n```"),
        ("<pre>a<br>  b</pre>", "```\na\n  b\n```"),
        ("<pre><div>a</div><div>b</div></pre>", "```\na\nb\n```"),
        ("<ul><li>so:<pre>a\n```\nb</pre></ul>", "- so:\n\n  ````\n  a\n  ```\n  b\n  ````"),
        ("<dl><dt>term<dd>meaning</dl>", "term\n\nmeaning"),
        ("<p>Press <kbd>a`b</kbd> now</p>", "Press ``a`b`` now"),
    ],
)
def test_structure(markup, expected):
    assert markdown(markup) == expected


TABLE = "<table><caption>Tides</caption><tr><th>Day<th>High | low<tr><td rowspan=2>Monday<td>6:12<br>12:40<tr><td>18:30</table>"


def test_a_table_has_a_header_rule():
    assert markdown(TABLE) == (
        "Tides\n\n| Day | High \\| low |\n| --- | --- |\n| Monday | 6:12<br>12:40 |\n|  | 18:30 |"
    )


def test_a_row_that_is_removed_leaves_no_row():
    table = "<table><tr><th>Day<th>High<tr><td>Monday<td>6:12<tr><td>Sunday<td>7:30</table>"
    assert markdown(table, "Monday", "6:12") == "| Day | High |\n| --- | --- |\n| Sunday | 7:30 |"


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr><td>a</td><td>b</td></tr></table>",
        "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>",
        "<table><tr><td>a<td>b<tr><td><p>c</p><h2>d</h2><td>e</table>",
        "<table><tr><td>a<td>b<tr><td><p>1</p><p>2</p><p>3</p><p>4</p><p>5</p><td>e</table>",
        "<table><tr><td>a<td>b<tr><td><table><tr><td>c</table><td>e</table>",
    ],
)
def test_a_table_that_lays_out_the_page_is_none(markup):
    assert "|" not in markdown(markup)


def test_cells_that_span_columns():
    table = "<table><tr><th colspan=2>Both<th>c<tr><td>1<td>2<td>3</table>"
    assert markdown(table) == "| Both |  | c |\n| --- | --- | --- |\n| 1 | 2 | 3 |"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 * 3 and *so*", "5 \\* 3 and \\*so\\*"),
        ("snake_case _so_", "snake_case \\_so\\_"),
        ("# a", "\\# a"),
        ("#tag", "#tag"),
        ("- a", "\\- a"),
        ("-5 degrees", "-5 degrees"),
        ("---", "\\---"),
        ("===", "\\==="),
        ("+ a", "\\+ a"),
        ("1. a", "1\\. a"),
        ("1986) b", "1986\\) b"),
        ("1.5 m", "1.5 m"),
        ("&gt; a", "\\> a"),
        ("a &lt;b&gt; c", "a \\<b> c"),
        ("&amp;amp; &amp; co", "\\&amp; & co"),
        ("[a](b) ![c]", "\\[a\\](b) !\\[c\\]"),
        ("`a` ~~b~~ c\\d", "\\`a\\` \\~\\~b\\~\\~ c\\\\d"),
        ("|---|:--|", "\\|---|:--|"),
    ],
)
def test_what_markdown_would_take_for_a_mark_is_escaped(text, expected):
    assert markdown(f"<p>{text}</p>") == expected


def test_each_line_of_a_paragraph_is_escaped_where_it_begins():
    assert markdown("<p>a<br>1. b<br># c</p>") == "a  \n1\\. b  \n\\# c"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>a <b>b</b> <i>c</i></p>", "a **b** *c*"),
        ("<p>a<b> b </b>c</p>", "a **b** c"),
        ("<p><b>a <i>b</i></b> <em>c <strong>d</strong></em></p>", "**a *b*** *c **d***"),
        ("<p><b>a</b> <b>b</b></p>", "**a b**"),
        ("<p><b>a</b><i>b</i></p>", "**a**b"),
        ("<p>in<b>side</b>r</p>", "in**side**r"),
        ("<p>in<b>“side”</b>r</p>", "in“side”r"),
        ("<p>彼は<b>「はい。」</b>と言った</p>", "彼は「はい。」と言った"),
        ("<div><b>a<br>b</b></div>", "**a**  \n**b**"),
        ("<b><div>a</div><div>b</div></b>", "**a**\n\n**b**"),
        ("<p><b>a <b>b</b> c</b></p>", "**a b c**"),
        ("<p><code>a <b>b</b></code></p>", "`a b`"),
    ],
)
def test_emphasis(markup, expected):
    assert markdown(markup, emphasis=True) == expected
    assert markdown(markup).replace("`", "") == expected.replace("*", "").replace("`", "")


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<p>a <a href="/b">b</a>.</p>', "a [b](https://valley.example/b)."),
        ('<p>Oh!<a href="b">b</a></p>', "Oh\\![b](https://valley.example/news/b)"),
        ('<p><a href="b c(d)">a [x]</a></p>', "[a \\[x\\]](https://valley.example/news/b%20c%28d%29)"),
        (
            '<a href="b"><h2>a</h2><p>c</p></a>',
            "## [a](https://valley.example/news/b)\n\n[c](https://valley.example/news/b)",
        ),
        ('<p><a href="b">a</a><a href="b"> c</a></p>', "[a c](https://valley.example/news/b)"),
        ('<p><a href="javascript:x()">a</a> <a name="b">c</a></p>', "a c"),
    ],
)
def test_links(markup, expected):
    assert markdown(markup, links=True) == expected


def test_a_part_of_a_paragraph_that_is_removed():
    markup = "<p>(Arden) <b>The bridge</b> closed. <a href='x'>Read more</a></p>"
    assert markdown(markup, "(Arden) ", " Read more", links=True, emphasis=True) == "**The bridge** closed."
    assert markdown("<p>The <b>old and grey</b> bridge</p>", "and grey ", emphasis=True) == "The **old** bridge"
    assert markdown("<p>The old, very old, bridge</p>", " very old,") == "The old, bridge"
    assert markdown("<p>The xx-bridge</p>", "xx-") == "The bridge"


def test_what_is_removed_breaks_no_line_in_two():
    assert markdown("<div>One<br>Advertisement<br>two</div>", "Advertisement") == "One  \ntwo"
    assert markdown("<div>One<br>Advertisement<br><br>two</div>", "Advertisement") == "One\n\ntwo"
    assert markdown("<div>One<p>Advertisement</p>two</div>", "Advertisement") == "One\n\ntwo"


def test_an_item_that_is_removed_takes_its_marker_with_it():
    assert markdown("<ol><li>a<li>Advertisement<li>b</ol>", "- Advertisement") == "1. a\n2. b"
