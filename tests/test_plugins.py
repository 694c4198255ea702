"""Heuristics of other packages, by name."""

from importlib.metadata import EntryPoint

import pytest

from cleanarticle import CleanArticleError, Cleaner, PluginError, UnknownNameError, plugins
from cleanarticle.cli import main
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
        EntryPoint("renamed", "tests.test_plugins:no_such_name", GROUP),
    )
    monkeypatch.setattr(plugins, "entry_points", lambda group: points if group == GROUP else ())


def test_a_plug_in_runs_where_it_is_asked_for(shop):
    assert "Our farm shop" not in Cleaner(heuristics=["farm-shop"]).clean(TEXT)
    assert "Our farm shop" in Cleaner(heuristics=[]).clean(TEXT)
    assert farm_shop in Cleaner(add=["farm-shop"]).heuristics
    assert farm_shop not in Cleaner().heuristics


def test_plug_ins_that_nobody_asks_for_are_not_loaded(shop):
    assert set(plugins.installed()) == {"farm-shop", "gone", "renamed"}
    Cleaner(add=["farm-shop"])


GONE = "the plug-in 'gone' cannot be loaded: ModuleNotFoundError: No module named 'no_such_module'"


def test_a_plug_in_that_cannot_be_loaded_is_named_with_the_cause(shop):
    with pytest.raises(PluginError) as caught:
        Cleaner(add=["gone"])
    assert str(caught.value) == GONE
    assert isinstance(caught.value.__cause__, ModuleNotFoundError)
    with pytest.raises(PluginError, match=r"the plug-in 'renamed' cannot be loaded: AttributeError: .*no_such_name"):
        Cleaner(heuristics=["renamed"])
    assert issubclass(PluginError, CleanArticleError)


def test_whatever_importing_a_plug_in_raises_is_told_in_one_line(monkeypatch, tmp_path):
    (tmp_path / "plug_in_that_raises.py").write_text("raise RuntimeError('two\\nlines')\n")
    monkeypatch.syspath_prepend(tmp_path)
    point = EntryPoint("broken", "plug_in_that_raises:x", GROUP)
    monkeypatch.setattr(plugins, "entry_points", lambda group: (point,))
    with pytest.raises(PluginError, match=r"\Athe plug-in 'broken' cannot be loaded: RuntimeError: two lines\Z"):
        plugins.resolve(["broken"])


def test_the_command_tells_of_a_plug_in_that_cannot_be_loaded(shop, capsys):
    assert main(["--add", "gone"]) == 2
    assert capsys.readouterr() == ("", f"cleanarticle: {GONE}\n")


def test_names_and_callables(shop):
    assert plugins.resolve(["counter", farm_shop, "farm-shop"]) == (counter, farm_shop, farm_shop)


def test_an_unknown_name_lists_those_there_are(shop):
    with pytest.raises(
        UnknownNameError, match=r"no heuristic is called 'shop'; there are: .*counter.*, farm-shop, gone, renamed$"
    ):
        plugins.resolve(["shop"])


def test_a_built_in_name_is_the_built_in_heuristic(monkeypatch):
    monkeypatch.setattr(
        plugins, "entry_points", lambda group: (EntryPoint("counter", "tests.test_plugins:farm_shop", GROUP),)
    )
    assert plugins.resolve(["counter"]) == (counter,)
