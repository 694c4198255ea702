"""What a page says of its article, from the source that is trusted most, and which that was."""

from dataclasses import fields, replace

import pytest

from cleanarticle import Facts
from tests.reading.facts.pages import LINE, STORY, TITLE, linked, read, story

ARTICLE = {
    "@type": "NewsArticle", "headline": "The old bridge", "description": "It is closed.", "datePublished": "2024-05-17",
    "dateModified": "2024-05-18", "author": {"@type": "Person", "name": "Jane Doe"}, "publisher": {"name": "The Valley Post"},
    "articleSection": ["Local", "Roads"], "keywords": "ferry, ice", "inLanguage": "en-GB",
}  # fmt: skip
READ = Facts(title="The old bridge", description="It is closed.", authors=("Jane Doe",), published="2024-05-17",
             modified="2024-05-18", site_name="The Valley Post", section="Local", tags=("ferry", "ice"), lang="en-GB")  # fmt: skip
META = """<meta property="og:title" content="The bridge"><meta name="author" content="John Roe"><meta name="keywords" content="mill">
<meta property="article:published_time" content="2024-05-01T08:00Z"><meta property="article:modified_time" content="2024-05-02">
<meta property="og:site_name" content="Valley"><meta property="og:description" content="Shut."><meta property="og:locale" content="en_US">
<meta property="article:section" content="Roads"><link rel="canonical" href="https://valley.example/bridge">"""


def bare(facts):
    return replace(facts, sources=())


def test_json_ld_tells_all_and_is_named_as_the_source():
    facts = read(linked(ARTICLE))
    assert bare(facts) == READ
    assert facts.sources == tuple((name, "json-ld") for name in (
        "title", "description", "authors", "published", "modified", "site_name", "section", "lang", "tags"
    ))  # fmt: skip


def test_meta_serves_where_there_is_no_json_ld():
    facts = read(META)
    assert bare(facts) == Facts(
        title="The bridge", description="Shut.", authors=("John Roe",), published="2024-05-01T08:00Z", modified="2024-05-02",
        site_name="Valley", section="Roads", url="https://valley.example/bridge", lang="en_US", tags=("mill",),
    )  # fmt: skip
    assert dict(facts.sources) == {
        "title": "open-graph", "description": "open-graph", "authors": "meta", "published": "open-graph",
        "modified": "open-graph", "site_name": "open-graph", "section": "open-graph", "url": "link", "lang": "open-graph", "tags": "meta",
    }  # fmt: skip


def test_json_ld_goes_before_meta_and_meta_before_title():
    facts = read(META + "<title>Title</title>" + linked(ARTICLE))
    assert (facts.title, facts.authors, facts.published) == ("The old bridge", ("Jane Doe",), "2024-05-17")
    assert read("<title> A \n title</title>").title == "A title"
    assert dict(read("<title>A title</title>").sources) == {"title": "title"}


def test_a_page_that_says_nothing():
    assert read() == Facts()
    assert read("", STORY) == Facts()


@pytest.mark.parametrize(
    ("meta", "fact", "value"),
    [
        ('property="og:title" content="The &amp;amp; bridge"', "title", "The & bridge"),
        ('property="og:title" content="The bri\u00addge\ufeff"', "title", "The bridge"),
        ('name="Description" content=" It is  closed. "', "description", "It is closed."),
        ('name="author" content="Jane Doe and John Roe, Max Moe"', "authors", ("Jane Doe", "John Roe", "Max Moe")),
        ('name="author" content="https://valley.example/jane"', "authors", ()),
        ('property="article:author" content="https://network.example/valley"', "authors", ()),
        ('property="article:author" content="Jane Doe"', "authors", ("Jane Doe",)),
        ('name="author" content="von Jane Doe"', "authors", ("Jane Doe",)),
        ('name="author" content="Jane Doe, dpa"', "authors", ("Jane Doe",)),
        ('name="author" content="Jane Doe, dpa"', "agency", "dpa"),
        ('name="author" content="The Associated Press"', "agency", "Associated Press"),
        ('name="dc.creator" content="Jane Doe"', "authors", ("Jane Doe",)),
        ('property="article:published_time" content="2024-05-17T10:04:00.000Z"', "published", "2024-05-17T10:04:00Z"),
        ('name="pubdate" content="Fri, 17 May 2024 10:04:00 +0200"', "published", "2024-05-17T10:04:00+02:00"),
        ('name="date" content="last Tuesday"', "published", "last Tuesday"),
        ('itemprop="dateModified" content="2024-05-18"', "modified", "2024-05-18"),
        ('property="og:site_name" content="The Valley Post"', "site_name", "The Valley Post"),
        ('property="article:section" content="Local"', "section", "Local"),
        ('property="og:url" content="https://valley.example/1"', "url", "https://valley.example/1"),
        ('name="keywords" content="ferry, ice,ferry, "', "tags", ("ferry", "ice")),
        ('http-equiv="content-language" content="de"', "lang", "de"),
        ('name="author" content=""', "authors", ()),
        ('content="lost"', "title", ""),
    ],
)  # fmt: skip
def test_meta(meta, fact, value):
    assert getattr(read(f"<meta {meta}>"), fact) == value


def test_tags_told_one_by_one_keep_their_commas():
    head = "".join(f'<meta property="article:tag" content="{tag}">' for tag in ("Ice, thick", "Ferry"))
    assert read(head).tags == ("Ice, thick", "Ferry")


@pytest.mark.parametrize("label", ["Written by", "Verfasst von", "Écrit par", "Автор", "作者"])
def test_the_author_in_a_pair_of_label_and_value(label):
    head = f'<meta name="twitter:label1" content="{label}"><meta name="twitter:data1" content="Jane Doe">'
    assert read(head).authors == ("Jane Doe",)


def test_another_pair_is_no_author():
    head = '<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="Five Minutes">'
    assert read(head).authors == ()


def test_the_first_of_several_names_is_trusted():
    head = '<meta name="twitter:title" content="Short"><meta property="og:title" content="Long">'
    assert read(head).title == "Long"


def test_canonical_goes_before_og_url():
    head = '<meta property="og:url" content="https://b.example/"><link rel="canonical" href=" https://a.example/ ">'
    assert read(head).url == "https://a.example/"


@pytest.mark.parametrize(
    ("title", "site", "wanted"),
    [
        ("The old bridge | The Valley Post", "The Valley Post", "The old bridge"),
        ("The old bridge - the valley post", "The Valley Post", "The old bridge"),
        ("Ice - and - snow – The Valley Post", "The Valley Post", "Ice - and - snow"),
        ("The Valley Post: news | The old bridge | valleypost.example", "The Valley Post", "The old bridge"),
        ("The old bridge - The Valley Post.com", "The Valley Post", "The old bridge"),
        ("The old bridge | News | The Valley Post", "The Valley Post", "The old bridge | News"),
        ("The old bridge | Other", "The Valley Post", "The old bridge | Other"),
        ("The old bridge | The Valley Post", "", "The old bridge | The Valley Post"),
        ("The Valley Post", "The Valley Post", "The Valley Post"),
    ],
)
def test_title_without_the_site(title, site, wanted):
    assert read(f'<title>{title}</title><meta property="og:site_name" content="{site}">').title == wanted


@pytest.mark.parametrize(
    ("html", "lang"),
    [
        ('<html lang=" de-AT ">', "de-AT"),
        ("<html>", ""),
        ('<html xml:lang="fr">', "fr"),
    ],
)  # fmt: skip
def test_lang(html, lang):
    assert read("", "", html).lang == lang


def test_a_section_from_the_breadcrumb_but_neither_the_front_page_nor_the_story():
    crumbs = ["Home", "Local", "Ferries", "The old bridge"]
    data = {
        "@type": "BreadcrumbList",
        "itemListElement": [{"@type": "ListItem", "position": 1, "name": name} for name in crumbs],
    }
    assert read("<title>The old bridge</title>" + linked(data)).section == "Ferries"
    assert read(linked({"@type": "BreadcrumbList", "itemListElement": [{"item": {"name": "Home"}}]})).section == ""


def test_a_relative_canonical_address_gives_way():
    head = '<link rel="canonical" href="/bridge"><meta property="og:url" content="https://valley.example/bridge">'
    assert read(head).url == "https://valley.example/bridge"
    assert read('<link rel="canonical" href="/bridge">').url == "/bridge"


def test_the_day_in_the_address_serves_where_nothing_else_tells_it():
    head = '<link rel="canonical" href="https://valley.example/2024/05/17/bridge">'
    facts = read(head)
    assert (facts.published, dict(facts.sources)["published"]) == ("2024-05-17", "url")
    assert read(head + linked(ARTICLE | {"datePublished": "2024-05-16"})).published == "2024-05-16"


def test_microdata_tells_dates():
    facts = story('<div itemprop="datePublished" content="2024-05-17T10:04+02:00">Friday</div>')
    assert (facts.published, dict(facts.sources)["published"]) == ("2024-05-17T10:04+02:00", "microdata")


def test_microdata_of_a_comment_is_none_of_the_article():
    comment = '<div itemscope itemtype="https://schema.org/Comment"><i itemprop="datePublished" content="2024-06-01"></i></div>'
    assert story(after=comment).published == ""


def test_reading_changes_nothing_and_says_the_same_twice():
    from lxml import html

    from cleanarticle.reading.facts import read_facts
    from cleanarticle.reading.html import parse

    tree = parse(f"<head>{META}{linked(ARTICLE)}</head><h1>{TITLE}</h1><p class=byline>By Jane Doe</p><p>{LINE}</p>")
    before = html.tostring(tree)
    assert read_facts(tree) == read_facts(tree)
    assert html.tostring(tree) == before


def test_every_fact_has_a_source_and_no_other_has():
    facts = read(META + linked(ARTICLE), f"<h1>The old bridge</h1>{STORY}")
    told = {field.name for field in fields(facts) if field.name != "sources" and getattr(facts, field.name)}
    assert {name for name, _ in facts.sources} == told
