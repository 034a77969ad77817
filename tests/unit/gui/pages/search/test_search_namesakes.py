"""Two confirmed rows that can hardly be one person: told at once, with the way to both."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.request import Channel, Right
from dsr_desktop.gui.pages.requests.page import RequestsPage
from dsr_desktop.services.handling import new_request

SHARED = "famille@dupont.example"
ROWS = [
    ["Prénom", "Nom", "Mail", "Date de naissance"],
    ["Camille", "Dupont", SHARED, "12/03/1980"],
    ["Marie", "Dupont", SHARED, "01/07/1954"],
    ["Camille", "Dupont", SHARED, ""],
]
Y, N, Z = Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_Z


@pytest.fixture
def ref(register, bring_in, write_csv, tmp_path, today):
    bring_in(register, write_csv(tmp_path / "famille.csv", ROWS))
    asked = Criteria(email=(SHARED,))
    return new_request(register, [Right.ACCESS], asked, today, Channel.POST, today).request.ref


@pytest.fixture
def press(review, settle):
    def press(*keys, modifiers=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            QTest.keyClick(review.hits.list, key, modifiers)
            settle()

    return press


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_as_long_as_one_person_is_confirmed_nothing_is_said(review, press):
    press(Y)

    assert not review.namesakes.isVisible()
    assert review.namesakes.banner is None


def test_the_second_person_is_told_as_soon_as_she_is_confirmed(review, press):
    press(Y, Y)

    banner = review.namesakes.banner
    assert banner.isVisible()
    assert banner.accessibleName() == "The confirmed rows may be about two people."
    assert banner.accessibleDescription() == (
        "Birth dates: 12/03/1980, 01/07/1954. Given names: Camille, Marie. "
        "Look at these rows again, and reject those that are about somebody else."
    )
    assert [button.text() for button in banner.buttons] == ["Look at row 2", "Look at row 3"]


def test_its_buttons_lead_to_the_rows(review, press, settle):
    press(Y, Y)

    review.namesakes.banner.buttons[1].click()
    settle()
    assert review.hits.current.title == "Marie Dupont"
    review.namesakes.banner.buttons[0].click()
    settle()
    assert review.hits.current.n == 2


def test_it_goes_when_one_is_rejected_and_comes_back_when_that_is_taken_back(review, press):
    press(Y, Y)
    review.hits.choose(review.hits.model.hits()[1].key)

    press(N)
    assert not review.namesakes.isVisible()
    press(Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert review.namesakes.isVisible()


def test_all_strong_at_once_are_checked_too(review, settle):
    review.hits.confirm_strong.click()
    settle()

    assert review.namesakes.banner.accessibleDescription().startswith("Birth dates:")


def test_it_is_there_when_the_review_is_opened_again(review, press, page, ref, settle):
    press(Y, Y)

    page.open_search(None, "")
    settle()
    assert not review.namesakes.isVisible()
    page.open_search(None, ref)
    settle()

    assert review.namesakes.isVisible()


def test_each_answer_says_who_gave_it_and_when(review, press, register, today):
    first = review.hits.current
    press(Y)
    assert review.detail.answers.remark.text() == ""

    review.hits.choose(first.key)

    said = review.detail.answers.remark.text()
    assert said.startswith(f"Answer: The person · {register.actor}, ")


def test_the_page_of_the_request_says_it_by_the_rows(
    review, press, workspace, open_page, ref, settle
):
    press(Y, Y)
    page = open_page(RequestsPage(workspace))
    page.open_request(ref)
    settle()

    banner = page.request.hits.banner
    assert banner.accessibleName() == "The confirmed rows may be about two people."
    assert "They have 2 birth dates: famille.csv, row 2; famille.csv, row 3." in (
        banner.accessibleDescription()
    )
    assert not any("Marie" in text for text in texts(page.request.hits))
