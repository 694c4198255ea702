"""The page of a result: all of the text is in it, nothing in it can act, and each mark says what it means."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest

from cleanarticle.report import render
from cleanarticle.result import Declined, Metadata, Removal, Result, replay


def removal(source, text, kind="newsletter", **changed):
    start = source.index(text)
    given = {"confidence": 0.97, "heuristic": "phrases", "reason": "asks to sign up", **changed}
    return Removal(start, start + len(text), kind, text=text, **given)


def declined(source, text, kind="related", guard="prose"):
    start = source.index(text)
    return Declined(start, start + len(text), kind, 0.4, "place", "looks like a link", text, guard)


def result(source, removed=(), declined=(), **metadata):
    removed = tuple(removed)
    return Result(replay(source, removed), source, removed, tuple(declined), Metadata(**metadata))


class Main(HTMLParser):
    """Reads of a page: the text in <main>, whole and outside <del>, and all marks in it."""

    def __init__(self, page):
        super().__init__()
        self.text, self.kept, self.marks, self._open = "", "", [], []
        self.feed(page)
        self.close()
        assert not self._open

    def handle_starttag(self, tag, attrs):
        if tag == "main":
            self._open = ["main"]
        elif self._open:
            self._open.append(tag)
            if tag == "span":
                self.marks.append(dict(attrs))

    def handle_endtag(self, tag):
        if self._open:
            assert self._open.pop() == tag

    def handle_data(self, data):
        if self._open:
            self.text += data
            self.kept += "" if "del" in self._open else data


SOURCE = "By Jane Doe\n\nThe lake froze. Follow us! It was cold.\nSee also: skating\nSign up now\n"


def test_shows_the_source_and_marks_what_went():
    made = result(SOURCE, [removal(SOURCE, "By Jane Doe\n\n", "byline"), removal(SOURCE, "Sign up now\n")])
    main = Main(render(made))
    assert main.text == SOURCE
    assert main.kept == made.text
    assert [mark["data-kind"] for mark in main.marks] == ["byline", "newsletter"]


def test_a_tooltip_says_kind_confidence_heuristic_and_reason():
    page = render(result(SOURCE, [removal(SOURCE, "Sign up now\n")]))
    tip = Main(page).marks[0]["title"]
    for part in ("newsletter", "97%", "phrases", "asks to sign up"):
        assert part in tip


def test_a_part_of_a_line_is_marked_within_it():
    main = Main(render(result(SOURCE, [removal(SOURCE, " Follow us!", "social")])))
    assert "The lake froze. It was cold." in main.kept


def test_declined_text_is_kept_and_marked():
    main = Main(render(result(SOURCE, declined=[declined(SOURCE, "See also: skating")])))
    assert main.kept == SOURCE
    assert main.marks[0]["class"] == "kept"
    assert "prose" in main.marks[0]["title"]


def test_marks_may_lie_in_one_another():
    whole, part = "The lake froze. Follow us! It was cold.", " Follow us!"
    made = result(SOURCE, [removal(SOURCE, part, "social")], [declined(SOURCE, whole), declined(SOURCE, "was cold.")])
    main = Main(render(made))
    assert main.text == SOURCE
    assert main.kept == made.text


def test_the_legend_counts_each_kind():
    source = "Sign up\nJoin us\nStory."
    gone = [removal(source, "Sign up\n"), removal(source, "Join us\n")]
    page = render(result(source, gone, [declined(source, "Story.")]))
    assert ">newsletter 2<" in page
    assert ">considered and kept 1<" in page
    assert "2 removed" in page


def test_metadata_stands_in_a_table_and_what_is_unknown_does_not():
    page = render(
        result(
            "Story.", title="A title", authors=("Jane Doe", "John Roe"), agency="AP", sources=(("title", "json-ld"),)
        )
    )
    rows = re.findall(r"<tr><th>(.*?)</th><td[^>]*>(.*?)</td><td>(.*?)</td></tr>", page)
    assert rows == [("title", "A title", "json-ld"), ("authors", "Jane Doe<br>John Roe", ""), ("agency", "AP", "")]
    assert "<table>" not in render(result("Story."))


@pytest.mark.parametrize(("given", "shown"), [("story.txt", "story.txt"), ("", "A title")])
def test_the_heading_is_the_name_given_or_the_title(given, shown):
    assert f">{shown}</h1>" in render(result("Story.", title="A title"), given)


def test_nothing_from_the_text_becomes_markup():
    evil = "<script>alert(1)</script>\" ' & <img src=x onerror=y>"
    made = result(
        f"{evil}\nStory.",
        [removal(evil, evil, kind=evil, heuristic=evil, reason=evil)],
        [declined(f"{evil}\nStory.", "Story.", kind=evil, guard=evil)],
        title=evil,
        url=f"javascript:{evil}",
        lang=evil,
        authors=(evil,),
    )
    page = render(made, evil)
    assert "<script" not in page
    assert "<img" not in page
    assert "href" not in page
    main = Main(page)
    assert main.text.startswith(evil)
    assert main.marks[0]["data-kind"] == evil
    assert set(main.marks[0]) == {"style", "data-kind", "title"}
    assert evil in unescape(page)


def test_the_page_needs_nothing_else():
    page = render(result(SOURCE, [removal(SOURCE, "Sign up now\n")], url="https://example.org/a"))
    assert "default-src 'none'" in page
    assert not re.search(r"<(?:script|link|img|iframe)\b|url\(|@import", page)


@pytest.mark.parametrize("text", ["", " \n", "\x00\ud800", "שלום\n", "a" * 10_000])
def test_any_text_makes_a_page_that_can_be_written(text):
    render(result(text, [Removal(0, len(text), "my-own", 1.0, "x", "\ud800", text)])).encode()


def test_hues_of_built_in_kinds_differ():
    kinds = ("byline", "timestamp", "caption", "newsletter", "related")
    source = "\n".join(kinds)
    page = render(result(source, [removal(source, kind, kind) for kind in kinds]))
    assert len({mark["style"] for mark in Main(page).marks}) == len(kinds)
