"""Who speaks to whom: residue addresses its reader ("your inbox", "our newsletter"), news hardly ever does."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from cleanarticle.document import Document
from cleanarticle.lexicon.fold import fold
from cleanarticle.lexicon.language import lexicons
from cleanarticle.lexicon.lines import tokens


@cache
def _words(languages: tuple[str, ...]) -> frozenset[str]:
    data = json.loads(files("cleanarticle.features").joinpath("address.json").read_text("utf8"))
    return frozenset(word for language in languages for word in fold(data.get(language, "")).split())


def addresses(document: Document) -> tuple[int, ...]:
    """For each block the number of different words of address: you, your, our, us … in its languages."""
    words = _words(document.once(lexicons))
    return tuple(len(words & found) for found in document.once(tokens))
