"""What the DPO is warned of before an answer: late refusals, silence, a doubtful pause."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dsr_desktop.domain.clock import Extension, ExtensionReason, Pause, PauseReason
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.deadline import compute_deadline
from dsr_desktop.domain.decision_warnings import Warn, warnings_of_decision, warnings_of_request
from dsr_desktop.domain.request import Channel, Decision, Item, Request, Right, Stage
from dsr_desktop.domain.workdays import WorkCalendar

RECEIVED, MONTH_ENDS = date(2026, 3, 2), date(2026, 4, 2)
EXTENSION = Extension(frozenset({ExtensionReason.COMPLEXITY}), date(2026, 3, 20), "many lists")
EXTENDED = compute_deadline(RECEIVED, WorkCalendar("FR"), extension=EXTENSION)
PLAIN = compute_deadline(RECEIVED, WorkCalendar("FR"))


def warned(decision, deadline, today, code=None, right=Right.ACCESS):
    return warnings_of_decision(right, decision, code, deadline, today)


def test_r_com_3_a_whole_refusal_goes_within_the_month_whatever_was_extended():
    assert warned(Decision.REFUSED, EXTENDED, MONTH_ENDS) == (Warn.REFUSAL_NOT_MOVED,)
    day_after = MONTH_ENDS + timedelta(1)
    assert warned(Decision.REFUSED, EXTENDED, day_after) == (Warn.REFUSAL_LATE,)
    assert warned(Decision.IDENTITY_NOT_CONFIRMED, PLAIN, day_after) == (Warn.REFUSAL_LATE,)
    assert warned(Decision.REFUSED, PLAIN, MONTH_ENDS) == ()


@pytest.mark.parametrize("decision", [Decision.GRANTED, Decision.GRANTED_PARTLY, None])
def test_a_part_withheld_in_an_extended_answer_is_no_alarm(decision):
    assert warned(decision, EXTENDED, date(2026, 5, 1)) == ()


def test_r_abu_1_excess_is_warned_of_for_other_rights_than_access():
    code = "A12_5_unfounded"
    assert warned(Decision.REFUSED, PLAIN, RECEIVED, code) == ()
    found = warned(Decision.REFUSED, PLAIN, RECEIVED, code, Right.ERASURE)
    assert found == (Warn.ABUSE_ONLY_ACCESS,)


UNDECIDED = Item(Right.ACCESS)


def request(*pauses, item=UNDECIDED, **details):
    return Request(
        "DSR-2026-0001", RECEIVED, RECEIVED, Channel.POST, Stage.NEW, (item,),
        Criteria(name=("Camille Dupont",)), pauses=pauses, **details,
    )  # fmt: skip


def found(request, today):
    clock = compute_deadline(RECEIVED, WorkCalendar("FR"), pauses=request.pauses, today=today)
    return warnings_of_request(request, clock, today)


def test_r_sus_6_a_person_silent_for_sixty_days_is_pointed_out():
    asked = Pause(PauseReason.IDENTITY, RECEIVED + timedelta(2))
    assert found(request(asked), asked.asked_on + timedelta(59)) == ()
    assert found(request(asked), asked.asked_on + timedelta(60)) == (Warn.PERSON_SILENT,)


def test_r_sus_3_a_question_asked_late_is_pointed_out():
    asked = Pause(PauseReason.IDENTITY, RECEIVED + timedelta(8))
    assert found(request(asked), asked.asked_on) == (Warn.PAUSE_DOUBTFUL,)


def test_a_refusal_that_was_recorded_is_warned_of_until_the_answer():
    refused = Item(Right.ACCESS, Decision.REFUSED, "A15_4")
    late = date(2026, 5, 1)
    assert found(request(item=refused), late) == (Warn.REFUSAL_LATE,)
    assert found(request(item=refused, answered_on=late), late) == ()
    assert found(replace(request(), items=(refused, refused)), late) == (Warn.REFUSAL_LATE,)
