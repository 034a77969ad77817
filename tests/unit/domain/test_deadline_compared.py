"""The clock against a second one, written apart: other month arithmetic, days counted one by one."""

import random
from datetime import date, timedelta

import holidays
import pytest

from dsr_desktop.domain.clock import Extension, ExtensionReason, Pause, PauseReason
from dsr_desktop.domain.deadline import compute_deadline
from dsr_desktop.domain.other_clocks import deadline_of
from dsr_desktop.domain.request import Right
from dsr_desktop.domain.workdays import WorkCalendar
from tests.unit.domain.requests_made import a_request

ONE_DAY = timedelta(days=1)
PLACES = [("FR", None), ("FR", "57"), ("DE", None), ("DE", "BY"), ("BE", None), ("PL", None),
          ("ES", None), ("IE", None), ("NL", None), ("AT", None)]  # fmt: skip
CASES_OF_A_PLACE = 300


def month_later(day, months):
    """Go to the first of the month that many months on, then forward as far as that month has days."""
    first = day.replace(day=1)
    for _ in range(months):
        first = (first + timedelta(days=32)).replace(day=1)
    last = (first + timedelta(days=32)).replace(day=1) - ONE_DAY
    return min(first + timedelta(days=day.day - 1), last)


class Reference:
    """Counts a date with pauses the slow way: every paused day is a day of a set."""

    def __init__(self, country, region):
        self._days_off = holidays.country_holidays(
            country, subdiv=region, years=range(2018, 2040), categories=holidays.PUBLIC
        )

    def rolled(self, day):
        while day.isoweekday() > 5 or day in self._days_off:
            day += ONE_DAY
        return day

    def due(self, received_on, months, pauses):
        raw, stopped = month_later(received_on, months), set()
        for asked, answered in sorted(pauses):
            if asked <= self.rolled(raw + len(stopped) * ONE_DAY):
                stopped |= {asked + n * ONE_DAY for n in range((answered - asked).days)}
        return self.rolled(raw + len(stopped) * ONE_DAY)

    def target(self, received_on):
        day = month_later(received_on, 1) - 7 * ONE_DAY
        while self.rolled(day) != day:
            day -= ONE_DAY
        return day


def cases(seed):
    dice = random.Random(seed)
    for _ in range(CASES_OF_A_PLACE):
        received = date(2019, 1, 1) + dice.randrange(365 * 14) * ONE_DAY
        pauses = []
        for _pause in range(dice.choice((0, 0, 1, 1, 2, 3))):
            asked = received + dice.randrange(120) * ONE_DAY
            pauses.append((asked, asked + dice.randrange(45) * ONE_DAY))
        yield received, pauses, received + dice.randrange(60) * ONE_DAY


@pytest.mark.parametrize(("country", "region"), PLACES)
def test_three_thousand_random_cases_have_the_same_dates_as_the_slow_clock(country, region):
    reference, calendar = Reference(country, region), WorkCalendar(country, region)
    for received, pauses, sent in cases(f"{country} {region}"):
        clock = compute_deadline(
            received, calendar,
            pauses=[Pause(PauseReason.IDENTITY, *pause) for pause in pauses],
            extension=Extension(frozenset({ExtensionReason.COMPLEXITY}), sent, "x"),
        )  # fmt: skip
        first, longer = (reference.due(received, months, pauses) for months in (1, 3))

        assert (clock.first_due, clock.extended_due) == (first, longer), (received, pauses)
        assert clock.unsuspended_due == reference.due(received, 1, [])
        assert clock.internal_target == reference.target(received)
        assert clock.current_due == (longer if sent <= first else first), (received, sent)


def test_a_clock_kept_from_another_day_is_the_clock_of_today():
    calendar = WorkCalendar("FR")
    for received, pauses, sent in cases("kept"):
        request = a_request(
            Right.ACCESS, received_on=received, recorded_on=received,
            pauses=tuple(Pause(PauseReason.IDENTITY, *pause) for pause in pauses),
            extension=Extension(frozenset({ExtensionReason.COMPLEXITY}), sent, "x"),
        )  # fmt: skip
        for days in (0, 30, 75, 76, 200, 900):
            today = received + days * ONE_DAY
            assert deadline_of(request, calendar, today) == compute_deadline(
                received, calendar, pauses=request.pauses, extension=request.extension,
                today=today,
            )  # fmt: skip


def test_a_month_made_longer_by_many_days_of_ones_own_is_counted_with_today():
    received = date(2026, 1, 5)
    closed = frozenset(received + n * ONE_DAY for n in range(30, 120))
    calendar, request = (
        WorkCalendar("FR", added=closed),
        a_request(Right.ACCESS, received_on=received),
    )

    for days in (80, 119, 125, 200):
        today = received + days * ONE_DAY
        assert deadline_of(request, calendar, today) == compute_deadline(
            received, calendar, today=today
        )
