"""A form that writes one record: rules at its fields, open until it is recorded, then gone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.gui.jobs import AtOnce, Jobs
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.editors import NoteEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field

SEEN_ON = date(2026, 11, 16)


class NoteForm(RecordForm):
    """Asks for a title, a text of several lines and a day."""

    def __init__(self, theme, tr):
        super().__init__(theme, tr, "Note", verb="Record the note")
        self.title = TextEditor()
        self.text = NoteEditor(lines=2)
        self.add_field("title", Field(theme, "Title", self.title))
        self.add_field("text", Field(theme, "Text", self.text))
        self.seen_on = self.add_day("seen_on", "Seen on", SEEN_ON)

    def answer(self):
        return self.title.text(), self.text.toPlainText(), self.seen_on.understood

    def mistakes(self):
        return {} if self.title.text() else {"title": "Give it a title"}


@pytest.fixture
def form(workspace, qtbot):
    made = NoteForm(workspace.theme, workspace.tr)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.open()
    return made


@pytest.fixture
def handed_in(form):
    answers = []
    form.submitted.connect(answers.append)
    return answers


def banners(form):
    return [one.accessibleName() for one in form.findChildren(Banner)]


def test_a_form_hands_in_what_it_says(form, handed_in):
    form.title.setText("Call")

    form.verb_button.click()

    assert handed_in == [("Call", "", SEEN_ON)]


def test_a_broken_rule_stands_at_its_field_which_takes_the_focus(form, handed_in, qtbot):
    form.text.setFocus()

    form.verb_button.click()

    assert form.fields["title"].error == "Give it a title"
    qtbot.waitUntil(form.title.hasFocus)
    assert handed_in == []


def test_a_day_that_cannot_be_read_is_never_handed_in_as_another(form, handed_in, qtbot):
    form.title.setText("Call")
    form.seen_on.setText("31/06/2026")

    form.verb_button.click()

    assert form.fields["seen_on"].error
    qtbot.waitUntil(form.seen_on.hasFocus)
    assert handed_in == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_hands_in_once_from_a_text_of_several_lines(form, handed_in, key, qtbot):
    form.title.setText("Call")
    form.text.setFocus()
    qtbot.waitUntil(form.text.hasFocus)

    QTest.keyClick(form.text, key, Qt.KeyboardModifier.ControlModifier)

    assert handed_in == [("Call", "", SEEN_ON)]


def test_what_was_handed_in_is_not_handed_in_twice(form, handed_in):
    form.title.setText("Call")

    form.submit()
    form.submit()

    assert len(handed_in) == 1


def test_while_it_is_recorded_a_form_cannot_be_closed(form):
    form.title.setText("Call")
    form.submit()

    form.reject()

    assert form.isVisible()
    assert not form.cancel_button.isEnabled()


def test_a_refusal_is_shown_and_what_was_typed_stays(form, handed_in, qtbot):
    form.title.setText("Call")
    form.submit()

    form.show_failure(InvalidInputError("receipt_in_future"))

    assert banners(form) == ["Nothing was recorded"]
    assert form.title.text() == "Call"
    assert form.cancel_button.isEnabled()
    form.submit()
    assert len(handed_in) == 2
    qtbot.waitUntil(lambda: banners(form) == [])


def test_a_form_closes_when_its_record_is_written_and_the_pages_are_told(form, workspace):
    presenter, told, changes = Presenter(workspace), [], []
    workspace.register_changed.connect(lambda: changes.append(1))
    form.submitted.connect(
        lambda answer: presenter.record(form, lambda _progress: answer[0], told.append)
    )
    form.title.setText("Call")

    form.submit()

    assert not form.isVisible()
    assert told == ["Call"]
    assert changes == [1]


def test_a_form_whose_record_is_refused_stays_and_no_page_loads(form, workspace):
    presenter, told, changes = Presenter(workspace), [], []
    workspace.register_changed.connect(lambda: changes.append(1))

    def refuse(_progress):
        raise InvalidInputError("receipt_in_future")

    form.submitted.connect(lambda _answer: presenter.record(form, refuse, told.append))
    form.title.setText("Call")

    form.submit()

    assert form.isVisible()
    assert banners(form) == ["Nothing was recorded"]
    assert told == changes == []


def test_a_form_whose_recording_was_stopped_can_be_handed_in_again(form, workspace, handed_in):
    workspace.jobs = Jobs({"work": AtOnce()})

    def stop_at_once(progress):
        workspace.jobs.cancel()
        progress(0, 1, "")

    form.submitted.connect(lambda _answer: Presenter(workspace).record(form, stop_at_once))
    form.title.setText("Call")

    form.submit()

    assert form.isVisible()
    assert form.cancel_button.isEnabled()
    form.submit()
    assert len(handed_in) == 2
