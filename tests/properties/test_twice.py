"""Cleaning what is clean: it should come back as it went in. The corpus is held to that case by case (golden/)."""

from hypothesis import given
from hypothesis import strategies as st

import cleanarticle
from cleanarticle.result import replay
from tests.properties.stories import LANGUAGES, between
from tests.properties.strategies import articles, stories


@given(articles())
def test_cleaning_twice_is_cleaning_once(text):
    once = cleanarticle.clean(text)
    assert cleanarticle.clean(once) == once


@given(articles())
def test_what_went_at_a_later_look_is_told_in_the_offsets_of_the_source(text):
    result = cleanarticle.analyze(text)
    assert replay(text, result.removed) == result.text == cleanarticle.clean(text)
    assert all(text[item.start : item.end] == item.text for item in (*result.removed, *result.declined))


@given(st.data(), st.sampled_from(LANGUAGES), st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n"]))
def test_a_story_alone_comes_back_as_it_went_in(data, language, newline):
    text = newline.join(data.draw(stories(language)))
    assert cleanarticle.clean(text) == text


@given(st.data(), st.sampled_from(LANGUAGES))
def test_a_story_on_one_line_comes_back_as_it_went_in(data, language):
    text = between(language).join(data.draw(stories(language, most=20)))
    assert cleanarticle.clean(text) == text
