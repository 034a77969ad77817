"""What the DPO is reminded of: what, when, and the most urgent first."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from dsr_desktop.domain.article14 import Art14Facts, Art14Task, ObtainedFrom
from dsr_desktop.domain.authority_request import AuthorityRequest, MayTell
from dsr_desktop.domain.breach import Breach, BreachStep, BreachStepKind
from dsr_desktop.domain.clock import Extension, ExtensionReason, Pause, PauseReason
from dsr_desktop.domain.conditions import AuthorityLetter
from dsr_desktop.domain.deadline import days_left, deadline_status
from dsr_desktop.domain.hit import HitCounts
from dsr_desktop.domain.other_clocks import deadline_of
from dsr_desktop.domain.reminders import (
    Reminder,
    ReminderKind,
    in_order,
    of_authorities,
    of_breaches,
    of_lists,
    of_requests,
    of_restrictions,
    of_suppression_list,
)
from dsr_desktop.domain.request import Right, Stage
from dsr_desktop.domain.request_view import RequestSummary
from dsr_desktop.domain.restriction import Ground, Restriction
from dsr_desktop.domain.source_task import SourceProgress
from tests.unit.domain.clocks import FRANCE
from tests.unit.domain.requests_made import TODAY, a_request

NOW = datetime(2026, 11, 16, 12, tzinfo=UTC)
# Received on 2 November 2026: target 25 November, due on Wednesday 2 December.
TARGET, DUE = date(2026, 11, 25), date(2026, 12, 2)


def reminded(today, *rights, sources=None, **details):
    request = a_request(*(rights or (Right.ACCESS,)), **details)
    deadline = deadline_of(request, FRANCE, today)
    summary = RequestSummary(
        request, deadline, deadline_status(deadline, today, request.answered_on),
        days_left(deadline, today), HitCounts(), sources=sources or SourceProgress(),
    )  # fmt: skip
    return list(of_requests([summary], FRANCE, today))


def kinds(reminders):
    return [one.kind for one in reminders]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        pytest.param(date(2026, 11, 24), [], id="before the target"),
        pytest.param(TARGET, [ReminderKind.INTERNAL_TARGET], id="at the target"),
        pytest.param(date(2026, 11, 26), [ReminderKind.INTERNAL_TARGET], id="after it"),
        pytest.param(
            date(2026, 11, 27), [ReminderKind.LEGAL_DATE_NEAR], id="three working days before"
        ),
        pytest.param(
            DUE, [ReminderKind.LEGAL_DATE_NEAR, ReminderKind.EXTENSION_LIMIT], id="the last day"
        ),
        pytest.param(date(2026, 12, 3), [ReminderKind.OVERDUE], id="a day late"),
    ],
)
def test_r_dl_10_a_request_reminds_at_its_target_before_its_date_and_on_its_last_day(
    today, expected
):
    assert kinds(reminded(today)) == expected


def test_a_request_that_was_answered_or_closed_reminds_of_nothing():
    assert reminded(date(2027, 1, 4), answered_on=DUE, stage=Stage.ANSWERED) == []
    assert reminded(date(2027, 1, 4), closed_on=DUE, stage=Stage.CLOSED) == []


def test_an_extension_is_not_proposed_twice():
    extension = Extension(frozenset({ExtensionReason.COMPLEXITY}), None, "Three mailboxes")

    assert kinds(reminded(DUE, extension=extension)) == [ReminderKind.LEGAL_DATE_NEAR]


def test_a_right_without_a_statutory_month_has_nothing_to_extend():
    assert kinds(reminded(DUE, Right.POST_MORTEM)) == [ReminderKind.LEGAL_DATE_NEAR]


def test_r_sus_6_sixty_days_of_silence_about_the_identity_remind():
    asked = date(2026, 11, 3)
    pause = Pause(PauseReason.IDENTITY, asked)

    assert reminded(asked + timedelta(days=59), pauses=(pause,)) == []
    (one,) = reminded(asked + timedelta(days=60), pauses=(pause,))
    assert (one.kind, one.due) == (ReminderKind.IDENTITY_SILENCE, date(2027, 1, 2))


def test_the_authoritys_own_date_reminds_three_working_days_before():
    letter = AuthorityLetter("CNIL", "2026-1", date(2026, 12, 7))

    assert ReminderKind.AUTHORITY_DEADLINE not in kinds(
        reminded(date(2026, 12, 1), Right.COMPLAINT, authority=letter)
    )
    found = reminded(date(2026, 12, 2), Right.COMPLAINT, authority=letter)
    assert Reminder(
        ReminderKind.AUTHORITY_DEADLINE, date(2026, 12, 7), "DSR-2026-0001", "CNIL"
    ) in found  # fmt: skip


def test_systems_that_do_not_answer_are_counted():
    (one,) = reminded(TODAY, sources=SourceProgress(answered=1, total=4, overdue=2))

    assert (one.kind, one.count) == (ReminderKind.SYSTEM_SILENT, 2)


def breach(**details):
    known = {"aware_at": NOW - timedelta(hours=70), "facts": "x", "opened_at": NOW,
             "opened_by": "dpo", "id": 3}  # fmt: skip
    return Breach(**known | details)


def test_a_breach_reminds_until_the_authority_is_decided_about():
    decided = BreachStep(BreachStepKind.AUTHORITY_NOTIFIED, NOW, NOW, "dpo")
    told = BreachStep(BreachStepKind.PERSON_TOLD, NOW, NOW, "dpo")

    (one,) = of_breaches([breach(steps=(told,)), breach(steps=(decided,))], NOW)

    assert (one.kind, one.hours_left, one.due) == (ReminderKind.BREACH, 2, TODAY)


def test_a_breach_whose_hours_are_over_has_none_left():
    (one,) = of_breaches([breach(aware_at=NOW - timedelta(hours=100))], NOW)

    assert one.hours_left == 0


def test_people_may_be_told_from_the_day_the_authority_named():
    secret = AuthorityRequest(
        "Police", "R-1", TODAY, may_tell=MayTell.FROM_A_DAY, may_tell_from=TODAY, id=4
    )
    others = [replace(secret, may_tell=one) for one in MayTell if one is not MayTell.FROM_A_DAY]

    assert list(of_authorities([secret], TODAY - timedelta(days=1))) == []
    (one,) = of_authorities([secret, *others], TODAY)
    assert (one.kind, one.name, one.record_id) == (ReminderKind.MAY_BE_TOLD, "Police", 4)


def a_list(origin, source_id=1):
    return Art14Task(
        source_id, f"{source_id}.csv", 12, "PA2", TODAY, date(2026, 12, 16), Art14Facts(origin)
    )


def test_r_inf_1_lists_to_tell_come_one_by_one_and_the_unsaid_once():
    told, *unsaid = of_lists(
        [
            a_list(None, 2),
            a_list(None, 3),
            a_list(ObtainedFrom.PARTNER),
            a_list(ObtainedFrom.PERSON),
        ]
    )

    assert (told.kind, told.name, told.count) == (ReminderKind.ART14, "1.csv", 12)
    assert [(one.kind, one.count, one.record_id) for one in unsaid] == [
        (ReminderKind.ART14_UNSAID, 2, 2)
    ]


def test_the_suppression_list_reminds_only_of_entries_that_are_due():
    assert list(of_suppression_list(0, TODAY)) == []
    (one,) = of_suppression_list(2, TODAY)
    assert (one.kind, one.count) == (ReminderKind.SUPPRESSION_REVIEW, 2)


def test_a_restriction_reminds_of_its_review_by_its_request():
    held = Restriction("DSR-2026-0001", Ground.CLAIMS, TODAY, "dpo", review_on=TODAY, id=7)

    (one,) = of_restrictions([held])

    assert (one.kind, one.ref, one.record_id) == (
        ReminderKind.RESTRICTION_REVIEW, "DSR-2026-0001", 7,
    )  # fmt: skip
    assert one.due == TODAY


def test_the_most_urgent_comes_first_and_what_has_no_day_last():
    near = Reminder(ReminderKind.LEGAL_DATE_NEAR, DUE, "B")
    breach_ = Reminder(ReminderKind.BREACH, DUE, "Z")
    late = Reminder(ReminderKind.OVERDUE, TODAY, "C")
    unsaid = Reminder(ReminderKind.ART14_UNSAID, None)

    assert in_order([unsaid, near, breach_, late]) == (late, breach_, near, unsaid)
