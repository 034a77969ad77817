"""What changes the clock: identity checks, questions to the person, the extension."""

from datetime import date, timedelta

import pytest

from dsr_desktop.domain.clock import (
    DeadlineStatus,
    Extension,
    ExtensionReason,
    Pause,
    PauseReason,
)
from dsr_desktop.domain.criteria import make_criteria
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.identity import IdentityMethod, IdentityResult
from dsr_desktop.domain.request import Channel, Decision, Right, Stage
from dsr_desktop.services.clocking import (
    extend,
    pause_clock,
    record_identity,
    resume_clock,
    withdraw_extension,
)
from dsr_desktop.services.closing import close_request
from dsr_desktop.services.handling import decide, mark_sent, new_request, view_request
from dsr_desktop.services.request_lists import list_requests
from dsr_desktop.store.events import events

FRIDAY = date(2026, 11, 20)
TODAY = date(2026, 12, 1)
CAMILLE = make_criteria({"name": "Camille Dupont", "email": "c.dupont77@mail.example"})


def record(register, *rights, received_on=FRIDAY):
    rights = rights or (Right.ACCESS,)
    view = new_request(register, rights, CAMILLE, received_on, Channel.EMAIL_GENERAL, TODAY)
    return view.request.ref


def check(register, ref, result=IdentityResult.PENDING, *, doubt="adresse inconnue", today=TODAY):
    method = IdentityMethod.CODE_TO_KNOWN_CHANNEL if doubt else IdentityMethod.NONE_NEEDED
    return record_identity(register, ref, today, doubt=doubt, method=method, result=result)


def identity(asked_on, answered_on=None):
    return Pause(PauseReason.IDENTITY, asked_on, answered_on)


def by_two_months(sent_on=None, text="14 fichiers"):
    return Extension(frozenset({ExtensionReason.COMPLEXITY}), sent_on, text)


# --- the fourth scenario: a doubt about identity


def test_the_clock_stops_while_the_person_is_asked_who_she_is(register):
    ref = record(register)
    assert view_request(register, ref, TODAY).deadline.first_due == date(2026, 12, 21)

    check(register, ref)
    asked = pause_clock(register, ref, identity(date(2026, 11, 23)), TODAY)
    assert asked.status is DeadlineStatus.PAUSED

    answered = resume_clock(register, ref, date(2026, 11, 30), TODAY)
    assert answered.deadline.first_due == date(2026, 12, 28)
    assert answered.deadline.unsuspended_due == date(2026, 12, 21)
    assert answered.request.pauses == (identity(date(2026, 11, 23), date(2026, 11, 30)),)


def test_a_question_and_its_answer_may_be_recorded_together(register):
    ref = record(register)
    check(register, ref)

    view = pause_clock(register, ref, identity(date(2026, 11, 23), date(2026, 11, 30)), TODAY)

    assert view.deadline.first_due == date(2026, 12, 28)


# --- identity


def test_a_check_under_way_holds_the_request_and_its_end_lets_it_go_on(register):
    ref = record(register)

    assert check(register, ref).request.stage is Stage.IDENTITY_PENDING
    assert check(register, ref, IdentityResult.CONFIRMED).request.stage is Stage.IN_PROGRESS


def test_a_request_without_doubt_keeps_its_stage(register):
    ref = record(register)

    view = check(register, ref, IdentityResult.CONFIRMED, doubt=None)

    assert view.request.stage is Stage.NEW


def test_nobody_proves_who_they_are_to_be_left_in_peace(register):
    ref = record(register, Right.OBJECTION_MARKETING)

    with pytest.raises(NotAllowedError, match="never ask for identity proof"):
        check(register, ref)


def test_a_request_that_also_asks_for_data_may_be_checked(register):
    ref = record(register, Right.OBJECTION_MARKETING, Right.ACCESS)

    assert check(register, ref).request.stage is Stage.IDENTITY_PENDING


def test_a_check_is_an_event_that_tells_no_reason(register):
    ref = record(register)
    check(register, ref, doubt="adresse de Camille Dupont inconnue")

    last = list(events(register.database, ref))[-1]
    assert (last.kind, last.payload) == (
        "identity_checked",
        {
            "doubt": True,
            "method": "code_to_known_channel",
            "result": "pending",
            "on": TODAY.isoformat(),
        },
    )


# --- pauses


def test_the_clock_stops_for_identity_only_when_a_doubt_is_on_record(register):
    ref = record(register)
    check(register, ref, doubt=None)

    with pytest.raises(NotAllowedError, match="No doubt about the identity is recorded"):
        pause_clock(register, ref, identity(date(2026, 11, 23)), TODAY)
    assert view_request(register, ref, TODAY).request.pauses == ()


def test_the_clock_stops_for_a_clarification_only_on_much_data_for_access(register):
    access, erasure = record(register), record(register, Right.ERASURE)
    question = Pause(PauseReason.CLARIFICATION, date(2026, 11, 23), None, "Quelles années ?")

    for ref, much in ((access, False), (erasure, True)):
        with pytest.raises(NotAllowedError, match="large quantity"):
            pause_clock(register, ref, question, TODAY, large_quantity=much)
    view = pause_clock(register, access, question, TODAY, large_quantity=True)
    assert view.status is DeadlineStatus.PAUSED


@pytest.mark.parametrize(
    "pause",
    [identity(FRIDAY - timedelta(1)), identity(TODAY + timedelta(1)),
     identity(date(2026, 11, 23), TODAY + timedelta(1))],
    ids=["asked before receipt", "asked tomorrow", "answered tomorrow"],
)  # fmt: skip
def test_a_question_and_its_answer_lie_between_receipt_and_today(register, pause):
    ref = record(register)
    check(register, ref)

    with pytest.raises(InvalidInputError, match="cannot be"):
        pause_clock(register, ref, pause, TODAY)
    assert view_request(register, ref, TODAY).request.pauses == ()


@pytest.mark.parametrize("answered_on", [date(2026, 11, 22), TODAY + timedelta(1)])
def test_an_answer_lies_between_its_question_and_today(register, answered_on):
    ref = record(register)
    check(register, ref)
    pause_clock(register, ref, identity(date(2026, 11, 23)), TODAY)

    with pytest.raises(InvalidInputError):
        resume_clock(register, ref, answered_on, TODAY)
    assert view_request(register, ref, TODAY).status is DeadlineStatus.PAUSED


def test_a_clock_that_runs_cannot_be_started(register):
    ref = record(register)

    with pytest.raises(NotAllowedError, match="no question is open"):
        resume_clock(register, ref, TODAY, TODAY)


def test_stopping_and_starting_are_events_with_their_days(register):
    ref = record(register)
    check(register, ref)
    pause_clock(register, ref, identity(date(2026, 11, 23)), TODAY)
    resume_clock(register, ref, date(2026, 11, 30), TODAY)

    assert [(event.kind, event.payload) for event in events(register.database, ref)][-2:] == [
        ("clock_paused", {"reason": "identity", "on": "2026-11-23"}),
        ("clock_resumed", {"on": "2026-11-30"}),
    ]


# --- the sixth scenario: the extension


def test_a_notice_sent_in_time_gives_two_more_months(register):
    ref = record(register, received_on=date(2026, 11, 6))

    announced = extend(register, ref, by_two_months(), date(2026, 12, 4))
    assert announced.deadline.current_due == date(2026, 12, 7)


def test_a_notice_with_its_day_counts_at_once(register):
    ref = record(register, received_on=date(2026, 11, 6))

    view = extend(register, ref, by_two_months(date(2026, 12, 4)), date(2026, 12, 4))

    assert view.deadline.current_due == date(2027, 2, 8)
    assert view.deadline.refusal_deadline == date(2026, 12, 7)
    last = list(events(register.database, ref))[-1]
    assert (last.kind, last.payload) == (
        "extended",
        {"reasons": ["complexity"], "on": "2026-12-04"},
    )


def test_the_day_of_sending_can_be_added_to_an_extension_announced_before(register):
    ref = record(register, received_on=date(2026, 11, 6))
    extend(register, ref, by_two_months(), date(2026, 12, 1))

    view = extend(register, ref, by_two_months(date(2026, 12, 3)), date(2026, 12, 4))

    assert view.deadline.current_due == date(2027, 2, 8)


def test_after_the_month_only_a_notice_sent_within_it_counts(register):
    ref = record(register, received_on=date(2026, 11, 6))
    late = date(2026, 12, 8)

    with pytest.raises(NotAllowedError, match="The month ended on"):
        extend(register, ref, by_two_months(), late)
    view = extend(register, ref, by_two_months(date(2026, 12, 4)), late)
    assert view.deadline.extended


def test_a_request_is_extended_once(register):
    ref = record(register, received_on=date(2026, 11, 6))
    extend(register, ref, by_two_months(date(2026, 12, 1)), TODAY)

    with pytest.raises(NotAllowedError, match="extended once already"):
        extend(register, ref, by_two_months(date(2026, 12, 1)), TODAY)


@pytest.mark.parametrize(
    "extension", [by_two_months(text=" "), Extension(frozenset(), None, "14 fichiers")]
)
def test_an_extension_gives_its_reason_to_the_person(register, extension):
    ref = record(register)

    with pytest.raises(NotAllowedError, match="needs a reason and a text"):
        extend(register, ref, extension, TODAY)


@pytest.mark.parametrize(
    ("sent_on", "error"), [(FRIDAY - timedelta(1), InvalidInputError), (date(2026, 12, 2), NotAllowedError)]
)  # fmt: skip
def test_a_notice_is_sent_between_receipt_and_today(register, sent_on, error):
    ref = record(register)

    with pytest.raises(error):
        extend(register, ref, by_two_months(sent_on), TODAY)
    (view,) = list_requests(register, TODAY)
    assert view.request.extension is None


# --- closed


def test_the_clock_of_a_closed_request_is_not_touched(register):
    ref = record(register)
    decide(register, ref, Right.ACCESS, Decision.WITHDRAWN_BY_PERSON, TODAY)
    close_request(register, ref, TODAY)

    for step in (
        lambda: check(register, ref),
        lambda: pause_clock(register, ref, identity(TODAY), TODAY),
        lambda: resume_clock(register, ref, TODAY, TODAY),
        lambda: extend(register, ref, by_two_months(), TODAY),
    ):
        with pytest.raises(NotAllowedError, match="is closed"):
            step()
    assert len(list_requests(register, TODAY)) == 1


# --- answered


LATER_STEPS = {
    "decide": lambda register, ref: decide(
        register, ref, Right.ACCESS, Decision.REFUSED, TODAY, reason_code="A15_4"
    ),
    "send": lambda register, ref: mark_sent(register, ref, FRIDAY, Channel.POST, TODAY),
    "identity": check,
    "pause": lambda register, ref: pause_clock(register, ref, identity(FRIDAY), TODAY),
    "resume": lambda register, ref: resume_clock(register, ref, TODAY, TODAY),
    "extend": lambda register, ref: extend(register, ref, by_two_months(TODAY), TODAY),
}


@pytest.mark.parametrize("step", LATER_STEPS)
def test_once_answered_neither_decision_nor_clock_nor_stage_changes(register, step):
    ref = record(register)
    check(register, ref)
    pause_clock(register, ref, identity(date(2026, 11, 23)), TODAY)
    decide(
        register, ref, Right.ACCESS, Decision.IDENTITY_NOT_CONFIRMED, TODAY,
        reason_code="A12_6_identity",
    )  # fmt: skip
    mark_sent(register, ref, TODAY, Channel.EMAIL_DPO, TODAY)
    before = view_request(register, ref, TODAY), len(list(events(register.database)))

    with pytest.raises(NotAllowedError, match=rf"{ref} was answered on 2026-12-01.*new request"):
        LATER_STEPS[step](register, ref)

    assert (view_request(register, ref, TODAY), len(list(events(register.database)))) == before
    assert close_request(register, ref, TODAY).request.stage is Stage.CLOSED


def test_r_dl_5_a_withdrawn_extension_leaves_the_first_date_and_no_other(register):
    ref, sent, late = record(register), date(2026, 12, 4), date(2026, 12, 8)
    extend(register, ref, by_two_months(sent), late)
    with pytest.raises(InvalidInputError, match="cannot be withdrawn on 2026-12-03"):
        withdraw_extension(register, ref, date(2026, 12, 3), late)

    view = withdraw_extension(register, ref, late, late)

    assert not view.deadline.extended
    assert view.deadline.current_due == date(2026, 12, 21)
    assert view.request.extension.withdrawn
    assert [*events(register.database)][-1].payload == {"on": "2026-12-08"}
    with pytest.raises(NotAllowedError, match="extended once already"):
        extend(register, ref, by_two_months(late), late)
    with pytest.raises(NotAllowedError, match="nothing to withdraw"):
        withdraw_extension(register, ref, late, late)
