"""JSON-LD as pages write it: graphs, lists, references, broken; and which object is the article's."""

import json

import pytest

from cleanarticle import Facts
from tests.reading.facts.pages import TITLE, linked, read, story

URL = "https://valley.example/ferry"
ARTICLE = {
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": "2024-05-17",
    "author": {"@type": "Person", "name": "Jane Doe"},
}
OTHER = {
    "@type": "NewsArticle",
    "headline": "Mill to close",
    "datePublished": "2023-01-02",
    "author": "Max Moe",
    "url": "https://valley.example/mill",
}


def told(facts):
    return facts.title, facts.published, facts.authors


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE,
        [ARTICLE],
        [[ARTICLE]],
        [{"@type": "Organization", "name": "Other"}, ARTICLE],
        {"@graph": [{"@type": "WebSite", "name": "Other"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {"@type": "WebPage", "name": "Page", "datePublished": "2020-01-01", "mainEntityOfPage": ARTICLE},
        ARTICLE | {"@type": ["Thing", "BlogPosting"]},
        ARTICLE | {"@type": "https://schema.org/NewsArticle"},
        ARTICLE | {"author": [{"name": "By Jane Doe"}, {"name": "Jane Doe"}, {"name": "https://x.example"}, 7, None]},
        ARTICLE | {"author": "Jane Doe"},
        ARTICLE | {"author": {"@type": "Person", "givenName": "Jane", "familyName": "Doe"}},
        ARTICLE | {"author": {"@type": "Person", "name": ["Jane Doe"]}},
        ARTICLE | {"author": None, "creator": ["Jane Doe"]},
        ARTICLE | {"headline": ["The ferry stays in harbour", "x"]},
        ARTICLE | {"headline": {"@value": TITLE}},
    ],
)  # fmt: skip
def test_shapes(data):
    assert told(read(linked(data))) == (TITLE, "2024-05-17", ("Jane Doe",))


TEXT = json.dumps(ARTICLE)


@pytest.mark.parametrize(
    "text",
    [
        TEXT + ";",
        f"<!-- {TEXT} -->",
        f"//<![CDATA[\n{TEXT}\n//]]>",
        f"/*<![CDATA[*/{TEXT}/*]]>*/",
        f"{TEXT} {TEXT}",
        TEXT.replace("}", ",}"),
        TEXT.replace('", "', '",\n\n"'),
        TEXT.replace('"', "&quot;"),
        "\ufeff" + TEXT,
        TEXT.replace("harbour", "har\\u0062our"),
        TEXT.replace("stays in", "stays\n\tin"),
        # Quotes that are not escaped, a comma that is missing, an end that is cut off.
        TEXT.replace('{"@type": "NewsArticle"', '{"@type": "NewsArticle", "description": "It "stays" there"'),
        TEXT.replace(', "datePublished"', ' "datePublished"'),
        TEXT[:-2],
    ],
)
def test_broken_ones_are_mended(text):
    assert told(read(linked(text))) == (TITLE, "2024-05-17", ("Jane Doe",))


@pytest.mark.parametrize(
    "text",
    ["{broken", "", "null", "7", '"x"', "[[[[[[[[{}]]]]]]]]", '{"@type": "Organization"}', "[" * 100_000, '{"a":' * 100_000, "NewsArticle"],
)  # fmt: skip
def test_what_says_nothing(text):
    assert read(linked(text)) == Facts()


def test_a_broken_script_does_not_hide_the_next():
    assert told(read(linked("{x", ARTICLE))) == (TITLE, "2024-05-17", ("Jane Doe",))


def test_references_are_followed():
    person = {"@type": "Person", "@id": "#jane", "name": "Jane Doe"}
    site = {"@type": "Organization", "@id": "#site", "name": "The Valley Post"}
    node = ARTICLE | {"author": [{"@id": "#jane"}, {"@id": "#nobody"}], "publisher": {"@id": "#site"}}
    facts = read(linked({"@graph": [node, site]}, person))
    assert (facts.authors, facts.site_name) == (("Jane Doe",), "The Valley Post")


def test_a_reference_to_itself_ends():
    node = ARTICLE | {"@id": "#a", "author": {"@id": "#a"}, "publisher": {"@id": "#a"}}
    assert read(linked(node)).title == TITLE


def test_of_several_articles_the_page_s_own_is_chosen_by_its_headline():
    assert told(story(head=linked([OTHER, ARTICLE]))) == (TITLE, "2024-05-17", ("Jane Doe",))
    assert told(story(head=linked(OTHER, OTHER | {"headline": "X"}, ARTICLE)))[1] == "2024-05-17"


@pytest.mark.parametrize(
    "own", [{"url": URL}, {"mainEntityOfPage": {"@id": URL + "#main"}}, {"@id": "http://www.valley.example/ferry?x=1"}]
)
def test_or_by_its_address(own):
    head = f'<link rel="canonical" href="{URL}">' + linked([OTHER, ARTICLE | {"headline": "Ferry: a chronicle"} | own])
    assert read(head).published == "2024-05-17"


def test_other_stories_in_the_article_s_object_or_a_list_are_none_of_it():
    lists = [
        {"@type": "ItemList", "itemListElement": [OTHER, OTHER]},
        {"@type": "WebPage", "mentions": OTHER, "hasPart": [OTHER]},
    ]
    for item in lists:
        assert read(linked(item)).authors == ()
    assert told(read(linked(ARTICLE | {"hasPart": OTHER, "isPartOf": OTHER}))) == (TITLE, "2024-05-17", ("Jane Doe",))


def test_an_object_of_the_page_completes_the_article_s():
    page = {"@type": "WebPage", "name": "Page", "datePublished": "2020-01-01", "dateModified": "2024-06-01"}
    facts = read(linked(page, ARTICLE))
    assert (facts.published, facts.modified) == ("2024-05-17", "2024-06-01")


def test_an_organization_is_one_name_and_gives_way_to_a_person():
    desk = {"@type": "Organization", "name": "Valley, Lake and Hill News"}
    assert read(linked(ARTICLE | {"author": desk})).authors == ("Valley, Lake and Hill News",)
    assert read(linked(ARTICLE | {"author": [desk, {"@type": "Person", "name": "Jane Doe"}]})).authors == ("Jane Doe",)
