"""The run of prose that is the story."""

import pytest

from cleanarticle.features.place import run
from tests.make import PROSE, document

A, B = PROSE[:2]
LONG = len(A.split())


@pytest.mark.parametrize(
    ("lines", "first", "last", "before"),
    [
        ([], -1, -1, ()),
        (["Home", "Share"], -1, -1, (0, 0)),
        ([A], 0, 0, (0,)),
        (["Home", A, "Ice", B, "Share"], 1, 3, (0, 0, LONG, LONG, LONG + len(B.split()))),
    ],
)
def test_run(lines, first, last, before):
    found = run(document(*lines))
    assert (found.first, found.last, found.before) == (first, last, before)
    assert found.words == sum(len(line.split()) for line in lines if line in PROSE)
