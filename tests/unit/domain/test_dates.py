"""Dates as lists write them."""

from datetime import date

import pytest

from dsr_desktop.domain.dates import days_meant, same_day


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
