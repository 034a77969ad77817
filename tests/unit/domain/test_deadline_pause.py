"""When the clock stops (domain.md 2.3): each MUST rule has a test that bears its id."""

from datetime import date, timedelta

import pytest

from dsr_desktop.domain.clock import (
    DeadlineStatus,
    PauseReason,
    PauseStep,
    StepKind,
    check_pause,
    identity_unanswered,
    pause_is_doubtful,
)
from dsr_desktop.domain.deadline import deadline_status
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from tests.unit.domain.clocks import (
    clarification,
    due,
    identity,
    kinds,
    notice_sent,
    only_step,
)


@pytest.mark.parametrize(
    ("received_on", "asked_on", "answered_on", "first_due"),
    [
        (date(2026, 3, 2), date(2026, 3, 4), date(2026, 3, 11), date(2026, 4, 9)),
        (date(2026, 1, 10), date(2026, 1, 12), date(2026, 1, 30), date(2026, 3, 2)),
        (date(2026, 10, 20), date(2026, 10, 21), date(2026, 11, 24), date(2026, 12, 24)),
    ],
)
def test_the_worked_examples_hold(received_on, asked_on, answered_on, first_due):
    deadline = due(received_on, pauses=[identity(asked_on, answered_on)])

    assert deadline.first_due == first_due


def test_r_sus_1_a_pause_asked_after_the_date_adds_nothing_to_it():
    late = identity(date(2026, 10, 5), date(2026, 10, 25))

    deadline = due(date(2026, 9, 2), pauses=[late])

    assert deadline.first_due == deadline.refusal_deadline == date(2026, 10, 2)
    assert deadline_status(deadline, date(2026, 10, 6)) is DeadlineStatus.OVERDUE
    assert only_step(deadline, StepKind.PAUSE_TOO_LATE) == PauseStep(
        StepKind.PAUSE_TOO_LATE, date(2026, 10, 5), late, days=0, due=date(2026, 10, 2)
    )


def test_r_sus_1_the_same_pause_moves_the_extended_date():
    late = identity(date(2026, 10, 5), date(2026, 10, 25))

    deadline = due(date(2026, 9, 2), pauses=[late], extension=notice_sent(date(2026, 9, 30)))

    assert deadline.current_due == deadline.extended_due == date(2026, 12, 22)
    assert kinds(deadline) == [
        StepKind.RECEIVED,
        StepKind.ONE_MONTH,
        StepKind.PAUSE_TOO_LATE,
        StepKind.EXTENDED,
        StepKind.PAUSED,
        StepKind.WITHOUT_DOUBTFUL_PAUSE,
        StepKind.INTERNAL_TARGET,
    ]


def test_r_sus_1_a_pause_asked_on_the_last_day_counts():
    deadline = due(date(2026, 9, 2), pauses=[identity(date(2026, 10, 2), date(2026, 10, 6))])

    assert deadline.first_due == date(2026, 10, 6)


def test_r_sus_1_a_pause_asked_on_the_monday_the_date_rolled_to_counts_from_the_month():
    deadline = due(date(2026, 11, 20), pauses=[identity(date(2026, 12, 21), date(2026, 12, 23))])

    assert deadline.first_due == date(2026, 12, 22)


def test_r_sus_1_an_earlier_pause_makes_room_for_a_later_one():
    first = identity(date(2026, 9, 3), date(2026, 9, 10))
    second = clarification(date(2026, 10, 8), date(2026, 10, 10))

    assert due(date(2026, 9, 2), pauses=[second]).first_due == date(2026, 10, 2)
    assert due(date(2026, 9, 2), pauses=[second, first]).first_due == date(2026, 10, 12)


def test_r_sus_1_overlapping_pauses_are_counted_once():
    deadline = due(
        date(2026, 9, 2),
        pauses=[
            clarification(date(2026, 9, 8), date(2026, 9, 15)),
            identity(date(2026, 9, 4), date(2026, 9, 11)),
        ],
    )

    assert deadline.paused_days == 11
    assert deadline.first_due == date(2026, 10, 13)


def test_r_sus_1_a_pause_inside_another_adds_nothing():
    inner = clarification(date(2026, 9, 8), date(2026, 9, 9))

    deadline = due(date(2026, 9, 2), pauses=[identity(date(2026, 9, 4), date(2026, 9, 11)), inner])

    assert deadline.paused_days == 7
    assert only_step(deadline, StepKind.PAUSE_OVERLAPS) == PauseStep(
        StepKind.PAUSE_OVERLAPS, date(2026, 9, 8), inner, days=0, due=date(2026, 10, 9)
    )


def test_r_sus_1_an_answer_on_the_day_of_the_question_adds_nothing():
    deadline = due(date(2026, 9, 2), pauses=[identity(date(2026, 9, 4), date(2026, 9, 4))])

    assert deadline.first_due == date(2026, 10, 2)
    assert StepKind.PAUSE_SAME_DAY in kinds(deadline)
    assert StepKind.WITHOUT_PAUSE not in kinds(deadline)


def test_r_sus_2_a_clarification_stops_the_clock_of_a_large_access_request_only():
    check_pause(PauseReason.CLARIFICATION, for_access=True, large_quantity=True)


@pytest.mark.parametrize(("for_access", "large"), [(True, False), (False, True)])
def test_r_sus_2_any_other_clarification_is_refused(for_access, large):
    with pytest.raises(NotAllowedError, match="only on an access request"):
        check_pause(
            PauseReason.CLARIFICATION,
            for_access=for_access,
            large_quantity=large,
            doubt_recorded=True,
        )


@pytest.mark.parametrize(("days", "doubtful"), [(7, False), (8, True)])
def test_r_sus_3_a_question_more_than_seven_days_after_receipt_is_doubtful(days, doubtful):
    received_on = date(2026, 9, 2)
    asked_on = received_on + timedelta(days)

    deadline = due(received_on, pauses=[identity(asked_on, asked_on + timedelta(14))])

    assert pause_is_doubtful(received_on, asked_on) is doubtful
    assert deadline.doubtful is doubtful


def test_r_sus_3_a_doubtful_pause_leaves_alerts_on_the_unsuspended_date():
    deadline = due(date(2026, 9, 2), pauses=[identity(date(2026, 9, 21), date(2026, 10, 5))])

    assert deadline.current_due == date(2026, 10, 16)
    assert deadline.alert_due == deadline.unsuspended_due == date(2026, 10, 2)
    assert only_step(deadline, StepKind.WITHOUT_DOUBTFUL_PAUSE).day == date(2026, 10, 2)


def test_r_sus_3_a_prompt_pause_moves_the_alerts_too():
    deadline = due(date(2026, 9, 2), pauses=[identity(date(2026, 9, 4), date(2026, 9, 18))])

    assert deadline.alert_due == deadline.current_due == date(2026, 10, 16)
    assert only_step(deadline, StepKind.WITHOUT_PAUSE).day == date(2026, 10, 2)


def test_r_sus_3_of_an_extended_request_alerts_go_by_the_extended_date_without_pauses():
    deadline = due(
        date(2026, 9, 2),
        pauses=[identity(date(2026, 9, 21), date(2026, 10, 5))],
        extension=notice_sent(date(2026, 9, 30)),
    )

    assert deadline.current_due == date(2026, 12, 16)
    assert deadline.alert_due == deadline.current_unsuspended == date(2026, 12, 2)
    assert deadline.unsuspended_due == date(2026, 10, 2)


def test_r_sus_4_identity_may_be_asked_once_a_doubt_is_recorded():
    check_pause(PauseReason.IDENTITY, doubt_recorded=True)


def test_r_sus_4_identity_without_a_recorded_doubt_stops_no_clock():
    with pytest.raises(NotAllowedError, match="No doubt about the identity is recorded"):
        check_pause(PauseReason.IDENTITY, for_access=True, large_quantity=True)


@pytest.mark.parametrize("days", [0, 1, 5])
def test_r_sus_5_an_open_pause_counts_up_to_today_and_is_provisional(days):
    asked_on = date(2026, 9, 4)
    today = asked_on + timedelta(days)
    waiting = identity(asked_on)

    deadline = due(date(2026, 9, 2), pauses=[waiting], today=today)

    assert deadline.provisional
    assert deadline.paused_days == days
    assert only_step(deadline, StepKind.STILL_PAUSED) == PauseStep(
        StepKind.STILL_PAUSED,
        date(2026, 10, 2) + timedelta(days),
        waiting,
        days,
        due=date(2026, 10, 2),
    )


def test_r_sus_5_a_closed_pause_is_not_provisional():
    deadline = due(
        date(2026, 9, 2),
        pauses=[identity(date(2026, 9, 4), date(2026, 9, 9))],
        today=date(2026, 9, 7),
    )

    assert not deadline.provisional
    assert deadline.first_due == date(2026, 10, 7)


def test_r_sus_5_an_open_pause_asked_after_the_date_makes_nothing_provisional():
    deadline = due(date(2026, 9, 2), pauses=[identity(date(2026, 10, 5))], today=date(2026, 10, 20))

    assert not deadline.provisional
    assert deadline_status(deadline, date(2026, 10, 20)) is DeadlineStatus.OVERDUE


def test_an_open_pause_asked_for_tomorrow_adds_no_days_yet():
    deadline = due(date(2026, 9, 2), pauses=[identity(date(2026, 9, 10))], today=date(2026, 9, 9))

    assert deadline.first_due == date(2026, 10, 2)


def test_r_sus_6_sixty_days_without_an_answer_propose_to_close():
    waiting = identity(date(2026, 11, 23))

    assert not identity_unanswered(waiting, date(2027, 1, 21))
    assert identity_unanswered(waiting, date(2027, 1, 22))


def test_r_sus_6_an_answered_or_a_clarification_pause_proposes_nothing():
    answered = identity(date(2026, 11, 23), date(2027, 1, 30))

    assert not identity_unanswered(answered, date(2027, 2, 22))
    assert not identity_unanswered(clarification(date(2026, 11, 23)), date(2027, 2, 22))


def test_r_sus_7_there_is_no_pause_for_an_internal_detour():
    assert set(PauseReason) == {"identity", "clarification"}


def test_a_pause_that_ends_before_it_starts_is_refused():
    with pytest.raises(InvalidInputError) as refused:
        identity(date(2026, 9, 10), date(2026, 9, 9))

    assert str(refused.value) == (
        "The pause ends on 2026-09-09, before it starts on 2026-09-10: correct one of them."
    )


def test_a_pause_that_starts_before_receipt_is_refused():
    with pytest.raises(InvalidInputError) as refused:
        due(date(2026, 9, 2), pauses=[identity(date(2026, 9, 1), date(2026, 9, 9))])

    assert str(refused.value) == (
        "The pause starts on 2026-09-01, before receipt on 2026-09-02: correct one."
    )


def test_an_open_pause_without_a_today_is_refused():
    with pytest.raises(InvalidInputError) as refused:
        due(date(2026, 9, 2), pauses=[identity(date(2026, 9, 4))])

    assert str(refused.value) == (
        "The pause of 2026-09-04 has no end: give the day of the answer, or today's date."
    )


@pytest.mark.parametrize(
    "details",
    [
        pytest.param({"received_on": date(2206, 9, 2)}, id="receipt"),
        pytest.param({"today": date(9999, 12, 31)}, id="today"),
        pytest.param({"pauses": [identity(date(2026, 9, 4), date.max)]}, id="answer"),
        pytest.param({"extension": notice_sent(date(2206, 9, 2))}, id="notice"),
    ],
)
def test_a_date_beyond_the_known_holidays_is_refused(details):
    with pytest.raises(InvalidInputError, match="The holidays of FR are known from"):
        due(**{"received_on": date(2026, 9, 2), **details})
