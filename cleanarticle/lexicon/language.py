"""Tell the language of a text from its script and its most common words, well enough to choose lexicons."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache

from cleanarticle.document import Document
from cleanarticle.lexicon.fold import fold
from cleanarticle.lexicon.load import languages, stopwords
from cleanarticle.lexicon.tokens import TOKEN

# How much of a text is looked at, in characters, from its middle: heads and tails are where other languages stand.
_SAMPLE = 1000
_FEWEST_HITS = 3
# A text of a language that is not known has a few words of others by chance: fewer than this share.
_LEAST_SHARE = 0.08
# What English words count beside those of another language.
_ENGLISH = 0.5
# As many of each language's common words are counted, at most.
_TELLING = 45

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
# A script of several languages is told apart by words, and by letters that few of them write.
_LETTERS = {
    "ar": "ة", "bg": "ъ", "cs": "řěů", "da": "æøå", "de": "ßäöü", "es": "ñ¿¡", "et": "õäöü", "fa": "پچژگ",
    "fi": "äö", "fr": "œêèùç", "hr": "čćđšž", "hu": "őű", "is": "ðþæ", "it": "ìòèù", "lt": "ėįųū", "lv": "āēīķļņģ",
    "no": "æøå", "pl": "łżźśęąń", "pt": "ãõç", "ro": "ăâșț", "ru": "ыэё", "sk": "ľĺŕô", "sl": "čšž",
    "sr": "јљњћђџ", "sv": "åäö", "tr": "ğșç", "uk": "іїєґ", "ur": "ٹڈےںھہ",
    "vi": "đơưạảấầẩậắằặẻẽẹếềểễệỉịọỏốồổộớờởỡợụủứừửữựỳỷỹ",
}  # fmt: skip


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
        if most > 0.12 * letters:
            return code
    scores: defaultdict[str, float] = defaultdict(float)
    words: Counter[str] = Counter()
    owners = _owners()
    tokens = TOKEN.findall(sample)
    for word, times in Counter(tokens).items():
        for code in owners.get(word, ()):
            words[code] += times
            # What several languages write tells little of each.
            scores[code] += times / len(owners[word])
    if not sample.isascii():
        for letter, codes in _writers().items():
            times = sample.count(letter)
            for code in codes:
                scores[code] += times / len(codes)
                words[code] += min(times, 2) if len(codes) == 1 else 0
    # Buttons and notices are English on sites of every language, and its lexicon is looked at anyway.
    scores["en"] *= _ENGLISH
    likely = [code for code, times in words.items() if times >= max(_FEWEST_HITS, _LEAST_SHARE * len(tokens))]
    return max(likely, key=lambda code: (scores[code], code), default="")


@cache
def _owners() -> dict[str, list[str]]:
    """For each common word the languages that it is common in."""
    found: dict[str, list[str]] = {}
    for code, common in stopwords().items():
        for word in common[:_TELLING]:
            found.setdefault(word, []).append(code)
    return found


@cache
def _writers() -> dict[str, list[str]]:
    """For each letter that few languages write those languages."""
    found: dict[str, list[str]] = {}
    for code, letters in _LETTERS.items():
        for letter in letters:
            found.setdefault(letter, []).append(code)
    return found
