"""Metadata: what the page says, completed from what was removed."""

from cleanarticle import Cleaner, Declined, Facts, Removal, analyze
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
    assert told.published == "2 May 2024"
    assert (told.site_name, told.section) == ("The Valley Post", "Local")
    assert told.captions == ("The bridge (AP)", "The mill")
    assert told.tags == ("ferry", "ice", "harbour")


def test_what_the_page_says_goes_first():
    facts = Facts(title="T", description="D", authors=("A",), published="P", modified="M", site_name="S", section="C",
                  url="U", lang="L", tags=("x",))  # fmt: skip
    told = harvest(facts, LINES, CAUGHT)
    assert (told.title, told.description, told.authors, told.published) == ("T", "D", ("A",), "P")
    assert (told.modified, told.site_name, told.section, told.url, told.lang, told.tags) == (
        "M",
        "S",
        "C",
        "U",
        "L",
        ("x",),
    )


def test_a_byline_s_date_serves_where_there_is_no_other():
    assert harvest(Facts(), [], CAUGHT[:4]).published == "1 May 2024"
    assert harvest(Facts(), [], []).published == ""


def test_from_a_text():
    told = analyze(f"By Jane Doe and John Roe\n\nPublished: 17 May 2024\n\n{STORY}\n\nTags: ferry, ice").metadata
    assert told.authors == ("Jane Doe", "John Roe")
    assert told.published == "17 May 2024"
    assert told.tags == ("ferry", "ice")


def test_what_is_kept_on_request_is_told_too():
    told = Cleaner(keep={"byline"}).analyze(f"By Jane Doe\n\n{STORY}")
    assert told.text.startswith("By Jane Doe")
    assert told.metadata.authors == ("Jane Doe",)
