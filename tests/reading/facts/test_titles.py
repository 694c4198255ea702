"""The title: the heading that is the page's own, as the page spells it."""

import pytest

from tests.reading.facts.pages import STORY, read


def title(html_title, *headings, site="The Valley Post", url=""):
    head = f'<title>{html_title}</title><meta property="og:site_name" content="{site}">'
    head += f'<link rel="canonical" href="{url}">' if url else ""
    facts = read(head, "".join(headings) + STORY)
    return facts.title, dict(facts.sources)["title"]


@pytest.mark.parametrize(
    ("html_title", "headings", "wanted"),
    [
        # The heading says more than the head, or says it otherwise.
        ("Ferry stays in harbour", ["<h1>The ferry to Hest stays in harbour, says the council</h1>"], "The ferry to Hest stays in harbour, says the council"),
        # The site's name, a widget's heading and a list of other stories are no title.
        ("Ferry stays in harbour", ["<h1>The Valley Post</h1>", "<h1>Ferry to stay in harbour</h1>"], "Ferry to stay in harbour"),
        ("Ferry stays in harbour", ["<h1>Most read</h1>", "<h1>Ferry to stay in harbour</h1>", "<h1>Weather</h1>"], "Ferry to stay in harbour"),
        ("Ferry stays in harbour", ["<h1><a href='/'>Ferry news</a></h1>", "<h1>Ferry to stay in harbour</h1>"], "Ferry to stay in harbour"),
        # A kicker that the page does not count in.
        ("Ferry stays in harbour | The Valley Post", ["<h1><span>Islands</span> Ferry stays in harbour</h1>"], "Ferry stays in harbour"),
        ("Ferry: it stays", ["<h1>Islands: Ferry: it stays</h1>"], "Islands: Ferry: it stays"),
        # Broken or in capitals for show.
        ("Ferry stays in harbour", ["<h1>FERRY STAYS IN HARBOUR</h1>"], "Ferry stays in harbour"),
        ("Ferry stays in harbour", ["<h1>Fe<i>rry</i> stays in harbour</h1>"], "Ferry stays in harbour"),
        ("Ferry stays in harbour", ["<h1>Fer\u00adry stays in har\u00adbour</h1>"], "Ferry stays in harbour"),
        # The site's name in the heading too.
        ("Ferry stays in harbour - The Valley Post", ["<h1>Ferry stays in harbour - The Valley Post</h1>"], "Ferry stays in harbour"),
        ("渡船停航至春天", ["<h1>渡船停航至明年春天</h1>"], "渡船停航至明年春天"),
    ],
)  # fmt: skip
def test_the_heading_is_the_title(html_title, headings, wanted):
    assert title(html_title, *headings) == (wanted, "heading")


@pytest.mark.parametrize(
    "headings",
    [[], ["<h1>Weather</h1>", "<h1>Sport</h1>"], ["<h1>The Valley Post</h1>"], ["<h1></h1>"], [f"<h1>{'Ferry stays. ' * 40}</h1>"]],
)  # fmt: skip
def test_else_the_head_tells_it(headings):
    assert title("Ferry stays in harbour | The Valley Post", *headings) == ("Ferry stays in harbour", "title")


def test_a_heading_that_links_to_its_own_page_is_the_page_s():
    url = "https://valley.example/ferry"
    heading = f"<h1><a href='{url}'>Ferry to stay in harbour</a></h1>"
    card = "<h1><a href='/mill'>Ferry stays in harbor</a></h1>"
    assert title("Ferry stays in harbour", card, heading, url=url)[0] == "Ferry to stay in harbour"


def test_a_heading_alone_serves_where_the_head_says_nothing():
    facts = read("", f"<h1>Ferry to stay in harbour</h1>{STORY}")
    assert (facts.title, dict(facts.sources)) == ("Ferry to stay in harbour", {"title": "heading"})
