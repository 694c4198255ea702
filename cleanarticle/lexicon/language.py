"""Tell the language of a text from its script and its most common words, well enough to choose lexicons."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import chain

from cleanarticle.document import Document
from cleanarticle.lexicon.fold import fold
from cleanarticle.lexicon.load import languages, stopwords
from cleanarticle.lexicon.tokens import TOKEN

# How much of a text is looked at, in characters, from its middle: heads and tails are where other languages stand.
_SAMPLE = 1000
_FEWEST_HITS = 3
# As many of each language's common words are counted, the same for each.
_TELLING = 25

_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
)
_OWN_SCRIPT = re.compile("|".join(script.pattern for _, script in _SCRIPTS))
# A script of several languages is told apart by words, like Latin.


def lexicons(document: Document) -> tuple[str, ...]:
    """The lexicons for a document: of the language it is said to be in, of the one it reads like, and English."""
    said = document.facts.lang.replace("_", "-").split("-")[0].lower()
    told = document.once(detect)
    known = languages()
    wanted = dict.fromkeys(code for code in (_ALIASES.get(said, said), told, "en") if code in known)
    return tuple(sorted(wanted))


_ALIASES = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "ms": "id"}


def detect(document: Document) -> str:
    """The code of the language a document reads like; empty where it cannot be told."""
    text = document.text
    middle = max(0, len(text) // 2 - _SAMPLE // 2)
    sample = fold(text[middle : middle + _SAMPLE])
    if not sample.isascii() and _OWN_SCRIPT.search(sample):
        counts = Counter({code: len(script.findall(sample)) for code, script in _SCRIPTS})
        code, most = counts.most_common(1)[0]
        letters = sum(map(str.isalpha, sample))
        if counts["ja"] > 0.05 * letters:
            return "ja"
        if most > 0.2 * letters:
            return code
    owners = _owners()
    scores = Counter(chain.from_iterable(owners[word] for word in TOKEN.findall(sample) if word in owners))
    best = max(scores, key=lambda code: (scores[code], code), default="")
    return best if scores[best] >= _FEWEST_HITS else ""


@cache
def _owners() -> dict[str, list[str]]:
    """For each common word the languages that it is common in."""
    found: dict[str, list[str]] = {}
    for code, common in stopwords().items():
        for word in common[:_TELLING]:
            found.setdefault(word, []).append(code)
    return found
