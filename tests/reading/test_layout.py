"""Words, prose and links of frames, and which frame is the main one."""

import pytest

from cleanarticle.reading.layout import layout, word_count
from cleanarticle.reading.roles import bit
from tests.reading.pages import LONG, element, page


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One two three", 3),
        ("One", 1),
        ("начальник порта сказал", 3),
        ("古い橋は二台のトラックの重さに耐えられないと責任者は語った", 14),
        ("ชาวบ้านช่วยกันสร้างสะพานไม้ไผ่ข้ามคลอง", 19),
        ("Donaudampfschifffahrtsgesellschaftskapitänsmütze", 1),
    ],
)
def test_word_count(text, words):
    assert word_count(text) == words


def test_prose_is_long_ends_as_a_sentence_and_is_no_link():
    of = page(f"<p>{LONG}</p><p>{LONG[:-1]}</p><p><a href=/x>{LONG}</a></p><p>Short.</p>")
    assert layout(of).prose == [19, 0, 0, 0]


def test_numbers_of_a_frame_count_all_that_is_inside():
    of = page(f"<div><p>{LONG}</p><div><a href=/x>More</a></div></div>")
    placed = layout(of)
    assert placed.chars[0] == placed.chars[2] == len(LONG) + 4
    assert placed.linked[2] == 4
    assert placed.elements[2] == 2
    assert (placed.frame_prose[2], placed.direct_prose[2], placed.direct_prose[3]) == (19, 0, 19)


def test_the_main_frame_holds_most_of_the_prose():
    of = page(
        f"<nav><a href=/>Home</a></nav><div id=a><div class=b><p>{LONG}</p><p>{LONG}</p></div><p>x</p></div><p>{LONG}</p>"
    )
    placed = layout(of)
    assert of.tags[placed.main].look == "div.b"
    home, story, after = (of.elements[i].frame for i in (0, 1, element(of, "x")))
    assert (placed.up[story], placed.up[after], placed.up[home]) == (0, 1, 2)
    assert of.tags[placed.branch[home]].name == "nav"
    assert placed.branch[placed.main] == placed.main


def test_roles_come_down_to_the_frames_inside():
    of = page("<aside class=comments><div><p>One</p></div></aside>")
    placed = layout(of)
    roles = placed.roles[of.elements[0].frame]
    assert roles & bit("comments")
    assert roles & bit("aside")
    assert placed.depth[of.elements[0].frame] == 4


def test_a_page_without_text_has_its_frames():
    placed = layout(page("<div></div>"))
    assert (placed.words, placed.main) == ([], 0)
