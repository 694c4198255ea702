"""Blocks that repeat another, whole or in part."""

import pytest

from cleanarticle.features.repetition import key, keys, quoted_elsewhere, repeats, truncated
from tests.make import PROSE, document


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Old-Bridge: 17!", "theoldbridge17"),
        ("***", ""),
        ("", ""),
        ("Ёж_и лёд", "ёжилёд"),
        ("古い橋。", "古い橋"),
    ],
)
def test_key(text, wanted):
    assert key(text) == wanted


def test_repeats_count_other_blocks_of_the_same_letters():
    assert repeats(document("Share this", "SHARE THIS!", "Share", "***", "***", "share this")) == (
        2,
        2,
        0,
        0,
        0,
        2,
    )


def test_truncated():
    doc = document(PROSE[0][:50], PROSE[0], PROSE[0][:32] + " …", PROSE[0][:32], "The harbour", PROSE[0], PROSE[1])
    assert truncated(doc) == (True, False, True, False, False, False, False)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (
            [
                "“Nobody looked at the pumps since spring”",
                "He rose. “Nobody looked at the pumps since spring,” he said.",
            ],
            [True, False],
        ),
        (
            [
                "Nobody looked at the pumps since spring.",
                "He rose. Nobody looked at the pumps since spring. He sat.",
            ],
            [True, False],
        ),
        (["Nobody looked", "He rose. Nobody looked at the pumps since spring. He sat."], [False, False]),
        (
            [
                "Somebody looked at the pumps since spring",
                "He rose. Nobody looked at the pumps since spring. He sat.",
            ],
            [False, False],
        ),
        ([PROSE[0], PROSE[0]], [False, False]),
        ([], []),
    ],
)
def test_quoted_elsewhere(lines, found):
    assert list(quoted_elsewhere(document(*lines))) == found


def test_a_very_long_block_is_compared_by_its_beginning():
    start = "x" * 400
    assert keys(document(start + " one", start + " two")) == (keys(document(start))[0],) * 2
