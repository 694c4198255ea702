"""A page taken apart: what is one text, in which frame it stands, and what its tags say."""

import pytest
from lxml import html

from cleanarticle.reading.elements import outline
from cleanarticle.reading.roles import bit
from tests.reading.pages import page


def texts(body):
    return [element.text for element in page(body).elements]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>One <b>two</b>\n three</p>", ["One two three"]),
        ("<p>One<br>two</p>", ["One", "two"]),
        ("loose<p>One</p>tail", ["loose", "One", "tail"]),
        ("<custom-tag>One</custom-tag>two", ["One", "two"]),
        ("<p>a &amp; b &lt;i&gt; &nbsp;c</p>", ["a & b <i> c"]),
        ("<p>One<!-- no --> two<?pi no?></p>", ["One two"]),
        ("<p>One<script>no()</script> two<svg><text>no</text></svg></p>", ["One two"]),
        ("<p title='a > b'>One</p>", ["One"]),
        ("<p></p><p> \n </p><img>", []),
        ("<template><p>no</p></template><p>One</p>", ["One"]),
        ("<svg><text>no</text></svg><p>One</p>", ["One"]),
        ("<svg><template><p>One</p><p>Two</p>", ["One", "Two"]),
        ("<p>One</p><math><p>Two</p>", ["One", "Two"]),
    ],
)
def test_texts(body, expected):
    assert texts(body) == expected


def test_what_is_counted_of_a_text():
    found = page("<p>One <b>two</b> <a href=/x>three</a> <a class=tag>four</a><br>five</p>").elements
    assert [(e.linked, e.links, e.emphasis, e.breaks) for e in found] == [(9, 2, 1, 0), (0, 0, 0, 1)]


def test_two_breaks_part_paragraphs_in_one_frame():
    found = page("<div>One<br><br>two</div>").elements
    assert [e.breaks for e in found] == [0, 2]
    assert found[0].frame == found[1].frame


def test_frames_and_their_parents():
    of = page("<div class=story><p>One</p></div><p>Two</p>")
    assert [tag.name for tag in of.tags] == ["html", "body", "div", "p", "p"]
    assert of.parents == [-1, 0, 1, 2, 1]
    assert [of.tags[e.frame].look for e in of.elements] == ["p", "p"]
    assert of.tags[2].look == "div.story"


@pytest.mark.parametrize(
    ("tag", "role"),
    [
        ("<aside>", "aside"),
        ("<div class='site-footer'>", "footer"),
        ("<div id=comments>", "comments"),
        ("<div role=navigation>", "navigation"),
        ("<div itemprop=articleBody>", "story"),
        ("<div data-component=tag-list>", "tags"),
        ("<div hidden>", "hidden"),
        ("<div style='color:red; display : none'>", "hidden"),
    ],
)
def test_roles_of_a_tag(tag, role):
    of = page(f"{tag}One")
    assert of.tags[of.elements[0].frame].roles & bit(role)


def test_a_section_by_name_alone_says_nothing():
    of = page("<section>One</section>")
    assert of.tags[of.elements[0].frame].roles == 0


def test_inline_elements_lend_their_roles_to_the_text_that_they_begin():
    first, second = page(
        "<p><span class=caption>One</span> two</p><p>Three <span class=caption>four</span></p>"
    ).elements
    assert first.roles & bit("caption")
    assert not second.roles


def test_a_page_of_many_frames_is_read_without_recursion():
    tree = html.document_fromstring("<div>" * 200 + "One", parser=html.HTMLParser(huge_tree=True))
    assert len(outline(tree).tags) == 202
