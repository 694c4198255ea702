"""Scraped texts with their clean text, given beside the project and no part of it: they must come out exact."""

import json
import re
from pathlib import Path

import pytest

import cleanarticle

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
WORD = re.compile(r"\w+")
KINDS_RIGHT = 0.9

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not beside this copy of the project")


def texts():
    return sorted(SEEDS.glob("*.txt"))


@pytest.mark.parametrize("path", texts(), ids=lambda path: path.stem)
def test_exact(path):
    got = cleanarticle.clean(path.read_text("utf8"))
    assert WORD.findall(got) == WORD.findall(path.with_suffix(".gold").read_text("utf8"))


def test_kinds():
    labels = json.loads((SEEDS / "labels.json").read_text("utf8"))
    right = total = 0
    for path in texts():
        text = path.read_text("utf8")
        removed = cleanarticle.analyze(text).removed
        at = 0
        for number, line in enumerate(text.split("\n"), 1):
            label = labels[path.stem].get(str(number))
            if label:
                middle = at + len(line) // 2
                kinds = [removal.kind for removal in removed if removal.start <= middle < removal.end]
                right += kinds == [label["kind"]]
                total += 1
            at += len(line) + 1
    assert total
    assert right >= KINDS_RIGHT * total
