"""The access package in the window: pieces are looked at, approved, handed over, and told once."""

import pypdfium2
import pytest
import pyzipper
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from dsr_desktop.domain.request import Right
from dsr_desktop.domain.review import Choice
from dsr_desktop.gui.pages.requests.access_dialogs import (
    AccessPassphraseDialog,
    HandOverForm,
    forget,
)
from dsr_desktop.gui.pages.requests.review_dialog import ReviewDialog
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.services.package_reviews import (
    approve_package,
    mask_what_is_pointed_out,
    review_package,
)
from dsr_desktop.services.reviewing import find_person, judge_hits

EMAIL = "camille.dupont@acme.example"
NOTE = "rappeler M. Paul Martin \U0001f600 ou Zoé"


@pytest.fixture
def asked(register, bring_in, write_csv, tmp_path, ask, today):
    rows = [["Nom", "Mail", "Note"], ["Camille Dupont", EMAIL, NOTE]]
    bring_in(register, write_csv(tmp_path / "crm.csv", rows), activity="PA1")
    ref = ask(Right.ACCESS)
    find_person(register, ref, today)
    judge_hits(register, ref, confirm_strong=True, today=today)
    return ref


@pytest.fixture
def reviewing(open_request, asked, settle):
    """The page with the review open on it."""
    page = open_request(asked)
    page.request.documents.access.button.click()
    settle()
    assert isinstance(page.questions.dialog, ReviewDialog)
    return page


@pytest.fixture
def note_of(register, asked, today):
    return lambda: review_package(register, asked, today).item("h1.c3")


def choose_piece(dialog, key):
    number = [one.item.key for one in dialog.model.rows].index(key)
    dialog.list.setCurrentIndex(dialog.model.index(number))


def test_what_waits_comes_first_with_its_text_and_why(reviewing):
    dialog = reviewing.questions.dialog

    assert dialog.model.rows[0].item.key == "h1.c3"
    assert dialog.text.toPlainText() == NOTE
    assert dialog.told.text() == "name of somebody else"
    assert dialog.state.text() == "1 piece waits for your decision."
    assert len(dialog.text.extraSelections()) == 1
    assert not dialog.verb_button.isEnabled() or dialog.verb_button.toolTip()


def test_what_is_pointed_out_is_masked_by_a_key(reviewing, note_of, qtbot, settle):
    dialog = reviewing.questions.dialog

    qtbot.keyClick(dialog, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    settle()

    decision = note_of().decision
    assert (decision.choice, decision.spans) == (Choice.MASK, ((12, 23),))
    assert dialog.model.rows[0].choice is Choice.MASK
    assert not dialog.mask_all.isVisibleTo(dialog)


def test_words_that_are_selected_are_masked_after_an_emoji_too(reviewing, note_of, settle):
    dialog = reviewing.questions.dialog
    start = NOTE.index("Zoé") + 1  # the emoji is two units of Qt
    cursor = dialog.text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + 3, QTextCursor.MoveMode.KeepAnchor)
    dialog.text.setTextCursor(cursor)

    dialog.buttons[Choice.MASK].click()
    settle()

    ((begin, end),) = note_of().decision.spans
    assert NOTE[begin:end] == "Zoé"


def test_a_piece_without_anything_pointed_out_asks_for_words(reviewing, register, asked, today):
    dialog = reviewing.questions.dialog
    choose_piece(dialog, "h1.c1")

    dialog.buttons[Choice.MASK].click()

    assert "Select in the text" in dialog.told.text()
    assert review_package(register, asked, today).item("h1.c1").decision is None


def test_a_piece_stays_out_for_the_reason_chosen_and_comes_back(
    reviewing, register, asked, today, settle
):
    dialog = reviewing.questions.dialog
    choose_piece(dialog, "h1.c1")
    dialog.reason.setCurrentIndex(2)
    dialog.buttons[Choice.EXCLUDE].click()
    settle()
    left = review_package(register, asked, today).item("h1.c1").decision
    assert (left.choice, left.reason_code) == (Choice.EXCLUDE, "not_about_person")

    choose_piece(dialog, "h1.c1")
    dialog.buttons[Choice.INCLUDE].click()
    settle()
    assert review_package(register, asked, today).item("h1.c1").choice is Choice.INCLUDE


def handing_over(page, settle):
    dialog = page.questions.dialog
    dialog.mask_all.click()
    settle()
    dialog.verb_button.click()
    settle()
    assert dialog.state.text().startswith("Approved by")
    dialog.verb_button.click()
    form = page.questions.dialog
    assert isinstance(form, HandOverForm)
    return form


def test_an_approved_package_is_built_and_its_passphrase_shown_once(
    reviewing, asked, settle, tmp_path
):
    reviewing.questions.ask_folder = lambda _title: [tmp_path]
    handing_over(reviewing, settle).verb_button.click()
    settle()

    dialog = reviewing.questions.dialog
    assert isinstance(dialog, AccessPassphraseDialog)
    (path,) = tmp_path.glob("DSR*.zip")
    with pyzipper.AESZipFile(path) as archive:
        archive.setpassword(dialog.passphrase.text().encode())
        assert b"Paul Martin" not in archive.read(f"{asked}/index.html")
    dialog.verb_button.click()
    assert QApplication.clipboard().text() == dialog.passphrase.text()
    assert "a minute" in dialog.copied.text()
    forget(dialog.passphrase.text())
    assert QApplication.clipboard().text() == ""


def test_the_clipboard_keeps_what_was_copied_since(qapp):
    QApplication.clipboard().setText("something else")

    forget("the passphrase")

    assert QApplication.clipboard().text() == "something else"


def test_paper_is_written_and_its_number_told(reviewing, asked, settle, tmp_path):
    reviewing.questions.ask_folder = lambda _title: [tmp_path]
    form = handing_over(reviewing, settle)
    form.form.setCurrentIndex(2)
    form.verb_button.click()
    settle()

    assert f"{asked}-1" in " ".join(
        one.accessibleName() for one in reviewing.notices.findChildren(Banner)
    )
    assert len(list(tmp_path.glob("DSR*.pdf"))) == 1


def test_nothing_leaves_for_an_unverified_address_or_plain_without_a_reason(
    reviewing, settle, tmp_path
):
    reviewing.questions.ask_folder = lambda _title: [tmp_path]
    form = handing_over(reviewing, settle)
    form.form.setCurrentIndex(3)
    form.address.setCurrentIndex(2)
    form.verb_button.click()
    assert form.fields["reason"].error
    assert form.fields["address"].error

    form.reason.setText("by e-mail on 5 November")
    form.address.setCurrentIndex(0)
    form.verb_button.click()
    settle()
    assert len(list(tmp_path.glob("DSR*.zip"))) == 1


def test_a_folder_that_was_not_chosen_leaves_the_form_open(reviewing, settle):
    reviewing.questions.ask_folder = lambda _title: []
    form = handing_over(reviewing, settle)

    form.verb_button.click()

    assert form.isVisible()
    assert form.verb_button.isEnabled()


def test_what_changed_since_is_told_in_the_form(
    reviewing, register, asked, today, settle, tmp_path
):
    reviewing.questions.ask_folder = lambda _title: [tmp_path]
    form = handing_over(reviewing, settle)
    judge_hits(register, asked, reopen=[1], today=today)

    form.verb_button.click()
    settle()

    assert form.isVisible()
    assert list(tmp_path.glob("DSR*")) == []


def test_the_card_says_why_nothing_can_be_reviewed(open_request, ask):
    row = open_request(ask(Right.ERASURE)).request.documents.access

    assert row.button.accessibleDescription() == "Access is not asked."


def test_an_approval_stays_where_nothing_changed(register, asked, today, open_request, settle):
    mask_what_is_pointed_out(register, asked, today)
    approve_package(register, asked, today)
    page = open_request(asked)
    page.request.documents.access.button.click()
    settle()

    assert page.questions.dialog.verb_button.text() == "Hand it over…"


def test_an_encrypted_pdf_is_built_and_its_passphrase_shown(reviewing, settle, tmp_path):
    reviewing.questions.ask_folder = lambda _title: [tmp_path]
    form = handing_over(reviewing, settle)
    form.form.setCurrentIndex(1)
    form.verb_button.click()
    settle()

    dialog = reviewing.questions.dialog
    assert isinstance(dialog, AccessPassphraseDialog)
    (locked,) = tmp_path.glob("DSR*_access_*.pdf")
    with pypdfium2.PdfDocument(locked, password=dialog.passphrase.text()) as document:
        assert len(document) > 0
