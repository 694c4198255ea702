"""Runs of blocks of one make."""

from cleanarticle.features.alike import alike
from tests.make import PROSE, document


def test_titles_in_a_row_are_a_run():
    doc = document(
        PROSE[0], "Ferry Sinks Off Arden", "Mayor Opens New Bridge", "Wells Run Dry Again", "By nobody at all"
    )
    assert alike(doc) == ((0, 1), (0, 3), (1, 3), (2, 3), (0, 1))


def test_dates_between_titles_part_the_run():
    assert [
        length for _, length in alike(document("Ferry Sinks Off Arden", "12 May 2024", "Mayor Opens A Bridge"))
    ] == [
        1,
        1,
        1,
    ]


def test_an_empty_text_has_no_runs():
    assert alike(document()) == ()
