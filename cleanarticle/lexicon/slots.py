"""Slots of lexicon phrases: ``{NAME}``, ``{DATE}`` … and what may stand in them.

A slot is a loose regular expression, over folded text, and a check of what it caught, over the original text: the
expression finds the place quickly, the check kills what only looks right (a capital letter cannot be seen in
lower-cased text, and "at least one month or number" is no regular expression).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from cleanarticle.lexicon.fold import fold
from cleanarticle.lexicon.tokens import PIECE

# Small words that stand inside names of people and papers without a capital letter.
_PARTICLES = frozenset(
    "de da do dos das del della di der den van von zu zum zur la le les el al bin ibn ben y e und and et och og of the"
    " for in at i".split()
)
# Words that stand between the numbers and months of a date or a time.
_DATE_WORDS = frozenset(
    "de del du da di do a à às am pm ist gmt utc est edt cst cdt pst pdt bst cet cest msk wib at um uhr h min on the of"
    " le la el ore alle kl klo o og och den der das vom am im los las den st nd rd th er e y г года в року р"
    " om pada jam den dne v r roku godz saat"
    " uur horas hora hs hrs น พ ศ ค вечера утра बजे wita wit ngày tháng năm lúc giờ এএম পিএম ساعت الساعة בשעה ב"
    " فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"
    " noon midnight today yesterday heute gestern hoy ayer hier aujourd hui oggi ieri сегодня вчера"
    " 年 月 日 時 分 时 년 월 일 시 분 오전 오후 上午 下午 午前 午後".split()
)


_DIGIT = re.compile(r"\d")
# A date with its time, its weekday and its zone is no longer than this, in characters.
_LONGEST_DATE = 80


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot's expression over folded text, a check over the original text, the most it catches in characters."""

    pattern: str
    check: Callable[[str], bool]
    longest: int


@cache
def calendar_words() -> frozenset[str]:
    """Names and abbreviations of months and weekdays in every language CLDR data was taken from (``dates.json``)."""
    data = json.loads(files("cleanarticle.lexicon").joinpath("dates.json").read_text("utf8"))
    return frozenset(word for words in data["languages"].values() for word in words)


def is_date(text: str) -> bool:
    """Whether ``text`` holds nothing but a date or a time: numbers, months, weekdays and the words between them."""
    if len(text) > _LONGEST_DATE or not _DIGIT.search(text):
        return False
    tokens = PIECE.findall(fold(text))
    if not tokens or len(tokens) > 16:
        return False
    digits = calendar = 0
    for token in tokens:
        if token.isdigit():
            if len(token) > 4:
                return False
            digits += 1
        elif token in _DATE_WORDS:
            continue
        elif token in calendar_words():
            calendar += 1
        else:
            return False
    return digits > 0 and (calendar > 0 or digits > 1)


def is_name(text: str) -> bool:
    """Whether ``text`` looks like the name of a person, a desk or a paper: capitals, or a script that has none."""
    words = text.replace("-", " ").split()
    if not 1 <= len(words) <= 7 or len(text) > 60:
        return False
    cased = [word for word in words if word.lower() != word.upper()]
    if not cased:
        return any(char.isalpha() for char in text) and len(text) <= 30
    if cased[0][0].islower() and cased[0].lower() not in _PARTICLES:
        return False
    if not any(not word[0].islower() for word in cased):
        return False
    return all(not word[0].islower() or word.lower() in _PARTICLES for word in cased)


def is_names(text: str) -> bool:
    """Whether ``text`` looks like one or several names, parted by commas, ``and`` or its like."""
    parts = [part for part in _BETWEEN_NAMES.split(text) if part.strip()]
    return bool(parts) and all(is_name(part.strip()) for part in parts)


_BETWEEN_NAMES = re.compile(
    r"\s*(?:[,;/&、，]|\s(?:and|und|et|y|e|en|och|og|ja|i|и|та|και|ve|dan|và|és|și|a|with|mit)\s)\s*"
)


def split_names(text: str) -> tuple[str, ...]:
    """The single names of ``text``: ``"Jane Doe and John Roe"`` gives two."""
    return tuple(part.strip() for part in _BETWEEN_NAMES.split(text) if part.strip())


def _anything(text: str) -> bool:
    return True


SLOTS: dict[str, Slot] = {
    # One name: a person, a desk, a paper. Up to seven words, capitalised where the script has capitals.
    "NAME": Slot(r"[^\s,;:|!?()\[\]<>\d][^,;:|!?()\[\]<>\d]{0,59}?", is_name, 61),
    # One or several names, parted by commas or "and".
    "NAMES": Slot(r"[^\s,;:|!?()\[\]<>\d][^;:|!?()\[\]<>\d]{0,119}?", is_names, 121),
    # A date, a time, or both.
    "DATE": Slot(r"[^\s|•·()\[\]][^|•·()\[\]]{1,59}?", is_date, 61),
    "TIME": Slot(
        r"\d{1,2}\s?(?:[:.h时時시]\s?\d{0,2})?\s?(?:[ap]\.?\s?m\b\.?)?"
        r"(?:\s?(?:uhr|gmt|ist|et|bst|utc|cet))?",
        _anything,
        20,
    ),
    "NUMBER": Slot(r"\d[\d.,'\s]{0,12}(?<=\d)\s?(?:[km万억千]\b)?", _anything, 18),
    "URL": Slot(
        r"(?:https?://|www\.)\S{1,200}|[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,40}){1,3}(?:/\S{0,200})?", _anything, 400
    ),
    "EMAIL": Slot(r"[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{2,20}){1,3}|\[email[  ]protected\]", _anything, 200),
    "HANDLE": Slot(r"@[\w.]{2,40}", _anything, 42),
    # One word; one to six words; anything at all up to the rest of a short line.
    "WORD": Slot(r"[^\s.!?:;|]{1,40}", _anything, 41),
    "WORDS": Slot(r"[^\s.!?;|][^.!?;|]{0,60}?", _anything, 62),
    "ANY": Slot(r".{1,300}?", _anything, 301),
}  # fmt: skip
