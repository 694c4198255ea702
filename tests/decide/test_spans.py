"""Which white space goes with the lines that go: one separator stays, and nothing is left at either end."""

import pytest

from cleanarticle.decide.spans import spans_of
from cleanarticle.reading.text import read_text

# source, the blocks that go, what is left.
CASES = [
    ("X\n\nA\n\nB\n", [0], "A\n\nB\n"),
    ("A\n\nX\n\nB\n", [1], "A\n\nB\n"),
    ("A\n\nB\n\nX\n", [2], "A\n\nB\n"),
    ("A\n\nB\n\nX", [2], "A\n\nB"),
    ("A\n\nB\n\nX\n\n\n", [2], "A\n\nB\n\n\n"),
    ("\n  X\nA", [0], "A"),
    ("A\nX\n\nB", [1], "A\n\nB"),
    ("A\n\nX\nB", [1], "A\n\nB"),
    ("A\nX\nB", [1], "A\nB"),
    ("A\r\n\r\nX\r\nB\r\n", [1], "A\r\n\r\nB\r\n"),
    ("A\r\nX\r\n\r\nB\r\n", [1], "A\r\n\r\nB\r\n"),
    ("A\n\nX\r\nB", [1], "A\n\nB"),
    ("A\rX\rB\r", [1], "A\rB\r"),
    ("A\u2028X\u2028B", [1], "A\u2028B"),
    ("A\n\nX\nY\n\nB", [1, 2], "A\n\nB"),
    ("A\nX\n\nY\nB", [1, 2], "A\nB"),
    ("X\nY\nA", [0, 1], "A"),
    ("A\nX\nY", [1, 2], "A"),
    ("X\nA\nY\nB\nZ\n", [0, 2, 4], "A\nB\n"),
    ("X\n", [0], "\n"),
    ("X\nY", [0, 1], ""),
    ("A\nX", [], "A\nX"),
]


@pytest.mark.parametrize(("source", "going", "left"), CASES)
def test_what_is_left(source, going, left):
    spans = spans_of(read_text(source), going)
    assert sorted(spans) == going
    ordered = [spans[index] for index in going]
    assert [edge for span in ordered for edge in span] == sorted(edge for span in ordered for edge in span)
    text = source
    for start, end in reversed(ordered):
        text = text[:start] + text[end:]
    assert text == left
