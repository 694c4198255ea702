"""Where else a block's words stand."""

from cleanarticle.features.echo import Echo, echoes
from tests.make import PROSE, document


def test_a_subhead_echoes_in_the_paragraph_under_it():
    subhead = echoes(document(PROSE[0], "Harbour bridge", PROSE[0], PROSE[1], lang="en"))[1]
    assert (subhead.following, subhead.next_prose, subhead.opening) == (1.0, 1.0, 1.0)


def test_next_prose_looks_past_lines():
    echo = echoes(document("Harbour lorries", "Share this", PROSE[0], lang="en"))[0]
    assert (echo.previous, echo.following, echo.next_prose) == (-1.0, 0.0, 1.0)


def test_words_of_no_other_block_are_alone():
    told = echoes(document("Dragons over Venice", PROSE[0], "harbour dragons", lang="en"))
    assert [echo.alone for echo in told[::2]] == [0.5, 0.0]
    assert told[0].words == 2


def test_contained_is_measured_against_the_one_block_that_holds_most():
    quote = "The harbour master told a meeting that the bridge could not carry lorries"
    told = echoes(document(PROSE[1], quote, PROSE[0], "harbour", lang="en"))
    assert told[1].contained == 1.0
    assert told[0].contained < 0.5


def test_a_block_without_longer_words_has_no_echo():
    assert echoes(document("a b", PROSE[0]))[0] == Echo(0, -1.0, 0.0, 0.0, 0.0, 0.0, 0.0)


def test_the_last_block_has_nothing_after_it():
    last = echoes(document(PROSE[0], "Harbour", lang="en"))[1]
    assert (last.following, last.next_prose, last.previous) == (-1.0, -1.0, 1.0)
