"""Working days, holidays and months (Reg. 1182/71, domain.md 2.2 and 2.5)."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.workdays import (
    COUNTRIES,
    OWN_HOLIDAY,
    DayOff,
    WorkCalendar,
    add_months,
    subdivisions,
)

repeatable = settings(derandomize=True, max_examples=200, deadline=None, database=None)

FRANCE = WorkCalendar("FR")
MOSELLE = WorkCalendar("FR", "57")
EASTER_MONDAY = date(2026, 4, 6)


def days_between(first_year, last_year):
    day, end = date(first_year, 1, 1), date(last_year, 12, 31)
    while day <= end:
        yield day
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        pytest.param(date(2026, 3, 5), 1, date(2026, 4, 5), id="same day number"),
        pytest.param(date(2026, 1, 31), 1, date(2026, 2, 28), id="31 January to end of February"),
        pytest.param(date(2024, 1, 31), 1, date(2024, 2, 29), id="leap year"),
        pytest.param(date(2026, 8, 31), 1, date(2026, 9, 30), id="31 August to 30 September"),
        pytest.param(date(2026, 11, 30), 3, date(2027, 2, 28), id="over the turn of the year"),
        pytest.param(date(2026, 12, 1), 1, date(2027, 1, 1), id="December to January"),
        pytest.param(date(2026, 5, 31), 0, date(2026, 5, 31), id="no month at all"),
        pytest.param(date(2026, 1, 15), -1, date(2025, 12, 15), id="backwards"),
    ],
)
def test_adding_months_keeps_the_day_number_or_takes_the_last_day(day, months, expected):
    assert add_months(day, months) == expected


@repeatable
@given(st.dates(date(2018, 1, 1), date(2090, 12, 31)), st.integers(0, 48))
def test_adding_months_lands_in_the_month_meant(day, months):
    later = add_months(day, months)

    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (
        later.day < day.day and (later + timedelta(days=1)).month != later.month
    )


def test_france_has_its_eleven_national_holidays():
    names = {
        day: FRANCE.holiday_name(day)
        for day in days_between(2026, 2026)
        if FRANCE.holiday_name(day) is not None
    }

    assert names == {
        date(2026, 1, 1): "New Year's Day",
        date(2026, 4, 6): "Easter Monday",
        date(2026, 5, 1): "Labor Day",
        date(2026, 5, 8): "Victory Day",
        date(2026, 5, 14): "Ascension Day",
        date(2026, 5, 25): "Pentecost Monday",
        date(2026, 7, 14): "National Day",
        date(2026, 8, 15): "Assumption Day",
        date(2026, 11, 1): "All Saints' Day",
        date(2026, 11, 11): "Armistice Day",
        date(2026, 12, 25): "Christmas Day",
    }


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_country_to_choose_from_has_a_new_year_and_a_plain_working_day(country):
    calendar = WorkCalendar(country)

    assert calendar.holiday_name(date(2026, 1, 1)) is not None
    assert calendar.is_working_day(date(2026, 2, 4))


def test_the_countries_are_the_27_member_states_and_five_neighbours():
    assert len(set(COUNTRIES)) == 32
    assert COUNTRIES[27:] == ("NO", "IS", "LI", "CH", "GB")


@pytest.mark.parametrize(
    ("calendar", "day", "why"),
    [
        (FRANCE, date(2026, 12, 24), "Christmas Eve is worked in France"),
        (FRANCE, date(2026, 12, 31), "New Year's Eve is worked in France"),
        (FRANCE, date(2026, 4, 3), "Good Friday is worked outside Alsace-Moselle"),
        (WorkCalendar("SE"), date(2026, 6, 19), "Midsummer Eve is a bank holiday in Sweden"),
        (WorkCalendar("BE"), date(2026, 5, 15), "the day after Ascension is a bank holiday"),
        (WorkCalendar("DK"), date(2026, 6, 5), "Constitution Day is optional in Denmark"),
        (WorkCalendar("AT"), date(2026, 12, 24), "Christmas Eve is a bank holiday in Austria"),
    ],
)
def test_days_that_are_no_public_holidays_are_worked(calendar, day, why):
    assert calendar.is_working_day(day), why


@pytest.mark.parametrize(
    ("calendar", "day", "why"),
    [
        (FRANCE, date(2026, 11, 21), "Saturday"),
        (FRANCE, date(2026, 11, 22), "Sunday"),
        (FRANCE, EASTER_MONDAY, "holiday on a Monday"),
        (MOSELLE, date(2026, 4, 3), "Good Friday in Moselle"),
        (WorkCalendar("FR", "6AE"), date(2025, 12, 26), "Saint Stephen in Alsace"),
        (WorkCalendar("DE", "BY"), date(2026, 6, 4), "Corpus Christi in Bavaria"),
        (WorkCalendar("PL"), date(2025, 12, 24), "Christmas Eve in Poland since 2025"),
        (WorkCalendar("GB"), date(2026, 12, 28), "Boxing Day is observed on Monday"),
    ],
)
def test_saturdays_sundays_and_public_holidays_are_not_worked(calendar, day, why):
    assert not calendar.is_working_day(day), why


def test_a_holiday_on_a_saturday_keeps_its_name():
    assert FRANCE.holiday_name(date(2026, 8, 15)) == "Assumption Day"


def test_a_plain_sunday_has_no_holiday_name():
    assert FRANCE.holiday_name(date(2026, 4, 5)) is None


def test_r_dl_8_regional_holidays_are_off_until_a_region_is_set():
    good_friday = date(2026, 4, 3)

    assert FRANCE.subdivision is None
    assert FRANCE.is_working_day(good_friday)
    assert MOSELLE.holiday_name(good_friday) == "Good Friday"


def test_r_dl_8_an_added_day_is_a_holiday_with_its_own_name():
    bridge = date(2026, 5, 15)
    calendar = WorkCalendar("FR", added=frozenset({bridge}))

    assert calendar.holiday_name(bridge) == OWN_HOLIDAY
    assert calendar.roll_forward(bridge) == date(2026, 5, 18)


def test_r_dl_8_a_removed_day_is_worked():
    calendar = WorkCalendar("FR", removed=frozenset({EASTER_MONDAY}))

    assert calendar.holiday_name(EASTER_MONDAY) is None
    assert calendar.is_working_day(EASTER_MONDAY)


def test_r_dl_8_removing_a_sunday_does_not_make_it_a_working_day():
    sunday = date(2026, 11, 1)

    assert not WorkCalendar("FR", removed=frozenset({sunday})).is_working_day(sunday)


def test_r_dl_8_a_day_both_added_and_removed_is_worked():
    day = date(2026, 5, 15)

    assert WorkCalendar("FR", added=frozenset({day}), removed=frozenset({day})).is_working_day(day)


def test_r_dl_8_an_added_day_that_is_a_holiday_keeps_the_name_of_the_holiday():
    calendar = WorkCalendar("FR", added=frozenset({EASTER_MONDAY}))

    assert calendar.holiday_name(EASTER_MONDAY) == "Easter Monday"


def test_rolling_forward_passes_over_sunday_and_easter_monday():
    assert FRANCE.roll_forward(date(2026, 4, 5)) == date(2026, 4, 7)
    assert FRANCE.days_off_from(date(2026, 4, 5)) == (
        DayOff(date(2026, 4, 5), None),
        DayOff(EASTER_MONDAY, "Easter Monday"),
    )


def test_rolling_back_from_easter_monday_in_moselle_reaches_maundy_thursday():
    assert MOSELLE.roll_back(EASTER_MONDAY) == date(2026, 4, 2)


def test_a_working_day_is_not_rolled():
    wednesday = date(2026, 12, 2)

    assert FRANCE.roll_forward(wednesday) == FRANCE.roll_back(wednesday) == wednesday
    assert FRANCE.days_off_from(wednesday) == ()


def test_three_working_days_before_a_tuesday_after_easter_is_wednesday():
    assert FRANCE.working_days_before(date(2026, 4, 7), 3) == date(2026, 4, 1)


def test_no_working_day_before_is_the_day_itself():
    assert FRANCE.working_days_before(EASTER_MONDAY, 0) == EASTER_MONDAY


@pytest.mark.parametrize("calendar", [FRANCE, MOSELLE], ids=["FR", "FR-57"])
def test_in_france_no_date_rolls_more_than_four_days_from_2024_to_2060(calendar):
    assert max((calendar.roll_forward(d) - d).days for d in days_between(2024, 2060)) == 4


@pytest.mark.parametrize("country", ["AT", "BE", "DE", "DK", "ES", "IE", "IT", "LU", "NL", "PL"])
def test_in_ten_other_states_no_date_rolls_more_than_six_days(country):
    calendar = WorkCalendar(country)

    assert max((calendar.roll_forward(d) - d).days for d in days_between(2024, 2040)) <= 6


@repeatable
@given(st.dates(date(2018, 1, 1), date(2060, 12, 31)))
def test_rolling_reaches_the_nearest_working_day_on_either_side(day):
    later, earlier = FRANCE.roll_forward(day), FRANCE.roll_back(day)

    assert FRANCE.is_working_day(later)
    assert FRANCE.is_working_day(earlier)
    assert earlier <= day <= later
    assert (earlier == day == later) is FRANCE.is_working_day(day)
    assert FRANCE.working_days_before(later, 1) == FRANCE.roll_back(
        earlier if earlier < day else day - timedelta(days=1)
    )


@pytest.mark.parametrize("country", ["XX", "fr", "FRA", "France", "", "1A", "__"])
def test_an_unknown_country_is_refused_with_what_to_type(country):
    with pytest.raises(InvalidInputError) as refused:
        WorkCalendar(country).check(EASTER_MONDAY)

    assert str(refused.value) == (
        f"There is no holiday calendar for {country}: use a two-letter code such as FR."
    )


def test_an_unknown_region_is_refused_with_the_regions_there_are():
    with pytest.raises(InvalidInputError) as refused:
        WorkCalendar("GB", "LON").is_working_day(EASTER_MONDAY)

    assert str(refused.value) == (
        "The calendar of GB has no region LON: use one of ENG, NIR, SCT, WLS, or none."
    )


def test_a_region_of_a_country_without_regions_is_refused():
    with pytest.raises(InvalidInputError) as refused:
        WorkCalendar("LU", "X").check(EASTER_MONDAY)

    assert str(refused.value) == "The calendar of LU has no regions: leave the region empty."


def test_an_empty_region_means_the_national_calendar():
    assert WorkCalendar("FR", "").is_working_day(date(2026, 4, 3))


@pytest.mark.parametrize("year", [1802, 2101])
def test_a_year_without_known_holidays_is_refused(year):
    with pytest.raises(InvalidInputError) as refused:
        FRANCE.holiday_name(date(year, 7, 1))

    assert str(refused.value) == (
        f"The holidays of FR are known from 1803 to 2100: check year {year}."
    )


def test_the_regions_of_alsace_and_moselle_can_be_chosen():
    assert {"57", "6AE"} <= set(subdivisions("FR"))


def test_the_holiday_package_is_not_loaded_with_the_module():
    script = (
        "import sys; import dsr_desktop.domain.deadline; "
        "from dsr_desktop.domain.workdays import WorkCalendar; WorkCalendar('FR'); "
        "sys.exit('holidays' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
