"""No expression of the library takes more than linear time, on lines made to lead it astray."""

import collections
import importlib
import pkgutil
import re
import time
from functools import cache

import pytest

import cleanarticle
from cleanarticle.heuristics import captions
from cleanarticle.lexicon.compile import SOURCES
from cleanarticle.lexicon.lines import WINDOW
from cleanarticle.lexicon.source import read_groups

# What expressions repeat: each is pumped up to a long text that ends as nothing wants it to.
PUMPS = (" ", "a", "A", "a ", "A ", "Aa ", "a.", ". ", "1", "1/", "1:", "-", " - ", "| ", "(", "[", '"', "<", "@a", "a@", "a.a",
         ".com", "\n", "–", "©", "//", "&", "{", "# ", ">>", "\u4e00", "\u0e01", "\u00e9", "<!--", "http://")  # fmt: skip
END = "\x01"
# Expressions that only ever meet a short text -> its length, in characters.
SHORT = {
    "cleanarticle.heuristics.marks._COUNT": 12,
    "cleanarticle.heuristics.marks._PLAYER": 24,
    "cleanarticle.heuristics.dates._PART": 90,
    "cleanarticle.heuristics.lists._SEPARATED": 130,
    "cleanarticle.heuristics.captions._bracket": 160,
    "cleanarticle.heuristics.captions._tail": 160,
    "cleanarticle.lexicon.slots._BETWEEN_NAMES": 130,
    "cleanarticle.lexicon.persons._HARD": 500,
    "cleanarticle.reading.facts.titles._SEPARATOR": 500,
    # A phrase or an expression that somebody wrote.
    "cleanarticle.lexicon.anchors._GLUED": 500,
    "cleanarticle.lexicon.repeats._PIECE": 500,
}
# Expressions that are tried at the start of a text only, and what keeps another from being led astray.
AT_THE_START = {
    "cleanarticle.rendering.escape._OPENING",
    "cleanarticle.rendering.addresses._SCHEME",
    "cleanarticle.reading.content._LEADING",
    "cleanarticle.decide.guards._MARKUP",
    "cleanarticle.heuristics.title._GLUED",
    "cleanarticle.lexicon.calendar._ZONE",
}
WELL_FORMED = {"cleanarticle.reading.elements._PIECE"}  # every "<" of a tree that lxml wrote has its ">"


@cache
def expressions():
    """Every expression that a module of the library keeps, by its name."""
    found = {f"{captions.__name__}.{each.__name__}": each() for each in (captions._bracket, captions._tail)}
    for module in pkgutil.walk_packages(cleanarticle.__path__, "cleanarticle."):
        if module.name.rpartition(".")[2] == "__main__" or ".integrations" in module.name:
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                found[f"{module.name}.{name}"] = value
    return found


def seconds(expression, text, *, start=False):
    """The CPU time of a search through a text, or of a try at its start, the least of three."""
    best = []
    for _ in range(3):
        started = time.process_time()
        if start:
            expression.match(text)
        else:
            collections.deque(expression.finditer(text), maxlen=0)
        best.append(time.process_time() - started)
    return min(best)


def grows(name, pump, size):
    """How many times as long it takes for eight times the text; 0 where it takes too little time to tell."""
    short, long = (pump * (many // len(pump)) + END for many in (size, 8 * size))
    expression, start = expressions()[name], name in AT_THE_START
    took = seconds(expression, long, start=start)
    return took / max(seconds(expression, short, start=start), 1e-5) if took > 0.004 else 0


def test_there_are_expressions():
    assert len(expressions()) > 40
    assert SHORT.keys() | AT_THE_START | WELL_FORMED <= expressions().keys()


def test_none_grows_faster_than_its_text():
    """Linear time is eight times as long, quadratic time sixty-four times."""
    slow = [
        (name, pump)
        for name in expressions().keys() - SHORT.keys() - WELL_FORMED
        for pump in PUMPS
        if grows(name, pump, 2000) > 24
    ]
    assert slow == []


@pytest.mark.parametrize("name", SHORT)
def test_one_for_short_texts_is_quick_on_them(name):
    yardstick = seconds(re.compile(r"\w+"), "a " * 50_000)
    for pump in PUMPS:
        assert seconds(expressions()[name], pump * (SHORT[name] // len(pump)) + END) < yardstick


def astray(entry):
    """Lines that hold a phrase's words, with much between them and behind that cannot end it, as long as it may get."""
    words = entry.readings[0]
    size = min(entry.longest, 2 * WINDOW) - 1
    for filler in ("a ", "Aa, ", "1"):
        between = filler * 20
        line = between.join(word for word in words if word not in ("", "^", "$"))
        yield (line + " " + filler * size)[:size] + END


@pytest.mark.parametrize("path", sorted(SOURCES.glob("*.toml")), ids=lambda path: path.stem)
def test_no_phrase_takes_long_on_a_line_as_long_as_they_get(path):
    """A line costs a phrase less than four passes of ``\\w+`` over a hundred thousand characters do."""
    yardstick = 4 * seconds(re.compile(r"\w+"), "a " * 50_000)
    slow = []
    every = (entry for group in read_groups(path.read_text("utf8"), path.name) for entry in group.entries)
    for entry in (
        entry for entry in every if "{" in entry.phrase
    ):  # without a slot nothing is repeated but white space
        for line in astray(entry):
            started = time.process_time()
            entry.pattern.search(line)
            if time.process_time() - started > yardstick and seconds(entry.pattern, line) > yardstick:
                slow.append((entry.kind, entry.phrase))
    assert slow == []
