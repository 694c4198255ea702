"""The numbers by which a page's elements are told from its surroundings."""

from cleanarticle import Facts
from cleanarticle.reading.layout import layout
from cleanarticle.reading.region import COLUMNS, chances, rows
from tests.make import PROSE
from tests.reading.pages import element, page

STORY = "".join(f"<p>{line}</p>" for line in PROSE)
PAGE = page(
    f"<ul class=menu><li><a href=/>Home</a><li><a href=/sport>Sport</a></ul><article><h1>The old bridge</h1>{STORY}</article>"
    "<div class=comments><p>I saw it coming.</p></div><footer><a href=/terms>Terms</a></footer>"
)


def numbers(facts=None):
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows(PAGE, layout(PAGE), facts or Facts())]


def test_an_element_of_the_story():
    story = numbers()[element(PAGE, PROSE[1])]
    assert story["words"] == len(PROSE[1].split())
    assert (story["linked"], story["up"], story["prose_alike"], story["alike"]) == (0, 0, 1, 6)
    assert (story["to_first"], story["from_last"], story["from_heading"]) == (-1, -4, 2)
    assert story["in_body"] == -1


def test_an_element_of_the_menu():
    menu = numbers()[0]
    assert (menu["linked"], menu["linked@-1"], menu["linked@+1"], menu["role.navigation"]) == (1, -1, 1, True)
    assert menu["words@-1"] == -1
    assert menu["up"] > 0


def test_a_comment_has_its_role():
    assert numbers()[element(PAGE, "I saw it coming.")]["role.comments"]


def test_a_body_in_the_page_s_data_is_looked_up():
    told = numbers(Facts(body=" ".join(PROSE[:5])))
    assert [told[element(PAGE, line)]["in_body"] for line in PROSE] == [1, 1, 1, 1, 1, 0]


def test_the_story_is_likelier_than_what_is_around_it():
    likely = chances(rows(PAGE, layout(PAGE), Facts()))
    story = [likely[element(PAGE, line)] for line in PROSE]
    assert min(story) > 0.5 > max(likely[0], likely[1], likely[element(PAGE, "Terms")])


def test_a_page_without_text_has_no_rows():
    empty = page("<div></div>")
    assert rows(empty, layout(empty), Facts()) == []
