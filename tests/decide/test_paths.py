"""Each removal of a page gets the path of the innermost element that holds all of it."""

from cleanarticle.decide.paths import located
from cleanarticle.reading.html import read_html
from cleanarticle.reading.text import read_text
from cleanarticle.result import Removal

PAGE = read_html("<html><body><div><p>One</p><p>Two</p></div><ul><li>three<li>four</ul></body></html>", engine="fast")


def removal(start, end):
    return Removal(start, end, "related", 0.9, "test", "says so", PAGE.text[start:end])


def paths(*spans):
    return [item.path for item in located(PAGE, [removal(*span) for span in spans])]


def test_paths():
    at = PAGE.text.index
    assert paths((0, 3), (at("Two"), at("Two") + 3)) == ["/html[1]/body[1]/div[1]/p[1]", "/html[1]/body[1]/div[1]/p[2]"]
    assert paths((0, at("- three"))) == ["/html[1]/body[1]/div[1]"]
    assert paths((at("Two"), at("- four"))) == ["/html[1]/body[1]"]
    assert paths((at("- four"), len(PAGE.text))) == ["/html[1]/body[1]/ul[1]/li[2]"]


def test_a_part_of_a_line_stands_where_its_line_does():
    assert paths((1, 2)) == ["/html[1]/body[1]/div[1]/p[1]"]


def test_a_plain_text_has_no_paths():
    item = Removal(0, 3, "related", 0.9, "test", "says so", "One")
    assert located(read_text("One\nTwo"), [item]) == (item,)
