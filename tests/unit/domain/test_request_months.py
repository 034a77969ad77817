"""Requests month by month, for the chart of the year."""

from datetime import date

import pytest

from dsr_desktop.domain.request_months import MonthFigures, first_day_shown, month_figures
from tests.unit.domain.test_request_figures import counted

TODAY = date(2026, 11, 16)


def test_twelve_months_end_with_this_one_and_empty_ones_are_there():
    months = month_figures([], TODAY)

    assert [one.month for one in months][::11] == [date(2025, 12, 1), date(2026, 11, 1)]
    assert {(one.received, one.median_days) for one in months} == {(0, None)}


def test_a_month_counts_what_came_in_it_and_how_long_its_answers_took():
    requests = [
        counted(date(2026, 3, 2), date(2026, 3, 12)), counted(date(2026, 3, 31)),
        counted(date(2026, 3, 5), date(2026, 4, 4)), counted(date(2024, 3, 5)),
    ]  # fmt: skip

    (march,) = [one for one in month_figures(requests, TODAY) if one.received]

    assert march == MonthFigures(date(2026, 3, 1), 3, 20)


@pytest.mark.parametrize("today", [TODAY, date(2027, 1, 31), date(2027, 12, 1)])
def test_the_first_day_shown_is_that_of_the_first_month(today):
    assert first_day_shown(today) == month_figures([], today)[0].month
