"""Metadata: what the page says, completed from what was removed."""

import pytest

from cleanarticle import Cleaner, Declined, Facts, Removal, analyze, analyze_html
from cleanarticle.metadata import harvest
from tests.make import PROSE

STORY = "\n\n".join(PROSE[:5])


def line(kind, text):
    return Removal(0, len(text), kind, 0.9, "h", "r", text)


LINES = [
    line("headline", "The old bridge\n\n"),
    line("headline", "Another"),
    line("deck", "It is closed.\n"),
    line("masthead", "The Valley Post"),
    line("section", "Local"),
    line("caption", "The bridge (AP)"),
    Declined(0, 5, "caption", 0.9, "h", "r", "The mill", "kept-kind"),
    line("caption", "The bridge (AP)"),
    line("tags", "Tags: ferry, ice ,"),
    line("tags", "#harbour #ice"),
]
CAUGHT = [
    ("byline", "NAMES", "Jane Doe and John Roe"),
    ("byline", "NAME", "Jane Doe"),
    ("author_bio", "NAME", "Max Moe"),
    ("byline", "DATE", "1 May 2024"),
    ("timestamp", "DATE", "2 May 2024"),
    ("timestamp", "DATE", "3 May 2024"),
]


def test_from_what_was_removed():
    told = harvest(Facts(), LINES, CAUGHT)
    assert told.title == "The old bridge"
    assert told.description == "It is closed."
    assert told.authors == ("Jane Doe", "John Roe")
    assert told.published == "2024-05-02"
    assert (told.site_name, told.section) == ("The Valley Post", "Local")
    assert told.captions == ("The bridge (AP)", "The mill")
    assert told.tags == ("ferry", "ice", "harbour")


def test_what_the_page_says_goes_first():
    facts = Facts(title="T", description="D", authors=("Ann Poe",), published="P", modified="M", site_name="S", section="C",
                  url="U", lang="L", tags=("x",))  # fmt: skip
    told = harvest(facts, LINES, CAUGHT)
    assert (told.title, told.description, told.authors, told.published) == ("T", "D", ("Ann Poe",), "P")
    assert (told.modified, told.site_name, told.section, told.url, told.lang, told.tags) == (
        "M",
        "S",
        "C",
        "U",
        "L",
        ("x",),
    )


def test_a_byline_s_date_serves_where_there_is_no_other():
    assert harvest(Facts(), [], CAUGHT[:4]).published == "2024-05-01"
    assert harvest(Facts(), [], []).published == ""


def test_from_a_text():
    told = analyze(f"By Jane Doe and John Roe\n\nPublished: 17 May 2024\n\n{STORY}\n\nTags: ferry, ice").metadata
    assert told.authors == ("Jane Doe", "John Roe")
    assert told.published == "2024-05-17"
    assert told.tags == ("ferry", "ice")


def test_what_is_kept_on_request_is_told_too():
    told = Cleaner(keep={"byline"}).analyze(f"By Jane Doe\n\n{STORY}")
    assert told.text.startswith("By Jane Doe")
    assert told.metadata.authors == ("Jane Doe",)


def test_each_fact_is_told_with_its_source():
    told = harvest(Facts(), LINES, CAUGHT)
    assert told.sources == (
        ("title", "headline"), ("description", "deck"), ("authors", "byline"), ("published", "timestamp"),
        ("site_name", "masthead"), ("section", "section"), ("captions", "caption"), ("tags", "tags"),
    )  # fmt: skip
    assert told.source("title") == "headline"
    assert told.source("modified") == ""


def test_what_the_page_told_keeps_its_source_and_what_has_none_is_the_caller_s():
    facts = Facts(title="T", url="https://valley.example/1", sources=(("title", "json-ld"),))
    told = harvest(facts, LINES, CAUGHT)
    assert (told.source("title"), told.source("url"), told.source("authors")) == ("json-ld", "caller", "byline")


def test_people_in_a_byline_go_before_a_desk_or_the_site_in_the_facts():
    for author in ("Sports Desk", "The Valley Post", "jdoe_77"):
        facts = Facts(authors=(author,), site_name="The Valley Post", sources=(("authors", "json-ld"),))
        assert harvest(facts, LINES, CAUGHT).authors == ("Jane Doe", "John Roe")
        kept = harvest(facts, LINES, [])
        assert (kept.authors, kept.source("authors")) == ((author,), "json-ld")


def test_a_line_that_is_nothing_but_names_tells_them():
    assert harvest(Facts(), [line("byline", "Jane Doe, John Roe\n")], []).authors == ("Jane Doe", "John Roe")
    assert harvest(Facts(), [line("byline", "Share Jane Doe's story")], []).authors == ()
    assert harvest(Facts(), [line("byline", "Staff Reporter")], []).authors == ()


def test_below_the_story_it_tells_nothing_against_the_facts():
    facts = Facts(authors=("Sports Desk",))
    below = Removal(5_000, 5_008, "byline", 0.9, "h", "r", "Jane Doe")
    assert harvest(facts, [below], []).authors == ("Sports Desk",)
    assert harvest(Facts(), [below], []).authors == ("Jane Doe",)


@pytest.mark.parametrize(
    ("text", "lang", "published"),
    [("17. Mai 2024, 10:04 Uhr", "", "2024-05-17T10:04"), ("03/04/2024", "fr", "2024-04-03"), ("03/04/2024", "", "03/04/2024"),
     ("17 May", "", "17 May")],
)  # fmt: skip
def test_dates_in_iso_form_where_they_can_be_read(text, lang, published):
    assert harvest(Facts(), [], [("timestamp", "DATE", text)], lang).published == published


def test_the_day_in_the_given_address_serves_last():
    facts = Facts(url="https://valley.example/2024/05/17/ferry")
    told = harvest(facts, [], [])
    assert (told.published, told.source("published")) == ("2024-05-17", "url")
    assert harvest(facts, [], [("timestamp", "DATE", "16 May 2024")]).published == "2024-05-16"


def test_what_the_caller_says_goes_before_what_the_page_does():
    page = f'<html lang="en"><head><title>x</title><link rel="canonical" href="https://a.example/"></head><body><p>{STORY}</p></body></html>'
    told = analyze_html(page, url="https://b.example/").metadata
    assert (told.url, told.source("url"), told.lang, told.source("lang")) == (
        "https://b.example/",
        "caller",
        "en",
        "html",
    )


def test_a_page_s_facts_reach_the_result_with_their_sources():
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The old bridge", "datePublished": "2024-05-17"}</script>'
    body = "".join(f"<p>{line}</p>" for line in PROSE)
    told = analyze_html(f"<head>{head}</head><h1>The old bridge</h1><p class='byline'>By Jane Doe</p>{body}").metadata
    assert (told.title, told.authors, told.published) == ("The old bridge", ("Jane Doe",), "2024-05-17")
    assert told.sources[:3] == (("title", "heading"), ("authors", "byline"), ("published", "json-ld"))
