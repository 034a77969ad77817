"""Calls noted before there is a request: drafts on the requests page, put to a request later."""

from datetime import timedelta

import pytest

from dsr_desktop.domain.call_sheet import CallTexts
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.services.calls import list_calls, note_call
from dsr_desktop.services.request_lists import list_requests

NONE_YET, A_NEW_ONE, FIRST = 0, 1, 2
SAID = CallTexts("Ottilie Brancard", "06 12 34 56 78", "wants a copy of her data", "calm")


@pytest.fixture
def listed(page, load):
    """The page with its table."""
    load()
    return page


@pytest.fixture
def opened(listed, settle):
    """Return a function that opens the first call of the list."""

    def opened():
        card = listed.list.calls
        card.list.row_opened.emit(card.model.index(0, 0))
        settle()
        return listed.calls.dialog

    return opened


def drafts(register):
    return [one.texts for one in list_calls(register)]


def test_a_call_is_noted_before_there_is_a_request(listed, settle, register):
    assert not listed.list.calls.isVisible()
    listed.note_call.click()
    form = listed.calls.dialog
    form.caller.setText("Ottilie Brancard")
    form.submit()
    settle()

    assert drafts(register) == [CallTexts("Ottilie Brancard")]
    card = listed.list.calls
    assert card.isVisible()
    assert "Ottilie Brancard" in card.model.index(0, 0).data()
    assert "draft" in card.model.index(0, 0).data()
    assert "goes 12 months after the last change" in card.kept.text()


def test_a_draft_is_taken_up_again(listed, opened, settle, load, register, today):
    note_call(register, today, CallTexts("Ottilie"), today)
    load()
    form = opened()
    assert form.caller.text() == "Ottilie"

    form.call_back.setText("06 12 34 56 78")
    form.submit()
    settle()
    assert drafts(register) == [CallTexts("Ottilie", "06 12 34 56 78")]


def test_a_call_is_put_to_an_open_request(listed, opened, ask, settle, load, register, today):
    ref = ask(Right.ACCESS)
    note_call(register, today, SAID, today)
    load()
    form = opened()
    assert form.request.itemText(FIRST) == f"{ref} · Camille Dupont"

    form.request.setCurrentIndex(FIRST)
    form.submit()
    settle()
    assert drafts(register) == []
    (sheet,) = list_calls(register, ref)
    assert (sheet.texts, sheet.is_draft) == (SAID, True)
    assert not listed.list.calls.isVisible()


def test_a_request_begins_with_a_call(listed, opened, settle, load, register, today):
    called = today - timedelta(days=2)
    note_call(register, called, SAID, today, finished=True)
    load()
    form = opened()
    form.submit()
    assert form.fields["request"].error == "Choose the request that the call belongs to"

    form.request.setCurrentIndex(A_NEW_ONE)
    form.submit()
    settle()
    new = listed.questions.dialog
    draft = new.answer()
    assert (draft.rights, draft.received_on, draft.channel) == (
        (Right.ACCESS,), called, Channel.PHONE,
    )  # fmt: skip
    assert (draft.person["name"], draft.person["phone"]) == ("Ottilie Brancard", "06 12 34 56 78")

    new.submit()
    settle()
    (view,) = list_requests(register, today)
    assert view.request.criteria.name == ("Ottilie Brancard",)
    assert [one.texts for one in list_calls(register, view.request.ref)] == [SAID]
    assert listed.state.request.ref == view.request.ref


def test_a_request_that_is_not_recorded_leaves_its_call_where_it_was(
    listed, opened, settle, load, register, today
):
    note_call(register, today, SAID, today)
    load()
    form = opened()
    form.request.setCurrentIndex(A_NEW_ONE)
    form.submit()
    settle()
    listed.questions.dialog.reject()
    settle()

    assert drafts(register) == [SAID]
    assert listed.list.calls.isVisible()


def test_a_draft_is_removed_after_a_question(listed, opened, settle, load, register, today):
    note_call(register, today, SAID, today)
    load()
    opened().discard.click()
    settle()
    assert drafts(register) == [SAID]

    listed.calls.dialog.verb_button.click()
    settle()
    assert drafts(register) == []


def test_a_finished_sheet_is_not_removed_by_hand(opened, load, register, today):
    note_call(register, today, SAID, today, finished=True)
    load()

    assert opened().discard.isHidden()


def test_a_call_for_a_request_that_was_closed_meanwhile_is_not_lost(
    listed, ask, finish, settle, load, register
):
    ref = ask(Right.ACCESS)
    load()
    listed.note_call.click()
    form = listed.calls.dialog
    form.caller.setText("Ottilie Brancard")
    form.request.setCurrentIndex(FIRST)
    finish(ref, Right.ACCESS)
    form.submit()
    settle()

    assert drafts(register) == [] == list(list_calls(register, ref))
    assert form.isVisible()
    assert form.caller.text() == "Ottilie Brancard"
    form.request.setCurrentIndex(NONE_YET)
    form.submit()
    settle()
    assert drafts(register) == [CallTexts("Ottilie Brancard")]
