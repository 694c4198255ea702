"""The invented site itself: what the library makes of its pages, with no framework between."""

import pytest

import cleanarticle
from tests.integrations.newsroom import PAGES, flaws, lost


@pytest.mark.parametrize("engine", ["fast", "thorough"])
@pytest.mark.parametrize("path", PAGES)
def test_no_story_loses_a_sentence(path, engine):
    assert lost(cleanarticle.clean_html(PAGES[path].html, engine=engine), PAGES[path]) == []


@pytest.mark.xfail(strict=True, raises=AssertionError, reason="the Japanese page keeps its copyright line")
def test_no_page_keeps_its_residue():
    texts = {path: cleanarticle.clean_html(page.html) for path, page in PAGES.items()}
    assert {path: flaws(texts[path], page) for path, page in PAGES.items()} == {path: [] for path in PAGES}
