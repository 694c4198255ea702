"""Dates that readers see by the heading, and the zone that a page shows them in."""

import pytest

from tests.reading.facts.pages import LINE, STORY, TITLE, linked, read, story


@pytest.mark.parametrize(
    ("byline", "published", "source"),
    [
        ("<time datetime='2024-05-17T10:04+02:00'>Friday</time>", "2024-05-17T10:04+02:00", "time"),
        ("<time>17 May 2024, 10:04</time>", "2024-05-17T10:04", "time"),
        ("<time datetime='soon'>17 May 2024</time>", "2024-05-17", "time"),
        ("<div class='post-date'>Published 17 May 2024 by Jane Doe</div>", "2024-05-17", "timestamp"),
        ("<p>17 May 2024</p>", "2024-05-17", "timestamp"),
        ("<p>By Jane Doe<br>17 May 2024<br>5 min read</p>", "2024-05-17", "timestamp"),
        ("<div>17 May 2024 <span>5 min read</span></div>", "2024-05-17", "timestamp"),
        # Of a day of publication and one of an update the first, wherever it stands.
        ("<p class='date'>Published 17 May 2024, updated 20 May 2024</p>", "2024-05-17", "timestamp"),
        ("<time datetime='2024-05-20' class='updated'>x</time><time datetime='2024-05-17'>y</time>", "2024-05-17", "time"),
        ("<p>Updated: <time datetime='2024-05-20'>x</time></p><p>17 May 2024</p>", "2024-05-17", "timestamp"),
        ("<p>Updated: <time datetime='2024-05-20'>x</time></p>", "2024-05-20", "time"),
    ],
)  # fmt: skip
def test_by_the_heading(byline, published, source):
    facts = story(byline)
    assert (facts.published, dict(facts.sources)["published"]) == (published, source)


@pytest.mark.parametrize(
    "text",
    ["17. Mai 2024", "17 mai 2024", "17 de mayo de 2024", "17 maggio 2024", "17 maja 2024", "17 мая 2024", "2024年5月17日", "2024년 5월 17일",
     "17 Μαΐου 2024", "17 Mayıs 2024", "17 tháng 5, 2024", "١٧ مايو ٢٠٢٤", "१७ मई २०२४", "17 พฤษภาคม 2567", "17.05.2024", "May 17, 2024"],
)  # fmt: skip
def test_in_many_languages(text):
    assert story(f"<p>{text}</p>").published == "2024-05-17"


@pytest.mark.parametrize(
    "trap",
    [
        "<p>2 hours ago</p>",
        "<p>May 2024</p>",
        "<p class='date'>yesterday</p>",
        f"<p>On 17 May 2024 the ferry stopped. {LINE}</p>",
        "<div class='related'><time datetime='2020-01-01'>x</time></div>",
        "<figure><figcaption>17 May 2024</figcaption></figure>",
    ],
)
def test_no_date_of_the_article(trap):
    assert story(trap).published == ""


def test_dates_of_other_stories_and_comments_below():
    after = "".join(
        f"<div class='{name}'><time pubdate datetime='2020-01-01'>x</time></div>"
        for name in ("comment", "related", "sidebar")
    )
    assert story(after=STORY + after).published == ""
    assert story(after=STORY + "<time pubdate datetime='2024-05-17'>x</time>").published == "2024-05-17"


UTC = linked({"@type": "Article", "headline": TITLE, "datePublished": "2024-05-18T00:06:30Z"})


@pytest.mark.parametrize(
    ("time", "published"),
    [
        ("<time datetime='2024-05-17T17:06:30-07:00'>x</time>", "2024-05-17T17:06:30-07:00"),
        ("<time datetime='2024-05-17T17:06:30'>x</time>", "2024-05-17T17:06:30-07:00"),
        ("<time>May 17, 2024 5:06pm</time>", "2024-05-17T17:06:30-07:00"),
        ("<time>18 May 2024, 05:36</time>", "2024-05-18T05:36:30+05:30"),
        # Another moment, no time, the same zone, no zone that there is.
        ("<time datetime='2024-05-17T17:07:30-07:00'>x</time>", "2024-05-18T00:06:30Z"),
        ("<time>May 17, 2024 5:11pm</time>", "2024-05-18T00:06:30Z"),
        ("<time datetime='2024-05-17'>x</time>", "2024-05-18T00:06:30Z"),
        ("<time datetime='2024-05-18T00:06:30Z'>x</time>", "2024-05-18T00:06:30Z"),
        ("<time>May 10, 2024 5:06pm</time>", "2024-05-18T00:06:30Z"),
        ("", "2024-05-18T00:06:30Z"),
    ],
)  # fmt: skip
def test_a_time_in_utc_is_told_in_the_zone_the_page_shows_it_in(time, published):
    assert story(time, head=UTC).published == published


def test_a_zone_that_is_told_is_kept():
    head = linked({"@type": "Article", "headline": TITLE, "datePublished": "2024-05-18T02:06:30+02:00"})
    assert (
        story("<time datetime='2024-05-17T17:06:30-07:00'>x</time>", head=head).published == "2024-05-18T02:06:30+02:00"
    )


def test_which_number_is_the_month_is_told_by_the_language():
    for lang, published in (("en-US", "2024-03-04"), ("en-GB", "2024-04-03"), ("fr", "2024-04-03"), ("", "")):
        body = f"<h1>{TITLE}</h1><p>03/04/2024</p>{STORY}"
        assert read(f"<title>{TITLE}</title>", body, f'<html lang="{lang}">').published == published
