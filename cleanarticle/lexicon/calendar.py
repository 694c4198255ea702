"""Dates as pages write them, in ISO 8601: machine-made ones, and ones with a month's name in any language of CLDR.

The form is ``2024-05-17`` where only the day is told, ``2024-05-17T10:04`` or ``2024-05-17T10:04:30`` with a time, and
``Z`` or ``+02:00`` behind it where the zone is told: nothing is added that the page does not say, and no zone is
changed to another. What tells no full day (``May 2024``, ``2 hours ago``), and what may be read as two days
(``03/04/2024`` in a language that is unknown), is no date.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from cleanarticle.lexicon.fold import fold
from cleanarticle.lexicon.tokens import PIECE

# No date with its weekday, time and label is longer, in characters.
_LONGEST = 160
_YEARS = range(1800, 2101)
# Thailand counts from the year 543 before the era.
_BUDDHIST = range(2400, 2644)
_DIGIT = re.compile(r"\d")
_FOREIGN_DIGIT = re.compile(r"[^\W\D0-9]")
_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<year>\d{4})(?:(?P<between>[-/.]|\.\s)(?P<month>\d{1,2})(?P=between)(?P<day>\d{1,2})(?!\d)"
    r"|\s?[年년]\s?(?P<month_cjk>\d{1,2})\s?[月월]\s?(?P<day_cjk>\d{1,2})"
    r"|(?P<month_compact>[01]\d)(?P<day_compact>[0-3]\d)(?!\d))"
)
_YEAR_LAST = re.compile(r"(?<![\d.])(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4})(?!\d)")
_VIETNAMESE = re.compile(r"(\d{1,2})\s*tháng\s*(\d{1,2}),?\s*(?:năm\s*)?(\d{4})")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_TIME = re.compile(
    r"(?:(?<=t)|(?<!\d))(\d{1,2})(?:\s?[:h時点시]\s?|\.(?=\d\d(?![\d.])))(\d{2})(?!\d)(?::(\d{2}))?(?:[.,]\d+)?"
    r"\s*([ap]\.?\s?m\b\.?)?"
)
# Languages that tell the half of the day before the time.
_AFTERNOON = re.compile("오후|午後|下午|晚上")
_COMPACT_TIME = re.compile(r"(?<=t)(\d{2})(\d{2})(\d{2})?(?!\d)()")
_ZONE = re.compile(r"(?:\s*uhr\b)?\s*\(?(?:(z)\b|(?:utc|gmt)?\s?([+-−])(\d{1,2}):?(\d{2})?(?!\d)|([a-z]{2,5})\b)")
# Abbreviations of zones that mean one thing wherever they are printed; in minutes from UTC.
_ZONES = {
    "utc": 0, "gmt": 0, "wet": 0, "west": 60, "bst": 60, "cet": 60, "cest": 120, "mez": 60, "mesz": 120, "eet": 120,
    "eest": 180, "msk": 180, "est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "akst": -540, "akdt": -480, "hst": -600, "jst": 540, "kst": 540, "hkt": 480, "wib": 420, "wita": 480, "wit": 540,
    "aest": 600, "aedt": 660, "acst": 570, "acdt": 630, "awst": 480, "nzst": 720, "nzdt": 780, "sast": 120,
}  # fmt: skip
# Where numbers are written month first.
_MONTH_FIRST = re.compile(r"(?:en|es)[-_](?:us|pr)\b|fil\b|en[-_]ph\b")
_EITHER = re.compile(r"(?:en(?:[-_]ca)?)?$")


class _Day(NamedTuple):
    """A day, and where in the text it is told."""

    day: date
    start: int
    end: int


def iso_date(text: str, lang: str = "") -> str:
    """The first full date that a short text tells, in ISO 8601; empty where there is none.

    Args:
        text: A date as a page writes it, up to 160 characters, perhaps with words around it.
        lang: The page's language, as a code such as ``"en-US"``: it tells which of ``03/04/2024`` is the month.
    """
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return ""
    # Letters and digits of other scripts become those that the expressions know, one for one.
    plain = _FOREIGN_DIGIT.sub(lambda found: str(int(found.group())), fold(text.strip()))
    if _EPOCH.fullmatch(plain):
        return _of_epoch(plain)
    found = next(_days(plain, lang.lower()), None)
    if found is None:
        return ""
    return found.day.isoformat() + _time(plain, found)


def url_date(url: str) -> str:
    """The day that an address tells in its path, as in ``/2024/05/17/``; empty where there is none."""
    found = _IN_PATH.search(url.partition("?")[0])
    day = _date(found["year"], found["month"], found["day"]) if found else None
    return day.isoformat() if day else ""


_IN_PATH = re.compile(
    r"//[^/]+/(?:[^/]+/)*?(?P<year>(?:19|20)\d\d)(?P<between>[-/]?)(?P<month>[01]?\d|[a-z]{3})(?P=between)(?P<day>[0-3]?\d)(?=[/-]|$)"
)


def month_number(word: str, lang: str = "") -> int:
    """Which month a folded word names, 1 to 12; 0 where it names none, or another one in each of several languages."""
    told = _months().get(word, 0)
    if isinstance(told, int):
        return told
    return told.get(lang.replace("_", "-").partition("-")[0], 0)


@cache
def _months() -> dict[str, int | dict[str, int]]:
    data = json.loads(files("cleanarticle.lexicon").joinpath("months.json").read_text("utf8"))
    months: dict[str, int | dict[str, int]] = data["months"]
    return months


def _of_epoch(digits: str) -> str:
    told = datetime.fromtimestamp(int(digits[:10]), UTC)
    return told.strftime("%Y-%m-%dT%H:%M:%SZ")


def _date(year: str | int, month: str | int, day: str | int) -> date | None:
    year = int(year)
    if year in _BUDDHIST:
        year -= 543
    if year not in _YEARS:
        return None
    try:
        return date(year, int(month) if str(month).isdigit() else month_number(str(month)), int(day))
    except ValueError:
        return None


def _days(text: str, lang: str) -> Iterator[_Day]:
    """The days that a text tells, by the form that can be mistaken least first."""
    for found in _YEAR_FIRST.finditer(text):
        year, _, *rest = found.groups()
        month, number = filter(None, rest)
        if day := _date(year, month, number):
            yield _Day(day, found.start(), found.end())
    if found_named := _named(text, lang):
        yield found_named
    for found in _VIETNAMESE.finditer(text):
        if day := _date(found[3], found[2], found[1]):
            yield _Day(day, found.start(), found.end())
    for found in _YEAR_LAST.finditer(text):
        if day := _date(found[4], *_month_and_day(int(found[1]), int(found[3]), found[2], lang)):
            yield _Day(day, found.start(), found.end())


def _month_and_day(first: int, second: int, separator: str, lang: str) -> tuple[int, int]:
    """Month and day of two numbers; two noughts, which are no date, where nothing tells which is which."""
    if first > 12 or first == second:
        return second, first
    if second > 12 or _MONTH_FIRST.match(lang):
        return first, second
    if separator != "." and _EITHER.match(lang):
        return 0, 0
    return second, first


def _named(text: str, lang: str) -> _Day | None:
    """A date with the month's name: the number beside the name is the day, the one of four digits the year."""
    # Times are blanked out: their numbers would pass for days.
    tokens = list(PIECE.finditer(_TIME.sub(lambda time: " " * len(time.group()), text)))
    for at, token in enumerate(tokens):
        month = 0 if token.group()[0].isdigit() else month_number(token.group(), lang)
        if not month:
            continue
        before = [tokens[i] for i in range(at - 1, max(-1, at - 4), -1)]
        after = tokens[at + 1 : at + 6]
        year_before = next((t for t in before[:2] if _is_year(t)), None)
        day_before = next((t for t in before if _is_day(t)), None)
        day_after = next((t for t in after[:2] if _is_day(t)), None)
        year = next((t for t in after if _is_year(t)), None) or year_before
        number = day_after if year is year_before and day_after else day_before or day_after
        if year is None or number is None:
            continue
        if day := _date(year.group(), month, number.group()):
            ends = (token, year, number)
            return _Day(day, min(t.start() for t in ends), max(t.end() for t in ends))
    return None


def _is_year(token: re.Match[str]) -> bool:
    return len(token.group()) == 4 and token.group().isdigit()


def _is_day(token: re.Match[str]) -> bool:
    return len(token.group()) <= 2 and token.group().isdigit()


def _time(text: str, day: _Day) -> str:
    """The time beside a day, with its zone, as it follows the day in ISO 8601; empty where none is told."""
    after = text[day.end :]
    found = _TIME.search(after) or _COMPACT_TIME.search(after) or _TIME.search(text[: day.start])
    if found is None:
        return ""
    hour, minute, second, half = int(found[1]), int(found[2]), found[3], found[4]
    if _AFTERNOON.search(found.string, 0, found.start()) and hour < 12:
        hour += 12
    if half:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    if hour > 23 or minute > 59 or int(second or 0) > 59:
        return ""
    told = f"T{hour:02}:{minute:02}" + (f":{second}" if second else "")
    return told + _zone(found.string[found.end() :])


def _zone(text: str) -> str:
    found = _ZONE.match(text)
    if found is None:
        return ""
    letter, sign, hours, minutes, name = found.groups()
    if letter or _ZONES.get(name, -1) == 0:
        return "Z"
    if sign:
        return f"{'+' if sign == '+' else '-'}{int(hours):02}:{minutes or '00'}" if int(hours) <= 14 else ""
    offset = _ZONES.get(name, 0)
    return f"{'+' if offset > 0 else '-'}{abs(offset) // 60:02}:{abs(offset) % 60:02}" if offset else ""
