"""Messages in the window: pasted into the form of a new request, kept, shown, cut, and calls."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from shiboken6 import isValid

from dsr_desktop.domain.incoming import PartChoice
from dsr_desktop.domain.proposals import Proposals
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.gui.pages.requests.message_box import MessageBox
from dsr_desktop.gui.pages.requests.proposed_draft import draft_of
from dsr_desktop.services.calls import list_calls
from dsr_desktop.services.identity_log import read_identity_log
from dsr_desktop.services.messages import list_messages
from dsr_desktop.services.request_lists import list_requests
from tests.integration.services.test_messages import CARD, LETTER, mail

PASTED = (
    "Bonjour,\nje souhaite une copie de mes données et leur suppression.\n"
    "Cordialement,\nOdile Brancard\nodile@mail.example"
)
KEEP, IDENTITY = 1, 3
RECEIVED = date(2026, 11, 12)


@pytest.fixture
def clipboard(qapp):
    """The clipboard, empty again after the test."""
    yield QGuiApplication.clipboard()
    QGuiApplication.clipboard().clear()


@pytest.fixture
def form(page, settle, qtbot):
    page.new_request()
    settle()
    dialog = page.questions.dialog
    qtbot.waitUntil(dialog.isActiveWindow)
    yield dialog
    if isValid(dialog):
        dialog.reject()


@pytest.fixture
def eml(tmp_path):
    path = tmp_path / "mail.eml"
    path.write_bytes(mail(("photo.jpg", CARD), ("letter.txt", LETTER)))
    return path


@pytest.fixture
def opened(ask, open_request):
    """Return the page with a request open, and its reference."""
    ref = ask(Right.ACCESS, days_ago=10)
    return open_request(ref), ref


def dropped(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def recorded(register, today):
    return [view.request for view in list_requests(register, today)]


def test_a_pasted_message_presets_the_form_and_says_where_it_found_it(form, clipboard, settle):
    clipboard.setText(PASTED)
    QTest.keyClick(form.rights, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()

    draft = form.answer()
    assert draft.rights == (Right.ACCESS, Right.ERASURE)
    assert (draft.person["name"], draft.person["email"]) == ("Odile Brancard", "odile@mail.example")
    assert draft.language == "fr"
    assert form.fields["email"].editor.accessibleDescription() == "found in: odile@mail.example"
    assert "copie de mes données" in form.rights.rights.index(0, 0).data(
        Qt.ItemDataRole.ToolTipRole
    )
    assert form.rights.rights.index(0, 0).data().endswith("proposed")
    assert form.message.keep.isChecked()


def test_a_request_is_entered_from_a_pasted_message_in_a_few_keystrokes(
    form, clipboard, settle, register, today, qapp
):
    clipboard.setText(PASTED)
    keys = [(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_Return, None)]
    for key, held in keys:
        QTest.keyClick(qapp.focusWidget(), key, held or Qt.KeyboardModifier.NoModifier)
        settle()

    (request,) = recorded(register, today)
    assert request.rights == (Right.ACCESS, Right.ERASURE)
    assert [one.text for one in list_messages(register, request.ref)] == [PASTED]
    assert len(keys) <= 30


def test_what_was_typed_is_not_overwritten(form, settle):
    form.person["name"].setText("Somebody Else")
    form.message.editor.text_given.emit(PASTED)
    settle()

    assert form.answer().person["name"] == "Somebody Else"
    assert form.answer().person["email"] == "odile@mail.example"


def test_another_message_takes_the_proposals_of_the_first_back(form, settle):
    form.message.editor.text_given.emit(PASTED)
    form.message.editor.text_given.emit("Please delete my data.\nKind regards,\nNgozi Okonkwo")
    settle()

    draft = form.answer()
    assert draft.rights == (Right.ERASURE,)
    assert (draft.person["name"], draft.person["email"]) == ("Ngozi Okonkwo", "")


def test_a_dropped_mail_brings_its_day_and_asks_about_each_document(
    form, eml, settle, register, today
):
    form.message.editor.insertFromMimeData(dropped(eml))
    settle()

    assert form.answer().received_on == RECEIVED
    form.submit()
    assert form.fields["message"].error.startswith("Say what becomes of each document")
    assert recorded(register, today) == []

    form.message.choices[0].setCurrentIndex(IDENTITY)
    form.message.choices[1].setCurrentIndex(KEEP)
    form.submit()
    settle()
    (request,) = recorded(register, today)
    (kept,) = list_messages(register, request.ref)
    assert (kept.cut_out, [one.name for one in kept.communication.attachments]) == (
        1, ["letter.txt"],
    )  # fmt: skip


def test_of_several_mails_all_are_kept_and_the_first_one_proposes(
    form, eml, tmp_path, settle, register, today
):
    other = tmp_path / "other.txt"
    other.write_text("Please stop marketing. Ngozi", "utf-8")
    form.message.editor.insertFromMimeData(dropped(eml, other))
    settle()
    for choice in form.message.choices:
        choice.setCurrentIndex(KEEP)
    assert form.answer().rights == (Right.ACCESS,)

    form.submit()
    settle()
    (request,) = recorded(register, today)
    assert len(list_messages(register, request.ref)) == 2


def test_a_message_that_is_not_to_be_kept_needs_no_choice(form, eml, settle, register, today):
    form.message.editor.insertFromMimeData(dropped(eml))
    settle()
    form.message.keep.setChecked(False)
    assert form.message.choices == []

    form.submit()
    settle()
    (request,) = recorded(register, today)
    assert list_messages(register, request.ref) == ()


def test_a_document_named_like_an_identity_document_is_preset_as_one(
    theme, qtbot, tmp_path, register
):
    from dsr_desktop.services.messages import read_file  # noqa: PLC0415 - this test alone reads
    from dsr_desktop.wording.language import speak  # noqa: PLC0415

    path = tmp_path / "mail.eml"
    path.write_bytes(mail(("passeport.pdf", b"%PDF")))
    box = MessageBox(theme, speak("en"))
    qtbot.addWidget(box)

    box.show_read((read_file(register, path),))

    assert box.given[0].choices == {1: PartChoice.IDENTITY}
    assert "identity document" in box.choices[0].accessibleDescription()


def test_a_file_that_cannot_be_read_is_told_in_the_form(form, tmp_path, settle, reported):
    form.message.editor.insertFromMimeData(dropped(tmp_path / "gone.eml"))
    settle()

    assert form.message.hints.text().startswith("The document to attach is not there")
    assert (form.answer().given, reported) == ((), [])


def test_a_message_typed_and_not_left_yet_is_looked_at_before_anything_is_recorded(
    form, settle, register, today
):
    form.message.editor.setFocus()
    QTest.keyClicks(form.message.editor, "Please delete my data. ngozi@mail.example")
    form.submit()
    settle()
    assert form.fields["message"].error.startswith("The message was not read yet")
    assert recorded(register, today) == []
    assert form.answer().rights == (Right.ERASURE,)

    form.submit()
    settle()
    (request,) = recorded(register, today)
    (kept,) = list_messages(register, request.ref)
    assert kept.text.startswith("Please delete")


def test_a_draft_can_be_begun_without_the_form(today):
    draft = draft_of(Proposals(), today, Channel.PHONE, "en")

    assert (draft.rights, draft.received_on, draft.language, draft.given) == ((), today, "en", ())


# --- the card of the request


def test_a_message_is_added_to_a_request_and_shown(opened, settle, register):
    page, ref = opened
    page.request.messages.add_message.click()
    form = page.messages.dialog
    form.submit()
    assert form.fields["message"].error == "Paste the message, drop its file, or choose it"
    form.message.editor.text_given.emit("Still waiting for my data. Camille")
    settle()
    form.submit()
    settle()

    (kept,) = list_messages(register, ref)
    card = page.request.messages
    assert card.model.rowCount() == 1
    card.list.row_opened.emit(card.model.index(0, 0))
    assert "Still waiting" in card.model.index(0, 0).data()
    assert page.messages.dialog.windowTitle() == kept.text
    page.messages.dialog.reject()


def test_an_identity_document_is_cut_out_from_the_window_of_a_message(
    opened, eml, settle, register, tmp_path
):
    page, ref = opened
    page.messages.ask_message()
    form = page.messages.dialog
    form.message.editor.insertFromMimeData(dropped(eml))
    settle()
    for choice in form.message.choices:
        choice.setCurrentIndex(KEEP)
    form.submit()
    settle()
    (kept,) = list_messages(register, ref)

    page.messages.show_message(kept)
    page.messages.dialog.documents[0].click()
    settle()
    (after,) = list_messages(register, ref)
    assert [one.name for one in after.communication.attachments] == ["letter.txt"]

    page.messages.ask_folder = lambda _title: [tmp_path]
    page.messages.show_message(after)
    page.messages.dialog.verb_button.click()
    settle()
    assert (tmp_path / f"{ref}_message_{kept.id}.eml").exists()


def test_removing_a_message_is_asked_once(opened, settle, register):
    page, ref = opened
    page.messages.ask_message()
    form = page.messages.dialog
    form.message.editor.text_given.emit("Camille")
    settle()
    form.submit()
    settle()
    page.messages.show_message(list_messages(register, ref)[0])
    page.messages.dialog.remove.click()
    page.messages.dialog.verb_button.click()
    settle()

    assert list_messages(register, ref)[0].removed_on is not None


def test_a_call_is_noted_as_a_draft_and_finished_later(opened, settle, register):
    page, ref = opened
    page.request.messages.add_call.click()
    form = page.messages.dialog
    form.submit()
    assert form.fields["caller"].error == "Write who called, or what was said"
    form.caller.setText("Camille Dupont")
    form.at.setText("25:00")
    form.submit()
    assert form.fields["at"].error == "Write the time like 14:05"
    form.at.setText("14h05")
    form.submit()
    settle()

    card = page.request.messages
    card.list.row_opened.emit(card.model.index(0, 0))
    again = page.messages.dialog
    assert again.caller.text() == "Camille Dupont"
    again.is_complete.setChecked(True)
    again.submit()
    settle()

    (sheet,) = list_calls(register, ref)
    assert (sheet.is_draft, sheet.called_at.isoformat("minutes")) == (False, "14:05")
    card.list.row_opened.emit(card.model.index(0, 0))
    assert not page.messages.dialog.verb_button.isEnabled()
    page.messages.dialog.reject()


def test_an_unasked_copy_is_ticked_and_nothing_of_it_is_kept(opened, settle, register):
    page, ref = opened
    page.request.messages.tick_copy.click()
    page.messages.dialog.submit()
    settle()

    assert len(read_identity_log(register, ref).unasked_copies) == 1
