"""What the place of a text on its page says: the kind of each, and the removals of what stands outside."""

import pytest

from cleanarticle.decide.layout import findings, goes, outside
from cleanarticle.decide.policy import Policy
from cleanarticle.document import Outside, Span
from cleanarticle.reading.html import read_html
from cleanarticle.reading.text import read_text
from tests.make import PROSE


def document(*bodies):
    return read_html(f"<html><body>{''.join(bodies)}</body></html>", engine="fast")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("<div class=comments><p>One</p></div>", "comments"),
        ("<aside><p class=caption>One</p></aside>", "caption"),
        ("<div class=newsletter><div><p>One</p></div></div>", "newsletter"),
        ("<p><span class=byline>One</span></p>", "byline"),
        ("<div class='share related'>One</div>", "social"),
        ("<nav>One</nav>", "navigation"),
        ("<p>One</p>", "navigation"),
    ],
)
def test_the_nearest_telling_element_gives_the_kind(body, kind):
    [found] = findings(document(body))
    assert (found.kind, found.confidence, found.signal) == (kind, 0, f"layout.{kind}")


def test_a_plain_text_has_no_layout():
    assert list(findings(read_text("One\nTwo"))) == []


def test_a_run_in_one_place_is_told_as_one_removal():
    of = document("<nav><a>One</a><p>Two</p></nav><footer><p>Three</p></footer>", f"<p>{PROSE[0]}</p>")
    spans = [Span(0, 5), Span(5, 10), Span(10, 17)]
    texts = [Outside(*span, i, chance) for i, (span, chance) in enumerate(zip(spans, (0.9, 0.8, 0.7), strict=True))]
    removed = outside(of, zip(texts, spans, strict=True))
    assert [(r.start, r.end, r.kind, r.confidence) for r in removed] == [
        (0, 10, "navigation", 0.8),
        (10, 17, "navigation", 0.7),
    ]
    assert [r.reason.rpartition(" ")[2] for r in removed] == ["navigation", "footer"]


def test_a_kind_that_is_kept_stays_outside_too():
    of = document("<div class=comments><p>One</p></div>")
    text = Outside(0, 3, 0, 0.9)
    assert goes(of.page, text, Policy())
    assert goes(of.page, text, Policy(keep=frozenset(("caption",))))
    assert not goes(of.page, text, Policy(keep=frozenset(("comments",))))
