"""What is told of a request without stopping anybody."""

from datetime import date, timedelta

import pytest

from dsr_desktop.domain.clock import Extension, ExtensionReason, Pause, PauseReason
from dsr_desktop.domain.deadline import compute_deadline
from dsr_desktop.domain.request import Decision, Item, Right, Stage
from dsr_desktop.domain.request_hints import Hint, HintKind, hints_of
from dsr_desktop.domain.workdays import WorkCalendar
from tests.unit.domain.requests_made import a_request

FIRST_DUE = date(2026, 12, 2)
FRANCE = WorkCalendar("FR")
LONGER = Extension(frozenset({ExtensionReason.COMPLEXITY}), date(2026, 12, 1), "14 files")
ASKED = date(2026, 11, 4)


def hints(request, today):
    clock = compute_deadline(
        request.received_on, FRANCE, pauses=request.pauses, extension=request.extension, today=today
    )
    return hints_of(request, clock, today)


def decided(decision, **details):
    return a_request(
        Right.ACCESS, **{"items": (Item(Right.ACCESS, decision),), "extension": LONGER} | details
    )


@pytest.mark.parametrize(
    "decision",
    [Decision.REFUSED, Decision.NOT_IDENTIFIABLE, Decision.IDENTITY_NOT_CONFIRMED],
)
def test_r_com_3_a_full_refusal_is_late_after_the_month_even_if_it_was_extended(decision):
    late = (Hint(HintKind.REFUSAL_LATE, FIRST_DUE),)

    assert hints(decided(decision), FIRST_DUE) == ()
    assert hints(decided(decision), FIRST_DUE + timedelta(1)) == late


@pytest.mark.parametrize("decision", [None, Decision.GRANTED, Decision.GRANTED_REDACTED])
def test_r_com_3_a_part_withheld_in_an_extended_answer_raises_no_alarm(decision):
    assert hints(decided(decision), FIRST_DUE + timedelta(1)) == ()


def test_without_an_extension_the_deadline_itself_says_that_it_is_late():
    assert hints(decided(Decision.REFUSED, extension=None), FIRST_DUE + timedelta(1)) == ()


def test_a_refusal_that_left_in_time_stays_so():
    sent = decided(Decision.REFUSED, answered_on=FIRST_DUE, stage=Stage.ANSWERED)

    assert hints(sent, FIRST_DUE + timedelta(30)) == ()


def test_r_sus_6_a_person_silent_for_sixty_days_is_pointed_out():
    request = a_request(Right.ACCESS, pauses=(Pause(PauseReason.IDENTITY, ASKED),))

    assert hints(request, ASKED + timedelta(59)) == ()
    silent = (Hint(HintKind.IDENTITY_UNANSWERED, ASKED),)
    assert hints(request, ASKED + timedelta(60)) == silent


def test_nothing_is_told_of_what_was_answered_or_closed():
    pauses = (Pause(PauseReason.IDENTITY, ASKED),)
    day = ASKED + timedelta(90)
    answered = a_request(Right.ACCESS, pauses=pauses, answered_on=ASKED, stage=Stage.ANSWERED)
    closed = decided(Decision.REFUSED, stage=Stage.CLOSED)

    assert hints(answered, day) == ()
    assert hints(closed, FIRST_DUE + timedelta(9)) == ()
