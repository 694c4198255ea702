"""Facts of pages made to break their reader: no crash, no hang, no recursion."""

import json
import time

import pytest

from cleanarticle.reading.facts import read_facts
from cleanarticle.reading.html import parse
from tests.reading.facts.pages import LINE, STORY, TITLE, linked

ARTICLE = {"@type": "NewsArticle", "headline": TITLE, "author": "Jane Doe", "datePublished": "2024-05-17"}
HEAD = f"<title>{TITLE}</title>"
LD = '<script type="application/ld+json">'
PAGES = {
    "nested lists": LD + "[" * 100_000 + "]" * 100_000 + "</script>",
    "nested objects": LD + '{"@graph":' * 100_000 + "1" + "}" * 100_000 + "</script>",
    "nested references": linked({"@graph": [ARTICLE | {"author": {"@id": f"#{i}"}, "@id": f"#{i}"} for i in range(2_000)]}),
    "large": linked(ARTICLE | {"articleBody": LINE * 50_000}),
    "large and broken": linked(json.dumps(ARTICLE)[:-1] + ' "x" ' + '"author": {' * 100_000),
    "white space": linked('{"@type": "NewsArticle",' + " " * 3_000_000 + "}"),
    "commas": linked("{" + ", " * 1_000_000),
    "quotes": linked('{"@type": "NewsArticle", "headline": "' + '\\"' * 1_000_000),
    "scripts": linked(*[ARTICLE] * 5_000),
    "broken scripts": linked(*["{x"] * 5_000),
    "many articles": linked([ARTICLE | {"headline": f"Ferry {i}"} for i in range(20_000)]),
    "many authors": linked(ARTICLE | {"author": [{"name": f"Jane{'x' * (i % 100)} Doe"} for i in range(20_000)]}),
    "metas": '<meta name="author" content="Jane Doe"><meta property="article:tag" content="x">' * 20_000,
    "headings": f"<h1>{TITLE}</h1>" * 20_000,
    "nested headings": "<h1>" * 5_000,
    "divisions": "<div class='author'>" * 20_000 + LINE,
    "siblings": f"<h1>{TITLE}</h1>" + "<div class='author'>x</div>" * 50_000,
    "scripts behind the heading": f"<h1>{TITLE}</h1>" + "<script></script>" * 50_000,
    "times": f"<h1>{TITLE}</h1>" + "<time pubdate datetime='x'>17 May 2024</time>" * 20_000,
    "one text": f"<h1>{TITLE}</h1><div class='author'><div><div>{LINE * 50_000}</div></div></div>",
    "blanks": f"<h1>{TITLE}</h1><div class='author'>{' ' * 3_000_000}</div>",
    "classes": f"<h1>{TITLE}</h1><p class='{'author ' * 100_000}'>Jane Doe</p>",
    "one author": f"<h1>{TITLE}</h1><p class='author'>{'By Jane Doe and ' * 50_000}</p>",
    "address": f"<link rel='canonical' href='https://valley.example/{'2024/' * 100_000}'>",
    "bad address": "<link rel='canonical' href='https://[valley'>",
    "title": f"<title>{' | '.join(['Ferry'] * 50_000)}</title><meta property='og:site_name' content='Ferry'>",
    "properties": "<i itemprop='datePublished author'>x</i>" * 20_000,
    "surrogates": linked({"@type": "NewsArticle", "headline": "\ud800"}),
    "numbers": linked({"@type": "NewsArticle", "headline": 7, "author": 1e400, "datePublished": {"name": [None]}}),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_it_ends(name):
    tree = parse(f"<html><head>{HEAD}</head><body>{PAGES[name]}{STORY}</body></html>")
    started = time.process_time()
    facts = read_facts(tree)
    assert time.process_time() - started < 2
    assert facts.title
    hash(facts)


@pytest.mark.parametrize(
    "make",
    [
        lambda n: linked(*[ARTICLE] * n),
        lambda n: linked([ARTICLE | {"headline": f"Ferry {i}"} for i in range(n)]),
        lambda n: f"<h1>{TITLE}</h1>" + f"<div class='author'><a href='/author/x'>x</a>{LINE}</div>" * n,
        lambda n: "<div><p class='byline'>" * n,
        lambda n: f"<h1>{TITLE}</h1>" * n,
    ],
)
def test_four_times_as_much_takes_no_eight_times_as_long(make):
    def seconds(n):
        tree = parse(f"<html><head>{HEAD}</head><body>{make(n)}{STORY}</body></html>")
        started = time.process_time()
        read_facts(tree)
        return time.process_time() - started

    seconds(10)
    assert min(seconds(8_000) for _ in range(3)) < 8 * max(min(seconds(2_000) for _ in range(3)), 0.005)
