"""Heuristics of other packages, by name."""

from importlib.metadata import EntryPoint

import pytest

from cleanarticle import Cleaner, UnknownNameError, plugins
from cleanarticle.heuristics.marks import counter
from tests.make import PROSE, finder

GROUP = "cleanarticle.heuristics"
TEXT = "\n\n".join([PROSE[0], "Our farm shop", *PROSE[1:4]])

farm_shop = finder("Our farm shop", "promotion", name="farm_shop")


@pytest.fixture
def shop(monkeypatch):
    points = (
        EntryPoint("farm-shop", "tests.test_plugins:farm_shop", GROUP),
        EntryPoint("gone", "no_such_module:x", GROUP),
    )
    monkeypatch.setattr(plugins, "entry_points", lambda group: points if group == GROUP else ())


def test_a_plug_in_runs_where_it_is_asked_for(shop):
    assert "Our farm shop" not in Cleaner(heuristics=["farm-shop"]).clean(TEXT)
    assert "Our farm shop" in Cleaner(heuristics=[]).clean(TEXT)
    assert farm_shop in Cleaner(add=["farm-shop"]).heuristics
    assert farm_shop not in Cleaner().heuristics


def test_plug_ins_that_nobody_asks_for_are_not_loaded(shop):
    assert set(plugins.installed()) == {"farm-shop", "gone"}
    with pytest.raises(ModuleNotFoundError):
        Cleaner(add=["gone"])


def test_names_and_callables(shop):
    assert plugins.resolve(["counter", farm_shop, "farm-shop"]) == (counter, farm_shop, farm_shop)


def test_an_unknown_name_lists_those_there_are(shop):
    with pytest.raises(
        UnknownNameError, match=r"no heuristic is called 'shop'; there are: .*counter.*, farm-shop, gone$"
    ):
        plugins.resolve(["shop"])


def test_a_built_in_name_is_the_built_in_heuristic(monkeypatch):
    monkeypatch.setattr(
        plugins, "entry_points", lambda group: (EntryPoint("counter", "tests.test_plugins:farm_shop", GROUP),)
    )
    assert plugins.resolve(["counter"]) == (counter,)
