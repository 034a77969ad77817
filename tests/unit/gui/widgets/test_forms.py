"""Fields, inputs, ticks and choices."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from dsr_desktop.gui.theme.tokens import LIGHT, Height
from dsr_desktop.gui.widgets.choice import Choice, Option
from dsr_desktop.gui.widgets.date_editor import DateEditor
from dsr_desktop.gui.widgets.editors import ChoiceEditor, NoteEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.segmented import Segmented
from dsr_desktop.gui.widgets.tick_box import RadioButton, TickBox
from dsr_desktop.wording.language import speak

ENGLISH = speak("en")
DAY = date(2026, 11, 2)


def wheel(widget):
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_a_field_names_its_input_and_describes_it(theme):
    editor = TextEditor()
    field = Field(theme, "Received on", editor, help_text="The day it reached the company")
    assert field.editor is editor
    assert editor.accessibleName() == "Received on"
    assert editor.accessibleDescription() == "The day it reached the company"


def test_an_error_replaces_the_help_line_without_moving_anything(theme, show, colours_of):
    field = Field(theme, "Received on", TextEditor("2 December 2026"), help_text="In words")
    show(field)
    height = field.sizeHint().height()
    field.set_error("Must not lie after today")
    texts = [label.text() for label in field.findChildren(QLabel)]
    assert "Must not lie after today" in texts
    assert "In words" not in texts
    assert field.error == "Must not lie after today"
    assert field.editor.accessibleDescription() == "Must not lie after today"
    assert field.sizeHint().height() == height
    assert colours_of(field.editor)[LIGHT.late.ink] > 2 * field.editor.width()


def test_an_error_is_taken_back(theme, show, colours_of):
    field = Field(theme, "Received on", TextEditor("2 December 2026"), help_text="In words")
    show(field)
    field.set_error("Must not lie after today")
    field.set_error("")
    assert "In words" in [label.text() for label in field.findChildren(QLabel)]
    assert colours_of(field.editor)[LIGHT.late.ink] == 0


def test_an_ampersand_in_a_label_is_shown(theme):
    editor = TextEditor()
    field = Field(theme, "R&D contact", editor)
    assert editor.accessibleName() == "R&D contact"
    assert field.findChildren(QLabel)[0].text() == "R&&D contact"


def test_inputs_are_32_high_and_those_in_rows_lower(theme, show):
    low = ChoiceEditor(theme, ("E-mail",), height=Height.SMALL)
    mapping = ChoiceEditor(theme, ("E-mail",), height=Height.MAPPING)
    tall = (TextEditor(), DateEditor(theme, ENGLISH), ChoiceEditor(theme, ("E-mail",)))
    show(low, mapping, *tall)
    assert [editor.height() for editor in tall] == [32, 32, 32]
    assert (low.height(), mapping.height()) == (28, 24)


def test_the_border_of_an_input_has_the_field_colour_and_the_focus_a_ring(theme, show, colours_of):
    first, second = TextEditor("one"), TextEditor("two")
    show(first, second)
    second.setFocus()
    assert colours_of(first)[LIGHT.field] > first.width()
    assert colours_of(second)[LIGHT.accent] > 2 * second.width()


def test_tab_leaves_a_note(theme, show):
    note, after = NoteEditor("Asked by phone"), TextEditor()
    show(note, after)
    note.setFocus()
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert note.toPlainText() == "Asked by phone"


def test_scrolling_a_page_changes_neither_date_nor_choice(theme, show):
    day, choice = DateEditor(theme, ENGLISH, DAY), ChoiceEditor(theme, ("A", "B"))
    show(day, choice)
    for widget in (day, choice):
        widget.setFocus()
        wheel(widget)
    assert day.understood == DAY
    assert choice.currentIndex() == 0


def test_an_undecided_choice_is_marked(theme, show, colours_of):
    choice = ChoiceEditor(theme, ("To decide", "Erase"), height=Height.SMALL)
    show(choice)
    choice.set_undecided(True)
    assert colours_of(choice).most_common(1)[0][0] == LIGHT.mark
    choice.set_undecided(False)
    assert LIGHT.mark not in colours_of(choice)


def test_a_tick_box_is_ticked_by_space_and_shows_it(theme, show, colours_of):
    tick = TickBox(theme, "Include closed requests & drafts")
    show(tick)
    assert tick.accessibleName() == "Include closed requests & drafts"
    tick.clearFocus()
    assert LIGHT.accent not in colours_of(tick)
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert tick.isChecked()
    assert colours_of(tick)[LIGHT.accent] > 100


def test_a_click_on_the_words_ticks(theme, show):
    tick = TickBox(theme, "Include closed requests")
    show(tick)
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(tick.width() - 4, 12))
    assert tick.isChecked()


def test_radio_buttons_exclude_each_other(theme, show):
    skip, keep = RadioButton(theme, "Skip the column"), RadioButton(theme, "Keep it, because")
    show(skip, keep)
    skip.click()
    keep.click()
    assert (skip.isChecked(), keep.isChecked()) == (False, True)


OPTIONS = (
    Option("Register list", "Kept under their retention rule"),
    Option("Working copy", "Deleted after 30 days"),
)


def make_choice(theme):
    return Choice(theme, "Kind of list", OPTIONS)


def make_segmented(theme):
    return Segmented(theme, "Rows", ("All", "Still there · 1"))


GROUPS = pytest.mark.parametrize("make", [make_choice, make_segmented])


@GROUPS
def test_a_click_chooses_and_tells(theme, show, qtbot, make):
    group = make(theme)
    show(group)
    second = group.layout().itemAt(1).widget()
    with qtbot.waitSignal(group.chosen) as signal:
        QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert signal.args == [1]
    assert group.current == 1


@GROUPS
def test_arrows_choose_and_the_group_is_one_stop(theme, show, qtbot, make):
    before, group, after = TextEditor(), make(theme), TextEditor()
    holder = show(before, group, after)
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert group.isAncestorOf(holder.focusWidget())
    with qtbot.waitSignal(group.chosen):
        QTest.keyClick(holder.focusWidget(), Qt.Key.Key_Right)
    assert group.current == 1
    QTest.keyClick(holder.focusWidget(), Qt.Key.Key_Tab)
    assert after.hasFocus()


@GROUPS
def test_choosing_from_code_is_silent(theme, show, qtbot, make):
    group = make(theme)
    show(group)
    with qtbot.assertNotEmitted(group.chosen):
        group.set_current(1)
    assert group.current == 1


def test_option_cards_say_title_and_consequence(theme):
    card = make_choice(theme).layout().itemAt(1).widget()
    assert card.accessibleName() == "Working copy"
    assert card.accessibleDescription() == "Deleted after 30 days"


def test_a_segment_can_change_its_count(theme):
    switch = make_segmented(theme)
    switch.set_label(1, "Still there · 0")
    assert switch.layout().itemAt(1).widget().accessibleName() == "Still there · 0"
