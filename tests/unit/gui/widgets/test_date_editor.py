"""A day is typed freely: it is read day first, shown as understood, and never another one."""

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QDate, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from dsr_desktop.gui.theme.tokens import LIGHT
from dsr_desktop.gui.widgets.date_editor import DateEditor, DayField
from dsr_desktop.gui.widgets.editors import TextEditor
from dsr_desktop.wording.language import speak

DAY = date(2026, 11, 2)
LANGUAGES = pytest.mark.parametrize("language", ["fr", "en"])


@pytest.fixture
def field(theme, show):
    """Return a function that shows a field of a day above another input, with the focus in it."""

    def make(language="en"):
        made = DayField(theme, speak(language), "Received on", DAY)
        show(made, TextEditor())
        made.editor.setFocus(Qt.FocusReason.TabFocusReason)
        return made

    return make


def write(field, text):
    """Replace what is in the field, as one does: select all, type, leave."""
    QTest.keyClick(field.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    for letter in text:
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(field.editor, QKeyEvent(QEvent.Type.KeyPress, 0, none, letter))


def leave(field):
    QTest.keyClick(field.editor, Qt.Key.Key_Tab)
    assert not field.editor.hasFocus()


def lines(field):
    return [label.text() for label in field.findChildren(QLabel) if label.text()]


@LANGUAGES
@pytest.mark.parametrize(
    "text", ["09/10/2026", "9.10.26", "9-10-2026", "9 10 2026", "2026-10-09", "9 oct. 2026",
             "9 October 2026", "9 OCTOBRE 2026"],
)  # fmt: skip
def test_what_is_typed_is_the_day_that_is_meant(field, language, text):
    made = field(language)
    write(made, text)
    leave(made)

    assert made.editor.understood == date(2026, 10, 9)
    assert made.editor.text() == {"fr": "9 octobre 2026", "en": "9 October 2026"}[language]
    assert made.error == ""


def test_the_first_of_a_month_is_read_and_written_the_french_way(field):
    made = field("fr")
    write(made, "1er août 2026")
    leave(made)

    assert made.editor.understood == date(2026, 8, 1)
    assert made.editor.text() == "1er août 2026"


def test_while_one_types_the_day_understood_stands_below(field):
    made = field()
    assert "Day first: 31/12/2026" in lines(made)

    write(made, "3/4/2026")
    assert "Friday 3 April 2026" in lines(made)

    leave(made)
    assert "Day first: 31/12/2026" in lines(made)


@LANGUAGES
@pytest.mark.parametrize("text", ["", "10/13/2026", "31/02/2026", "20261110", "next week", "9/10"])
def test_what_is_no_day_is_refused_in_red_and_becomes_no_other(field, colours_of, language, text):
    made = field(language)
    write(made, text or " ")
    leave(made)

    assert made.editor.understood is None
    assert made.editor.text() == (text or " ")
    assert "31/12/2026" in made.error
    assert made.editor.accessibleDescription() == made.error
    assert colours_of(made.editor)[LIGHT.late.ink] > 2 * made.editor.width()


def test_the_refusal_goes_when_one_types_on(field):
    made = field()
    write(made, "nonsense")
    leave(made)

    made.editor.setFocus()
    write(made, "9")

    assert made.error == ""


def test_enter_writes_the_day_out(field):
    made = field()
    write(made, "9/10/26")
    QTest.keyClick(made.editor, Qt.Key.Key_Return)

    assert made.editor.text() == "9 October 2026"


def test_every_change_of_the_day_is_told_once(field):
    made, told = field(), []
    made.editor.day_changed.connect(lambda: told.append(made.editor.understood))

    write(made, "9/10/2026")
    leave(made)

    assert told[0] is None
    assert told[-1] == date(2026, 10, 9)
    assert told.count(date(2026, 10, 9)) == 1
    assert all(one != other for one, other in pairwise(told))


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Up, date(2026, 11, 3)),
        (Qt.Key.Key_Down, date(2026, 11, 1)),
        (Qt.Key.Key_PageUp, date(2026, 12, 2)),
        (Qt.Key.Key_PageDown, date(2026, 10, 2)),
    ],
)
def test_keys_go_by_a_day_or_a_month(field, key, day):
    made = field()
    QTest.keyClick(made.editor, key)

    assert made.editor.understood == day


def test_a_month_on_from_its_last_day_stays_in_the_next(field):
    made = field()
    made.editor.set_day(date(2026, 1, 31))
    QTest.keyClick(made.editor, Qt.Key.Key_PageUp)

    assert made.editor.understood == date(2026, 2, 28)


def test_no_key_makes_a_day_of_what_is_none(field):
    made = field()
    write(made, "31/02/2026")
    QTest.keyClick(made.editor, Qt.Key.Key_Up)

    assert made.editor.text() == "31/02/2026"


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_the_calendar_opens_by_key(field, qtbot, key, modifier):
    made = field()
    QTest.keyClick(made.editor, key, modifier)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    shown = popup.grab().toImage()
    colours = {
        shown.pixelColor(x, y).name() for x in range(shown.width()) for y in range(shown.height())
    }
    popup.close()
    assert LIGHT.accent in colours
    assert "#ff0000" not in colours, "red is for what is late, not for Sundays"


def test_the_sign_opens_the_calendar_and_a_day_in_it_is_taken(field, qtbot):
    made = field()
    edge = QPoint(made.editor.width() - 6, made.editor.height() // 2)
    QTest.mouseClick(made.editor, Qt.MouseButton.LeftButton, pos=edge)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert popup.selectedDate() == QDate(2026, 11, 2)

    popup.clicked.emit(QDate(2026, 11, 9))

    assert made.editor.understood == date(2026, 11, 9)
    assert not popup.isVisible()


def test_escape_closes_the_calendar_and_keeps_the_day(field, qtbot):
    made = field()
    made.editor.open_calendar()
    popup = QApplication.activePopupWidget()
    QTest.keyClick(popup, Qt.Key.Key_Escape)

    assert not popup.isVisible()
    assert made.editor.understood == DAY


def test_it_begins_with_today(theme):
    assert DateEditor(theme, speak("en")).understood == date.today()
