"""Every case of the corpus, through the library: all of it is held but what corpus/known_failures.toml lists."""

import pytest

from tests.golden.cases import analyzed, cases
from tests.golden.deviations import ASPECTS, deviations
from tests.golden.known import Failing, known, less, shown

KNOWN = known()
EVERY = [pytest.param(case, id=name) for name, case in cases().items()]
WHOLE = [
    pytest.param(case, id=name)
    for name, case in cases().items()
    if not any(KNOWN.get(name, Failing()).of(aspect) for aspect in ("missed", "wrong", "text"))
]
FAILING = [
    pytest.param(case, id=name, marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=KNOWN[name].why))
    for name, case in cases().items()
    if name in KNOWN
]


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("case", EVERY)
def test_deviates_as_known(case, aspect):
    now, before = deviations(case)[aspect], KNOWN.get(case.name, Failing()).of(aspect)
    new = [f"new: {shown(item)}" for item in less(now, before)]
    fixed = [f"fixed, run `python -m tests.golden known`: {shown(item)}" for item in less(before, now)]
    if new or fixed:
        pytest.fail("\n".join([f"{aspect} of {case.name}", *new, *fixed]), pytrace=False)


@pytest.mark.parametrize("case", WHOLE)
def test_text(case):
    assert analyzed(case.source).text == case.expected


@pytest.mark.parametrize("case", FAILING)
def test_no_known_failures(case):
    assert not any(deviations(case).values())
