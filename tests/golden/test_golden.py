"""Every case of the corpus, through the library. What fails and is known to is listed in corpus/known_failures.toml."""

import pytest

from tests.golden.cases import analyzed, cases, known, pieces_of


def all_cases(aspect):
    return [
        pytest.param(case, id=name, marks=marks(known()[aspect].get(name))) for name, case in cases().items()
    ]


def marks(reason):
    return pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason) if reason else ()


@pytest.mark.parametrize("case", all_cases("text"))
def test_text(case):
    assert analyzed(case.source).text == case.expected


@pytest.mark.parametrize("case", all_cases("kinds"))
def test_kinds(case):
    assert pieces_of(analyzed(case.source)) == case.removed


@pytest.mark.parametrize("case", all_cases("twice"))
def test_cleaning_twice_is_cleaning_once(case):
    once = analyzed(case.source).text
    assert analyzed(once).text == once


@pytest.mark.parametrize("case", all_cases("clean"))
def test_a_clean_text_comes_back_as_it_went_in(case):
    assert analyzed(case.expected).text == case.expected
