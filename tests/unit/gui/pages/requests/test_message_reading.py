"""What a box of a message is given is read elsewhere; only the last of it counts, while it is there."""

from concurrent.futures import Executor, Future
from functools import partial

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor

from dsr_desktop.gui.jobs import AtOnce, Jobs
from dsr_desktop.gui.pages.requests.message_box import MessageBox
from dsr_desktop.gui.pages.requests.message_reading import MessageReading
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.wording.language import speak
from tests.integration.services.test_messages import mail


class ByHand(Executor):
    """A lane whose work is done when the test says so."""

    def __init__(self):
        self.waiting = []

    def submit(self, fn, /, *args, **kwargs):
        self.waiting.append(partial(fn, *args, **kwargs))
        return Future()


@pytest.fixture
def lane():
    return ByHand()


@pytest.fixture
def taken():
    """The texts of the messages that were read."""
    return []


@pytest.fixture
def box(qtbot, register, theme, today, lane, taken):
    jobs = Jobs({"work": AtOnce(), "read": lane})
    bugs = []
    jobs.crashed.connect(bugs.append)
    box = MessageBox(theme, speak("en"))
    workspace = Workspace(register, speak("en"), theme, jobs, lambda: today)

    def take(reading):
        box.show_read(reading.messages)
        taken.append([one.text for one in reading.messages])

    MessageReading(workspace, box, take)
    yield box
    assert bugs == []


def test_while_a_message_is_read_the_box_says_so_and_has_none_to_keep(box, lane, taken):
    box.editor.text_given.emit("Please delete my data.")
    assert (box.told.text(), box.given, box.hand_over()) == ("Reading the message…", (), True)

    (read,) = lane.waiting
    read()
    assert taken == [["Please delete my data."]]
    assert (box.hand_over(), len(box.given)) == (False, 1)


def test_what_is_given_later_overtakes_what_is_being_read(box, lane, taken):
    box.editor.text_given.emit("Please delete my data.")
    box.editor.text_given.emit("Please send me my data.")

    earlier, later = lane.waiting
    later()
    earlier()
    assert taken == [["Please send me my data."]]


def test_a_text_taken_out_again_takes_back_what_was_read(box, lane, taken):
    for text in ("Please delete my data.", " "):
        box.editor.text_given.emit(text)
        lane.waiting[-1]()

    assert taken == [["Please delete my data."], []]


def test_a_file_that_is_none_leaves_the_reason_in_the_box(box, lane, taken, tmp_path):
    box.editor.files_given.emit([tmp_path / "gone.eml"])
    lane.waiting[0]()

    assert taken == []
    assert box.hints.text().startswith("The document to attach is not there")
    assert not box.hand_over()


def test_a_box_that_is_gone_hears_no_more_of_its_message(box, lane, taken, settle):
    box.editor.text_given.emit("Please delete my data.")
    box.deleteLater()
    settle()

    lane.waiting[0]()
    assert taken == []


def pasted(text):
    data = QMimeData()
    data.setText(text)
    return data


def test_an_endless_line_is_broken_where_it_is_shown_and_kept_as_it_came(box, lane, taken):
    text = f"Please delete my data. {'x' * 5_000}"
    box.editor.insertFromMimeData(pasted(text))
    lane.waiting[0]()

    assert taken == [[text]]
    assert [len(line) for line in box.editor.toPlainText().split("\n")] == [1_000] * 5 + [23]
    assert not box.hand_over()


def test_the_source_of_a_mail_with_its_documents_is_read_before_it_is_shown(box, lane, taken):
    source = mail(("list.bin", bytes(range(256)) * 800)).decode()
    assert len(source) > 200_000
    box.editor.insertFromMimeData(pasted(source))
    assert box.editor.toPlainText() == ""

    lane.waiting[0]()
    assert taken == [["Merci de me donner une copie de mes données."]]
    assert box.editor.toPlainText() == taken[0][0]
    assert len(box.choices) == 1


def test_what_is_pasted_into_words_that_are_there_is_read_with_them(box, lane, taken):
    box.editor.setPlainText("Please ")
    box.editor.moveCursor(QTextCursor.MoveOperation.End)
    box.editor.insertFromMimeData(pasted("delete my data."))
    lane.waiting[0]()

    assert taken == [["Please delete my data."]]
