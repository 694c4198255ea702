"""Phrases of a document: found in every line, at the ends of long ones, with offsets into the text as given."""

import pytest

from cleanarticle.lexicon.compile import SOURCES
from cleanarticle.lexicon.entry import make_entry, pattern_entry
from cleanarticle.lexicon.fold import fold
from cleanarticle.lexicon.index import index_of
from cleanarticle.lexicon.lines import WINDOW, tokens
from cleanarticle.lexicon.matcher import find, phrases
from cleanarticle.lexicon.source import read_groups
from tests.make import PROSE, document

LONG = " ".join(PROSE * 3)


def caught(doc, index):
    return [
        (doc.text[doc.blocks[i].start + match.start : doc.blocks[i].start + match.end], match.entry.place)
        for i, matches in enumerate(find(doc, index))
        for match in matches
    ]


@pytest.mark.parametrize(
    ("place", "line", "wanted"),
    [
        ("tail", f"{LONG} Read more", " Read more"),
        ("end", f"{LONG} Read more", "Read more"),
        ("lead", f"Read more | {LONG}", "Read more | "),
        ("start", f"Read more | {LONG}", "Read more"),
        ("inside", f"{LONG} Read more. {LONG}", None),
        ("whole", f"{LONG} Read more", None),
    ],
)
def test_of_a_long_line_the_ends_are_looked_at(place, line, wanted):
    doc = document("İstanbul’da", line, "so it goes")
    assert len(line) > 2 * WINDOW
    index = index_of([make_entry("related", "read more", place, "decisive")])
    assert caught(doc, index) == ([(wanted, place)] if wanted else [])


def phrases_of(index, line):
    return sorted(match.entry.phrase for match in find(document(line), index)[0])


def test_entries_are_found_by_the_words_of_a_line():
    every = [
        make_entry("app", "open in app", "whole", "decisive"),
        make_entry("app", "open (now|today)", "start", "decisive"),
        make_entry("app", "[please] open", "tail", "weak"),
        pattern_entry("app", r"\d+ apps", "inside", "weak"),
    ]
    index = index_of(every)
    assert phrases_of(index, "→ Open in app »") == ["open in app"]
    assert phrases_of(index, "Open today, with 20 apps") == [r"\d+ apps", "open (now|today)"]
    assert phrases_of(index, "Open today. Please open!") == ["[please] open", "open (now|today)"]
    assert phrases_of(index, "Open today " * 30) == ["open (now|today)"]
    assert phrases_of(index, "nothing") == []
    assert phrases_of(index_of([]), "open") == []


@pytest.mark.parametrize("path", sorted(SOURCES.glob("*.toml")), ids=lambda path: path.stem)
def test_the_index_finds_whatever_matches(path):
    """Looking words up is only a shortcut: what matches when every entry is tried is found by it too."""
    for group in read_groups(path.read_text("utf8"), path.name):
        index = index_of(group.entries)
        hits = list(map(str.strip, group.hits))
        changed = [line for hit in hits[:3] for line in (f"» {hit} »", f"“{hit}”", hit.upper(), f"{PROSE[0]} {hit}")]
        for line in (*hits, *changed):
            tried = sorted(entry.phrase for entry in group.entries if entry.match(fold(line), line))
            assert phrases_of(index, line) == tried, line


def test_tokens_are_those_of_the_ends():
    doc = document("Read more", f"first {LONG} middlemost {LONG} final")
    assert tokens(doc)[0] == {"read", "more"}
    assert {"first", "final"} <= tokens(doc)[1]
    assert "middlemost" not in tokens(doc)[1]


def test_built_in_phrases_are_found_once_for_all():
    doc = document("Advertisement", PROSE[0], "© 2023 The Valley Post. All rights reserved.")
    found = doc.once(phrases)
    assert "advertisement" in {match.entry.kind for match in found[0]}
    assert found[1] == ()
    assert "copyright" in {match.entry.kind for match in found[2]}
    assert doc.once(phrases) is found
