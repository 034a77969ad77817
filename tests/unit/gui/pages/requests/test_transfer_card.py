"""The card of another organisation: asked, judged, handed over, each by a form."""

import pytest

from dsr_desktop.domain.request import Right
from dsr_desktop.domain.transfer import TransferState
from dsr_desktop.gui.pages.requests.forms.transfer_forms import (
    FeasibilityForm,
    HandOverForm,
    OrganisationForm,
)
from dsr_desktop.services.packaging import build_portability
from dsr_desktop.wording.language import speak


@pytest.fixture
def moving(open_request, contacts, ask, find):
    ref = ask(Right.PORTABILITY)
    find(ref)
    return open_request(ref)


def name_organisation(moving, settle):
    moving.request.transfer.ask.click()
    form = moving.questions.dialog
    assert isinstance(form, OrganisationForm)
    form.name.setText("Autre SARL")
    form.submit()
    settle()


def judge(moving, settle, answer):
    moving.request.transfer.judge.click()
    form = moving.questions.dialog
    assert isinstance(form, FeasibilityForm)
    form.feasible.setCurrentIndex(answer)
    form.explanation.setPlainText("Leur portail")
    form.submit()
    settle()


def test_the_card_is_there_only_where_portability_is_asked(open_request, ask):
    assert open_request(ask(Right.ACCESS)).request.transfer.isHidden()
    assert not open_request(ask(Right.PORTABILITY)).request.transfer.isHidden()


def test_a_name_and_an_answer_have_to_be_given(moving, settle):
    moving.request.transfer.ask.click()
    moving.questions.dialog.submit()
    assert moving.questions.dialog.fields["name"].error == "Write its name."
    moving.questions.dialog.reject()

    name_organisation(moving, settle)
    moving.request.transfer.judge.click()
    form = moving.questions.dialog
    form.submit()
    assert form.fields["feasible"].error == "Choose yes or no."
    assert form.fields["explanation"].error == "Say how, or why not."


def test_the_hand_over_waits_for_the_bundle_and_says_so(moving, settle):
    card = moving.request.transfer
    name_organisation(moving, settle)
    judge(moving, settle, 1)

    assert not card.sent.isHidden()
    assert not card.sent.isEnabled()
    assert card.remark.text() == "Build the portability bundle first."


def test_what_is_not_feasible_is_not_handed_over(moving, settle):
    name_organisation(moving, settle)
    judge(moving, settle, 2)

    assert moving.request.transfer.sent.isHidden()
    (shown,) = moving.state.beside.transfers
    assert shown.transfer.state is TransferState.NOT_FEASIBLE


def test_a_hand_over_is_recorded(moving, settle, register, today, tmp_path):
    name_organisation(moving, settle)
    judge(moving, settle, 1)
    build_portability(register, moving.state.request.ref, tmp_path / "out", today, speak("en"))
    moving.load()
    settle()

    moving.request.transfer.sent.click()
    assert isinstance(moving.questions.dialog, HandOverForm)
    moving.questions.dialog.submit()
    settle()

    (shown,) = moving.state.beside.transfers
    assert shown.transfer.sent_on == today
    assert moving.request.transfer.sent.isHidden()
    assert moving.request.transfer.judge.isHidden()
