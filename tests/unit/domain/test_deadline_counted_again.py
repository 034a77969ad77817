"""The clock, counted by another way: sets of days, Easter by its rule, and no code of the app."""

import random
from datetime import date, timedelta

import pytest

from dsr_desktop.domain.clock import Extension, ExtensionReason, Pause, PauseReason
from dsr_desktop.domain.deadline import compute_deadline
from dsr_desktop.domain.workdays import WorkCalendar

DAY = timedelta(days=1)
SEQUENCES = 500
COMPLEX = frozenset({ExtensionReason.COMPLEXITY})


def easter(year):
    """Return Easter Sunday (the rule of Gauss as Butcher wrote it down)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    (leap, odd), shift = divmod(century, 4), (century + 8) // 25
    moon = (19 * golden + century - leap - (century - shift + 1) // 3 + 15) % 30
    quarter, left = divmod(rest, 4)
    week = (32 + 2 * odd + 2 * quarter - moon - left) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def is_off(day):
    fixed = {(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)}
    moving = {easter(day.year) + timedelta(days=days) for days in (1, 39, 50)}
    return day.isoweekday() >= 6 or (day.month, day.day) in fixed or day in moving


def working_day_from(day):
    while is_off(day):
        day += DAY
    return day


def months_later(day, months):
    index = day.year * 12 + day.month - 1 + months
    number = day.day
    while True:
        try:
            return date(index // 12, index % 12 + 1, number)
        except ValueError:
            number -= 1


def counted(raw, pauses):
    """Return the date that pauses move `raw` to: as many days later as the clock stood still."""
    still, due = set(), working_day_from(raw)
    for asked, answered in sorted(pauses):
        if asked <= due:
            still |= {asked + n * DAY for n in range((answered - asked).days)}
            due = working_day_from(raw + len(still) * DAY)
    return due


def by_hand(received, pauses, sent):
    """Return first date, extended date, date in force and the same without pauses."""
    month, three = months_later(received, 1), months_later(received, 3)
    first, longer = counted(month, pauses), counted(three, pauses)
    is_extended = sent is not None and sent <= first
    bare = counted(three if is_extended else month, ())
    return first, longer, longer if is_extended else first, bare


def sequence(chance):
    """Make up a receipt, up to four pauses that may touch, overlap or come late, and a notice."""
    received = date(2019, 1, 1) + timedelta(days=chance.randrange(4_700))
    pauses = []
    for _number in range(chance.randrange(5)):
        asked = received + timedelta(days=chance.randrange(130))
        pauses.append((asked, asked + timedelta(days=chance.choice((0, 1, 3, 10, 29, 45)))))
    sent = received + timedelta(days=chance.randrange(75)) if chance.random() < 0.5 else None
    return received, pauses, sent


@pytest.mark.parametrize("seed", range(5))
def test_r_dl_1_five_hundred_sequences_give_the_dates_that_another_count_gives(seed):
    chance, calendar = random.Random(seed), WorkCalendar("FR")
    for _number in range(SEQUENCES // 5):
        received, pauses, sent = sequence(chance)
        deadline = compute_deadline(
            received, calendar,
            pauses=[Pause(PauseReason.IDENTITY, *one, "") for one in pauses],
            extension=Extension(COMPLEX, sent, "Many lists.") if sent else None,
        )  # fmt: skip
        given = (
            deadline.first_due, deadline.extended_due, deadline.current_due,
            deadline.current_unsuspended,
        )  # fmt: skip
        assert given == by_hand(received, pauses, sent), (received, pauses, sent)
        assert deadline.refusal_deadline == deadline.first_due
        assert deadline.unsuspended_due == counted(months_later(received, 1), ())


@pytest.mark.parametrize("year", range(2018, 2040))
def test_the_french_holidays_are_those_that_the_rule_of_easter_gives(year):
    calendar = WorkCalendar("FR")
    days = [date(year, 1, 1) + n * DAY for n in range(365)]

    assert [day for day in days if calendar.is_working_day(day) is is_off(day)] == []
