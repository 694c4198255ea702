"""By which words a phrase is found: its readings, and the most telling words of each."""

import pytest

from cleanarticle.lexicon.anchors import Stories, anchor_and_witness, reading_words, readings
from cleanarticle.lexicon.grammar import parse

# phrase, place, the words of its readings; "" is a gap.
READINGS = [
    ("sign up now", "whole", ["^ sign up now $"]),
    ("sign up now", "start", ["^ sign up now ."]),
    ("sign up now", "tail", [". sign up now $"]),
    ("(sign up|subscribe) now", "inside", [". sign up now .", ". subscribe now ."]),
    ("sign up [now]", "whole", ["^ sign up $", "^ sign up . $"]),
    ("[please] sign up", "whole", ["^ sign up $", "^ please sign up $"]),
    ("by {NAME} of the post", "whole", ["^ by . of the post $"]),
    ("news[letter]s today", "whole", ["^ newss today $", "^ newsletters today $"]),
    ("(un|)subscribe", "whole", ["^ unsubscribe $", "^ subscribe $"]),
    ("photo(:| by) {NAME}", "start", ["^ photo . . .", "^ photo by . . ."]),
    ("{NUMBER}km away", "whole", ["^ . away $"]),
    ("from {NUMBER}km", "inside", [". from . ."]),
    ("shared {NUMBER}", "inside", [". shared . . ."]),
    ("{NUMBER}views", "whole", ["^ . views $"]),
    ("© {NAME} press", "whole", ["^ . press $"]),
    ("続きを", "whole", ["^ 続 き を $"]),
    ("{NUMBER}年", "whole", ["^ . 年 $"]),
]


@pytest.mark.parametrize(("phrase", "place", "wanted"), READINGS)
def test_readings(phrase, place, wanted):
    found = [" ".join(word or "." for word in words) for words in reading_words(phrase, place)]
    assert sorted(found) == sorted(wanted)


def test_groups_are_spelled_out_only_so_far():
    phrase = " ".join("(" + "|".join(f"w{i}x{j}" for j in range(8)) + ")" for i in range(6))
    assert 1 < len(readings(parse(phrase))) <= 64
    assert all(any(words) for words in reading_words(phrase, "inside"))


def test_many_optional_parts_make_no_more_readings_than_can_be_looked_for():
    phrase = "share " + " ".join(f"[on w{i}|to x{i}]" for i in range(12)) + " now"
    assert len(readings(parse(phrase))) < 1000


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("^", "the", "", "harbour", "", ""), ("harbour", "the")),
        (("", "the", "town", ""), ("the town", "")),
        (("^", "read", "more", "", "today", "$"), ("today $", "more")),
    ],
)
def test_the_anchor_is_what_a_story_is_least_likely_to_have(words, wanted):
    stories = Stories(["Read more than that.", "The read was long.", "More is more, read it."], common=("the",))
    assert anchor_and_witness(words, stories) == wanted


def test_a_pair_that_stories_have_is_weighed_as_it_is():
    stories = Stories(["They read more.", "We read more.", "You read more."])
    assert stories.surprise("read more") < stories.surprise("more read")
