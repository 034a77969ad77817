"""What the app did not see itself is settled in the window before a request closes (R-CHK-1)."""

import pytest

from dsr_desktop.domain.request import Decision, Right, Stage
from dsr_desktop.domain.request_steps import StepCode
from dsr_desktop.services.handling import decide, view_request

SEARCH, MATCHES = StepCode.C06, StepCode.C07


def choose(editor, text):
    editor.setCurrentIndex(editor.findText(text))


@pytest.fixture
def answered(ask, finish, open_request):
    """A page of a request that was answered and never searched for."""
    ref = ask()
    finish(ref, close=False)
    return open_request(ref)


def test_before_the_answer_there_is_nothing_to_settle(ask, open_request):
    page = open_request(ask())

    steps = page.request.documents.steps
    assert not steps.button.isEnabled()
    assert steps.line.text() == "Once the answer was sent."


def test_open_steps_come_before_closing(answered, register, today, settle):
    assert answered.next.text() == "Settle the steps…"
    assert answered.request.documents.steps.line.text() == "11 of 13 steps are settled."

    answered.next.click()
    dialog = answered.questions.dialog
    assert set(dialog.choices) == {SEARCH, MATCHES}
    choose(dialog.choices[SEARCH], "Done")
    choose(dialog.choices[MATCHES], "Does not apply")
    dialog.verb_button.click()
    assert dialog.reason_field.error == "Say why, in a few words."
    dialog.reason.setPlainText("No list names anybody")
    dialog.verb_button.click()
    settle()

    marks = view_request(register, "DSR-2026-0001", today).request.steps
    assert {mark.code: mark.not_applicable for mark in marks} == {
        SEARCH: "", MATCHES: "No list names anybody",
    }  # fmt: skip
    assert answered.next.text() == "Close the request…"


def test_a_step_that_nobody_chose_stays_open(answered, settle):
    answered.next.click()
    dialog = answered.questions.dialog
    choose(dialog.choices[SEARCH], "Done")
    assert not dialog.reason_field.isVisibleTo(dialog)
    dialog.verb_button.click()
    settle()

    assert answered.next.text() == "Settle the steps…"
    assert answered.request.documents.steps.line.text() == "12 of 13 steps are settled."


def test_an_answer_that_refuses_names_complaint_and_court(
    ask, open_request, register, today, settle
):
    ref = ask()
    decide(register, ref, Right.ERASURE, Decision.REFUSED, today, reason_code="A17_3_b")
    page = open_request(ref)

    page.next.click()
    dialog = page.questions.dialog
    dialog.verb_button.click()
    assert "go to court" in dialog.fields["day"].error
    dialog.remedies.setChecked(True)
    dialog.verb_button.click()
    settle()

    assert view_request(register, ref, today).request.stage is Stage.ANSWERED
