"""Words of a text, for saying that none was invented and none moved."""

import re

from cleanarticle.lexicon.tokens import UNSPACED, WORD_CHARS

# Where a script has no spaces, each character is a word: removals may end beside any of them.
_WORD = re.compile(rf"[{UNSPACED}]|(?:(?![{UNSPACED}])[{WORD_CHARS}])+")


def words(text):
    return _WORD.findall(text)


def is_subsequence(inner, outer):
    """Whether all of ``inner`` stands in ``outer`` in the same order, with or without more between."""
    rest = iter(outer)
    return all(item in rest for item in inner)
