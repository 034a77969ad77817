"""Rows that the suppression list held back: listed in their file, decided on one by one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dsr_desktop.domain.held_row import HeldContent, HeldDecision
from dsr_desktop.domain.suppression import SuppressionReason, SuppressionScope
from dsr_desktop.gui.pages.files.page import FilesPage
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.services.held_rows import list_held_rows, open_held_rows
from dsr_desktop.services.sourcing import list_sources
from dsr_desktop.services.suppressing import TypedKeys, add_to_list
from dsr_desktop.wording.errors import word_error

MAIL = "camille.dupont@acme.example"
PHONE = "+33 6 12 34 56 78"
FAIR = [
    ["Nom", "Mail", "Mobile"], ["Camille Dupont", MAIL, ""], ["Jean Petit", "jean@b.example", ""],
    ["Standard", "", "06 12 34 56 78"],
]  # fmt: skip


@pytest.fixture
def fair(register, bring_in, write_csv, lists, today):
    """A list of which two rows are held back, one by an e-mail, one by a phone."""
    typed = TypedKeys((MAIL,), (PHONE,))
    add_to_list(register, typed, SuppressionScope.ALL, SuppressionReason.ERASURE, today)
    path = write_csv(lists / "fair.csv", FAIR)
    bring_in(register, path)
    return path


@pytest.fixture
def errors(workspace):
    """The sentences of the errors that the page reports."""
    met = []
    workspace.error_met.connect(lambda error: met.append(word_error(workspace.tr, error)))
    return met


@pytest.fixture
def held(page):
    return page.details.held


def lines(held):
    return [held.model.data(held.model.index(n)) for n in range(held.model.rowCount())]


def decide(page, button, reason):
    button.click()
    page.dialog.reason.setText(reason)
    page.dialog.verb_button.click()


def test_a_file_without_held_rows_says_nothing_of_any(bring_in, register, crm, load, held, seen):
    bring_in(register, crm)
    load()

    assert not held.isVisible()
    assert "held back" not in " ".join(seen.said())


def test_the_list_says_how_many_rows_of_a_file_are_held_back(fair, load, seen):
    load()

    assert seen.cells()[0][0] == "fair.csv 2 rows held back · 1 row"


def test_each_held_row_is_listed_with_its_place_and_kind_but_no_value(fair, load, held, seen, page):
    load()

    assert lines(held) == ["fair · row 2, E-mail", "fair · row 4, Phone"]
    words = " ".join((*seen.said(), *lines(held), *seen.cells()[0]))
    for value in (MAIL, "Camille", "06 12"):
        assert value not in words


def test_a_row_of_the_same_person_is_left_out_with_a_reason_and_counted(
    fair, load, held, page, register, seen, settle
):
    load()
    decide(page, held.same, "same mail")
    load()

    assert lines(held) == ["fair · row 4, Phone"]
    assert held.decided.text() == "1 row left out: the same person"
    assert "Row 2 of fair.csv stays out" in seen.banners()
    [left_out, waiting] = list_held_rows(register)
    assert (left_out.decision, left_out.reason) == (HeldDecision.SAME_PERSON, "same mail")
    assert waiting.is_open
    assert list_sources(register)[0].row_count == 1


def test_a_row_of_another_person_is_stored_from_the_file(fair, load, held, page, register, seen):
    load()
    held.list.setCurrentIndex(held.model.index(1))
    decide(page, held.another, "the switchboard")
    load()

    assert lines(held) == ["fair · row 2, E-mail"]
    assert held.decided.text() == "1 row stored: another person"
    assert "Row 4 of fair.csv is stored" in seen.banners()
    assert list_sources(register)[0].row_count == 2
    assert seen.cells()[0][0] == "fair.csv 1 row held back · 2 rows"


def test_once_all_are_decided_only_their_counts_stay(fair, load, held, page, seen):
    load()
    decide(page, held.same, "same mail")
    load()
    decide(page, held.another, "the switchboard")
    load()

    assert held.decided.text() == ("1 row left out: the same person, 1 row stored: another person")
    assert not held.list.isVisible()
    assert not held.same.isVisible()
    assert seen.cells()[0][0] == "fair.csv 2 rows"


def test_without_a_reason_nothing_is_decided(fair, load, held, page, register):
    load()
    decide(page, held.same, "   ")

    assert page.dialog.isVisible()
    assert page.dialog.reason_field.error == (
        "A reason has between 1 and 1,000 characters. Write it again."
    )
    assert len(open_held_rows(register)) == 2
    page.dialog.reject()
    assert len(open_held_rows(register)) == 2


def test_a_file_that_changed_is_told_and_the_row_still_waits(
    fair, load, held, page, register, errors
):
    load()
    fair.write_text("Nom;Mail\nLéa;lea@b.example\n", encoding="utf-8")
    decide(page, held.another, "the switchboard")
    load()

    assert errors == ["fair.csv is not the file that was imported any more. Import it again."]
    assert len(open_held_rows(register)) == len(lines(held)) == 2
    assert list_sources(register)[0].row_count == 1


def test_a_file_that_is_gone_is_told_and_its_row_can_still_be_left_out(
    fair, load, held, page, register, errors
):
    load()
    fair.unlink()
    decide(page, held.another, "the switchboard")
    decide(page, held.same, "same mail")

    assert errors == [
        "fair.csv is not where it was imported from. Put it back, or import it again."
    ]
    assert [row.row for row in open_held_rows(register)] == [4]


def test_only_storing_offers_the_password_of_the_file(fair, load, held, page):
    load()
    held.same.click()
    assert page.dialog.password is None
    page.dialog.reject()

    held.another.click()
    page.dialog.reason.setText("the switchboard")
    page.dialog.password.editor.setText("secret")
    assert page.dialog.answer.password == "secret"
    assert "secret" not in repr(page.dialog.answer)
    page.dialog.reject()


def test_a_task_opens_the_page_at_its_file_with_the_first_row_in_focus(
    fair, bring_in, register, crm, workspace, open_page, settle
):
    bring_in(register, crm)
    [source_id] = {row.source_id for row in open_held_rows(register)}
    page = open_page(FilesPage(workspace))
    page.activateWindow()
    settle()
    assert page.table.currentIndex().data() == "crm.csv 2 rows"

    page.show_file(source_id)
    settle()

    assert page.table.currentIndex().data() == "fair.csv 2 rows held back · 1 row"
    assert page.details.held.list.hasFocus()


def test_a_file_asked_for_before_the_register_was_read_is_shown_when_it_was(
    fair, bring_in, register, crm, workspace, open_page, settle
):
    bring_in(register, crm)
    [source_id] = {row.source_id for row in open_held_rows(register)}
    page = FilesPage(workspace)

    page.show_file(source_id)
    open_page(page)
    settle()

    assert page.table.currentIndex().data() == "fair.csv 2 rows held back · 1 row"


def test_a_row_is_decided_on_by_keyboard_alone(fair, load, held, page, register, qtbot):
    load()
    page.activateWindow()
    held.take_focus()
    QTest.keyClick(held.list, Qt.Key.Key_Down)
    QTest.keyClick(held.list, Qt.Key.Key_Return)
    assert held.same.hasFocus()
    QTest.keyClick(held.same, Qt.Key.Key_Space)
    qtbot.keyClicks(page.dialog.reason, "same phone")
    QTest.keyClick(page.dialog.reason, Qt.Key.Key_Return)

    assert [row.row for row in open_held_rows(register)] == [2]


def test_what_is_decided_on_has_a_name_for_screen_readers(fair, load, held):
    load()

    assert held.list.accessibleName() == "Rows held back"
    assert held.same.accessibleName() == "Same person: leave out…"
    assert held.another.accessibleName() == "Another person: store…"


# --- two contents of one file


@pytest.fixture
def two_contents(fair, bring_in, register, write_csv, lists):
    """The list as it was, of which a copy is left, and as it is now: a row of one person in each."""
    copy = lists / "fair of spring.csv"
    copy.write_bytes(fair.read_bytes())
    bring_in(register, copy)
    bring_in(register, write_csv(fair, [*FAIR, ["Zoe Roux", "zoe@b.example", ""]]))
    return fair, copy


def test_rows_of_both_contents_say_which_one_they_stand_in(two_contents, load, held, page, seen):
    _fair, copy = two_contents
    load()
    told = []
    for row in range(page.table.model().rowCount()):
        page.table.setCurrentIndex(page.table.model().index(row, 0))
        assert held.content.isVisible()
        told.append(held.content.text())

    assert told == [
        "They stand in its latest content, imported on 16 November 2026.",
        f"They stand in its earlier content, imported on 16 November 2026, at {copy}.",
    ]
    assert [row[0] for row in seen.cells()] == [
        "fair.csv 2 rows held back · 2 rows", "fair.csv 2 rows held back · 1 row · earlier content",
    ]  # fmt: skip


def test_rows_of_the_only_content_say_nothing_of_it(fair, load, held):
    load()

    assert not held.content.isVisible()


def test_the_question_names_the_file_to_look_into_by_its_place(two_contents, load, held, page):
    fair, copy = two_contents
    load()
    told = []
    for row in range(2):
        page.table.setCurrentIndex(page.table.model().index(row, 0))
        held.same.click()
        told += [
            label.text() for label in page.dialog.findChildren(Label) if "Look" in label.text()
        ]
        page.dialog.reject()

    assert [sentence.split(" first.")[0] for sentence in told] == [
        f"Look into {fair}", f"Look into {copy}",
    ]  # fmt: skip


def test_a_row_of_the_earlier_content_is_stored_from_the_copy(
    two_contents, load, held, page, register
):
    load()
    page.table.setCurrentIndex(page.table.model().index(1, 0))
    decide(page, held.another, "another Camille")

    assert [(row.row, row.content) for row in open_held_rows(register)] == [
        (4, HeldContent.EARLIER), (2, HeldContent.LATEST), (4, HeldContent.LATEST),
    ]  # fmt: skip
