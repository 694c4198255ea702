"""Slots: what is a date, what a name, and how names are parted; in several languages."""

import re

import pytest

from cleanarticle.lexicon.fold import fold
from cleanarticle.lexicon.grammar import translate
from cleanarticle.lexicon.slots import SLOTS, calendar_words, is_date, is_name, is_names, split_names

DATES = """
17 May 2024
May 17, 2024 at 10:04 am
Monday, March 4th, 2019
2024-05-17
17.05.2024
17.05.2024, 10:04 Uhr
Montag, 3. Juni 2019
4 de marzo de 2022
le 3 janvier 2020 à 14h30
3 января 2020 года
2024年5月17日
2024년 5월 17일 오후 3시
17 Mayıs 2024
5 ноября, 12:30
Κυριακή 3 Μαρτίου 2024
10:04 GMT
today 10:04
"""
NO_DATES = """
May
Monday
in May he left
17 people
the 17th of never
2024
12345 67890
He was born on 17 May 2024 in the valley
March on, 3 men said
v. 2

"""


@pytest.mark.parametrize("text", DATES.strip().split("\n"))
def test_is_date(text):
    assert is_date(text)


@pytest.mark.parametrize("text", NO_DATES.split("\n")[1:-1])
def test_is_no_date(text):
    assert not is_date(text)


def test_a_date_has_only_so_many_parts():
    assert is_date("1 May " * 8)
    assert not is_date("1 May " * 9)


NAMES = """
Jane Doe
JANE DOE
Dr. Jane A. Doe
Jean-Luc Moreau
Ludwig van der Berg
al Rahman Aziz
María de la Cruz
Анна Петрова
山田太郎
김철수
राम कुमार
The Valley Post
News Desk
O’Neill
"""
NO_NAMES = """
jane doe
the man in the boat
Jane went home
van der
One Two Three Four Five Six Seven Eight
12 34

これはとても長い文章なので名前であるはずがありませんから違いますよ
"""


@pytest.mark.parametrize("text", NAMES.strip().split("\n"))
def test_is_name(text):
    assert is_name(text)
    assert is_names(text)


@pytest.mark.parametrize("text", NO_NAMES.split("\n")[1:-1])
def test_is_no_name(text):
    assert not is_name(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane Doe", ["Jane Doe"]),
        ("Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe, John Roe and Max Moe", ["Jane Doe", "John Roe", "Max Moe"]),
        ("Anna Berg und Karl Tal", ["Anna Berg", "Karl Tal"]),
        ("Ana Ruiz y Luis Vera", ["Ana Ruiz", "Luis Vera"]),
        ("Anne Roy et Luc Petit", ["Anne Roy", "Luc Petit"]),
        ("Анна Петрова и Иван Котов", ["Анна Петрова", "Иван Котов"]),
        ("Jane Doe & John Roe", ["Jane Doe", "John Roe"]),
        ("山田太郎、鈴木花子", ["山田太郎", "鈴木花子"]),
        ("Andy Anderson", ["Andy Anderson"]),
        ("Jane Doe,", ["Jane Doe"]),
        ("", []),
    ],
)
def test_split_names(text, names):
    assert list(split_names(text)) == names
    assert is_names(text) == bool(names)


def test_one_that_is_no_name_spoils_them_all():
    assert not is_names("Jane Doe and the crew")


def test_calendar_has_the_months_of_many_languages():
    assert {"may", "mai", "mayo", "maggio", "мая", "mayıs".replace("ı", "i")} <= calendar_words()


@pytest.mark.parametrize(
    ("phrase", "line", "caught"),
    [
        ("at {TIME} sharp", "at 10:04 pm sharp", "10:04 pm"),
        ("at {TIME} sharp", "at 10 Uhr sharp", "10 uhr"),
        ("{NUMBER} comments", "1,234 comments", "1,234"),
        ("{NUMBER} comments", "12k comments", "12k"),
        ("see {URL} now", "see https://a.example/x?y=1 now", "https://a.example/x?y=1"),
        ("see {URL} now", "see valley.example now", "valley.example"),
        ("write {EMAIL} now", "write jane.doe+x@a-b.example now", "jane.doe+x@a-b.example"),
        ("write {EMAIL} now", "write [email protected] now", "[email protected]"),
        ("follow {HANDLE} now", "follow @jane_doe now", "@jane_doe"),
        ("the {WORD} desk", "the sports desk", "sports"),
        ("the {WORDS} desk", "the late sports desk", "late sports"),
        ("read {ANY} now", "read: this, and that! now", None),
        ("read {ANY} now", "read this, and that! now", "this, and that!"),
    ],
)
def test_slots_catch(phrase, line, caught):
    found = re.search(translate(phrase), fold(line))
    assert (found and next(iter(found.groupdict().values()))) == caught


def test_no_slot_catches_more_than_it_says():
    assert all(slot.longest > 0 for slot in SLOTS.values())
    assert all(slot.check("Jane Doe") or name == "DATE" for name, slot in SLOTS.items())
