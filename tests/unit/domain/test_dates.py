"""Dates as lists write them, and as a person types them."""

from datetime import date

import pytest

from dsr_desktop.domain.dates import (
    birthdays_meant,
    day_typed,
    days_meant,
    same_day,
    swapped_day,
    usual_birthdays,
)
from dsr_desktop.wording.language import speak


@pytest.mark.parametrize(
    "text",
    ["1990-05-24", "1990/5/24", "1990.05.24", "24/05/1990", "24-5-1990", "24.05.1990", "24 05 1990",
     " 24/05/1990 ", "1990-05-24 00:00:00", "1990-05-24T00:00:00", "24/05/1990 00:00", "05/24/1990"],
)  # fmt: skip
def test_every_writing_means_the_same_day(text):
    assert days_meant(text) == {date(1990, 5, 24)}


def test_figures_that_can_be_day_or_month_mean_both_days():
    assert days_meant("03/04/1990") == {date(1990, 4, 3), date(1990, 3, 4)}


@pytest.mark.parametrize("text", ["", "mai 1990", "31/06/1990 ", "1990-13-45", "24/05/90", "1990"])
def test_what_is_no_day_means_none(text):
    assert days_meant(text) == frozenset()


def test_two_writings_of_one_day_agree():
    assert same_day("03/04/1990", "1990-04-03")
    assert not same_day("1990-04-03", "1990-04-04")
    assert not same_day("inconnue", "inconnue")


@pytest.mark.parametrize(
    "text",
    ["09/10/2026", "9/10/2026", "9.10.2026", "9. 10. 2026", "9-10-2026", "9 10 2026", "09/10/26",
     "9.10.26", " 9/10/2026 ", "2026-10-09", "2026-10-9", "2026/10/09", "9 octobre 2026",
     "9 OCTOBRE 2026", "9 oct. 2026", "9 oct 26", "9-Oct-2026", "9th October 2026",
     "October 9, 2026", "9\u00a0octobre\u202f2026"],
)  # fmt: skip
def test_what_is_typed_is_read_day_first(text):
    assert day_typed(text) == date(2026, 10, 9)


def test_a_day_is_never_swapped_with_a_month_to_make_a_date_of_it():
    assert day_typed("10/13/2026") is None
    assert day_typed("2026-13-10") is None


@pytest.mark.parametrize(
    ("text", "month"),
    [("janv.", 1), ("Jan", 1), ("févr.", 2), ("fevrier", 2), ("Feb", 2), ("mars", 3), ("Mar", 3),
     ("avr.", 4), ("April", 4), ("mai", 5), ("May", 5), ("juin", 6), ("Jun", 6), ("juil.", 7),
     ("July", 7), ("août", 8), ("aout", 8), ("AUG", 8), ("sept.", 9), ("Sep", 9), ("octobre", 10),
     ("nov.", 11), ("déc.", 12), ("décembre", 12), ("De\u0301cembre", 12), ("December", 12)],
)  # fmt: skip
def test_a_month_is_a_word_of_either_language(text, month):
    assert day_typed(f"1er {text} 2026") == date(2026, month, 1)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_day_that_is_written_out_is_read_again(language):
    days = [date(2026, month, day) for month in range(1, 13) for day in (1, 2, 28)]
    assert [day_typed(speak(language).date(day)) for day in days] == days


@pytest.mark.parametrize(
    "text",
    ["", "today", "9/10", "octobre 2026", "31/02/2026", "29/02/2025", "0/1/2026", "9 jui 2026",
     "9 ma 2026", "9/10/202", "9/10/20260", "9/10/0026", "20261009", "2026-W46-1", "9/10/2026 x",
     "2er octobre 2026", "9 10", "-9/10/2026", "9octobre2026", "٩/10/2026", "9/octobre/novembre"],
)  # fmt: skip
def test_what_is_not_understood_is_no_day(text):
    assert day_typed(text) is None


# --- birth dates


@pytest.mark.parametrize(
    "text",
    ["1990-05-24", "24/05/1990", "24 mai 1990", "24 May 1990", "May 24, 1990", "19900524", "24051990",
     " 24.5.1990 "],
)  # fmt: skip
def test_a_birth_date_is_read_in_more_writings(text):
    assert birthdays_meant(text) == {date(1990, 5, 24)}


@pytest.mark.parametrize(
    "text",
    ["24 mai 1990 à Metz", "le 24 mai 1990", "né le 24 mai 1990 à Metz", "Née le 24/05/1990 à Metz",
     "né(e) le 24 mai 1990", "born on 24 May 1990 in Leeds", "24 mai 1990 (à Metz)", "24.05.1990, à Metz"],
)  # fmt: skip
def test_a_birth_date_may_stand_among_words(text):
    assert birthdays_meant(text) == {date(1990, 5, 24)}


def test_a_short_year_is_one_of_two_centuries():
    assert birthdays_meant("24/05/90") == {date(1990, 5, 24), date(2090, 5, 24)}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "mai 1990",
        "1990",
        "31/02/90",
        "12345678",
        "99999999",
        "x 24 y",
        "le",
        "né à Metz",
        "12 à 14",
        "vu le 24 mai 1990 au salon",
        "le 31 juin 1990 à Metz",
    ],
)
def test_what_is_no_birth_date_means_none(text):
    assert birthdays_meant(text) == frozenset()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("03/04/1990", date(1990, 4, 3)),
        ("1990-04-03", date(1990, 4, 3)),
        ("05/24/1990", date(1990, 5, 24)),
        ("05/05/1990", date(1990, 5, 5)),
    ],
)
def test_the_day_usually_stands_before_the_month(text, day):
    assert usual_birthdays(text) == {day}


def test_a_day_and_its_month_can_be_swapped():
    assert swapped_day(date(1990, 4, 3)) == date(1990, 3, 4)
    assert swapped_day(date(1990, 4, 30)) is None
