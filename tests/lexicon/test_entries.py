"""Every table of every lexicon matches the lines that it says it must, and none that it says it must not."""

import json
from functools import cache

import pytest

from cleanarticle.kinds import NAMES
from cleanarticle.lexicon.compile import COMPILED, SOURCES, compiled, main
from cleanarticle.lexicon.fold import fold
from cleanarticle.lexicon.load import entries, languages
from cleanarticle.lexicon.source import read_groups
from cleanarticle.lexicon.tokens import line_tokens

FILES = [pytest.param(path, id=path.stem) for path in sorted(SOURCES.glob("*.toml"))]


@cache
def groups(path):
    return read_groups(path.read_text("utf8"), path.name)


def matching(group, line):
    """The phrases of a table that match a line, as the matcher would find them: needs first."""
    line = line.strip()
    folded = fold(line)
    tokens = line_tokens(folded)
    return [
        entry.phrase
        for entry in group.entries
        if (not entry.needs or any(need <= tokens for need in entry.needs)) and entry.match(folded, line)
    ]


@pytest.mark.parametrize("path", FILES)
def test_hits_match(path):
    assert [(group.kind, hit) for group in groups(path) for hit in group.hits if not matching(group, hit)] == []


@pytest.mark.parametrize("path", FILES)
def test_misses_do_not_match(path):
    found = [(group.kind, miss, matching(group, miss)) for group in groups(path) for miss in group.misses]
    assert [each for each in found if each[2]] == []


@pytest.mark.parametrize("path", FILES)
def test_every_table_has_a_hit_and_a_known_kind(path):
    assert [group.kind for group in groups(path) if not group.hits or group.kind not in NAMES] == []


@pytest.mark.parametrize("path", FILES)
def test_a_built_in_phrase_is_for_every_site_and_no_bare_expression(path):
    every = [entry for group in groups(path) for entry in group.entries]
    assert [entry.phrase for entry in every if entry.site or entry.is_regex] == []


@pytest.mark.parametrize("path", FILES)
def test_compiled_is_fresh(path):
    """If it is not: ``python -m cleanarticle.lexicon.compile``."""
    assert (COMPILED / f"{path.stem}.json").read_text("utf8") == compiled(groups(path))


def test_nothing_is_compiled_that_has_no_source():
    assert {path.stem for path in COMPILED.glob("*.json")} == {path.stem for path in SOURCES.glob("*.toml")}
    assert set(languages()) == {path.stem for path in SOURCES.glob("*.toml")}


@pytest.mark.parametrize("path", FILES)
def test_loaded_entries_are_those_of_the_source(path):
    loaded = [(e.kind, e.phrase, e.place, e.strength, set(e.needs)) for e in entries(path.stem)]
    read = [(e.kind, e.phrase, e.place, e.strength, set(e.needs)) for group in groups(path) for e in group.entries]
    assert loaded == read


def test_compiling_writes_a_file_for_each_language(tmp_path, monkeypatch):
    (tmp_path / "entries").mkdir()
    (tmp_path / "entries" / "xx.toml").write_text(
        '[[app]]\nphrases = ["open in app"]\nhits = ["Open in app"]\n', "utf8"
    )
    monkeypatch.setattr("cleanarticle.lexicon.compile.SOURCES", tmp_path / "entries")
    monkeypatch.setattr("cleanarticle.lexicon.compile.COMPILED", tmp_path / "compiled")
    main()
    ((kind, place, strength, phrases),) = json.loads((tmp_path / "compiled" / "xx.json").read_text("utf8"))
    assert (kind, place, strength, phrases[0][0]) == ("app", "whole", "decisive", "open in app")
