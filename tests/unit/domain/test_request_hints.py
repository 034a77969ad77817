"""What is told of a request or a decision without stopping anybody."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dsr_desktop.domain.clock import (
    DEFAULT_SETTINGS,
    Extension,
    ExtensionReason,
    Pause,
    PauseReason,
)
from dsr_desktop.domain.deadline import compute_deadline
from dsr_desktop.domain.request import Decision, Item, Right, Stage
from dsr_desktop.domain.request_hints import Hint, HintKind, hints_of, hints_of_decision
from dsr_desktop.domain.workdays import WorkCalendar
from tests.unit.domain.requests_made import a_request

FIRST_DUE = date(2026, 12, 2)
DAY_AFTER = FIRST_DUE + timedelta(1)
FRANCE = WorkCalendar("FR")
LONGER = Extension(frozenset({ExtensionReason.COMPLEXITY}), date(2026, 12, 1), "14 files")
ASKED = date(2026, 11, 4)
LATE = Hint(HintKind.REFUSAL_LATE, FIRST_DUE)
NOT_MOVED = Hint(HintKind.REFUSAL_NOT_MOVED, FIRST_DUE)
REFUSALS = [Decision.REFUSED, Decision.NOT_IDENTIFIABLE, Decision.IDENTITY_NOT_CONFIRMED]


def clock_of(request, today):
    return compute_deadline(
        request.received_on, FRANCE, pauses=request.pauses, extension=request.extension, today=today
    )


def hints(request, today, settings=DEFAULT_SETTINGS):
    return hints_of(request, clock_of(request, today), today, settings)


def decided(decision, code=None, **details):
    items = (Item(Right.ACCESS, decision, code),)
    return a_request(Right.ACCESS, **{"items": items, "extension": LONGER} | details)


def told(decision, today, *, code=None, right=Right.ACCESS, extension=LONGER):
    clock = clock_of(a_request(right, extension=extension), today)
    return hints_of_decision(right, decision, code, clock, today)


@pytest.mark.parametrize("decision", REFUSALS)
def test_r_com_3_a_full_refusal_is_late_after_the_month_even_if_it_was_extended(decision):
    assert told(decision, FIRST_DUE) == (NOT_MOVED,)
    assert told(decision, DAY_AFTER) == (LATE,)
    assert hints(decided(decision), FIRST_DUE) == (NOT_MOVED,)
    assert hints(decided(decision), DAY_AFTER) == (LATE,)


@pytest.mark.parametrize(
    "decision", [None, Decision.GRANTED, Decision.GRANTED_PARTLY, Decision.GRANTED_REDACTED]
)
def test_r_com_3_a_part_withheld_in_an_extended_answer_raises_no_alarm(decision):
    assert told(decision, DAY_AFTER) == ()
    assert hints(decided(decision), DAY_AFTER) == ()


def test_a_refusal_without_an_extension_is_told_once_it_is_late():
    assert told(Decision.REFUSED, FIRST_DUE, extension=None) == ()
    assert told(Decision.REFUSED, DAY_AFTER, extension=None) == (LATE,)


def test_two_rights_refused_are_told_once():
    items = (Item(Right.ACCESS, Decision.REFUSED), Item(Right.ERASURE, Decision.REFUSED))

    assert hints(decided(None, items=items), DAY_AFTER) == (LATE,)


def test_r_abu_1_excess_is_warned_of_for_other_rights_than_access():
    code = "A12_5_unfounded"

    assert told(Decision.REFUSED, ASKED, code=code, extension=None) == ()
    found = told(Decision.REFUSED, ASKED, code=code, right=Right.ERASURE, extension=None)
    assert found == (Hint(HintKind.ABUSE_ONLY_ACCESS),)


def test_r_sus_6_a_person_silent_for_sixty_days_is_pointed_out():
    request = a_request(Right.ACCESS, pauses=(Pause(PauseReason.IDENTITY, ASKED),))
    silent = Hint(HintKind.IDENTITY_UNANSWERED, ASKED)

    assert silent not in hints(request, ASKED + timedelta(59))
    assert silent in hints(request, ASKED + timedelta(60))


def test_r_sus_6_the_companys_own_figure_says_how_long_silence_lasts():
    request = a_request(Right.ACCESS, pauses=(Pause(PauseReason.IDENTITY, ASKED),))
    ten_days = replace(DEFAULT_SETTINGS, identity_silence_days=10)
    silent = Hint(HintKind.IDENTITY_UNANSWERED, ASKED)

    assert silent not in hints(request, ASKED + timedelta(9), ten_days)
    assert silent in hints(request, ASKED + timedelta(10), ten_days)


def test_r_sus_3_a_question_asked_late_is_pointed_out():
    late = a_request(Right.ACCESS, pauses=(Pause(PauseReason.IDENTITY, date(2026, 11, 20)),))
    soon = a_request(Right.ACCESS, pauses=(Pause(PauseReason.IDENTITY, date(2026, 11, 3)),))
    day = date(2026, 11, 20)

    assert hints(late, day) == (Hint(HintKind.PAUSE_DOUBTFUL, FIRST_DUE),)
    assert hints(soon, day) == ()


def test_nothing_is_told_of_what_was_answered_or_closed():
    pauses = (Pause(PauseReason.IDENTITY, ASKED),)
    day = ASKED + timedelta(90)
    answered = a_request(Right.ACCESS, pauses=pauses, answered_on=ASKED, stage=Stage.ANSWERED)
    sent_late = decided(Decision.REFUSED, answered_on=DAY_AFTER, stage=Stage.ANSWERED)
    closed = decided(Decision.REFUSED, stage=Stage.CLOSED)

    assert hints(answered, day) == ()
    assert hints(sent_late, day) == ()
    assert hints(closed, FIRST_DUE + timedelta(9)) == ()
