"""The 72 hours of a breach run in hours from awareness, whatever day it is (art. 33(1))."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsr_desktop.domain.breach import (
    HOURS_TO_NOTIFY,
    Breach,
    BreachStep,
    BreachStepKind,
    breach_clock,
    check_breach,
    check_breach_step,
)
from dsr_desktop.domain.clock import DeadlineSettings
from dsr_desktop.domain.errors import InvalidInputError

PARIS = ZoneInfo("Europe/Paris")
FRIDAY = datetime(2026, 11, 13, 17, 40, tzinfo=PARIS)
MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=PARIS)
NOTE = Breach(FRIDAY, "letter to a namesake", MONDAY, "Nora Vidal")


def step(kind, at=MONDAY, reason="", recorded_at=None):
    return BreachStep(kind, at, recorded_at or max(at, MONDAY), "Nora Vidal", reason)


@pytest.mark.parametrize(
    ("aware", "end"),
    [
        (FRIDAY, datetime(2026, 11, 16, 17, 40, tzinfo=PARIS)),
        (datetime(2026, 12, 24, 18, 0, tzinfo=PARIS), datetime(2026, 12, 27, 18, 0, tzinfo=PARIS)),
        (datetime(2026, 10, 23, 12, 0, tzinfo=PARIS), datetime(2026, 10, 26, 11, 0, tzinfo=PARIS)),
        (datetime(2027, 3, 26, 12, 0, tzinfo=PARIS), datetime(2027, 3, 29, 13, 0, tzinfo=PARIS)),
        (datetime(2028, 2, 28, 0, 5, tzinfo=UTC), datetime(2028, 3, 2, 0, 5, tzinfo=UTC)),
    ],
    ids=["weekend", "Christmas", "clocks go back", "clocks go forward", "leap day"],
)
def test_the_hours_run_through_weekends_holidays_and_changes_of_the_clocks(aware, end):
    assert replace(NOTE, aware_at=aware).ends_at == end


def test_the_hours_are_statutory_and_no_setting():
    assert HOURS_TO_NOTIFY == 72
    assert not any("breach" in one.name or one.default == 72 for one in fields(DeadlineSettings))


@pytest.mark.parametrize(
    ("after", "left", "over"),
    [
        (timedelta(0), 72, False),
        (timedelta(seconds=1), 71, False),
        (timedelta(hours=71, minutes=59), 0, False),
        (timedelta(hours=72), 0, False),
        (timedelta(hours=72, seconds=1), 0, True),
        (timedelta(days=30), 0, True),
    ],
)
def test_whole_hours_are_left_until_the_last_moment(after, left, over):
    clock = breach_clock(NOTE, FRIDAY + after)

    assert (clock.hours_left, clock.is_over, clock.is_stopped) == (left, over, False)


@given(st.datetimes(datetime(2024, 1, 1), datetime(2033, 1, 1)), st.integers(-14, 14))
def test_the_end_is_the_same_moment_in_every_time_zone(naive, hours):
    aware = naive.replace(tzinfo=UTC)
    elsewhere = aware.astimezone(timezone(timedelta(hours=hours)))

    ends = {replace(NOTE, aware_at=one).ends_at for one in (aware, elsewhere)}

    assert ends == {aware + timedelta(hours=72)}


# --- the note


def test_a_note_is_trimmed():
    checked = check_breach(replace(NOTE, facts=" sent \n", effects=" spam ", measures=" recalled "))

    assert (checked.facts, checked.effects, checked.measures) == ("sent", "spam", "recalled")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"facts": " "}, "no facts"),
        ({"facts": "x" * 4_001}, "too long"),
        ({"aware_at": MONDAY + timedelta(minutes=1)}, "lies in the future"),
        ({"aware_at": datetime(2026, 11, 13, 17, 40)}, "names no time zone"),
    ],
)
def test_a_note_that_cannot_be_is_refused(changes, told):
    with pytest.raises(InvalidInputError, match=told):
        check_breach(replace(NOTE, **changes))


def test_nobody_knew_before_it_was_sent():
    with pytest.raises(InvalidInputError, match="before 2026-11-20, when it was sent"):
        check_breach(NOTE, date(2026, 11, 20))

    assert check_breach(NOTE, date(2026, 11, 9)).facts == NOTE.facts


# --- what was decided


@pytest.mark.parametrize(
    "kind", [BreachStepKind.AUTHORITY_NOT_NOTIFIED, BreachStepKind.PERSON_NOT_TOLD]
)
def test_telling_nobody_has_to_be_argued(kind):
    with pytest.raises(InvalidInputError, match="write the reason"):
        check_breach_step(NOTE, step(kind, reason="  "))

    assert check_breach_step(NOTE, step(kind, reason=" sealed ")).reason == "sealed"


def test_a_late_notification_says_why_it_is_late():
    last = NOTE.ends_at
    late = last + timedelta(minutes=1)

    notified = BreachStepKind.AUTHORITY_NOTIFIED
    assert check_breach_step(NOTE, step(notified, last)).at == last
    with pytest.raises(InvalidInputError, match="notified late"):
        check_breach_step(NOTE, step(notified, late))
    assert check_breach_step(NOTE, step(notified, late, "found on Monday")).at == late


def test_telling_the_person_has_no_hours_to_keep():
    late = NOTE.ends_at + timedelta(days=3)

    assert check_breach_step(NOTE, step(BreachStepKind.PERSON_TOLD, late)).at == late


@pytest.mark.parametrize(
    ("at", "told"),
    [
        (FRIDAY - timedelta(minutes=1), "before anybody was aware"),
        (MONDAY + timedelta(minutes=1), "lies in the future"),
        (datetime(2026, 11, 16, 8, 0), "names no time zone"),
    ],
)
def test_a_decision_lies_between_awareness_and_now(at, told):
    with pytest.raises(InvalidInputError, match=told):
        check_breach_step(NOTE, step(BreachStepKind.PERSON_TOLD, at, recorded_at=MONDAY))


def test_a_breach_is_settled_by_two_decisions_and_the_last_one_about_each_counts():
    first = step(BreachStepKind.AUTHORITY_NOT_NOTIFIED, reason="sealed")
    second = step(BreachStepKind.AUTHORITY_NOTIFIED)
    person = step(BreachStepKind.PERSON_TOLD)

    half = replace(NOTE, steps=(first, second))
    assert half.about_authority is second
    assert not half.is_settled
    assert breach_clock(half, MONDAY).is_stopped
    assert replace(half, steps=(first, second, person)).is_settled
    assert not breach_clock(replace(NOTE, steps=(person,)), MONDAY).is_stopped
