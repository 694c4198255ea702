"""Dates as pages write them, in one form; and what is no date, or may be two."""

import pytest

from cleanarticle.lexicon.calendar import iso_date, month_number, url_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024-05-17", "2024-05-17"),
        ("20240517", "2024-05-17"),
        ("2024/5/17", "2024-05-17"),
        ("2024-05-17T10:04:30Z", "2024-05-17T10:04:30Z"),
        ("2024-05-17T10:04:30.123456Z", "2024-05-17T10:04:30Z"),
        ("2024-05-17T10:04", "2024-05-17T10:04"),
        ("2024-05-17T10:04-06:00", "2024-05-17T10:04-06:00"),
        ("2024-05-17T10:04:30+0530", "2024-05-17T10:04:30+05:30"),
        ("2024-05-17T10:04:30+02", "2024-05-17T10:04:30+02:00"),
        ("2024-05-17 10:04:30 +0100", "2024-05-17T10:04:30+01:00"),
        ("20240517T100430Z", "2024-05-17T10:04:30Z"),
        ("2024-05-17T10:04:30+00:00", "2024-05-17T10:04:30+00:00"),
        ("1715940240", "2024-05-17T10:04:00Z"),
        ("1715940240123", "2024-05-17T10:04:00Z"),
        ("Fri, 17 May 2024 10:04:00 GMT", "2024-05-17T10:04:00Z"),
        ("Fri, 17 May 2024 10:04:00 PST", "2024-05-17T10:04:00-08:00"),
        ("Fri May 17 2024 03:30:00 GMT-0800 (PST)", "2024-05-17T03:30:00-08:00"),
        ("May 17, 2024 at 10:04 AM EDT", "2024-05-17T10:04-04:00"),
        ("May 17th, 2024, 10:04 p.m.", "2024-05-17T22:04"),
        ("12:30 am, May 17, 2024", "2024-05-17T00:30"),
        ("Friday 17 May 2024 5.30pm", "2024-05-17T17:30"),
        ("Updated 10:04 GMT, 17 May 2024", "2024-05-17T10:04Z"),
        ("17. Mai 2024, 10.04 Uhr", "2024-05-17T10:04"),
        ("17. Mai 2024 um 10:04 Uhr (MESZ)", "2024-05-17T10:04+02:00"),
        ("1er juillet 2023 à 8h05", "2023-07-01T08:05"),
        ("viernes, 17 de mayo de 2024", "2024-05-17"),
        ("17 мая 2024 г., 10:04", "2024-05-17T10:04"),
        ("2024. május 17.", "2024-05-17"),
        ("17 พฤษภาคม 2567", "2024-05-17"),
        ("17 tháng 5, 2024", "2024-05-17"),
        ("١٧ مايو ٢٠٢٤", "2024-05-17"),
        ("2024年5月17日 下午3:04", "2024-05-17T15:04"),
        ("2024. 5. 17. 오후 3:04", "2024-05-17T15:04"),
        ("17/05/2024", "2024-05-17"),
        ("5/17/2024", "2024-05-17"),
        ("05/05/2024", "2024-05-05"),
        ("17-05-2024", "2024-05-17"),
        ("03.04.2024", "2024-04-03"),
        ("Published 17 May 2024 by Jane Doe", "2024-05-17"),
        ("29 February 2024", "2024-02-29"),
    ],
)
def test_dates(text, iso):
    assert iso_date(text) == iso


@pytest.mark.parametrize(
    "text",
    ["", "x", "2 hours ago", "yesterday, 10:04", "May 2024", "17 May", "2024", "10:04", "2024-13-01", "2024-02-30", "29 February 2023",
     "0000-00-00", "00:00-YY-DD-MM", "31/31/2024", "03/04/2024", "17.05.24", "1-800-555-0199", "12345678901", "99999999999999999999",
     "²⁰²⁴-⁰⁵-¹⁷", "2024-05-17 " * 20],
)  # fmt: skip
def test_no_dates(text):
    assert iso_date(text) == ""


@pytest.mark.parametrize(
    ("text", "iso"),
    [("2024-05-17T24:00:00Z", "2024-05-17"), ("2024-05-17T10:99", "2024-05-17"), ("17 May 2024 13:04 pm", "2024-05-17"),
     ("2024-05-17T10:04:30+99:00", "2024-05-17T10:04:30"), ("17 May 2024 10:04 XYZ", "2024-05-17T10:04")],
)  # fmt: skip
def test_a_time_or_zone_that_there_is_not_is_left_out(text, iso):
    assert iso_date(text) == iso


@pytest.mark.parametrize(
    ("lang", "iso"),
    [("en-US", "2024-03-04"), ("en_us", "2024-03-04"), ("es-US", "2024-03-04"), ("en-GB", "2024-04-03"), ("de", "2024-04-03"),
     ("pt-BR", "2024-04-03"), ("en", ""), ("en-CA", ""), ("", "")],
)  # fmt: skip
def test_the_language_tells_which_number_is_the_month(lang, iso):
    assert iso_date("03/04/2024", lang) == iso


def test_a_month_s_name_that_languages_use_otherwise():
    assert (month_number("listopada", "pl"), month_number("listopada", "hr-HR"), month_number("listopada")) == (
        11,
        10,
        0,
    )
    assert (month_number("may"), month_number("mayo"), month_number("monday")) == (5, 5, 0)
    assert iso_date("5 listopada 2023", "pl") == "2023-11-05"
    assert iso_date("5 listopada 2023") == ""


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://valley.example/2024/05/17/ferry", "2024-05-17"),
        ("https://valley.example/news/2024/5/7/ferry.html?x=1", "2024-05-07"),
        ("https://valley.example/2024-05-17-ferry", "2024-05-17"),
        ("https://valley.example/20240517/ferry", "2024-05-17"),
        ("https://valley.example/2024/may/17/ferry", "2024-05-17"),
        ("https://valley.example/2024/05/ferry", ""),
        ("https://valley.example/20241399/ferry", ""),
        ("https://valley.example/ferry?d=/2024/05/17/", ""),
        ("https://valley.example/120240517", ""),
        ("/2024/05/17/ferry", ""),
        ("", ""),
    ],
)
def test_the_day_in_an_address(url, day):
    assert url_date(url) == day
