"""Whom a byline names."""

import pytest

from cleanarticle.lexicon.persons import (
    is_author_label,
    is_full,
    is_label,
    labelled,
    looks_like_person,
    names_another,
    names_in,
)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Jane Doe", ["Jane Doe"]),
        ("JANE DOE", ["JANE DOE"]),
        ("By Jane Doe", ["Jane Doe"]),
        ("By: Jane Doe.", ["Jane Doe"]),
        ("By — Jane Doe", ["Jane Doe"]),
        ("Ein Gastbeitrag von Jane Doe", ["Jane Doe"]),
        ("Propos recueillis par Jane Doe", ["Jane Doe"]),
        ("Автор: Анна Иванова", ["Анна Иванова"]),
        ("By Jane Doe and John Roe, Staff Writers", ["Jane Doe", "John Roe"]),
        ("Jane Doe, John Roe & Max Moe", ["Jane Doe", "John Roe", "Max Moe"]),
        ("Jane Doe; John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe / John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe et John Roe", ["Jane Doe", "John Roe"]),
        ("Ana Pérez y Luis Gómez", ["Ana Pérez", "Luis Gómez"]),
        ("Luis Ramón y Gómez", ["Luis Ramón y Gómez"]),
        ("Ludo van der Berg", ["Ludo van der Berg"]),
        ("Jane O’Dell-Roe", ["Jane O’Dell-Roe"]),
        ("Jane A. Doe", ["Jane A. Doe"]),
        ("John Roe, Jr.", ["John Roe Jr."]),
        ("Jane Doe, MD, PhD, FOMA", ["Jane Doe"]),
        ("Jane Doe PhD", ["Jane Doe"]),
        ("Jane Doe, Chief Technology Officer and Head of Ferries", ["Jane Doe"]),
        ("Jane Doe Staff Writer", ["Jane Doe"]),
        ("Jane Doe, Home Security Expert", ["Jane Doe"]),
        ("Jane Doe for The Valley Post", ["Jane Doe"]),
        ("Jane Doe in Tolvik", ["Jane Doe"]),
        ("Jane Doe on behalf of the council", ["Jane Doe"]),
        ("Jane Doe Reviewed by Max Moe", ["Jane Doe"]),
        ("Jane Doe (she/her)", ["Jane Doe"]),
        ("Jane Doe @janedoe jane@valley.example", ["Jane Doe"]),
        ("Jane Doe | 17 May 2024 | 5 min read", ["Jane Doe"]),
        ("Text: Jane Doe, Foto: John Roe", ["Jane Doe"]),
        ("Jane Doe, Jane Doe", ["Jane Doe"]),
        ("（责编：李雷、韩梅梅）", ["李雷", "韩梅梅"]),
        ("作者：李雷", ["李雷"]),
        ("김철수 기자", ["김철수"]),
        ("أحمد علي", ["أحمد علي"]),
        ("นายสมชาย ใจดี", ["นายสมชาย ใจดี"]),
        ("Di Luca Rossi", ["Di Luca Rossi"]),
        ("di Luca Rossi", ["Luca Rossi"]),
    ],
)
def test_people(text, people):
    assert list(names_in(text).people) == people


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Sports Desk", ["Sports Desk"]),
        ("Valley Post Staff", ["Valley Post Staff"]),
        ("TC Redazione", ["TC Redazione"]),
        ("Redaktion", ["Redaktion"]),
        ("admin", ["admin"]),
        ("jane.doe.1232", ["jane.doe.1232"]),
        ("The Valley Post", ["The Valley Post"]),
        ("Executive Content Editor", ["Executive Content Editor"]),
        ("jane doe", ["jane doe"]),
        ("编辑部", ["编辑部"]),
    ],
)
def test_others(text, others):
    assert names_in(text) == ((), (), tuple(others))


@pytest.mark.parametrize(
    ("text", "people", "agency"),
    [
        ("dpa", (), "dpa"),
        ("By The Associated Press", (), "Associated Press"),
        ("REUTERS", (), "Reuters"),
        ("Jane Doe, dpa", ("Jane Doe",), "dpa"),
        ("Jane Doe (AP)", ("Jane Doe",), "AP"),
        ("Jane Doe The Associated Press", ("Jane Doe",), "Associated Press"),
    ],
)
def test_agencies(text, people, agency):
    assert names_in(text)[:2] == (people, (agency,))


@pytest.mark.parametrize("text", ["", " ", "By", "—", "https://valley.example/jane", "jane@valley.example", "@jane", "x" * 10_000, "Foto: Jane Doe"])  # fmt: skip
def test_nobody(text):
    assert names_in(text) == ((), (), ())


def test_labels():
    assert labelled("By Jane Doe")
    assert labelled("Von Jane Doe")
    assert not labelled("Byron Doe")
    assert not labelled("By the time the ice came")
    assert is_label("Written by:")
    assert not is_label("Written by Jane")
    assert is_author_label("Verfasst von")
    assert not is_author_label("Geschätzte Lesezeit")
    assert names_another("Jane Doe, reviewed by")
    assert not names_another("By")


def test_full_names():
    assert is_full("Jane Doe")
    assert is_full("李雷")
    assert not is_full("Jane")
    assert not looks_like_person("Jane 2")
    assert not looks_like_person("Jane Doe Of The Valley Post Herald Times")


@pytest.mark.parametrize("text", ["by " * 20_000, "a, " * 900, "(" * 3_000, "and " * 700, "Von " + "Jane " * 500])
def test_long_ones_end(text):
    assert len(names_in(text).people) < 2
