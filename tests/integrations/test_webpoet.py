"""The field processors in page objects of web-poet's own."""

import asyncio
from pathlib import Path

import pytest

pytest.importorskip("web_poet", reason="the extra web-poet is not installed")

from web_poet import BrowserHtml, BrowserResponse, HttpResponse, ItemPage, WebPage, field

import cleanarticle
from cleanarticle import Cleaner
from cleanarticle.integrations.webpoet import (
    HtmlProcessor,
    TextProcessor,
    clean_html_processor,
    clean_text_processor,
)
from docs.examples import ROOT, blocks
from tests.integrations.newsroom import ENGLISH, ENGLISH_STORY, PAGES, flaws, lost

URL = "https://beacon.example/ferry"
STORY = "\n".join(ENGLISH_STORY) + "\n"
TEXT = STORY + "Follow us on Facebook and Instagram\n"
KIOSK = "The kiosk at the pier sells tea and maps of the island to all who wait for the boat.\n"
RESPONSE = HttpResponse(URL, body=ENGLISH.html.encode(), encoding="utf-8")


class ArticlePage(WebPage):
    @field(out=[clean_html_processor])
    def nodes(self):
        return self.css("article")

    @field(out=[clean_html_processor])
    def node(self):
        return self.css("article")[0]

    @field(out=[clean_html_processor])
    def element(self):
        return self.css("article")[0].root

    @field(out=[clean_html_processor])
    def html_of_node(self):
        return self.css("article").get()

    @field(out=[clean_html_processor])
    def whole(self):
        return self.response

    @field(out=[clean_html_processor])
    async def awaited(self):
        return self.response

    @field(out=[clean_text_processor])
    def text(self):
        return "\n".join(text.strip() for text in self.css("article ::text").getall() if text.strip())


def item_of(page):
    return asyncio.run(page.to_item())


def test_every_field_is_clean():
    item = item_of(ArticlePage(RESPONSE))
    assert {name: lost(value, ENGLISH) for name, value in item.items()} == {name: [] for name in item}
    assert not [name for name, value in item.items() if "Follow us on Facebook" in value or "<" in value]
    assert flaws(item["text"], ENGLISH) == []
    assert item["whole"] == item["awaited"] == cleanarticle.clean_html(ENGLISH.html, url=URL)
    assert len(item) == 7


@pytest.mark.parametrize("path", PAGES)
def test_pages_of_every_encoding(path):
    page = PAGES[path]
    response = HttpResponse(URL + path, body=page.html.encode(page.encoding), encoding=page.encoding)
    text = clean_html_processor(response, ArticlePage(response))
    assert text == cleanarticle.clean_html(page.html, url=URL + path)
    assert lost(text, page) == []


def test_a_browser_response():
    class BrowserPage(ItemPage):
        @field(out=[clean_html_processor])
        def text(self):
            return BrowserResponse(url=URL, html=BrowserHtml(ENGLISH.html))

    assert item_of(BrowserPage())["text"] == cleanarticle.clean_html(ENGLISH.html)


def test_what_found_nothing_is_none_and_other_values_go_on():
    class Odd(WebPage):
        @field(out=[clean_html_processor])
        def nothing(self):
            return self.css("aside")

        @field(out=[clean_html_processor])
        def none(self):
            return None

        @field(out=[clean_text_processor])
        def number(self):
            return 7

        @field(out=[clean_html_processor])
        def done(self):
            return {"a": "dict"}

    assert item_of(Odd(RESPONSE)) == {"nothing": None, "none": None, "number": 7, "done": {"a": "dict"}}


def test_a_cleaner_of_ones_own_and_the_address_of_the_page(tmp_path):
    rules = tmp_path / "rules.toml"
    rules.write_text(
        '[[promotion]]\nsite = "beacon.example"\nplace = "whole"\nphrases = ["the kiosk at the pier {ANY}"]\n'
    )
    cleaner = Cleaner(keep={"social"}, rules=rules)

    class Ruled(WebPage):
        @field(out=[TextProcessor(cleaner)])
        def text(self):
            return KIOSK + TEXT

        @field(out=[HtmlProcessor(cleaner)])
        def page(self):
            return self.response.text.replace("Read more: Bakery on Ostrey to open again", KIOSK)

    item = item_of(Ruled(RESPONSE))
    assert item["text"] == TEXT
    assert "kiosk" not in item["page"]
    elsewhere = HttpResponse("https://gull.example/1", body=RESPONSE.body, encoding="utf-8")
    assert item_of(Ruled(elsewhere))["text"] == KIOSK + TEXT


def test_the_fast_engine():
    body = (Path(__file__).parents[2] / "corpus/pages/en/ghost/source.html").read_bytes()
    page = HttpResponse(URL, body=body, encoding="utf-8")
    processor = HtmlProcessor(Cleaner(), engine="fast")
    fast = cleanarticle.clean_html(body, url=URL, engine="fast")
    assert processor(page, ArticlePage(page)) == fast
    assert fast != clean_html_processor(page, ArticlePage(page))


def test_an_address_that_must_be_awaited_is_no_hindrance():
    class Slow(ItemPage):
        @field
        async def url(self):
            return URL

        @field(out=[clean_text_processor])
        def text(self):
            return TEXT

    assert item_of(Slow())["text"] == STORY


def test_the_default_processors_of_a_page_class():
    items = pytest.importorskip("zyte_common_items", reason="zyte-common-items is not installed")

    class Story(items.ArticlePage):
        class Processors(items.ArticlePage.Processors):
            articleBody = [clean_html_processor]

        @field
        def articleBody(self):
            return self.css("article")

    article = item_of(Story(RESPONSE))
    assert isinstance(article, items.Article)
    assert lost(article.articleBody, ENGLISH) == []
    assert "Follow us on Facebook" not in article.articleBody
    assert article.url == URL


@pytest.mark.parametrize(("file", "name"), [("page_object.py", "ArticlePage"), ("analyzed_page.py", "AnalyzedPage")])
def test_the_page_objects_of_the_documentation(file, name):
    page = (ROOT / "docs" / "scrapy.md").read_text("utf-8")
    (code,) = [block.body for block in blocks(page) if block.file == file]
    names = {"__name__": "documented"}
    exec(code, names)
    item = item_of(names[name](RESPONSE))
    assert {key: lost(item[key], ENGLISH) for key in item if key.startswith("text")}["text"] == []
    assert item.get("authors", ["Tove Lindqvarn"]) == ["Tove Lindqvarn"]
