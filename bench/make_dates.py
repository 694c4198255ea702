"""Make ``cleanarticle/lexicon/dates.json``: the names of months and weekdays, from CLDR by way of Babel.

    python bench/make_dates.py

Only words that tell a date go in: names and abbreviations, wide and short, in the forms used in a sentence and alone,
folded as the library folds text. The CLDR licence stands in NOTICE.
"""

from __future__ import annotations

import json
from multiprocessing import Pool
from pathlib import Path

import babel
from babel import Locale

from cleanarticle.lexicon.fold import fold
from cleanarticle.lexicon.tokens import PIECE

OUT = Path(__file__).parent.parent / "cleanarticle" / "lexicon" / "dates.json"
LANGUAGES = (
    "ar az be bg bn bs ca cs da de el en es et eu fa fi fil fr gl he hi hr hu hy id is it ja ka kk ko lt lv mk mr ms nb"
    " nl pa pl pt ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh zh_Hant"
).split()
# What English papers print besides CLDR's abbreviations.
EXTRA = {"en": ["sept", "tues", "weds", "thur", "thurs"], "de": ["jän", "jänner"]}


def names(language: str) -> list[str]:
    """The words of one language's months and weekdays, folded, each once, sorted."""
    locale = Locale.parse(language)
    found = set(EXTRA.get(language, ()))
    for table in (locale.months, locale.days):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for name in table[context][width].values():
                    found.update(token for token in PIECE.findall(fold(name)) if not token.isdigit())
    return sorted(word for word in found if len(word) > 1 or not word.isascii())


def main() -> None:
    """Write the file."""
    data: dict[str, object] = {"source": f"Unicode CLDR by way of Babel {babel.__version__}; see NOTICE"}
    # A process for each language: Babel keeps aliased tables of the language it read first (seen in 2.17 and 2.18).
    with Pool(2, maxtasksperchild=1) as pool:
        data["languages"] = dict(zip(LANGUAGES, pool.map(names, LANGUAGES, chunksize=1), strict=True))
    OUT.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", "utf8")


if __name__ == "__main__":
    main()
