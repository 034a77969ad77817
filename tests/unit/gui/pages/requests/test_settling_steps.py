"""What the app did not see itself is settled in the window before a request closes (R-CHK-1)."""

from datetime import timedelta

import pytest

from dsr_desktop.domain.request import Channel, Decision, Right, Stage
from dsr_desktop.domain.request_steps import StepCode, StepMark
from dsr_desktop.services.handling import decide, mark_sent, view_request
from dsr_desktop.services.request_facts import mark_step

SEARCH, MATCHES = StepCode.C06, StepCode.C07


def choose(editor, text):
    editor.setCurrentIndex(editor.findText(text))


@pytest.fixture
def answered(ask, open_request, register, today):
    """A page of a request that was answered without a search, for a reason."""
    ref = ask()
    mark_step(register, ref, StepMark(SEARCH, not_applicable="no lists"), today)
    decide(register, ref, Right.ERASURE, Decision.NO_DATA, today)
    mark_sent(register, ref, today, Channel.EMAIL_DPO, today)
    return open_request(ref)


def test_before_the_answer_only_the_search_is_settled(ask, open_request, register, today, settle):
    page = open_request(ask())
    steps = page.request.documents.steps
    steps.button.click()
    dialog = page.questions.dialog
    assert set(dialog.choices) == {SEARCH}
    choose(dialog.choices[SEARCH], "Done")
    dialog.day.set_day(today - timedelta(days=1))
    dialog.verb_button.click()
    settle()

    (marked,) = view_request(register, "DSR-2026-0001", today).request.steps
    assert marked.done_on == today - timedelta(days=1)
    assert not steps.button.isEnabled()
    assert steps.line.text() == "Once the answer was sent."


def test_open_steps_come_before_closing(answered, register, today, settle):
    assert answered.next.text() == "Settle the steps…"
    assert answered.request.documents.steps.line.text() == "11 of 13 steps are settled."

    answered.next.click()
    dialog = answered.questions.dialog
    assert set(dialog.choices) == {MATCHES}
    choose(dialog.choices[MATCHES], "Does not apply")
    dialog.verb_button.click()
    assert dialog.reason_field.error == "Say why, in a few words."
    dialog.reason.setPlainText("No list names anybody")
    dialog.verb_button.click()
    settle()

    marks = view_request(register, "DSR-2026-0001", today).request.steps
    assert {mark.code: mark.not_applicable for mark in marks} == {
        SEARCH: "no lists", MATCHES: "No list names anybody",
    }  # fmt: skip
    assert answered.next.text() == "Close the request…"


def test_a_step_that_nobody_chose_stays_open(answered, settle):
    answered.next.click()
    dialog = answered.questions.dialog
    assert not dialog.reason_field.isVisibleTo(dialog)
    dialog.verb_button.click()
    settle()

    assert answered.next.text() == "Settle the steps…"
    assert answered.request.documents.steps.line.text() == "11 of 13 steps are settled."


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
