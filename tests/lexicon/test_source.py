"""Mistakes in a lexicon or rules file: one error, which names the file, the line and the key."""

import pytest

from cleanarticle import RulesError
from cleanarticle.lexicon.source import line_of, read_groups

GOOD = '[[app]]\nphrases = ["open in app"]\n\n'

# What is wrong, and what the error says behind the file's name.
MISTAKES = [
    ('[[app]\nphrases = ["a"]', ": not valid TOML: .*line 1"),
    ('phrases = ["open in app"]', ":1: phrases: write entries as \\[\\[phrases\\]\\]"),
    (GOOD + '[promotion]\nphrases = ["buy now"]', ":4: promotion: write entries as \\[\\[promotion\\]\\]"),
    (GOOD + "[[app]]\nplace = 'start'", ":4: app: wants phrases or patterns"),
    (GOOD + '[[app]]\nphrase = ["buy"]', ":4: app: unknown key 'phrase'; known: hits, misses, note"),
    (
        GOOD + '[[app]]\nplace = "middle"\nphrases = ["buy"]',
        ":4: app: place: 'middle' is not one of whole, start",
    ),
    (GOOD + '[[app]]\nplace = ["end"]\nphrases = ["buy"]', ":4: app: place: \\['end'\\] is not one of"),
    (
        GOOD + '[[app]]\nstrength = "strong"\nphrases = ["buy"]',
        ":4: app: strength: 'strong' is not one of decisive, weak",
    ),
    (GOOD + '[[app]]\nphrases = "buy"', ":4: app: phrases: wants a list of strings"),
    (GOOD + "[[app]]\nphrases = [1]", ":4: app: phrases: wants a list of strings"),
    (GOOD + '[[app]]\nphrases = [" "]', ":4: app: phrases: wants a list of strings that are not empty"),
    (GOOD + '[[app]]\nphrases = ["(buy"]', ":4: app: phrases: '\\(buy': missing '\\)'"),
    (GOOD + '[[app]]\nphrases = ["{WHO} buys"]', ":4: app: phrases: .*unknown slot {WHO}; known: NAME"),
    (GOOD + '[[app]]\nphrases = ["{NAME}"]', ":4: app: phrases: .*needs at least one literal"),
    (GOOD + "[[app]]\npatterns = ['(buy']", ":4: app: patterns: '\\(buy': missing \\)"),
    (GOOD + '[[app]]\nsite = 5\nphrases = ["buy"]', ":4: app: site: wants a host name"),
    (GOOD + '[[app]]\nphrases = ["buy"]\nhits = [2]', ":4: app: hits: wants a list"),
    (GOOD + '[[app]]\nphrases = ["buy"]\nmisses = "x"', ":4: app: misses: wants a list"),
]


@pytest.mark.parametrize(("source", "error"), MISTAKES, ids=[error[:40] for _, error in MISTAKES])
def test_mistakes(source, error):
    with pytest.raises(RulesError, match=f"^ours.toml{error}"):
        read_groups(source, "ours.toml")


def test_groups_are_read():
    source = (
        GOOD
        + '[["our kind"]]\nplace = "tail"\nstrength = "weak"\nsite = "a.example"\npatterns = ["x+"]\nhits = ["x"]\nnote = "n"\n'
    )
    first, second = read_groups(source, "ours.toml")
    assert (first.kind, first.entries[0].place, first.entries[0].strength) == ("app", "whole", "decisive")
    entry = second.entries[0]
    assert (second.kind, second.hits, second.misses) == ("our kind", ("x",), ())
    assert (entry.kind, entry.place, entry.strength, entry.site, entry.is_regex) == (
        "our kind",
        "tail",
        "weak",
        "a.example",
        True,
    )


def test_an_empty_file_has_no_entries():
    assert read_groups("# nothing yet\n", "ours.toml") == ()


@pytest.mark.parametrize(
    ("key", "number", "line"),
    [("app", 0, 1), ("app", 1, 4), ("top", 0, 7), ("our kind", 0, 9), ("app", 5, 1), ("none", 0, 1)],
)
def test_line_of(key, number, line):
    source = GOOD + '[[app]]\nphrases = ["b"]\n\ntop = 1\n\n[["our kind"]]\n'
    assert line_of(source, key, number) == line
