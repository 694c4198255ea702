"""Input that is no article: it comes back as it went in, or as what little there is."""

import pytest

import cleanarticle
from tests.make import PROSE

STORY = "\n\n".join(PROSE[:4])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\t\r\n ",
        "\ufeff",
        "\x00",
        "\ud800",
        "Share on Facebook",
        "Home\nShare\nPrint\nAll rights reserved",
        "By Jane Doe",
        "***\n***",
        "<p>The lake froze.</p>",
        f"<html><body><p>{PROSE[0]}</p><p>Share on Facebook</p></body></html>",
        f"<!doctype html>\n<html>\n<p>{PROSE[0]}</p>\n<p>Share on Facebook</p>\n</html>",
    ],
)
def test_what_has_no_prose_or_is_markup_comes_back_as_it_went_in(text):
    assert cleanarticle.clean(text) == text
    assert cleanarticle.analyze(text).removed == ()


@pytest.mark.parametrize("dirt", ["\x00", "\x1b[31m", "\ufeff", "\u200b", "\ud800", "\x7f"])
def test_dirt_in_a_story_stays_and_hides_no_residue(dirt):
    story = STORY.replace(" bridge", f" {dirt}bridge")
    assert cleanarticle.clean(f"{dirt}\n\n{story}\n\nShare on Facebook").strip(dirt + "\n") == story


def test_a_byte_order_mark_before_residue_goes_with_it():
    assert cleanarticle.clean(f"\ufeffShare on Facebook\n\n{STORY}") == STORY


@pytest.mark.parametrize(
    "page", ["", b"", "<html></html>", "<!-- -->", "<script>x</script>", b"\x00", b"\xff\xfe", "\ufeff"]
)
def test_pages_without_text_give_none(page):
    assert cleanarticle.clean_html(page).strip("\x00 ") == ""


def test_plain_prose_as_a_page_is_read_as_text():
    assert cleanarticle.clean_html(f"{STORY}\n\nShare on Facebook") == STORY
    assert cleanarticle.analyze_html(STORY) == cleanarticle.analyze(STORY)


@pytest.mark.parametrize("source", [None, 7, ["x"], object()], ids=lambda source: type(source).__name__)
def test_what_is_no_page(source):
    for call in (cleanarticle.clean_html, cleanarticle.analyze_html):
        with pytest.raises(TypeError, match="expected a page as str, bytes"):
            call(source)


def test_one_long_line_is_never_removed():
    line = " ".join(PROSE * 50)
    assert cleanarticle.clean(f"{line}\nShare on Facebook") == line
    assert cleanarticle.clean(line) == line
