"""Cleaned copies in the window: made, looked at, put in the place of the files, and back."""

import pytest

from dsr_desktop.domain.request import Decision, Right
from dsr_desktop.gui.pages.requests.erasing.results_dialog import ResultsDialog
from dsr_desktop.services.handling import decide, view_request
from dsr_desktop.services.reviewing import find_person, judge_hits
from tests.unit.gui.pages.requests.conftest import EMAIL
from tests.unit.gui.pages.requests.test_request_cards import texts


@pytest.fixture
def shown(open_request, ask, contacts, find, register, today, tmp_path):
    """Return a function that shows a request on rights, with its hit confirmed and decided."""

    def show(*rights, decided=True):
        ref = ask(*rights)
        find(ref)
        if decided:
            decide(register, ref, Right.ERASURE, Decision.GRANTED, today)
        page = open_request(ref)
        out = tmp_path / "out"
        out.mkdir()
        page.questions.ask_folder = lambda _title: [out]
        return page, ref

    return show


def results_of(page):
    dialog = page.questions.dialog
    assert isinstance(dialog, ResultsDialog)
    return {one.name: one.lines for one in dialog.results}


def test_copies_are_made_and_each_file_is_told(shown, contacts, tmp_path, settle):
    page, _ref = shown(Right.ERASURE)
    card, before = page.request.erasing, contacts.read_bytes()
    assert card.replace.line.text() == "Make the cleaned copies first, and look at them."

    card.copies.button.click()
    settle()

    assert results_of(page) == {"crm.csv": ("Clean copy made: crm.csv",)}
    assert any("Look at them before" in text for text in texts(page.questions.dialog))
    assert b"Dupont" not in (tmp_path / "out" / "crm.csv").read_bytes()
    assert contacts.read_bytes() == before
    assert card.copies.line.text() == "1 copy made"
    assert card.replace.button.isEnabled()


def test_files_are_replaced_after_a_question_with_the_counts_and_put_back(shown, contacts, settle):
    page, _ref = shown(Right.ERASURE)
    card, before = page.request.erasing, contacts.read_bytes()
    card.copies.button.click()
    settle()
    assert not card.put_back.isVisibleTo(card)

    card.replace.button.click()
    question = page.questions.dialog
    assert question.windowTitle() == "Replace 1 file by its cleaned copy?"
    assert "1 row of this person goes." in question.accessibleDescription()
    assert contacts.read_bytes() == before
    question.verb_button.click()
    settle()

    assert results_of(page) == {"crm.csv": ("Replaced by its cleaned copy",)}
    assert b"Dupont" not in contacts.read_bytes()
    assert card.replace.line.text() == "All files are replaced."

    card.put_back.button.click()
    page.questions.dialog.verb_button.click()
    settle()

    assert results_of(page) == {"crm.csv": ("Original put back",)}
    assert contacts.read_bytes() == before
    assert not card.put_back.isVisibleTo(card)


def test_a_question_that_is_cancelled_replaces_nothing(shown, contacts, settle):
    page, _ref = shown(Right.ERASURE)
    before = contacts.read_bytes()
    page.request.erasing.copies.button.click()
    settle()

    page.request.erasing.replace.button.click()
    page.questions.dialog.cancel_button.click()
    settle()

    assert contacts.read_bytes() == before


def test_what_cannot_be_cleaned_says_why(shown, contacts, settle):
    page, _ref = shown(Right.ERASURE)
    contacts.write_text(contacts.read_text(encoding="utf-8") + "more\n", encoding="utf-8")

    page.request.erasing.copies.button.click()
    settle()

    ((line,),) = results_of(page).values()
    assert line.startswith("The file changed since it was imported.")
    assert page.questions.dialog.windowTitle() == "0 cleaned copies made"


def test_r_typ_2_no_file_is_replaced_in_the_window_before_the_copy_is_sent(shown, settle):
    page, _ref = shown(Right.ERASURE, Right.ACCESS)
    page.request.erasing.copies.button.click()
    settle()

    assert not page.request.erasing.replace.button.isEnabled()
    assert "before the copy is sent" in page.request.erasing.replace.line.text()


def test_nothing_is_replaced_before_the_erasure_is_granted(shown, settle):
    page, _ref = shown(Right.ERASURE, decided=False)
    page.request.erasing.copies.button.click()
    settle()

    assert "Decide on it first." in page.request.erasing.replace.line.text()


def test_a_closed_request_acts_no_more(open_request, ask, finish):
    ref = ask(Right.ERASURE)
    finish(ref)
    card = open_request(ref).request.erasing

    assert card.copies.line.text() == "The request is closed."
    assert not card.copies.button.isEnabled()


def test_the_card_is_there_only_where_an_erasure_is_asked(open_request, ask):
    page = open_request(ask(Right.ACCESS))

    assert not page.request.erasing.isVisibleTo(page.request)


def test_in_a_row_of_somebody_else_single_cells_are_emptied_once_they_were_named(
    open_request, ask, register, today, bring_in, write_csv, tmp_path, settle
):
    rows = [
        ["Nom", "Prénom", "Courriel", "Note"],
        ["Petit", "Paul", "paul@acme.example", f"écrire à {EMAIL}"],
        ["Dupont", "Camille", EMAIL, ""],
    ]
    bring_in(register, write_csv(tmp_path / "notes.csv", rows))
    ref = ask(Right.ERASURE)
    find_person(register, ref, today)
    ids = [one.id for one in view_request(register, ref, today).hits]
    judge_hits(register, ref, confirm=ids, today=today)
    page = open_request(ref)
    page.questions.ask_folder = lambda _title: [tmp_path / "out"]
    (tmp_path / "out").mkdir()
    page.request.erasing.copies.button.click()
    settle()
    first = page.questions.dialog
    assert any("somebody else" in line for line in results_of(page)["notes.csv"])

    first.verb_button.click()
    settle()
    question = page.questions.dialog
    assert question.windowTitle() == "Empty 1 cell in rows that are somebody else's too?"
    assert f"notes.csv D2: écrire à {EMAIL}" in question.accessibleDescription()
    question.verb_button.click()
    settle()

    (line,) = results_of(page)["notes.csv"]
    assert line.startswith("Clean copy made: ")
    assert not page.questions.dialog.cancel_button.isVisible(), "nothing is left to be proposed"
