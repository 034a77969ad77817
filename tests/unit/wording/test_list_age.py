"""How old a list is, in words."""

from datetime import date, timedelta

import pytest

from dsr_desktop.domain.list_age import ListDay
from dsr_desktop.wording.language import speak
from dsr_desktop.wording.list_age import age, day_of_list

EN = speak("en")
MADE = ListDay(date(2024, 3, 12), is_of_collection=True)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-3, "today"), (0, "today"), (1, "1 day"), (59, "59 days"), (60, "1 month"),
        (61, "2 months"), (729, "23 months"), (730, "2 years"), (1_200, "3 years"),
    ],
)  # fmt: skip
def test_an_age_is_told_in_days_then_months_then_years(days, words):
    assert age(EN, MADE, MADE.day + timedelta(days)) == words


def test_the_day_says_whether_it_is_that_of_the_list_or_of_its_import():
    assert day_of_list(EN, MADE) == "collected on 12 March 2024"
    assert day_of_list(EN, ListDay(MADE.day, is_of_collection=False)) == "imported on 12 March 2024"
