"""Clear residue put into a story, wherever sites put it: cleaning gives the story back, to the letter."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cleanarticle
from tests.properties.residue import CLEAR
from tests.properties.stories import sentences

EACH = [
    pytest.param(place, line, id=f"{kind}-{place}-{line[:30]}")
    for kind, (places, lines) in CLEAR.items()
    for place in places.split()
    for line in lines
]
NEWLINES = ("\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u2028")


def story(seed, paragraphs=6):
    told = sentences("en")
    random.Random(seed).shuffle(told)
    return [" ".join(told[3 * i : 3 * i + 3]) for i in range(paragraphs)]


def put(lines, place, paragraphs):
    at = {"head": 0, "middle": len(paragraphs) // 2, "tail": len(paragraphs)}[place]
    return [*paragraphs[:at], *lines, *paragraphs[at:]]


@pytest.mark.parametrize("newline", ["\n", "\n\n", "\r\n"], ids=repr)
@pytest.mark.parametrize(("place", "line"), EACH)
def test_one_line_goes_and_the_story_stays(place, line, newline):
    paragraphs = story(3)
    result = cleanarticle.analyze(newline.join(put([line], place, paragraphs)))
    assert result.text == newline.join(paragraphs), result.declined
    assert [removal.text.strip() for removal in result.removed] == [line]


@given(
    st.integers(0, 1000),
    st.sampled_from(NEWLINES),
    *(st.lists(st.sampled_from([p.values[1] for p in EACH if p.values[0] == place]), max_size=5, unique=True)
      for place in ("head", "middle", "tail")),
)  # fmt: skip
def test_many_lines_go_and_the_story_stays(seed, newline, head, middle, tail):
    paragraphs = story(seed)
    scraped = put(tail, "tail", put(head, "head", put(middle, "middle", paragraphs)))
    assert cleanarticle.clean(newline.join(scraped)) == newline.join(paragraphs)
