"""The seven steps of a request follow what really happened; a tick is never a guess."""

import pytest

from dsr_desktop.domain.identity import IdentityMethod, IdentityResult
from dsr_desktop.domain.request import Channel, Decision, Right
from dsr_desktop.gui.pages.requests.steps import steps_of
from dsr_desktop.gui.widgets.step_bar import StepState
from dsr_desktop.services.clocking import record_identity
from dsr_desktop.services.handling import decide, mark_sent
from dsr_desktop.services.request_state import read_state
from dsr_desktop.services.rescanning import rescan
from dsr_desktop.wording.language import speak


@pytest.fixture
def steps(register, today):
    """Return a function that gives name, state and note of each step."""

    def steps(ref):
        found = steps_of(speak("en"), read_state(register, ref, today))
        return {step.name: (step.state, step.note) for step in found}

    return steps


DONE, NOW, LATER = StepState.DONE, StepState.CURRENT, StepState.LATER


def states(steps):
    return [state for state, _note in steps.values()]


def test_a_new_request_is_received_and_identity_comes_next(steps, ask):
    found = steps(ask())

    assert states(found) == [DONE, NOW, LATER, LATER, LATER, LATER, LATER]
    assert found["Received"] == (DONE, "13 Nov")
    assert found["Identity"] == (NOW, "not checked")


def test_identity_is_passed_over_without_a_tick_once_the_search_began(steps, ask, contacts, find):
    ref = ask()
    find(ref, confirm=False)
    found = steps(ref)

    assert found["Identity"] == (LATER, "not checked")
    assert found["Search"] == (NOW, "1 open")


def test_a_confirmed_identity_is_done(steps, ask, register, today):
    ref = ask()
    record_identity(register, ref, today, doubt=None, method=IdentityMethod.SAME_KNOWN_ADDRESS,
                    result=IdentityResult.CONFIRMED)  # fmt: skip

    assert steps(ref)["Identity"][0] is DONE


def test_a_question_that_waits_is_no_tick(steps, ask, register, today, contacts, find):
    ref = ask()
    find(ref)
    record_identity(register, ref, today, doubt="why", method=IdentityMethod.MANDATE,
                    result=IdentityResult.PENDING)  # fmt: skip

    assert steps(ref)["Identity"] == (LATER, "waiting")


def test_a_marketing_objection_begins_with_the_search(steps, ask):
    found = steps(ask(Right.OBJECTION_MARKETING))

    assert found["Identity"] == (LATER, "not asked")
    assert found["Search"][0] is NOW


def test_all_rights_have_to_be_decided(steps, ask, contacts, find, register, today):
    ref = ask(Right.ACCESS, Right.ERASURE)
    find(ref)
    decide(register, ref, Right.ACCESS, Decision.GRANTED, today)

    assert steps(ref)["Decision"] == (NOW, "1 of 2")


def test_an_erasure_is_done_when_the_files_were_read_again_and_are_clean(
    steps, ask, contacts, find, register, today, write_csv
):
    ref = ask()
    find(ref)
    decide(register, ref, Right.ERASURE, Decision.GRANTED, today)
    assert steps(ref)["Action"][0] is NOW

    rescan(register, ref)
    assert steps(ref)["Action"][0] is NOW

    write_csv(contacts, [["Mail"], ["hugo@brun.example"]])
    rescan(register, ref)
    assert steps(ref)["Action"][0] is DONE
    assert steps(ref)["Answer"][0] is NOW


def test_a_refusal_needs_no_action(steps, ask, contacts, find, register, today):
    ref = ask()
    find(ref)
    decide(register, ref, Right.ERASURE, Decision.REFUSED, today, reason_code="A17_3_e")

    assert steps(ref)["Action"][0] is DONE


def test_an_answer_does_not_hide_an_erasure_that_nobody_verified(
    steps, ask, contacts, find, register, today
):
    ref = ask()
    find(ref)
    decide(register, ref, Right.ERASURE, Decision.GRANTED, today)
    mark_sent(register, ref, today, Channel.POST, today)
    found = steps(ref)

    assert found["Answer"] == (DONE, "16 Nov")
    assert found["Action"][0] is NOW


def test_a_closed_request_has_no_current_step(steps, ask, finish):
    ref = ask()
    finish(ref)
    found = steps(ref)

    assert NOW not in states(found)
    assert found["Closed"] == (DONE, "16 Nov")


def test_a_step_is_spoken_with_its_state(ask, register, today):
    first = steps_of(speak("en"), read_state(register, ask(), today))[0]

    assert first.spoken == "Received, done, 13 Nov"
