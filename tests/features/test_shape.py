"""The shape of a line, in numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanarticle.features.shape import shape_of, shapes
from tests.make import PROSE, document

# line -> what must be true of its shape.
SHAPES = {
    "The lake froze.": {"words": 3, "sentences": 1, "terminal": True, "last": ".", "prose": False},
    "The lake froze. It did": {"sentences": 1, "terminal": False, "last": "d"},
    "“The lake froze.”": {"terminal": True, "last": ".", "quoted": True},
    "Did it? Yes! It did…": {"sentences": 3, "terminal": True},
    PROSE[0]: {"prose": True, "words": 19, "bullet": False, "separators": 0},
    "And then, as he explained to all of them at length, " * 3: {"prose": True, "terminal": False},
    "湖は凍り、船は港に残り、人々は橋の上から長いあいだ眺めていた。": {
        "prose": True,
        "terminal": True,
        "words": 13,
    },
    "झील जम गई।": {"terminal": True, "words": 3},
    "تجمدت البحيرة، هل عادت السفن؟": {"terminal": True, "last": "؟"},
    "THE OLD BRIDGE": {"upper": True, "capitals": 1.0, "prose": False},
    "The Old bridge": {"upper": False, "capitals": pytest.approx(2 / 3)},
    "the old bridge": {"lower_start": True, "capitals": 0.0},
    "17 May 2024": {"digits": pytest.approx(6 / 11)},
    "Home | World | Europe": {"separators": 2},
    "Home - World / Europe": {"separators": 2},
    "well-known": {"separators": 0},
    "- a cup of barley": {"bullet": True, "quoted": True},
    "1. Boil it": {"bullet": True},
    "(2) Boil it": {"bullet": True},
    "a) boil it": {"bullet": True},
    "2024 was cold": {"bullet": False},
    "• salt": {"bullet": True},
    "«Нет», сказал он": {"quoted": True},
    "write to jane@valley.example": {"link": True},
    "see https://valley.example": {"link": True},
    "see www.valley.example": {"link": True},
    "see valleypost.com": {"link": True},
    "follow @jane_doe": {"link": True},
    "at 10 @ the lake": {"link": False},
    "valley.company": {"link": False},
    "(AP)": {"bracketed": True},
    "［写真］": {"bracketed": False},
    "【写真】": {"bracketed": True},
    "(a) and b": {"bracketed": False},
    "***": {"words": 1, "prose": False, "terminal": False, "last": "*"},
    "Read more:": {"last": ":", "terminal": False},
    "Read more _*": {"last": "e"},
}


@pytest.mark.parametrize("line", SHAPES)
def test_shape(line):
    shape = shape_of(line.strip())
    assert {name: getattr(shape, name) for name in SHAPES[line]} == SHAPES[line]


def test_of_a_long_paragraph_only_the_beginning_is_measured():
    shape = shape_of(" ".join(PROSE))
    assert shape.prose
    assert shape.words == sum(len(line.split()) for line in PROSE)
    assert (shape.digits, shape.separators, shape.upper) == (0.0, 0, False)


@given(st.text(min_size=1).map(str.strip).filter(bool))
def test_every_line_has_a_shape(line):
    shape = shape_of(line)
    assert shape.words >= 1
    assert 0 <= shape.capitals <= 1
    assert 0 <= shape.digits <= 1
    assert shape.sentences >= shape.terminal


def test_shapes_of_a_document_are_those_of_its_blocks():
    doc = document("Home", PROSE[0])
    assert shapes(doc) == (shape_of("Home"), shape_of(PROSE[0]))
