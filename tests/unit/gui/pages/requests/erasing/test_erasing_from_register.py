"""Erasing a person from the register in the window: counted, asked once, done, told."""

import pytest

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.request import Decision, Right
from dsr_desktop.services.handling import decide
from dsr_desktop.services.rescanning import rescan
from dsr_desktop.services.searching import search
from tests.unit.gui.pages.requests.conftest import EMAIL
from tests.unit.gui.pages.requests.test_request_cards import texts


@pytest.fixture
def ready(open_request, ask, contacts, find, register, today):
    """The page of a request whose erasure is granted, with a file that is clean on disk."""
    ref = ask(Right.ERASURE)
    find(ref)
    decide(register, ref, Right.ERASURE, Decision.GRANTED, today)
    contacts.write_text("Prénom;Nom;Courriel;Mobile\n", encoding="utf-8")
    rescan(register, ref)
    return open_request(ref)


def rows_of_person(register):
    return len(search(register, Criteria(email=(EMAIL,))).hits)


def test_the_question_has_the_counts_and_nothing_goes_before_it_is_answered(
    ready, register, settle
):
    ready.request.erasing.register.button.click()
    settle()
    question = ready.questions.dialog

    assert question.windowTitle() == "Erase 1 row of this person from the register?"
    assert "To erase: 1 row in 1 file" in question.accessibleDescription()
    assert "2 keys go on the suppression list first" in question.accessibleDescription()
    question.cancel_button.click()
    settle()
    assert rows_of_person(register) == 1


def test_the_person_is_erased_and_the_page_says_so(ready, register, settle):
    card = ready.request.erasing
    card.register.button.click()
    settle()
    ready.questions.dialog.verb_button.click()
    settle()

    assert rows_of_person(register) == 0
    assert any("1 row erased" in text for text in texts(ready))
    assert card.register.line.text() == "Erased from the register: 1 row."
    assert not card.register.button.isEnabled()


def test_a_file_that_was_not_read_again_stands_in_the_way(
    open_request, ask, contacts, find, register, today, settle, reported
):
    ref = ask(Right.ERASURE)
    find(ref)
    decide(register, ref, Right.ERASURE, Decision.GRANTED, today)
    page = open_request(ref)

    page.request.erasing.register.button.click()
    settle()

    assert page.questions.dialog is None
    (error,) = reported
    assert "not seen clean yet" in str(error)
    assert rows_of_person(register) == 1
