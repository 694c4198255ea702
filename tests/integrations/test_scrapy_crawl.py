"""Whole crawls: a project as `scrapy startproject` makes it, and a site of invented pages on localhost."""

import json
import subprocess
import sys

import pytest

scrapy = pytest.importorskip("scrapy", reason="the extra scrapy is not installed")

import cleanarticle
from docs.examples import ROOT, blocks
from tests.integrations.newsroom import PAGES, flaws, lost, served

ADDON = {"ADDONS": {"cleanarticle.integrations.scrapy.Addon": 500}}
SETTINGS = {
    "BOT_NAME": "news",
    "SPIDER_MODULES": ["news.spiders"],
    "LOG_LEVEL": "INFO",
    "TELNETCONSOLE_ENABLED": False,
    "DOWNLOAD_DELAY": 0,
    "RETRY_ENABLED": False,
}
SPIDER = """
import json
import scrapy

class News(scrapy.Spider):
    name = "news"
    start_urls = ["{address}/"]

    def parse(self, response):
        yield from response.follow_all(css="a.story", callback=self.parse_story)

{story}

    def closed(self, reason):
        with open("stats.json", "w") as out:
            json.dump({{**self.crawler.stats.get_stats(), "closed": reason}}, out, default=str)
"""


@pytest.fixture(scope="module")
def site():
    with served() as address:
        yield address


@pytest.fixture
def crawl(tmp_path, site):
    """Run a crawl whose callback for a story is given; gives its items by path, its stats and its log."""

    def run(story, status=0, **settings):
        spiders = tmp_path / "news" / "spiders"
        spiders.mkdir(parents=True)
        (tmp_path / "scrapy.cfg").write_text("[settings]\ndefault = news.settings\n")
        (tmp_path / "news" / "__init__.py").write_text("")
        (spiders / "__init__.py").write_text("")
        (spiders / "news.py").write_text(SPIDER.format(address=site, story=story))
        said = {**SETTINGS, **settings}
        (tmp_path / "news" / "settings.py").write_text("".join(f"{key} = {said[key]!r}\n" for key in said))
        command = [sys.executable, "-m", "scrapy", "crawl", "news", "-O", "items.jsonl"]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == status, done.stderr
        # A deprecated use of Scrapy by the add-on would say its name.
        assert not [line for line in done.stderr.splitlines() if "Deprecat" in line and "cleanarticle" in line]
        lines = (tmp_path / "items.jsonl").read_text("utf-8").splitlines() if status == 0 else []
        items = {item["url"].removeprefix(site): item for item in map(json.loads, lines)}
        stats = json.loads((tmp_path / "stats.json").read_text()) if status == 0 else {}
        return items, stats, done.stderr

    return run


def articles(site):
    """What the library itself makes of the pages: so it must come out of a crawl."""
    found = {path: cleanarticle.clean_html(page.html, url=site + path) for path, page in PAGES.items()}
    assert not [sentence for path, page in PAGES.items() for sentence in lost(found[path], page)]
    return found


def test_the_response_of_every_page(crawl, site):
    items, stats, _ = crawl(
        """
    def parse_story(self, response):
        yield {"url": response.url}
""",
        **ADDON,
        CLEANARTICLE_RESPONSE_FIELD="text",
        CLEANARTICLE_METADATA_FIELDS={"title": "title", "authors": "authors", "published": "published"},
        CLEANARTICLE_REMOVED_FIELD="removed",
    )
    assert {path: item["text"] for path, item in items.items()} == articles(site)
    english = items["/en"]
    assert english["title"] == "Night ferry for Ostrey from June"
    assert english["authors"] == ["Tove Lindqvarn"]
    assert english["published"] == "2031-04-02T08:00:00+01:00"
    kinds = {removal["kind"] for removal in english["removed"]}
    assert {"headline", "byline", "social"} <= kinds
    assert all(removal["field"] == "text" and removal["reason"] for removal in english["removed"])
    assert stats["cleanarticle/items"] == stats["cleanarticle/items/changed"] == stats["cleanarticle/texts"] == 4
    removed = {key: value for key, value in stats.items() if key.startswith("cleanarticle/removed/")}
    assert (
        stats["cleanarticle/removed"] == sum(removed.values()) == sum(len(each["removed"]) for each in items.values())
    )
    gone = sum(len(removal["text"]) for each in items.values() for removal in each["removed"])
    assert stats["cleanarticle/chars/removed"] == gone
    assert stats["cleanarticle/chars"] == gone + sum(len(each["text"]) for each in items.values())
    assert "cleanarticle/errors" not in stats


def test_texts_and_html_of_a_coroutine_callback(crawl):
    css = json.dumps({path: page.css for path, page in PAGES.items()})
    items, stats, _ = crawl(
        f"""
    async def parse_story(self, response):
        css = {css}["/" + response.url.rsplit("/", 1)[1]]
        node = response.css(css)
        lines = [line.strip() for line in node.xpath(".//text()").getall() if line.strip()]
        yield {{"url": response.url, "articleBody": "\\n".join(lines), "html": node.get(), "node": node}}
""",
        **ADDON,
        CLEANARTICLE_HTML_FIELDS={"html": "from_html", "node": "node"},
    )
    for path, page in PAGES.items():
        assert flaws(items[path]["articleBody"], page) == []
        assert lost(items[path]["from_html"], page) == lost(items[path]["node"], page) == []
        assert items[path]["html"].startswith("<")
    assert stats["cleanarticle/items"] == 4
    assert stats["cleanarticle/texts"] == 12


@pytest.mark.skipif(scrapy.version_info < (2, 19), reason="older releases download nothing by themselves then")
def test_a_crawl_without_a_reactor(crawl, site):
    items, stats, _ = crawl(
        """
    def parse_story(self, response):
        yield {"url": response.url}
""",
        **ADDON,
        CLEANARTICLE_RESPONSE_FIELD="text",
        TWISTED_REACTOR_ENABLED=False,
    )
    assert {path: item["text"] for path, item in items.items()} == articles(site)
    assert stats["cleanarticle/texts"] == 4


def test_a_bad_item_is_counted_logged_with_its_url_and_stops_nothing(crawl, site):
    items, stats, log = crawl(
        """
    def parse_story(self, response):
        if response.url.endswith("/de"):
            yield {"url": response.url, "text": ["a", "list"]}
        else:
            yield {"url": response.url, "text": response}
        yield scrapy.Request(response.urljoin("/map.png"), callback=self.parse_map)

    def parse_map(self, response):
        yield {"url": response.url, "text": None}
""",
        **ADDON,
        CLEANARTICLE_RESPONSE_FIELD="text",
    )
    assert set(items) == {*PAGES, "/map.png"}
    assert items["/de"]["text"] == ["a", "list"]
    assert items["/map.png"]["text"] is None
    assert items["/en"]["text"] == articles(site)["/en"]
    assert stats["cleanarticle/errors"] == stats["cleanarticle/errors/TypeError"] == 1
    assert stats["cleanarticle/items/without_text"] == 1
    (line,) = [line for line in log.splitlines() if "could not be cleaned" in line]
    assert f"{site}/de: text could not be cleaned: TypeError: expected a text, got list" in line
    assert stats["closed"] == "finished"


@pytest.mark.parametrize("settings", [{"CLEANARTICLE_ENABLED": False}, {"ADDONS": {}}], ids=["off", "no add-on"])
def test_off_means_off(crawl, settings):
    items, stats, log = crawl(
        """
    def parse_story(self, response):
        yield {"url": response.url, "text": "Follow us on Facebook"}
""",
        **{**ADDON, "CLEANARTICLE_RESPONSE_FIELD": "text", **settings},
    )
    assert [item["text"] for item in items.values()] == ["Follow us on Facebook"] * 4
    assert not [key for key in stats if key.startswith("cleanarticle")]
    assert "cleanarticle" not in log.partition("Overridden settings")[0]


def test_a_crawl_that_cleans_nothing_says_so(crawl):
    items, stats, log = crawl(
        """
    def parse_story(self, response):
        yield {"url": response.url, "story": "Follow us on Facebook"}
""",
        **ADDON,
    )
    assert len(items) == stats["cleanarticle/items/without_text"] == 4
    assert "no item had a text in text, articleBody; name your fields in CLEANARTICLE_TEXT_FIELDS" in log


def test_a_slip_in_the_settings_stops_the_crawl_at_its_start(crawl):
    _, _, log = crawl(
        """
    def parse_story(self, response):
        yield {"url": response.url}
""",
        status=1,
        **ADDON,
        CLEANARTICLE_TEXT_FIELD="text",
    )
    assert "UnknownNameError: no setting is called CLEANARTICLE_TEXT_FIELD; there are: CLEANARTICLE_ENABLED" in log


def test_the_spider_of_the_documentation(tmp_path, site):
    page = (ROOT / "docs" / "scrapy.md").read_text("utf-8")
    (spider,) = [block.body for block in blocks(page) if block.file == "news.py"]
    (tmp_path / "news.py").write_text(spider.replace("https://news.example/", f"{site}/"), "utf-8")
    command = [sys.executable, "-m", "scrapy", "runspider", "news.py", "-O", "stories.jsonl"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    stories = map(json.loads, (tmp_path / "stories.jsonl").read_text("utf-8").splitlines())
    texts = {story["url"].removeprefix(site): story["text"] for story in stories}
    assert texts == articles(site)
    assert "'cleanarticle/removed/byline'" in done.stderr
