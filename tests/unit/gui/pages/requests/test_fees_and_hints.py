"""The short path, the fee and the hints on the page of a request."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from dsr_desktop.domain.clock import Extension, ExtensionReason
from dsr_desktop.domain.fee import FeeReply
from dsr_desktop.domain.request import Decision, Right, Stage
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import Button
from dsr_desktop.services.clocking import extend
from dsr_desktop.services.handling import decide, view_request


@pytest.fixture
def charge(open_request, ask, finish, settle):
    """Return a function that opens the form of a fee for the second of two requests."""

    def charge(*, answered=True):
        first = ask(Right.ACCESS, days_ago=9)
        if answered:
            finish(first, Right.ACCESS, close=False)
        ref = ask(Right.ACCESS, days_ago=3)
        page = open_request(ref)
        page.request.documents.fee.button.click()
        settle()
        return page, first, ref

    return charge


def test_the_form_of_a_fee_begins_with_what_is_known(charge):
    page, first, _ref = charge()
    form = page.questions.dialog

    assert form.earlier.text() == first
    assert "1 earlier request for the same" in form.facts.toPlainText()
    assert "Nothing has changed" in form.facts.toPlainText()


def test_r_abu_3_a_reminder_is_answered_and_costs_nothing(charge, settle):
    page, first, _ref = charge(answered=False)
    form = page.questions.dialog
    assert "a reminder and no new request" in form.facts.toPlainText()

    form.amount.setText("15")
    form.submit()
    settle()
    assert form.isVisible()
    assert any(f"{first} was not answered" in one.text() for one in form.findChildren(QLabel))


def test_a_fee_needs_an_amount_and_its_proof(charge):
    page, *_refs = charge()
    form = page.questions.dialog

    form.submit()
    assert "is no amount" in form.fields["amount"].error
    form.amount.setText("15")
    form.facts.setPlainText("")
    form.submit()
    assert "prove" in form.fields["facts"].error
    form.facts.setPlainText("the same again")
    form.earlier.setText("")
    form.submit()
    assert "earlier" in form.fields["earlier"].error


def test_r_abu_2_the_person_is_told_and_the_reply_is_recorded(charge, register, today, settle):
    page, _first, ref = charge()
    page.questions.dialog.amount.setText("15,50")
    page.questions.dialog.submit()
    settle()

    told = view_request(register, ref, today).request.fee
    assert (told.cents, told.told_on) == (1550, today)
    [copy] = [one for one in page.findChildren(Button) if one.text() == "Copy the text"]
    copy.click()
    assert "€15.50" in QApplication.clipboard().text()

    row = page.request.documents.fee
    assert row.button.text() == "Record the reply…"
    row.button.click()
    form = page.questions.dialog
    form.reply.setCurrentIndex(list(FeeReply).index(FeeReply.WITHDRAWN))
    form.submit()
    settle()
    assert view_request(register, ref, today).request.is_withdrawn
    assert not row.button.isEnabled()


def test_nobody_pays_to_be_left_in_peace(open_request, ask):
    page = open_request(ask(Right.OBJECTION_MARKETING))

    assert "Nobody ever pays" in page.request.documents.fee.line.text()


def warnings(page):
    cards = page.request.decisions.findChildren(Banner)
    return [one.accessibleDescription() for one in cards if one.isVisible()]


def test_r_com_3_a_refusal_that_is_late_is_told_above_the_decisions(
    open_request, ask, register, today
):  # fmt: skip
    ref = ask(Right.ACCESS, days_ago=60)
    received = view_request(register, ref, today).request.received_on
    extend(
        register, ref, Extension(frozenset({ExtensionReason.COMPLEXITY}), received, "14 files"),
        today,
    )  # fmt: skip
    page = open_request(ref)
    assert not warnings(page)

    decide(register, ref, Right.ACCESS, Decision.REFUSED, today, reason_code="A23_national:x")
    page.load()
    (warning,) = warnings(page)
    assert "no extension moves that day" in warning


def test_the_bar_of_a_short_request_goes_once_it_is_decided(open_request, ask, register, today):
    ref = ask(Right.INFORMATION)
    page = open_request(ref)
    assert page.request.short.isVisible()

    decide(register, ref, Right.INFORMATION, Decision.GRANTED, today)
    page.load()
    assert not page.request.short.isVisible()
    assert not open_request(ask(Right.ERASURE)).request.short.isVisible()


def test_an_unsubscribe_names_what_ends_before_it_is_recorded(
    open_request, ask, register, today, settle
):  # fmt: skip
    ref = ask(Right.CONSENT_WITHDRAWAL)
    page = open_request(ref)
    page.next.click()
    settle()
    form = page.questions.dialog

    form.block.setChecked(False)
    form.submit()
    assert "Nothing would stop" in form.fields["stop"].error
    form.block.setChecked(True)
    form.text.setPlainText("")
    form.submit()
    assert "no text" in form.fields["text"].error
    form.text.setPlainText("It is done.")
    form.submit()
    settle()
    assert view_request(register, ref, today).request.stage is Stage.CLOSED
