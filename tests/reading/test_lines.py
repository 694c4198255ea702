"""How a page's elements stand as lines."""

import pytest

from cleanarticle.reading.lines import lines
from tests.reading.pages import page


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>One<p>Two", "One\n\nTwo"),
        ("<p>One<br>Two<br><br>Three", "One\nTwo\n\nThree"),
        ("<p>One<ul><li>a<li>b</ul><p>Two", "One\n\n- a\n- b\n\nTwo"),
        ("<ul><li><p>a</p><p>more</p><li>b</ul>", "- a\nmore\n- b"),
        ("<ol><li>a<ul><li>b</ul><li>c</ol>", "- a\n- b\n- c"),
        ("<table><tr><th>a<td>b<tr><td>c<td>d</table>", "a | b\nc | d"),
        ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", "a\n\nb\n\nc\n\nd"),
        ("<table><tr><td>a<br>b<td>c</table>", "a\nb | c"),
        ("", ""),
    ],
)
def test_lines(body, text):
    assert lines(page(body))[0] == text


def test_each_element_has_its_span_with_its_bullet():
    of = page("<p>One<ul><li>a<li>b</ul>")
    text, spans = lines(of)
    assert [text[start:end] for start, end in spans] == ["One", "- a", "- b"]
