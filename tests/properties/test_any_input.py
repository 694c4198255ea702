"""Nothing raises and nothing takes long, whatever comes: text no one wrote, bytes of no encoding, markup of no standard."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cleanarticle
from tests.properties.residue import CLEAR
from tests.properties.stories import sentences
from tests.properties.strategies import anything

STORY = " ".join(random.Random(1).sample(sentences("en"), 12))
# A machine that is busy with other things is slow; a quadratic algorithm takes minutes.
SECONDS = 20


@given(anything)
def test_any_text(text):
    assert isinstance(cleanarticle.clean(text), str)
    assert cleanarticle.analyze(text).source_text == text


@given(anything)
def test_any_text_as_a_page(text):
    assert isinstance(cleanarticle.clean_html(text), str)
    assert isinstance(cleanarticle.clean_html(f"<html><body><p>{text}</p>"), str)


@given(st.binary(max_size=300) | anything.map(lambda text: text.encode("utf-16", "surrogatepass")))
def test_any_bytes_as_a_page(data):
    assert isinstance(cleanarticle.analyze_html(data).text, str)
    assert isinstance(cleanarticle.analyze_html(b"<html><meta charset='utf-8'><p>" + data).text, str)


@given(anything, anything, anything)
def test_any_facts(title, url, lang):
    assert isinstance(cleanarticle.analyze(STORY, title=title, url=url, lang=lang).text, str)
    assert isinstance(cleanarticle.analyze_html(f"<p>{STORY}</p>", url=url, lang=lang).text, str)


def within(seconds, function, *args):
    start = time.perf_counter()
    result = function(*args)
    assert time.perf_counter() - start < seconds
    return result


@pytest.mark.parametrize(
    "text",
    [
        STORY * 1000,
        "a" * 3_000_000,
        "by " * 500_000,
        "." * 1_000_000,
        " " * 3_000_000,
        "\n" * 1_000_000,
        "漢" * 1_000_000,
        "By Jane Doe\n" * 20_000,
        "\n".join(f"Story number {i} of the day" for i in range(20_000)),
        "\n".join(f"{STORY[: 40 + i % 200]}." for i in range(5_000)),
        "\n".join([STORY, *(line for _, lines in CLEAR.values() for line in lines)] * 200),
        "Read more: " * 100_000,
        "(" * 200_000 + ")" * 200_000,
        "1, " * 300_000,
        "#tag " * 100_000,
        "a@" * 100_000,
        "www." * 300_000,
        "“" * 300_000,
    ],
    ids=lambda text: f"{text[:12]!r}x{len(text)}",
)
def test_long_texts_in_bounded_time(text):
    result = within(SECONDS if len(text) > 10_000 else 1, cleanarticle.analyze, text)
    assert len(result.text) <= len(text)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 500 + f"<p>{STORY}</p>" + "</div>" * 500,
        "<div>" * 20_000 + f"<p>{STORY}</p>" + "</div>" * 20_000,
        f"<article><p>{STORY}</p>" + "".join(f"<p>Short line {i}</p>" for i in range(3_000)) + "</article>",
        f"<table><tr><td colspan=9007199254740991>{STORY}</td></tr></table>",
        f'<p>{STORY}</p><img src="data:image/png;base64,{"A" * 3_000_000}">',
        f"<svg><template><p>{STORY}</p></template></svg><p>{STORY}</p>",
        f"<html><body><p>{STORY}</p></body></html><!-- after the root -->",
        f"<form><div><p>{STORY}</p></div></form>",
        f"<aside><article><p>{STORY}</p></article></aside>",
        f'<div class="MsoHeader page-header-widget banner"><p>{STORY}</p></div>',
        f"<p>{STORY}<p>{STORY[::-1]}<b><i></p></b>",
        f'<?xml version="1.0" encoding="utf-16"?><html><body><p>{STORY}</p></body></html>',
    ],
    ids=lambda page: f"{page[:24]!r}x{len(page)}",
)
def test_odd_pages_keep_their_story_in_bounded_time(page):
    assert STORY in " ".join(within(SECONDS, cleanarticle.clean_html, page).split())
