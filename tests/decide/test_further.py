"""Further articles go, with their headings; what only looks like one stays."""

import pytest

import cleanarticle
from cleanarticle.decide.further import further
from cleanarticle.reading.html import read_html
from tests.make import PROSE

FIRST, SECOND = PROSE[:3], PROSE[3:]


def article(heading, lines, tag="article class=post", level=1):
    return f"<{tag}><h{level}>{heading}</h{level}>{''.join(f'<p>{line}</p>' for line in lines)}</{tag.split()[0]}>"


def page(*bodies, title="The old bridge"):
    return f"<html><head><title>{title}</title></head><body><main>{''.join(bodies)}</main></body></html>"


def found(markup):
    document = read_html(markup, engine="fast")
    return [document.page.elements[i].text for i in sorted(further(document.page, document.facts))]


def test_what_stands_in_a_further_article():
    markup = page(article("The old bridge", FIRST), article("A new ferry", SECOND))
    assert found(markup) == ["A new ferry", *SECOND]


@pytest.mark.parametrize("engine", ["thorough", "fast"])
def test_it_goes(engine):
    markup = page(article("The old bridge", FIRST), article("A new ferry", SECOND))
    result = cleanarticle.analyze_html(markup, engine=engine)
    assert result.text == "\n\n".join(FIRST)
    kept = cleanarticle.Cleaner(keep=["related"]).clean_html(markup, engine=engine)
    assert all(line in kept for line in SECOND)


@pytest.mark.parametrize(
    "markup",
    [
        page(article("The old bridge", FIRST)),
        page(article("One", FIRST), article("The old bridge", SECOND)),
        page(article("The old bridge", FIRST), article("What follows", SECOND, level=2)),
        page(article("The old bridge", FIRST, "div class=post"), article("What follows", SECOND, "div class=post")),
        page(article("The old bridge", FIRST), article("What follows", SECOND, "article class=box")),
        page("<h1>The old bridge</h1>", article("18:32", FIRST), article("12:05", SECOND)),
        page(f"<article class=post><h1>The old bridge</h1>{article('In it', SECOND)}</article>"),
    ],
    ids=["alone", "second", "subheading", "sections", "another look", "live blog", "inside"],
)
def test_what_is_no_further_article(markup):
    assert found(markup) == []
