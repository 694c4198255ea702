"""What blocks share with the rest of the text, and whether they address the reader."""

import pytest

from cleanarticle.features.address import addresses
from cleanarticle.features.vocabulary import names, shared
from tests.make import PROSE, document


def test_shared_is_the_share_of_longer_words_that_stand_in_running_text_elsewhere():
    doc = document("Harbour bridge lorries dragons", "of the", "Dragons", *PROSE[:2], "harbour", lang="en")
    told = shared(doc)
    assert told[:3] == (0.75, -1.0, 0.0)
    assert told[-1] == 1.0
    assert 0 <= told[3] < 0.2  # of a paragraph, what other paragraphs say too


def test_names_are_capitalised_words_inside_of_sentences_that_the_story_has_too():
    doc = document(
        f"{PROSE[0][:-1]}, said Okafor of Arden.",
        "Photo of Okafor",
        "Photo of Lindqvist",
        "Photo",
        "From Arden to Okafor and Vell",
    )
    assert names(doc) == (0.0, 1.0, 0.0, -1.0, pytest.approx(2 / 3))


def test_in_scripts_without_spaces_pairs_are_words():
    assert (
        shared(document("古い橋", "古い橋は二台のトラックの重さに耐えられないと責任者は静かに語った。", lang="ja"))[0]
        > 0.8
    )


def test_addresses_count_words_of_address_in_the_languages_of_the_text():
    doc = document(
        "Get our newsletter in your inbox",
        "The harbour froze",
        "Melden Sie sich für unseren Brief an",
        lang="de",
    )
    you, none, german = addresses(doc)
    assert you == 2
    assert none == 0
    assert german >= 1
