"""The learnt part: what it is asked and answers has the right form, whatever was learnt."""

import json
from importlib.resources import files

import pytest

from cleanarticle.cleaner import findings_of
from cleanarticle.decide.context import CONTEXT, context
from cleanarticle.decide.gather import by_block
from cleanarticle.decide.kind import KindModel
from cleanarticle.decide.measures import GROUPS, columns, measures
from cleanarticle.decide.model import learnt
from cleanarticle.decide.signs import signs
from cleanarticle.heuristics import BUILTIN
from cleanarticle.kinds import NAMES
from cleanarticle.trees import Trees
from tests.golden.cases import cases
from tests.make import PROSE, document

DOCUMENTS = [
    document("Home | World", "By Jane Doe", *PROSE[:3], "Read more: Ice", "Share", lang="en"),
    document("Home", "Share"),
    document(PROSE[0]),
    *(document(*list(cases().values())[i].source.splitlines()) for i in range(0, 150, 30)),
]


def told(doc):
    return by_block(doc, findings_of(doc, BUILTIN))[0]


@pytest.mark.parametrize("doc", DOCUMENTS)
def test_a_row_has_a_number_for_each_column(doc):
    indices = range(len(doc.blocks))
    rows = measures(doc, told(doc), indices)
    assert len(rows) == len(doc.blocks)
    assert {len(row) for row in rows} == {len(columns())}
    assert all(isinstance(number, (int, float)) for row in rows for number in row)
    assert measures(doc, told(doc), [0]) == rows[:1]


@pytest.mark.parametrize("doc", DOCUMENTS)
def test_a_second_look_has_a_number_for_each_column(doc):
    chances = [0.1 * (i % 11) for i in range(len(doc.blocks))]
    rows = context(doc, chances, range(len(doc.blocks)))
    assert {len(row) for row in rows} == {len(CONTEXT)}
    assert context(doc, chances, [0]) == rows[:1]


@pytest.mark.parametrize("doc", DOCUMENTS)
def test_answers_are_probabilities_and_kinds(doc):
    indices = list(range(len(doc.blocks)))
    chances = learnt().residue.chances(doc, told(doc))
    assert [0 < chance < 1 for chance in chances] == list(map(bool, told(doc)))
    kinds = learnt().kinds.kinds(signs(doc, told(doc), indices))
    assert len(kinds) == len(indices)
    assert set(kinds) <= NAMES


@pytest.mark.parametrize("doc", DOCUMENTS)
def test_signs_are_the_same_whichever_others_are_asked_for(doc):
    indices = list(range(len(doc.blocks)))
    every = signs(doc, told(doc), indices)
    assert [sorted(each) for each in signs(doc, told(doc), indices[::2])] == [sorted(each) for each in every[::2]]
    assert signs(doc, told(doc), []) == []


def test_columns_have_a_name_each():
    assert len(set(columns())) == len(columns())


def test_groups_share_no_kind():
    grouped = [kind for kinds in GROUPS.values() for kind in kinds]
    assert len(set(grouped)) == len(grouped)
    assert set(grouped) <= NAMES


def test_the_weights_know_the_columns_and_kinds_there_are():
    data = json.loads(files("cleanarticle.decide").joinpath("weights.json").read_text("utf8"))

    def asked(node):
        return {node[0]} | asked(node[2]) | asked(node[3]) if isinstance(node, list) else set()

    first, second = ({name for tree in data["residue"][look] for name in asked(tree)} for look in ("first", "second"))
    assert first <= set(columns())
    assert second <= {*columns(), *CONTEXT}
    assert {kind for votes in data["kinds"]["votes"].values() for kind in votes} <= NAMES


def test_trees():
    first, second = columns()[:2]
    trees = Trees([[first, 1.5, [second, 0, -2.0, 1], 3], 0.0], columns())
    blank = [0.0] * len(columns())
    rows = [[*pair, *blank[2:]] for pair in ((1, 0), (1, 1), (2, 0))]
    assert [round(chance, 3) for chance in trees.probabilities(rows)] == [0.119, 0.731, 0.953]
    assert trees.probabilities([]) == []


def test_kinds_are_told_by_evidence_and_by_what_stands_before():
    votes = {"by": {"byline": 2.0, "section": 1.0}, "day": {"timestamp": 1.0, "tags": 1.0}}
    follows = {"byline": {"timestamp": 1.0}, "section": {}, "timestamp": {}, "tags": {}, "navigation": {}}
    model = KindModel(votes, follows)
    assert model.kinds([["by"], ["day"]]) == ["byline", "timestamp"]
    assert model.kinds([["by", "unknown"]]) == ["byline"]
    assert model.kinds([]) == []
    assert set(model.kinds([["unknown"]])) <= NAMES
