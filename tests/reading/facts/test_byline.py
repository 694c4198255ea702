"""Bylines that readers see, in the markup of many sites; and what looks like one and is none."""

import pytest

from tests.reading.facts.pages import LINE, STORY, TITLE, linked, read, story

DATE = "<time datetime='2024-05-17'>17 May 2024</time>"


@pytest.mark.parametrize(
    "byline",
    [
        "<p class='byline'>By Jane Doe</p>",
        "<p class='byline'>By Jane Doe, Staff Writer</p>",
        "<div class='article-byline'><span>By</span> <a href='/x'>Jane Doe</a> <span>Health Reporter</span></div>",
        "<div class='postMeta_authorName__x7'>Jane Doe</div>",
        "<span itemprop='author'>Jane Doe</span>",
        "<div itemprop='author' itemscope itemtype='https://schema.org/Person'><b itemprop='name'>Jane Doe</b></div>",
        "<a rel='author' href='/p/7'>Jane Doe</a>",
        "<a href='/authors/jane-doe'>Jane Doe</a>",
        "<a href='https://valley.example/redaktion/jane-doe/'>Jane Doe</a>",
        "<div class='vcard author'><a class='fn' href='/x'>Jane Doe</a></div>",
        "<div class='p-author h-card'>Jane Doe</div>",
        "<address>Jane Doe</address>",
        "<p>By Jane Doe</p>",
        "<p>Von Jane Doe</p>",
        "<div>Written by: <b>Jane Doe</b></div>",
        "<div>Text: Jane Doe, Foto: John Roe</div>",
        f"<div><span>Jane Doe</span><span>{DATE}</span></div>",
        "<div><span>Jane Doe</span><span>17 May 2024</span></div>",
        "<div class='byline'>Jane Doe | 17 May 2024 | 5 min read</div>",
        "<div class='meta'><a href='/topic/ferries'>Ferry Lines</a> <a href='/author/jane'>Jane Doe</a></div>",
        "<header class='post-header'><div class='avatar'><img alt='x'></div><div class='author-info'>Jane Doe<div class='author-bio'>Max Moe taught her.</div></div></header>",
        "<div class='authors'>By Jane Doe Reviewed by <a href='/author/max-moe'>Max Moe</a></div>",
    ],
)  # fmt: skip
def test_one_author(byline):
    facts = story(byline)
    assert (facts.authors, dict(facts.sources)["authors"]) == (("Jane Doe",), "byline")


@pytest.mark.parametrize(
    "byline",
    [
        "<p class='byline'>By Jane Doe and John Roe</p>",
        "<p class='byline'>By <a href='/author/jd'>Jane Doe</a> and <a href='/author/jr'>John Roe</a></p>",
        "<p class='byline'>By <a href='/author/jd'>Jane Doe</a> and John Roe</p>",
        "<ul class='authors'><li class='author'>Jane Doe</li><li class='author'>John Roe</li></ul>",
        "<div><a rel='author' href='/1'>Jane Doe</a>, <a rel='author' href='/2'>John Roe</a></div>",
        "<div>Von Jane Doe und John Roe</div>",
        "<div><div><a class='author-name' href='/1'>Jane Doe</a></div><div><a class='author-name' href='/2'>John Roe</a></div></div>",
        "<p>Par Jane Doe, John Roe</p>",
    ],
)  # fmt: skip
def test_two_authors(byline):
    assert story(byline).authors == ("Jane Doe", "John Roe")


@pytest.mark.parametrize("byline", ["<div class='author'>作者：李雷、韩梅梅</div>", "<p>文/李雷、韩梅梅</p>"])
def test_names_of_a_script_without_spaces(byline):
    assert story(byline).authors == ("李雷", "韩梅梅")


def test_above_the_heading():
    assert story(before="<div><span class='author'>Jane Doe</span></div>").authors == ("Jane Doe",)


def test_in_the_box_about_the_author_below_the_story():
    box = "<div class='author-box'><a rel='author' href='/author/jane'>Jane Doe</a> writes about harbours.</div>"
    assert story(after=STORY + box).authors == ("Jane Doe",)


@pytest.mark.parametrize(
    "head", [{"author": "jdoe_77"}, {"author": "admin"}, {"author": "The Valley Post"}, {"author": "Sports Desk"}]
)
def test_a_byline_goes_before_a_user_a_desk_or_the_site_in_the_head(head):
    data = linked({"@type": "Article", "headline": TITLE} | head)
    facts = story("<p class='byline'>By Jane Doe</p>", head=data)
    assert (facts.authors, dict(facts.sources)["authors"]) == (("Jane Doe",), "byline")
    assert story(head=data).authors == (head["author"],)


def test_what_the_head_says_of_a_person_goes_before_the_byline():
    head = linked({"@type": "Article", "headline": TITLE, "author": "Jane Doe"})
    assert story("<p class='byline'>By Max Moe</p>", head=head).authors == ("Jane Doe",)


@pytest.mark.parametrize(
    ("byline", "authors", "agency"),
    [
        ("<p class='byline'>By Sports Desk</p>", ("Sports Desk",), ""),
        ("<p class='byline'>The Valley Post</p>", ("The Valley Post",), ""),
        ("<div class='author'>dpa</div>", ("dpa",), "dpa"),
        ("<p class='byline'>By Associated Press</p>", ("Associated Press",), "Associated Press"),
        ("<p class='byline'>By Jane Doe (Reuters)</p>", ("Jane Doe",), ""),
    ],
)
def test_where_nobody_is_named_a_desk_or_an_agency_is(byline, authors, agency):
    facts = story(byline)
    assert (facts.authors, facts.agency) == (authors, agency)


COMMENTS = "".join(
    f"<div class='comment'><span class='author'>{name} Moe</span><p>I agree.</p></div>" for name in ("Ann", "Max")
)
CARDS = "".join(
    f"<div class='card'><h3>Mill {i}</h3><span class='author'>{name} Moe</span></div>"
    for i, name in enumerate(("Ann", "Max", "Tom", "Kim", "Lee", "Pat"))
)


@pytest.mark.parametrize(
    "after",
    [
        f"<section id='comments'>{COMMENTS}</section>",
        f"<div class='related-stories'>{CARDS}</div>",
        f"<aside class='sidebar'>{CARDS}</aside>",
        f"<footer>{CARDS}</footer>",
        "<nav><a href='/authors/ann-moe'>Ann Moe</a></nav>",
        # Cards with no word that tells what they are: so many names are no byline.
        f"<div>{CARDS}</div>",
        "<figure><img><figcaption>By Ann Moe</figcaption></figure>",
        "<p class='authority'>Ann Moe</p>",
        f"<p>By Ann Moe's account the ice was thick. {LINE}</p>",
        f"<p>Ann Moe, the author of the book, spoke first. {LINE}</p>",
        "<p><a href='/tag/ann-moe'>Ann Moe</a></p>",
    ],
)  # fmt: skip
def test_traps_below_the_story(after):
    assert story(after=STORY + after).authors == ()
    assert story("<p class='byline'>By Jane Doe</p>", STORY + after).authors == ("Jane Doe",)


@pytest.mark.parametrize(
    "byline",
    [
        "<p>New York</p>",
        "<p>Ferry Traffic</p><p>Islands</p>",
        "<div class='share'>Share Article</div>",
        "<div class='photo-credit author-image'>Ann Moe</div>",
        "<div>Photo: Ann Moe</div>",
        "<div>Reviewed by <a href='/author/ann-moe'>Ann Moe</a></div>",
        "<p>By the time the ice came, Ann Moe had left.</p>",
        "<p>By 2030</p>",
    ],
)
def test_traps_by_the_heading(byline):
    assert story(byline).authors == ()


def test_a_story_about_an_author():
    body = f"<h1>Author Ann Moe wins prize</h1><p class='author'>Jane Doe</p><p>By all accounts Ann Moe was not surprised. {LINE}</p>{STORY}"
    assert read("<title>Author Ann Moe wins prize</title>", body).authors == ("Jane Doe",)


def test_a_page_without_a_heading_has_no_header():
    assert read("<title>x</title>", STORY).authors == ()
