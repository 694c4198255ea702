"""Every table of every lexicon matches the lines that it says it must, and none that it says it must not."""

import json
from functools import cache

import pytest

from cleanarticle.kinds import NAMES
from cleanarticle.lexicon.compile import COMPILED, SOURCES, compiled, main
from cleanarticle.lexicon.index import index_of
from cleanarticle.lexicon.load import Entries, languages
from cleanarticle.lexicon.matcher import find
from cleanarticle.lexicon.source import read_groups
from tests.make import document

FILES = [pytest.param(path, id=path.stem) for path in sorted(SOURCES.glob("*.toml"))]


@cache
def groups(path):
    return read_groups(path.read_text("utf8"), path.name)


def unmatched(group, lines):
    """The lines of a table that none of its phrases matches, as the matcher finds them: anchors first."""
    doc = document(*(line.strip() for line in lines))
    assert len(doc.blocks) == len(lines)
    return [line for line, found in zip(lines, find(doc, index_of(group.entries)), strict=True) if not found]


@pytest.mark.parametrize("path", FILES)
def test_hits_match(path):
    assert [(group.kind, line) for group in groups(path) for line in unmatched(group, group.hits)] == []


@pytest.mark.parametrize("path", FILES)
def test_misses_do_not_match(path):
    found = [
        (group.kind, line) for group in groups(path) for line in set(group.misses) - set(unmatched(group, group.misses))
    ]
    assert found == []


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
    assert (COMPILED / f"{path.stem}.json").read_text("utf8") == compiled(groups(path), path.stem)


def test_nothing_is_compiled_that_has_no_source():
    assert {path.stem for path in COMPILED.glob("*.json")} == {path.stem for path in SOURCES.glob("*.toml")}
    assert set(languages()) == {path.stem for path in SOURCES.glob("*.toml")}


@pytest.mark.parametrize("path", FILES)
def test_loaded_entries_are_those_of_the_source(path):
    loaded = Entries(json.loads((COMPILED / path.name).with_suffix(".json").read_text("utf8"))["phrases"])
    read = [entry for group in groups(path) for entry in group.entries]
    assert [(e.kind, e.phrase, e.place, e.strength) for e in loaded] == [
        (e.kind, e.phrase, e.place, e.strength) for e in read
    ]


def test_compiling_writes_a_file_for_each_language(tmp_path, monkeypatch):
    (tmp_path / "entries").mkdir()
    (tmp_path / "entries" / "xx.toml").write_text(
        '[[app]]\nphrases = ["open in app"]\nhits = ["Open in app"]\n', "utf8"
    )
    monkeypatch.setattr("cleanarticle.lexicon.compile.SOURCES", tmp_path / "entries")
    monkeypatch.setattr("cleanarticle.lexicon.compile.COMPILED", tmp_path / "compiled")
    main()
    data = json.loads((tmp_path / "compiled" / "xx.json").read_text("utf8"))
    assert data["phrases"] == [["app", "whole", "decisive", ["open in app"]]]
    assert data["anchors"] == {"^ open": "app=0"}
