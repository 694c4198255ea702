"""Results as data: frozen, to dicts and back, replayed."""

import dataclasses
import json
import pickle

import pytest

from cleanarticle import Declined, Facts, Metadata, Removal, Result
from cleanarticle.result import replay

SOURCE = "Share\n\nThe lake froze.\n\nRead on"
SHARE = Removal(0, 7, "social", 0.97, "social-phrases", "says “share”", "Share\n\n", "/html/body/p[1]")
READ = Declined(24, 31, "related", 0.4, "place", "stands after; but less sure", "Read on", "threshold")
RESULT = Result(
    "The lake froze.\n\nRead on",
    SOURCE,
    (SHARE,),
    (READ,),
    Metadata(title="T", authors=("A", "B"), sources=(("title", "json-ld"), ("authors", "meta"))),
)


def test_replay():
    assert replay(SOURCE, RESULT.removed) == RESULT.text
    assert replay(SOURCE, ()) == SOURCE
    assert replay("", ()) == ""


@pytest.mark.parametrize("result", [RESULT, Result("", ""), Result("\ud800", "\ud800")])
def test_round_trips(result):
    assert Result.from_dict(result.to_dict()) == result
    assert Result.from_dict(json.loads(json.dumps(result.to_dict()))) == result
    assert pickle.loads(pickle.dumps(result)) == result


def test_to_dict_is_plain():
    told = RESULT.to_dict()
    assert list(told) == ["text", "source_text", "removed", "declined", "metadata"]
    assert told["removed"] == [dataclasses.asdict(SHARE)]
    assert told["metadata"]["authors"] == ["A", "B"]
    assert told["metadata"]["sources"] == {"title": "json-ld", "authors": "meta"}


def test_from_dict_knows_what_it_does_not_know():
    told = RESULT.to_dict()
    told["metadata"]["of a later version"] = 1
    assert Result.from_dict(told) == RESULT
    del told["metadata"]["sources"], told["metadata"]["of a later version"]
    assert Result.from_dict(told).metadata == Metadata(title="T", authors=("A", "B"))
    with pytest.raises(KeyError):
        Result.from_dict({"text": ""})
    with pytest.raises(TypeError):
        Result.from_dict({**told, "removed": [{"start": 0}]})


@pytest.mark.parametrize("frozen", [RESULT, SHARE, READ, Metadata(), Facts()])
def test_frozen(frozen):
    with pytest.raises((dataclasses.FrozenInstanceError, AttributeError)):
        setattr(frozen, dataclasses.fields(frozen)[0].name, "x")


def test_equal_results_are_one_in_a_set():
    assert len({RESULT, Result.from_dict(RESULT.to_dict())}) == 1


def test_metadata_of_facts():
    facts = Facts(title="T", authors=("A",), tags=("x",), lang="en", sources=(("title", "meta"),))
    told = Metadata.from_facts(facts)
    assert (told.title, told.authors, told.tags, told.lang, told.agency) == ("T", ("A",), ("x",), "en", "")
    assert (told.source("title"), told.source("lang")) == ("meta", "")


def test_what_was_rendered_is_in_the_dict_where_there_is_any():
    rendered = dataclasses.replace(RESULT, rendered="# One")
    assert rendered.to_dict()["rendered"] == "# One"
    assert Result.from_dict(rendered.to_dict()) == rendered
