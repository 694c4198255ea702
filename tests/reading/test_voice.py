"""The extractor's voice: which of a page's texts its text holds."""

from cleanarticle.reading.voice import heard
from tests.reading.pages import LONG, page


def test_an_element_is_heard_where_its_letters_stand_in_the_text():
    of = page(f"<p>Menu</p><p>{LONG}</p><p>Two words!</p><p>***</p><p>Not there</p>")
    assert heard(of, f"{LONG.upper()}\n\ntwo-words, and more") == [0, 1, 1, 0, 0]


def test_an_element_is_heard_in_any_order():
    of = page(f"<p>{LONG}</p><p>Before it</p>")
    assert heard(of, f"Before it. {LONG}") == [1, 1]


def test_nothing_said_is_nothing_heard():
    assert heard(page("<p>One</p>"), "") == [0]


def test_in_a_long_text_each_is_heard_at_its_place():
    lines = [f"{LONG} That was day {number} of many." for number in range(3_000)]
    of = page("".join(f"<p>{line}</p>" for line in lines))
    assert heard(of, "\n".join(lines)) == [1] * 3_000
