"""What a page says of its article, wherever it says it."""

import json

import pytest

from cleanarticle import Facts
from cleanarticle.reading.facts import read_facts
from cleanarticle.reading.html import parse


def facts(head, html="<html>"):
    return read_facts(parse(f"{html}<head>{head}</head><body><p>x</p></body></html>"))


def linked(data):
    script = data if isinstance(data, str) else json.dumps(data)
    return facts(f'<script type="application/ld+json">{script}</script>')


ARTICLE = {
    "@type": "NewsArticle", "headline": "The old bridge", "description": "It is closed.", "datePublished": "2024-05-17",
    "dateModified": "2024-05-18", "author": {"@type": "Person", "name": "Jane Doe"}, "publisher": {"name": "The Valley Post"},
    "articleSection": ["Local", "Roads"],
}  # fmt: skip
READ = Facts(title="The old bridge", description="It is closed.", authors=("Jane Doe",), published="2024-05-17",
             modified="2024-05-18", site_name="The Valley Post", section="Local")  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE,
        [ARTICLE],
        [{"@type": "Organization", "name": "Other"}, ARTICLE],
        {"@graph": [{"@type": "WebSite", "name": "Other"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        ARTICLE | {"@type": ["Thing", "BlogPosting"]},
        json.dumps(ARTICLE) + ";",
        json.dumps(ARTICLE).replace("It is closed.", "It\\nis\n\tclosed."),
        ARTICLE | {"author": [{"name": "By Jane Doe"}, {"name": "Jane Doe"}, {"name": "https://x.example"}, 7, None]},
        ARTICLE | {"author": "Jane Doe"},
    ],
)
def test_json_ld(data):
    assert linked(data) == READ


@pytest.mark.parametrize(
    "data", ["{broken", "", "null", "7", "[[[[[[[[{}]]]]]]]]", '{"@type": "Organization"}', "[" * 100_000]
)
def test_json_ld_that_says_nothing(data):
    assert linked(data) == Facts()


def test_a_broken_script_does_not_hide_the_next():
    scripts = f'<script type="application/ld+json">{{x</script><script type="application/ld+json">{json.dumps(ARTICLE)}</script>'
    assert facts(scripts) == READ


def test_json_ld_goes_before_meta_and_meta_before_title():
    head = '<title>C</title><meta property="og:title" content="B">'
    assert facts(head).title == "B"
    assert facts("<title> C \n c</title>").title == "C c"
    assert facts(head + '<script type="application/ld+json">{"@type": "Report", "headline": "A"}</script>').title == "A"


@pytest.mark.parametrize(
    ("meta", "fact", "value"),
    [
        ('property="og:title" content="The &amp;amp; bridge"', "title", "The & bridge"),
        ('name="Description" content=" It is  closed. "', "description", "It is closed."),
        (
            'name="author" content="Jane Doe and John Roe, Max Moe"',
            "authors",
            ("Jane Doe", "John Roe", "Max Moe"),
        ),
        ('name="author" content="https://valley.example/jane"', "authors", ()),
        ('name="author" content="von Jane Doe"', "authors", ("Jane Doe",)),
        (
            'property="article:published_time" content="2024-05-17T10:04:00Z"',
            "published",
            "2024-05-17T10:04:00Z",
        ),
        ('itemprop="dateModified" content="2024-05-18"', "modified", "2024-05-18"),
        ('property="og:site_name" content="The Valley Post"', "site_name", "The Valley Post"),
        ('property="article:section" content="Local"', "section", "Local"),
        ('property="og:url" content="https://valley.example/1"', "url", "https://valley.example/1"),
        ('name="keywords" content="ferry, ice,ferry, "', "tags", ("ferry", "ice")),
        ('name="author" content=""', "authors", ()),
        ('content="lost"', "title", ""),
    ],
)
def test_meta(meta, fact, value):
    assert getattr(facts(f"<meta {meta}>"), fact) == value


def test_the_first_of_several_names_is_trusted():
    head = '<meta name="twitter:title" content="Short"><meta property="og:title" content="Long">'
    assert facts(head).title == "Long"


def test_canonical_goes_before_og_url():
    head = '<meta property="og:url" content="https://b.example/"><link rel="canonical" href=" https://a.example/ ">'
    assert facts(head).url == "https://a.example/"


@pytest.mark.parametrize(
    ("title", "site", "wanted"),
    [
        ("The old bridge | The Valley Post", "The Valley Post", "The old bridge"),
        ("The old bridge - the valley post", "The Valley Post", "The old bridge"),
        ("Ice - and - snow – The Valley Post", "The Valley Post", "Ice - and - snow"),
        ("The old bridge | Other", "The Valley Post", "The old bridge | Other"),
        ("The old bridge | The Valley Post", "", "The old bridge | The Valley Post"),
        ("The Valley Post", "The Valley Post", "The Valley Post"),
    ],
)
def test_title_without_the_site(title, site, wanted):
    assert facts(f'<title>{title}</title><meta property="og:site_name" content="{site}">').title == wanted


@pytest.mark.parametrize(
    ("html", "lang"),
    [
        ('<html lang=" de-AT ">', "de-AT"),
        ("<html>", ""),
        ('<html xml:lang="fr">', "fr"),
    ],
)  # fmt: skip
def test_lang(html, lang):
    assert facts("", html).lang == lang
