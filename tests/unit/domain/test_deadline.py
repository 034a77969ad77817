"""The legal clock (domain.md, chapter 2): each MUST rule has a test that bears its id."""

import csv
import dataclasses
from datetime import date, timedelta
from pathlib import Path

import pytest

from dsr_desktop.domain.clock import (
    DEFAULT_SETTINGS,
    Alert,
    AlertKind,
    DeadlineSettings,
    DeadlineStatus,
    ExtensionMode,
    MonthStep,
    MoveStep,
    NoticeStep,
    Step,
    StepKind,
    TargetStep,
)
from dsr_desktop.domain.deadline import alerts, compute_deadline, days_left, deadline_status
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.workdays import DayOff, WorkCalendar, add_months
from tests.unit.domain.clocks import FRANCE, due, identity, kinds, notice_sent, only_step


def _vectors():
    path = Path(__file__).parents[2] / "data" / "deadline_vectors.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_there_are_forty_vectors():
    assert [row["id"] for row in _vectors()] == [f"D{n:02}" for n in range(1, 41)]


@pytest.mark.parametrize("row", _vectors(), ids=lambda row: row["id"])
def test_every_vector_of_the_specification_holds(row):
    received_on = date.fromisoformat(row["received"])
    calendar = WorkCalendar(row["country"], row["subdiv"] or None)

    deadline = compute_deadline(received_on, calendar)

    assert deadline.first_raw.isoformat() == row["raw_first"], row["note"]
    assert deadline.first_due.isoformat() == row["first_due"], row["note"]
    assert deadline.extended_raw.isoformat() == row["raw_extended"], row["note"]
    assert deadline.extended_due.isoformat() == row["extended_due"], row["note"]
    assert f"{received_on:%a}" == row["received_dow"]
    assert f"{deadline.first_due:%a}" == row["first_dow"]
    assert f"{deadline.extended_due:%a}" == row["extended_dow"]


@pytest.mark.parametrize(
    ("received_on", "target"),
    [
        pytest.param(date(2026, 3, 5), date(2026, 3, 27), id="D01"),
        pytest.param(date(2026, 1, 31), date(2026, 2, 20), id="D04"),
        pytest.param(date(2026, 6, 14), date(2026, 7, 7), id="D09"),
        pytest.param(date(2026, 11, 25), date(2026, 12, 18), id="D11"),
        pytest.param(date(2026, 11, 23), date(2026, 12, 16), id="23 November"),
    ],
)
def test_the_internal_target_is_a_working_day_a_week_before_the_month(received_on, target):
    assert due(received_on).internal_target == target


@pytest.mark.parametrize(
    ("received_on", "first_due"),
    [
        pytest.param(date(2026, 11, 2), date(2026, 12, 2), id="SC1"),
        pytest.param(date(2026, 9, 14), date(2026, 10, 14), id="SC2"),
        pytest.param(date(2026, 10, 5), date(2026, 11, 5), id="SC3"),
        pytest.param(date(2026, 10, 12), date(2026, 11, 12), id="SC5"),
        pytest.param(date(2026, 11, 6), date(2026, 12, 7), id="SC6"),
        pytest.param(date(2026, 11, 16), date(2026, 12, 16), id="SC7"),
        pytest.param(date(2026, 10, 23), date(2026, 11, 23), id="SC9"),
        pytest.param(date(2026, 11, 12), date(2026, 12, 14), id="SC10"),
    ],
)
def test_the_dates_of_the_scenarios_hold(received_on, first_due):
    assert due(received_on).first_due == first_due


def test_sc4_a_pause_of_a_week_moves_the_date_and_leaves_the_unsuspended_one_visible():
    deadline = due(date(2026, 11, 20), pauses=[identity(date(2026, 11, 23), date(2026, 11, 30))])

    assert deadline.unsuspended_due == date(2026, 12, 21)
    assert deadline.first_due == deadline.current_due == date(2026, 12, 28)
    assert deadline.paused_days == 7


def test_sc6_an_extension_sent_in_time_moves_the_date_to_three_months():
    deadline = due(date(2026, 11, 6), extension=notice_sent(date(2026, 12, 4)))

    assert deadline.extended
    assert deadline.current_due == deadline.extended_due == date(2027, 2, 8)
    assert deadline.refusal_deadline == date(2026, 12, 7)


def test_sc6_a_refusal_stays_due_within_the_month_of_an_extended_request():
    deadline = due(date(2026, 11, 6), extension=notice_sent(date(2026, 12, 4)))

    assert date(2027, 1, 15) > deadline.refusal_deadline == date(2026, 12, 7)


def test_r_dl_1_the_clock_runs_from_the_calendar_date_of_receipt_itself():
    deadline = due(date(2026, 3, 5))

    assert deadline.received_on == date(2026, 3, 5)
    assert deadline.first_raw.day == 5


@pytest.mark.parametrize(
    ("received_on", "first_due"),
    [
        pytest.param(date(2026, 8, 29), date(2026, 9, 29), id="Saturday"),
        pytest.param(date(2026, 8, 30), date(2026, 9, 30), id="Sunday"),
        pytest.param(date(2026, 7, 14), date(2026, 8, 14), id="14 July"),
    ],
)
def test_r_dl_2_receipt_on_a_day_off_starts_the_clock_on_that_day(received_on, first_due):
    assert due(received_on).first_due == first_due


@pytest.mark.parametrize("received_on", [date(2026, 2, 4), date(2026, 7, 6), date(2027, 3, 29)])
def test_r_dl_3_a_month_is_never_thirty_days(received_on):
    deadline = due(received_on)

    assert deadline.first_raw != received_on + timedelta(30)
    assert deadline.extended_raw != received_on + timedelta(90)
    assert deadline.first_raw == add_months(received_on, 1)


def test_r_dl_4_three_months_are_counted_from_receipt_not_from_the_rolled_first_date():
    deadline = due(date(2026, 3, 5))

    assert deadline.first_due == date(2026, 4, 7)
    assert deadline.extended_due == date(2026, 6, 5)


def test_r_dl_8_the_calendar_of_the_place_decides():
    received_on = date(2026, 3, 3)
    with_bridge = WorkCalendar("FR", added=frozenset({date(2026, 4, 3)}))

    assert due(received_on).first_due == date(2026, 4, 3)
    assert compute_deadline(received_on, WorkCalendar("FR", "57")).first_due.day == 7
    assert compute_deadline(received_on, with_bridge).first_due == date(2026, 4, 7)


def test_r_gen_1_every_figure_has_a_source_and_only_the_statutory_ones_are_fixed():
    figures = dataclasses.fields(DeadlineSettings)

    assert all(each.metadata["source"] and each.metadata["checked_on"] for each in figures)
    assert [each.name for each in figures if not each.metadata["editable"]] == [
        "answer_months",
        "extension_months",
    ]
    assert [each.name for each in figures if not each.init] == [
        "answer_months",
        "extension_months",
    ]


def test_r_gen_1_a_changed_figure_changes_the_internal_target():
    two_weeks = DeadlineSettings(internal_days=14)

    assert due(date(2026, 3, 5), settings=two_weeks).internal_target == date(2026, 3, 20)


def test_a_negative_figure_is_refused():
    with pytest.raises(InvalidInputError) as refused:
        DeadlineSettings(internal_days=-1)

    assert str(refused.value) == (
        "The setting internal_days is negative: use a number of days from 0 up."
    )


def test_the_defaults_are_those_of_the_specification():
    assert dataclasses.astuple(DEFAULT_SETTINGS) == (
        1, 2, 7, ExtensionMode.RECEIPT, 7, 7, 60, 3, 7, 3,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("today", "status", "left"),
    [
        (date(2026, 11, 2), DeadlineStatus.ON_TIME, 30),
        (date(2026, 11, 24), DeadlineStatus.ON_TIME, 8),
        (date(2026, 11, 25), DeadlineStatus.DUE_SOON, 7),
        (date(2026, 12, 2), DeadlineStatus.DUE_SOON, 0),
        (date(2026, 12, 3), DeadlineStatus.OVERDUE, -1),
    ],
)
def test_r_dl_9_an_open_request_is_on_time_then_due_soon_then_overdue(today, status, left):
    deadline = due(date(2026, 11, 2))

    assert deadline_status(deadline, today) is status
    assert days_left(deadline, today) == left


@pytest.mark.parametrize(
    ("answered_on", "status"),
    [
        (date(2026, 10, 14), DeadlineStatus.ANSWERED),
        (date(2026, 10, 16), DeadlineStatus.ANSWERED_LATE),
    ],
)
def test_r_dl_9_an_answer_after_the_date_is_answered_late(answered_on, status):
    deadline = due(date(2026, 9, 14))

    assert deadline_status(deadline, date(2026, 11, 1), answered_on) is status


def test_r_dl_9_an_extended_request_is_late_only_after_the_extended_date():
    deadline = due(date(2026, 11, 6), extension=notice_sent(date(2026, 12, 4)))

    assert deadline_status(deadline, date(2026, 12, 20)) is DeadlineStatus.ON_TIME
    assert deadline_status(deadline, date(2027, 2, 9)) is DeadlineStatus.OVERDUE


def test_an_open_pause_that_was_asked_promptly_shows_as_paused():
    deadline = due(date(2026, 9, 2), pauses=[identity(date(2026, 9, 4))], today=date(2026, 11, 20))

    assert deadline_status(deadline, date(2026, 11, 20)) is DeadlineStatus.PAUSED


@pytest.mark.parametrize(
    ("today", "status"),
    [
        (date(2026, 9, 22), DeadlineStatus.PAUSED),
        (date(2026, 9, 25), DeadlineStatus.DUE_SOON),
        (date(2026, 10, 9), DeadlineStatus.DUE_SOON),
    ],
)
def test_r_sus_3_an_open_doubtful_pause_does_not_silence_the_warning(today, status):
    deadline = due(date(2026, 9, 2), pauses=[identity(date(2026, 9, 21))], today=today)

    assert deadline_status(deadline, today) is status


def test_how_soon_is_soon_is_a_setting():
    three_days = DeadlineSettings(due_soon_days=3)
    deadline = due(date(2026, 11, 2))

    status = deadline_status(deadline, date(2026, 11, 28), settings=three_days)

    assert status is DeadlineStatus.ON_TIME


def test_r_dl_10_alerts_come_at_the_target_three_working_days_before_and_at_the_limit():
    assert alerts(due(date(2026, 3, 5)), FRANCE) == (
        Alert(AlertKind.INTERNAL_TARGET, date(2026, 3, 27)),
        Alert(AlertKind.LEGAL_DATE_NEAR, date(2026, 4, 1)),
        Alert(AlertKind.EXTENSION_LIMIT, date(2026, 4, 7)),
    )


def test_r_dl_10_once_extended_only_the_legal_date_is_left_to_warn_of():
    deadline = due(date(2026, 11, 6), extension=notice_sent(date(2026, 12, 4)))

    assert alerts(deadline, FRANCE) == (Alert(AlertKind.LEGAL_DATE_NEAR, date(2027, 2, 3)),)


def test_r_dl_7_the_steps_name_the_days_passed_over_and_the_target():
    assert due(date(2026, 3, 5)).steps == (
        Step(StepKind.RECEIVED, date(2026, 3, 5)),
        MonthStep(StepKind.ONE_MONTH, date(2026, 4, 5), lacks_day=None, is_working_day=False),
        MoveStep(
            StepKind.MOVED,
            date(2026, 4, 7),
            over=(
                DayOff(date(2026, 4, 5), None),
                DayOff(date(2026, 4, 6), "Easter Monday"),
            ),
        ),
        NoticeStep(
            StepKind.EXTENSION_POSSIBLE,
            date(2026, 6, 5),
            limit=date(2026, 4, 7),
            with_pauses=False,
            from_first_date=False,
        ),
        TargetStep(StepKind.INTERNAL_TARGET, date(2026, 3, 27), days=7),
    )


def test_r_dl_7_a_date_reached_by_roll_forward_says_so():
    deadline = due(date(2026, 3, 5))

    assert deadline.rolled
    assert deadline.paused_days == 0


def test_r_dl_7_a_date_reached_by_suspension_alone_says_so():
    deadline = due(date(2026, 3, 2), pauses=[identity(date(2026, 3, 4), date(2026, 3, 11))])

    assert not deadline.rolled
    assert deadline.paused_days == 7


def test_a_month_without_the_day_number_is_explained():
    deadline = due(date(2026, 1, 31))

    assert only_step(deadline, StepKind.ONE_MONTH).lacks_day == 31


def test_an_extended_month_without_the_day_number_is_explained():
    deadline = due(date(2026, 11, 30), extension=notice_sent(date(2026, 12, 4)))

    assert only_step(deadline, StepKind.EXTENDED).lacks_day == 30
    assert only_step(deadline, StepKind.MOVED).day == date(2027, 3, 1)


def test_only_the_date_that_needs_a_notice_is_merely_possible():
    possible = [step.kind for step in due(date(2026, 3, 5)).steps if step.is_only_possible]

    assert possible == [StepKind.EXTENSION_POSSIBLE]


def test_a_possible_extended_date_that_contains_pauses_says_so():
    deadline = due(date(2026, 11, 20), pauses=[identity(date(2026, 11, 23), date(2026, 11, 30))])

    assert only_step(deadline, StepKind.EXTENSION_POSSIBLE).with_pauses


@pytest.mark.parametrize(
    ("today", "possible"), [(date(2026, 4, 7), True), (date(2026, 4, 8), False)]
)
def test_the_extended_date_is_possible_until_the_first_date_has_passed(today, possible):
    deadline = due(date(2026, 3, 5), today=today)

    assert (StepKind.EXTENSION_POSSIBLE in kinds(deadline)) is possible
