"""The table of kinds."""

from cleanarticle import KINDS
from cleanarticle.kinds import NAMES


def test_kinds_are_named_once_and_explained():
    assert [kind.name for kind in KINDS] == list(dict.fromkeys(kind.name for kind in KINDS))
    assert {kind.name for kind in KINDS} == NAMES
    assert all(kind.meaning and kind.example for kind in KINDS)
    assert all(kind.name.isidentifier() and kind.name.islower() for kind in KINDS)
