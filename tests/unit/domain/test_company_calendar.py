"""The company's calendar: country, region, the user's corrections, and what a change moves."""

from datetime import date

import pytest

from dsr_desktop.domain.company_calendar import (
    CompanyCalendar,
    HolidayOverride,
    MovedDeadline,
    OverrideKind,
    act_in,
    days_of_year,
    earlier,
    follow_country,
    moved_deadlines,
    override_day,
)
from dsr_desktop.domain.deadline import compute_deadline
from dsr_desktop.domain.errors import InvalidInputError, NotFoundError

FRANCE = CompanyCalendar("FR")
BRIDGE = date(2026, 12, 24)
WHIT_MONDAY = date(2026, 5, 25)


def add(day=BRIDGE, reason="Agreement of the works council"):
    return override_day(day, OverrideKind.ADDED, reason)


def take_away(day=WHIT_MONDAY, reason="Worked here"):
    return override_day(day, OverrideKind.REMOVED, reason)


def test_r_dl_8_overrides_are_kept_with_their_reason_and_count():
    changed = take_away()(add()(FRANCE))

    assert not changed.workdays.is_working_day(BRIDGE)
    assert changed.workdays.is_working_day(WHIT_MONDAY)
    assert changed.overrides == (
        HolidayOverride(WHIT_MONDAY, OverrideKind.REMOVED, "Worked here"),
        HolidayOverride(BRIDGE, OverrideKind.ADDED, "Agreement of the works council"),
    )


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(add(reason="  "), id="no reason"),
        pytest.param(add(reason="x" * 201), id="endless reason"),
        pytest.param(add(WHIT_MONDAY), id="already a holiday"),
        pytest.param(take_away(BRIDGE), id="no holiday"),
        pytest.param(act_in("XX", None), id="unknown country"),
        pytest.param(act_in("FR", "99"), id="unknown region"),
        pytest.param(override_day(date(9000, 1, 1), OverrideKind.ADDED, "x"), id="unknown year"),
    ],
)
def test_what_cannot_be_is_refused(change):
    with pytest.raises(InvalidInputError):
        change(FRANCE)


def test_a_day_that_follows_the_country_anyway_cannot_be_given_back():
    with pytest.raises(NotFoundError):
        follow_country(BRIDGE)(FRANCE)


def test_a_day_given_back_is_as_the_country_has_it():
    assert follow_country(BRIDGE)(add()(FRANCE)) == FRANCE


def test_the_last_word_on_a_day_counts():
    added = add(reason="First")(FRANCE)

    assert [one.reason for one in add(reason="Second")(added).overrides] == ["Second"]


def test_another_country_keeps_the_corrections_and_is_written_in_any_case():
    moved = act_in(" de ", "by")(add()(FRANCE))

    assert (moved.country, moved.subdivision, len(moved.overrides)) == ("DE", "BY", 1)
    assert act_in("FR", "")(moved).subdivision is None


def test_the_year_lists_the_holidays_with_the_corrections_marked():
    days = days_of_year(take_away()(add()(FRANCE)), 2026)

    assert [one.day for one in days] == sorted(one.day for one in days)
    assert len(days) == 12
    assert {one.day: one.override.kind for one in days if one.override} == {
        WHIT_MONDAY: OverrideKind.REMOVED, BRIDGE: OverrideKind.ADDED,
    }  # fmt: skip
    assert [one.name for one in days if one.day == WHIT_MONDAY] == ["Pentecost Monday"]


def clock(calendar, received_on):
    return compute_deadline(received_on, calendar.workdays)


def test_what_moves_is_told_with_both_days():
    received = {"A": date(2026, 11, 24), "B": date(2026, 11, 2)}
    before = {ref: clock(FRANCE, day) for ref, day in received.items()}
    after = {ref: clock(add()(FRANCE), day) for ref, day in received.items()}

    (moved,) = moved_deadlines(before, after)

    assert (moved.ref, moved.due_before, moved.due_after) == ("A", BRIDGE, date(2026, 12, 28))
    assert moved.days == 4
    assert moved_deadlines(before, before) == ()


def test_what_becomes_due_earlier_is_counted():
    sooner = MovedDeadline("A", BRIDGE, WHIT_MONDAY, BRIDGE, BRIDGE)
    later = MovedDeadline("B", WHIT_MONDAY, BRIDGE, BRIDGE, BRIDGE)

    assert earlier([sooner, later]) == 1
