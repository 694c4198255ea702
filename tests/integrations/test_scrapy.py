"""The add-on's components in a crawler of Scrapy's own, item by item."""

import dataclasses
from pathlib import Path

import pytest

scrapy = pytest.importorskip("scrapy", reason="the extra scrapy is not installed")

from lxml import html as lxml_html
from parsel import Selector
from scrapy.exceptions import DropItem, NotConfigured
from scrapy.http import HtmlResponse, Response
from scrapy.settings import default_settings
from scrapy.utils.reactor import install_reactor, is_reactor_installed
from scrapy.utils.test import get_crawler

import cleanarticle
from cleanarticle.cleaner import ENGINES
from cleanarticle.errors import RulesError, UnknownNameError
from cleanarticle.integrations.scrapy import Addon, CleanArticlePipeline, ResponseMiddleware
from cleanarticle.integrations.scrapy_settings import DEFAULTS, PREFIX
from docs.examples import ROOT
from tests.integrations.newsroom import ENGLISH, ENGLISH_STORY, lost

STORY = "\n".join(ENGLISH_STORY) + "\n"
TEXT = f"By Tove Lindqvarn, Staff Writer\n{STORY}Follow us on Facebook and Instagram\n"
URL = "https://beacon.example/ferry"

# Scrapy that cannot do without a reactor makes no crawler without one.
if not hasattr(default_settings, "TWISTED_REACTOR_ENABLED") and not is_reactor_installed():
    install_reactor("twisted.internet.asyncioreactor.AsyncioSelectorReactor")


def pipeline(**settings):
    """A pipeline in a crawler with these settings, and the crawler's stats."""
    crawler = get_crawler(settings_dict={f"{PREFIX}{name}": value for name, value in settings.items()})
    return CleanArticlePipeline.from_crawler(crawler), crawler.stats


def processed(item, **settings):
    """The item after the pipeline, and the stats of the library, without their prefix."""
    made, stats = pipeline(**settings)
    done, counted = made.process_item(item), stats.get_stats()
    return done, {
        name.removeprefix("cleanarticle/"): number
        for name, number in counted.items()
        if name.startswith("cleanarticle/")
    }


# Items of every type


@dataclasses.dataclass
class Data:
    url: str
    text: str


class Item(scrapy.Item):
    url = scrapy.Field()
    text = scrapy.Field()


def of_attrs(**values):
    attrs = pytest.importorskip("attrs")
    return attrs.make_class("Attrs", ["url", "text"])(**values)


def of_pydantic(**values):
    pydantic = pytest.importorskip("pydantic", reason="pydantic is not installed")
    return pydantic.create_model("Model", url=(str, ...), text=(str, ...))(**values)


@pytest.mark.parametrize("make", [dict, Data, Item, of_attrs, of_pydantic], ids=lambda make: make.__name__)
def test_an_item_of_every_type(make):
    given = make(url=URL, text=TEXT)
    item, stats = processed(given)
    assert item is given
    assert (item["text"] if isinstance(item, (dict, scrapy.Item)) else item.text) == STORY
    assert stats["items/changed"] == stats["items"] == 1
    assert stats["removed"] == 2


def test_a_zyte_article():
    items = pytest.importorskip("zyte_common_items", reason="zyte-common-items is not installed")
    article = items.Article(url=URL, headline="Night ferry", articleBody=TEXT, inLanguage="en")
    item, _ = processed(
        article, METADATA_FIELDS={"lang": "inLanguage", "title": "headline", "published": "datePublishedRaw"}
    )
    assert item.articleBody == STORY
    assert (item.headline, item.inLanguage, item.datePublishedRaw) == ("Night ferry", "en", None)


def test_what_is_no_item_goes_on_and_is_counted():
    item, stats = processed("a string")
    assert item == "a string"
    assert stats["errors/TypeError"] == 1


def test_an_item_of_a_frozen_class_goes_on_and_is_counted():
    frozen = dataclasses.make_dataclass("Frozen", [("url", str), ("text", str)], frozen=True)(URL, TEXT)
    item, stats = processed(frozen)
    assert item.text == TEXT
    assert stats["errors/FrozenInstanceError"] == stats["errors"] == 1
    assert "texts" not in stats


# What a field may hold

# A page that the two engines read differently.
APART = Path(__file__).parents[2] / "corpus/pages/en/ghost/source.html"
RESPONSE = HtmlResponse(URL, body=ENGLISH.html.encode("utf-16"), encoding="utf-16")
PAGES = {
    "str": ENGLISH.html,
    "bytes": ENGLISH.html.encode(),
    "selector": Selector(ENGLISH.html),
    "selectors": Selector(ENGLISH.html).css("article"),
    "element": lxml_html.fromstring(ENGLISH.html),
    "response": RESPONSE,
}


@pytest.mark.parametrize("name", PAGES)
def test_an_html_field_may_hold(name):
    item, stats = processed({"page": PAGES[name]}, HTML_FIELDS={"page": "body"})
    assert lost(item["body"], ENGLISH) == []
    assert "Follow us on Facebook" not in item["body"]
    assert item["page"] is PAGES[name]
    assert stats["texts"] == 1


@pytest.mark.parametrize("name", ["selector", "selectors", "element", "response"])
def test_a_text_field_that_holds_a_page_is_read_as_a_page(name):
    item, _ = processed({"text": PAGES[name]})
    assert lost(item["text"], ENGLISH) == []
    assert "<" not in item["text"]
    assert "Follow us on Facebook" not in item["text"]


@pytest.mark.parametrize("empty", [None, "", b"", [], Selector("<p>").css("article")], ids=repr)
def test_an_empty_field_is_left_alone(empty):
    item, stats = processed({"text": empty, "html": empty}, HTML_FIELDS={"html": "html"})
    assert item["text"] is item["html"] is empty
    assert stats == {"items": 1, "items/without_text": 1}


@pytest.mark.parametrize("odd", [7, ["a", "list"], {"a": "dict"}, Response(URL, body=b"%PDF")], ids=repr)
def test_an_odd_value_is_an_error_that_costs_nothing_but_the_field(odd):
    item, stats = processed({"text": odd, "articleBody": TEXT})
    assert item["articleBody"] == STORY
    # A response must not reach the exporters.
    assert item["text"] is (None if isinstance(odd, Response) else odd)
    assert stats["errors/TypeError"] == 1
    assert stats["items/changed"] == 1


def test_an_item_that_fails_is_dropped_where_that_is_wanted():
    with pytest.raises(DropItem, match="text could not be cleaned: expected a text, got int"):
        processed({"text": 7}, ON_ERROR="drop")


def test_an_error_is_logged_with_the_url(caplog):
    processed({"link": URL, "text": 7})
    assert f"{URL}: text could not be cleaned: TypeError: expected a text, got int" in caplog.text
    processed({"text": 7})
    assert "an item without URL: text could not be cleaned" in caplog.text


# Settings


def test_fields_have_the_names_that_are_said():
    item, _ = processed({"text": TEXT, "raw": TEXT, "story": TEXT}, TEXT_FIELDS={"raw": "clean", "story": "story"})
    assert item == {"text": TEXT, "raw": TEXT, "clean": STORY, "story": STORY}


def test_lists_and_dicts_come_from_the_command_line_too():
    item, _ = processed(
        {"a": TEXT, "b": TEXT, "c": ENGLISH.html},
        TEXT_FIELDS="a, b",
        HTML_FIELDS='{"c": "d"}',
        KEEP="byline,social",
        THRESHOLD="0.6",
    )
    assert item["a"] == item["b"] == TEXT
    assert "By Tove Lindqvarn" not in item["d"].partition(ENGLISH_STORY[0])[2]


def test_the_text_of_an_html_field_is_not_cleaned_a_second_time():
    item, stats = processed(
        {"html": ENGLISH.html, "text": "Follow us on Facebook\n" + STORY}, HTML_FIELDS={"html": "text"}
    )
    assert lost(item["text"], ENGLISH) == []
    assert stats["texts"] == 1


def test_kinds_are_kept_on_request():
    item, stats = processed({"text": TEXT}, KEEP=["social"])
    assert item["text"] == TEXT.partition("\n")[2]
    assert "removed/social" not in stats


@pytest.mark.parametrize("engine", ENGINES)
def test_pages_are_read_by_the_engine_that_is_said(engine):
    page = HtmlResponse(URL, body=APART.read_bytes(), encoding="utf-8")
    item, _ = processed({"url": URL, "text": page}, ENGINE=engine)
    assert item["text"] == cleanarticle.clean_html(APART.read_bytes(), url=URL, engine=engine)


def test_the_engines_differ_on_the_page_of_the_test():
    assert len({cleanarticle.clean_html(APART.read_bytes(), url=URL, engine=engine) for engine in ENGINES}) == 2


def test_rules_of_a_site(tmp_path):
    rules = tmp_path / "rules.toml"
    rules.write_text(
        '[[promotion]]\nsite = "beacon.example"\nplace = "whole"\nphrases = ["the kiosk at the pier {ANY}"]\n'
    )
    text = "The kiosk at the pier sells tea and maps of the island to all who wait for the boat.\n" + STORY
    here, _ = processed({"url": URL, "text": text}, RULES=[str(rules)])
    elsewhere, _ = processed({"url": "https://gull.example/1", "text": text}, RULES=str(rules))
    assert here["text"] == STORY
    assert elsewhere["text"] == text


def test_the_title_is_taken_from_the_item():
    text = "Ostrey waits\n" + STORY
    told, _ = processed({"headline": "Ostrey waits", "text": text})
    renamed, _ = processed({"name": "Ostrey waits", "text": text}, CONTEXT_FIELDS={"title": "name"})
    assert told["text"] == renamed["text"] == STORY


def test_what_was_removed_and_the_metadata_are_handed_on():
    item, _ = processed(
        {"text": TEXT, "authors": ["Kept"]},
        REMOVED_FIELD="removed",
        METADATA_FIELDS={"authors": "authors", "published": "date"},
    )
    assert [(each["field"], each["text"].strip()) for each in item["removed"]] == [
        ("text", "By Tove Lindqvarn, Staff Writer"),
        ("text", "Follow us on Facebook and Instagram"),
    ]
    assert item["authors"] == ["Kept"]
    assert "date" not in item


@pytest.mark.parametrize(
    ("settings", "error", "message"),
    [
        ({"FIELDS": "text"}, UnknownNameError, "no setting is called CLEANARTICLE_FIELDS"),
        ({"KEEP": ["captoin"]}, UnknownNameError, "CLEANARTICLE_KEEP: nothing is called captoin"),
        ({"PRESET": "brave"}, UnknownNameError, "no preset is called 'brave'"),
        ({"ENGINE": "steam"}, UnknownNameError, "CLEANARTICLE_ENGINE: nothing is called steam"),
        ({"ON_ERROR": "stop"}, UnknownNameError, "CLEANARTICLE_ON_ERROR: nothing is called stop"),
        (
            {"METADATA_FIELDS": {"writer": "x"}},
            UnknownNameError,
            "CLEANARTICLE_METADATA_FIELDS: nothing is called writer",
        ),
        ({"CONTEXT_FIELDS": {"site": "x"}}, UnknownNameError, "CLEANARTICLE_CONTEXT_FIELDS: nothing is called site"),
        ({"THRESHOLD": 7}, ValueError, "threshold is a probability"),
        ({"RULES": "nowhere.toml"}, RulesError, "nowhere.toml: cannot be read"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_a_slip_is_an_error_at_the_start(settings, error, message):
    with pytest.raises(error, match=message):
        pipeline(**settings)


def test_a_rules_file_with_a_mistake_is_an_error_at_the_start(tmp_path):
    (tmp_path / "rules.toml").write_text("[[promotion]]\nphrase = 1\n")
    with pytest.raises(RulesError, match=r"rules\.toml"):
        pipeline(RULES=[str(tmp_path / "rules.toml")])


def test_every_setting_and_stat_is_documented():
    page = (ROOT / "docs" / "scrapy.md").read_text("utf-8")
    _, stats = processed({"text": TEXT, "articleBody": 7})
    _, empty = processed({})
    for name in DEFAULTS:
        assert f"| `{PREFIX}{name}` |" in page
    for name in {*stats, *empty}:
        first, _, rest = name.partition("/")
        variable = rest in ("byline", "social", "TypeError")
        assert f"`cleanarticle/{name}`" in page or (variable and f"`cleanarticle/{first}/" in page), name


# The add-on


def settings_of(**settings):
    crawler = get_crawler(settings_dict={"ADDONS": {Addon: 500}, **settings})
    return crawler.settings


def test_the_addon_puts_the_components_in_place():
    assert settings_of().getdict("ITEM_PIPELINES") == {CleanArticlePipeline: 300}
    assert settings_of().getdict("SPIDER_MIDDLEWARES") == {}
    assert settings_of(CLEANARTICLE_RESPONSE_FIELD="text").getdict("SPIDER_MIDDLEWARES") == {ResponseMiddleware: 600}


def test_the_addon_leaves_what_the_project_says():
    other = "scrapy.pipelines.files.FilesPipeline"
    path = "cleanarticle.integrations.scrapy.CleanArticlePipeline"
    assert settings_of(ITEM_PIPELINES={path: 7}).getdict("ITEM_PIPELINES") == {path: 7}
    assert settings_of(ITEM_PIPELINES={path: None}).getdict("ITEM_PIPELINES") == {path: None}
    assert settings_of(ITEM_PIPELINES={other: 1}).getdict("ITEM_PIPELINES") == {other: 1, CleanArticlePipeline: 300}


def test_off_is_not_configured():
    assert settings_of(CLEANARTICLE_ENABLED=False).getdict("ITEM_PIPELINES") == {}
    with pytest.raises(NotConfigured):
        pipeline(ENABLED="False")
    crawler = get_crawler()
    with pytest.raises(NotConfigured):
        ResponseMiddleware.from_crawler(crawler)
