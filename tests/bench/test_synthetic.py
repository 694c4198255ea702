"""Invented articles: the same for the same seed, with residue in the right places, and pages that hold their story."""

from itertools import pairwise

import pytest

import cleanarticle
from bench.synthetic import articles, page, write


def test_a_seed_gives_the_same_articles():
    first, again, other = (list(articles(5, seed=seed)) for seed in (1, 1, 2))
    assert first == again != other
    assert all(one.text != another.text for one, another in pairwise(first))


def test_the_story_stands_in_the_text_and_residue_around_it():
    for article in articles(20, chars=2000):
        assert set(article.story) < set(article.lines)
        assert 1000 <= sum(map(len, article.story)) < 6000
        assert article.url.startswith("https://www.site")


def test_as_much_residue_as_asked_for():
    lines = {much: sum(len(a.lines) - len(a.story) for a in articles(50, residue=much)) for much in (0, 0.3, 1)}
    assert lines[0] == 0
    assert 0 < lines[0.3] < lines[1] / 2


def test_a_page_is_as_large_as_asked_for_and_holds_the_story():
    (article,) = articles(1, chars=3000)
    html = page(article, 100_000)
    assert 80_000 < len(html) < 120_000
    text = cleanarticle.clean_html(html)
    assert sum(line in text for line in article.story) >= len(article.story) - 2
    assert "window.d0" not in text


def test_a_file_of_them(tmp_path):
    pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    write(tmp_path / "a.parquet", 30, chars=200, residue=0.5)
    rows = pq.read_table(tmp_path / "a.parquet").to_pylist()
    assert rows == [{"text": one.text, "url": one.url} for one in articles(30, chars=200, residue=0.5)]
