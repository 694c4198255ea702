r"""Speed as a ratio: what cleaning costs beside passes of ``\w+`` over the same texts, in CPU time of one process."""

import re
import time

import pytest

import cleanarticle
from tests.golden.cases import CORPUS

# Measured: 82 to 90 passes over the corpus, whose texts are short and full of residue.
MOST_PASSES = 140
# Measured: 11 to 13 times; a quadratic step would make it a hundred.
MOST_GROWTH = 20


def seconds(call, texts):
    """The CPU time of a call on each text, the least of five rounds."""
    rounds = []
    for _ in range(5):
        started = time.process_time()
        for text in texts:
            call(text)
        rounds.append(time.process_time() - started)
    return min(rounds)


@pytest.fixture(scope="module")
def texts():
    found = [path.read_text("utf8") for path in sorted(CORPUS.rglob("source.txt"))]
    assert len(found) > 100
    return found


def test_a_text_costs_so_many_passes_over_its_words(texts):
    for text in texts:
        cleanarticle.clean(text)
    assert seconds(cleanarticle.clean, texts) < MOST_PASSES * seconds(re.compile(r"\w+").findall, texts)


def test_ten_times_the_text_takes_ten_times_as_long(texts):
    text = "\n".join(texts)[:40_000] + "\n"
    assert seconds(cleanarticle.clean, [10 * text]) < MOST_GROWTH * seconds(cleanarticle.clean, [text])


def test_a_single_long_line_is_a_small_thing():
    line = "The ferry sailed at noon and came back late. " * 200_000
    assert seconds(cleanarticle.clean, [line]) < 4 * seconds(re.compile(r"\w+").findall, [line])
