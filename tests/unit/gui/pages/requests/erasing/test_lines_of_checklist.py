"""The lines of the checklist in the window: marked by keys, and read back from a ticked list."""

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from dsr_desktop.domain.erasure_decisions import Outcome
from dsr_desktop.domain.recipient import Recipient, RecipientRole
from dsr_desktop.domain.request import Decision, Right
from dsr_desktop.services.checklists import write_checklist
from dsr_desktop.services.erasure_decisions import marked_lines
from dsr_desktop.services.handling import decide
from dsr_desktop.services.recipients import add_recipient
from tests.unit.gui.pages.requests.test_request_cards import choose, texts


@pytest.fixture
def asked(ask, contacts, find, register, today):
    """A request whose erasure is granted, with a recipient to tell."""
    add_recipient(
        register,
        Recipient("Mailing SARL", RecipientRole.PROCESSOR, "FR", activities=("PA3",)),
        today,
    )
    ref = ask(Right.ERASURE)
    find(ref)
    decide(register, ref, Right.ERASURE, Decision.GRANTED, today)
    return ref


@pytest.fixture
def lines(open_request, asked, settle):
    """The page, and the dialog with the lines."""
    page = open_request(asked)
    page.request.erasing.lines.button.click()
    settle()
    return page, page.questions.dialog


@pytest.fixture
def marks(register, asked, today, workspace):
    """Return a function that reads what was said of the lines."""
    return lambda: tuple(marked_lines(register, asked, today, workspace.tr).marks.values())


def test_a_line_is_marked_by_the_keyboard_alone(lines, qtbot, settle, marks, today):
    page, dialog = lines
    assert dialog.list.hasFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    form = page.questions.dialog
    form.evidence.setPlainText("ticket 12")
    qtbot.waitUntil(form.isActiveWindow)
    qtbot.keyClick(form.evidence, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()

    (mark,) = marks()
    assert (mark.outcome, mark.done_on, mark.evidence) == (Outcome.ERASED, today, "ticket 12")
    assert dialog.list.currentIndex().row() == 1, "the next open line is chosen"
    assert page.request.erasing.lines.line.text() == "1 line is done"


def test_many_lines_are_marked_at_once(lines, qtbot, settle, marks):
    page, dialog = lines
    dialog.whole_file.click()
    cells = len(dialog.chosen)
    assert cells > 1
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    page.questions.dialog.verb_button.click()
    settle()

    assert len(marks()) == cells
    dialog.all_open.click()
    assert all(one.mark is None for one in dialog.chosen)


def test_a_kept_line_has_a_reason_and_a_day(lines, settle, marks):
    page, dialog = lines
    dialog.verb_button.click()
    form = page.questions.dialog
    assert not form.fields["reason"].isVisibleTo(form)

    choose(form.outcome, "Kept")
    assert form.fields["until"].isVisibleTo(form)
    form.verb_button.click()
    settle()

    (mark,) = marks()
    assert (mark.outcome, mark.reason_code) == (Outcome.KEPT, "A17_3_b")
    assert mark.until is not None


def recipient_of(dialog):
    return next(n for n, one in enumerate(dialog.model.rows) if one.group == "recipient")


def test_a_recipient_is_told_or_it_is_said_why_not(lines, settle, marks):
    page, dialog = lines
    dialog.list.setCurrentIndex(dialog.model.index(recipient_of(dialog)))
    dialog.verb_button.click()
    form = page.questions.dialog
    choose(form.outcome, "Could not be told")
    form.verb_button.click()
    assert "evidence" in form.mistakes()

    form.evidence.setPlainText("closed down in 2025")
    form.verb_button.click()
    settle()

    (mark,) = marks()
    assert mark.outcome is Outcome.IMPOSSIBLE


def test_recipients_and_cells_are_marked_apart(lines):
    _page, dialog = lines
    dialog.list.selectAll()

    assert not dialog.verb_button.isEnabled()
    assert "choose them apart" in dialog.remark.text()


def test_somebody_did_it(lines):
    page, dialog = lines
    dialog.verb_button.click()
    form = page.questions.dialog
    form.by.setText(" ")
    form.verb_button.click()

    assert set(form.mistakes()) == {"by"}


def test_what_a_wrong_day_breaks_is_said_in_the_form(lines, settle, marks):
    page, dialog = lines
    dialog.verb_button.click()
    form = page.questions.dialog
    form.done_on.setText("1/1/2020")
    form.verb_button.click()
    settle()

    assert any("Correct the day" in text for text in texts(form))
    assert marks() == ()


@pytest.fixture
def ticked(register, asked, today, workspace, tmp_path):
    """Return a function that ticks rows of the workbook; the day of one may be left out."""

    def tick(*rows, signed="ZR"):
        path = write_checklist(register, asked, tmp_path, today, workspace.tr).xlsx
        book = load_workbook(path)
        sheet = book.worksheets[0] if "To erase" not in book.sheetnames else book["To erase"]
        for row in rows:
            sheet[f"I{row}"], sheet[f"J{row}"] = "☑", today.isoformat()
            sheet[f"K{row}"] = signed
        book.save(path)
        return path

    return tick


def test_a_ticked_list_is_shown_before_anything_is_recorded(
    open_request, asked, ticked, settle, marks
):
    page, path = open_request(asked), ticked(2, 3)
    page.questions.ask_file = lambda _title: path
    page.request.erasing.ticked.button.click()
    settle()
    dialog = page.questions.dialog

    assert any("2 lines are new" in text for text in texts(dialog))
    assert len(dialog.model.rows) == 2
    assert marks() == ()
    assert dialog.verb_button.text() == "Record 2 lines"
    dialog.verb_button.click()
    settle()

    assert len(marks()) == 2
    assert any("2 lines recorded" in text for text in texts(page))


def test_a_list_with_a_row_that_cannot_be_taken_records_nothing(
    open_request, asked, ticked, settle, marks
):
    page, path = open_request(asked), ticked(2, signed="")
    page.questions.ask_file = lambda _title: path
    page.request.erasing.ticked.button.click()
    settle()
    dialog = page.questions.dialog

    assert any("nobody signed" in text for text in texts(dialog))
    assert not dialog.verb_button.isEnabled()
    dialog.submit()
    settle()
    assert marks() == ()


def test_going_back_from_the_choice_of_the_file_does_nothing(open_request, asked, settle):
    page = open_request(asked)
    page.questions.ask_file = lambda _title: None
    page.request.erasing.ticked.button.click()
    settle()

    assert page.questions.dialog is None
