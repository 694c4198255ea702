"""Make ``cleanarticle/lexicon/dates.json`` and ``months.json`` from CLDR by way of Babel.

    python bench/make_dates.py

``dates.json`` has the names of months and weekdays, ``months.json`` the number of each month's names. Only words that
tell a date go in: names and abbreviations, wide and short, in the forms used in a sentence and alone, folded as the
library folds text. The CLDR licence stands in NOTICE.
"""

from __future__ import annotations

import json
from multiprocessing import Pool
from pathlib import Path

import babel
from babel import Locale

from cleanarticle.lexicon.fold import fold
from cleanarticle.lexicon.tokens import PIECE

LEXICON = Path(__file__).parent.parent / "cleanarticle" / "lexicon"
LANGUAGES = (
    "ar az be bg bn bs ca cs da de el en es et eu fa fi fil fr gl he hi hr hu hy id is it ja ka kk ko lt lv mk mr ms nb"
    " nl pa pl pt ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh zh_Hant"
).split()
# What English papers print besides CLDR's abbreviations.
EXTRA = {"en": ["sept", "tues", "weds", "thur", "thurs"], "de": ["jän", "jänner"]}
# The same of months, with their numbers.
EXTRA_MONTHS = {
    "de": {"jän": 1, "jänner": 1, "feber": 2, "mär": 3, "mrz": 3},
    "en": {"sept": 9},
    "es": {"setiembre": 9, "set": 9},
    "ru": {"янв": 1, "фев": 2, "мар": 3, "апр": 4, "сен": 9, "сент": 9, "окт": 10, "ноя": 11, "дек": 12},
}


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


def months(language: str) -> dict[str, int]:
    """One language's names of months that are a single word, folded, with the month's number."""
    found = dict(EXTRA_MONTHS.get(language, {}))
    for widths in Locale.parse(language).months.values():
        for width in ("wide", "abbreviated"):
            for number, name in widths[width].items():
                tokens = PIECE.findall(fold(name))
                if len(tokens) == 1 and not tokens[0].isdigit() and (len(tokens[0]) > 1 or not tokens[0].isascii()):
                    found.setdefault(tokens[0], number)
    return found


def by_word(languages: dict[str, dict[str, int]]) -> dict[str, int | dict[str, int]]:
    """For each name its number; where languages disagree, the number in each of them."""
    told: dict[str, dict[str, int]] = {}
    for language, names_of in languages.items():
        for word, number in names_of.items():
            told.setdefault(word, {})[language] = number
    return {
        word: numbers if len(set(numbers.values())) > 1 else next(iter(numbers.values()))
        for word, numbers in sorted(told.items())
    }


def main() -> None:
    """Write the files."""
    source = f"Unicode CLDR by way of Babel {babel.__version__}; see NOTICE"
    # A process for each language: Babel keeps aliased tables of the language it read first (seen in 2.17 and 2.18).
    with Pool(2, maxtasksperchild=1) as pool:
        words = dict(zip(LANGUAGES, pool.map(names, LANGUAGES, chunksize=1), strict=True))
        numbers = dict(zip(LANGUAGES, pool.map(months, LANGUAGES, chunksize=1), strict=True))
    write("dates.json", {"source": source, "languages": words})
    write("months.json", {"source": source, "months": by_word(numbers)})


def write(name: str, data: dict[str, object]) -> None:
    """Write one file of the lexicon."""
    (LEXICON / name).write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", "utf8")


if __name__ == "__main__":
    main()
