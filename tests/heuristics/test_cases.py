"""Each heuristic on lines that it must find and lines that it must not: the tables are in cases/.

In a table each line begins with a sign of what is expected: ``+`` is found, a space is not; ``¶`` stands for the next
sentence of a story. ``signal``, where given, is that of all findings; ``parts`` are what is found of lines that are not
found whole, or besides.
"""

import tomllib
from pathlib import Path

import pytest

from cleanarticle.heuristics import BUILTIN
from cleanarticle.heuristics.base import name_of
from cleanarticle.heuristics.phrases import PHRASES
from cleanarticle.kinds import NAMES
from tests.make import PROSE, document

BY_NAME = {name_of(heuristic): heuristic for heuristic in BUILTIN}
CASES = [
    (name, case)
    for path in sorted(Path(__file__).with_name("cases").glob("*.toml"))
    for name, cases in tomllib.loads(path.read_text("utf8")).items()
    for case in cases
]


def read(case):
    """The lines of a case and whether each is to be found."""
    prose = iter(PROSE)
    for line in case["lines"]:
        if line.endswith("¶"):
            yield next(prose), line == "+¶"
        else:
            assert line[:2] in ("+ ", "  "), line
            yield line[2:], line[0] == "+"


@pytest.mark.parametrize(("name", "case"), CASES, ids=[f"{name}-{case.get('about', '')}" for name, case in CASES])
def test_lines(name, case):
    lines = list(read(case))
    facts = {key: tuple(value) if isinstance(value, list) else value for key, value in case.get("facts", {}).items()}
    doc = document(*(line for line, _ in lines), **facts)
    findings = list(BY_NAME[name](doc))
    found = {(finding.start, finding.end) for finding in findings}
    whole = {(block.start, block.end) for block in doc.blocks}
    if "parts" in case:
        assert [doc.text[start:end] for start, end in sorted(found - whole)] == case["parts"]
    else:
        assert [(block.text, (block.start, block.end) in found) for block in doc.blocks] == lines
        assert found <= whole
    assert all(finding.kind in NAMES and finding.reason and 0 < finding.confidence < 1 for finding in findings)
    assert {finding.signal for finding in findings} <= {case.get("signal", finding.signal) for finding in findings}


@pytest.mark.parametrize("name", [name_of(heuristic) for heuristic in BUILTIN if heuristic not in PHRASES])
def test_every_heuristic_has_lines_of_both_sorts(name):
    expected = {found for own, case in CASES if own == name for _, found in read(case)}
    assert expected == {True, False}


@pytest.mark.parametrize("heuristic", BUILTIN, ids=name_of)
@pytest.mark.parametrize("lines", [[], ["***"], ["\ud800"], ["x"] * 3, [PROSE[0]]], ids=len)
def test_every_heuristic_stands_odd_documents(heuristic, lines):
    doc = document(*lines)
    for finding in heuristic(doc):
        assert 0 <= finding.start < finding.end <= len(doc.text)
