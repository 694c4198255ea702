"""What a block looks like letter by letter."""

import pytest

from cleanarticle.features.surface import surfaces
from tests.make import PROSE, document

CASES = {
    "Harbour news": {"length": 12, "letters": 6.0, "function": 0.0, "commas": 0, "quotes": False},
    "of the and": {"function": 1.0},
    "“Ice”, he said, (again): none": {"commas": 2, "quotes": True, "brackets": True, "colons": True},
    "橋、船（港）：「氷」": {"commas": 1, "quotes": True, "brackets": True, "colons": True},
}


@pytest.mark.parametrize("line", CASES)
def test_surface(line):
    surface = surfaces(document(line, PROSE[0], lang="en"))[0]
    assert {name: getattr(surface, name) for name in CASES[line]} == CASES[line]


def test_punctuation_is_looked_for_at_a_block_s_beginning():
    assert surfaces(document("word " * 80 + "(end)"))[0].brackets is False
