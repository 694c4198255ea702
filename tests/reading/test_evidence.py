"""What a page says of each text that may be of the article, by column."""

import pytest

from cleanarticle import Facts
from cleanarticle.reading.evidence import columns, evidence
from cleanarticle.reading.layout import layout
from cleanarticle.reading.region import rows
from tests.make import PROSE
from tests.reading.pages import element, page

STORY = "".join(f"<p>{line}</p>" for line in PROSE)
PAGE = page(
    f"<div class=deck><div><p>{PROSE[0]}</p></div></div><h1>The old bridge</h1><div class=story>{STORY}</div>"
    "<p class=caption>The <b>bridge</b></p><p><span class=byline>Jane Doe</span></p>"
)
FACTS = Facts(title="The old bridge", description=PROSE[0])
LIKELY = [0.1 * i for i in range(len(PAGE.elements))]


def numbers(voice=None, chosen=None):
    placed = layout(PAGE)
    names = columns("fast" if voice is None else "thorough")
    chosen = range(len(PAGE.elements)) if chosen is None else chosen
    return [
        dict(zip(names, row, strict=True))
        for row in evidence(PAGE, placed, FACTS, rows(PAGE, placed, FACTS), LIKELY, chosen, voice)
    ]


def test_title_and_description_are_compared():
    told = numbers()
    assert told[0]["in_description"]
    assert not told[3]["in_description"]
    title, caption = (told[element(PAGE, text)] for text in ("The old bridge", "The bridge"))
    assert (title["is_title"], title["in_title"]) == (True, True)
    assert (caption["is_title"], caption["in_title"]) == (False, False)


@pytest.mark.parametrize(
    ("text", "role", "near"),
    [
        ("Jane Doe", "byline", 3.0),
        ("The bridge", "caption", 2.0),
        (PROSE[3], "story", 1.5),
        (PROSE[0], "deck", 1.0),
        (PROSE[3], "deck", 0.0),
    ],
)
def test_how_near_a_role_is(text, role, near):
    assert numbers()[element(PAGE, text)][f"near.{role}"] == near


def test_chances_around_a_text_are_those_of_the_chosen():
    middle = numbers(chosen=[0, 2, 5])[1]
    assert (middle["chance"], middle["chance@-1"], middle["chance@+1"]) == (LIKELY[2], LIKELY[0], LIKELY[5])
    assert (middle["chance@-2"], middle["chance@+2"]) == (-1, -1)
    assert (middle["chances_before"], middle["chances_after"]) == pytest.approx((LIKELY[0], LIKELY[5]))


def test_the_voice_is_told_in_the_thorough_engine_only():
    voice = [1.0 if i in (3, 4) else 0.0 for i in range(len(PAGE.elements))]
    told = numbers(voice)
    assert [(row["voice"], row["voice@-1"], row["voice@+1"]) for row in told[3:6]] == [(1, 0, 1), (1, 1, 0), (0, 1, 0)]
    assert [(row["voice_before"], row["voice_after"]) for row in (told[0], told[5])] == [(0, 2), (2, 0)]
    assert "voice" not in numbers()[0]


def test_nothing_chosen_gives_nothing():
    assert numbers(chosen=[]) == []
