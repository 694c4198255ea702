"""Heuristics by name: the built-in ones, and those that installed packages offer as entry points.

A package offers a heuristic in its ``pyproject.toml``::

    [project.entry-points."cleanarticle.heuristics"]
    recipe-cards = "my_package:recipe_cards"

It runs where it is asked for by name, ``Cleaner(add=["recipe-cards"])``: what happens to be installed beside the
library does not change what ``clean`` gives.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import EntryPoint, entry_points

from cleanarticle.errors import PluginError, UnknownNameError
from cleanarticle.heuristics import BUILTIN
from cleanarticle.heuristics.base import Heuristic, name_of

GROUP = "cleanarticle.heuristics"


def installed() -> dict[str, EntryPoint]:
    """The entry points of installed plug-ins, by name, not loaded."""
    return {point.name: point for point in entry_points(group=GROUP)}


def resolve(wanted: Iterable[Heuristic | str]) -> tuple[Heuristic, ...]:
    """Heuristics from names and callables.

    Raises:
        UnknownNameError: No built-in heuristic and no installed plug-in has the name.
        PluginError: A plug-in of that name is installed and cannot be loaded.
    """
    builtin = {name_of(heuristic): heuristic for heuristic in BUILTIN}
    return tuple(_by_name(each, builtin) if isinstance(each, str) else each for each in wanted)


def _by_name(name: str, builtin: dict[str, Heuristic]) -> Heuristic:
    if name in builtin:
        return builtin[name]
    plugins = installed()
    if name in plugins:
        return _loaded(plugins[name])
    known = ", ".join([*builtin, *sorted(plugins)])
    raise UnknownNameError(f"no heuristic is called {name!r}; there are: {known}")


def _loaded(point: EntryPoint) -> Heuristic:
    try:
        loaded: Heuristic = point.load()
    except Exception as error:  # importing a plug-in runs its code, which may raise anything
        cause = " ".join(f"{type(error).__name__}: {error}".split())
        raise PluginError(f"the plug-in {point.name!r} cannot be loaded: {cause}") from error
    return loaded
