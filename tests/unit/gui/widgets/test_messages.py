"""Banners, empty states, dialogs, progress: what they say, and what can be pressed."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import LIGHT, Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.date_editor import DayField
from dsr_desktop.gui.widgets.dialog import FormDialog, QuestionDialog
from dsr_desktop.gui.widgets.editors import TextEditor
from dsr_desktop.gui.widgets.empty_state import EmptyState
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.label import CutLabel, Label, plain_tool_tip
from dsr_desktop.gui.widgets.progress import ProgressBar, ProgressPanel
from dsr_desktop.wording.language import speak

LONG = "Your colleagues erase their own files, see the checklist. " * 4


@pytest.mark.parametrize("tone", list(Tone))
def test_a_banner_says_what_and_the_consequence(theme, show, colours_of, tone):
    banner = Banner(theme, tone, "salon.xls was not searched", "A match would be missing")
    show(banner)
    assert banner.accessibleName() == "salon.xls was not searched"
    assert banner.accessibleDescription() == "A match would be missing"
    assert colours_of(banner).most_common(1)[0][0] == LIGHT.tone(tone).fill


def test_a_banner_has_at_most_two_buttons(theme, show, qtbot):
    banner = Banner(theme, Tone.INFO, "New key", "Search for it too?")
    show(banner)
    search = banner.add_button("Search", Icon.SEARCH)
    banner.add_button("Not now")
    with pytest.raises(ValueError, match="two buttons"):
        banner.add_button("Later")
    with qtbot.waitSignal(search.clicked):
        QTest.keyClick(search, Qt.Key.Key_Return)


def test_a_banner_can_say_something_else(theme, show):
    banner = Banner(theme, Tone.OK, "9 sources read again")
    show(banner)
    banner.set_words("10 sources read again", "All clean")
    assert "All clean" in [label.text() for label in banner.findChildren(QLabel)]
    assert banner.accessibleName() == "10 sources read again"


def test_a_banner_is_as_tall_as_its_text_and_no_taller(theme, show, qtbot):
    banner = Banner(theme, Tone.SOON, "Short", LONG)
    window = show(banner)
    window.resize(360, 600)
    qtbot.waitUntil(lambda: banner.height() == banner.heightForWidth(banner.width()))
    narrow = banner.height()
    window.resize(900, 600)
    qtbot.waitUntil(lambda: banner.height() == banner.heightForWidth(banner.width()))
    assert banner.height() < narrow


def test_names_with_tags_are_shown_letter_by_letter(theme, show):
    banner = Banner(theme, Tone.SOON, "<b>x</b>.xls was not searched")
    show(banner)
    assert all(
        label.textFormat() == Qt.TextFormat.PlainText for label in banner.findChildren(QLabel)
    )
    assert plain_tool_tip("<b>R&D</b>") == "<p>&lt;b&gt;R&amp;D&lt;/b&gt;</p>"


def test_a_cut_label_shows_the_whole_in_its_tooltip(theme, show):
    label = CutLabel(theme, "salon-lyon-2025-with-a-long-name.xlsx")
    show(label)
    label.setFixedWidth(60)
    label.grab()
    assert "salon-lyon-2025-with-a-long-name.xlsx" in label.toolTip()
    label.setFixedWidth(400)
    label.grab()
    assert label.toolTip() == ""


def test_an_empty_state_offers_one_thing_to_do(theme, show, qtbot):
    empty = EmptyState(theme, Icon.INBOX, "No request is open", "Record one on the day it arrives")
    button = empty.add_button("New request…", Icon.PLUS)
    show(empty)
    assert empty.accessibleName() == "No request is open"
    with qtbot.waitSignal(empty.action_requested):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_empty_state_stands_in_the_middle_of_a_pane_and_at_the_top_of_a_page(theme, show):
    middle = EmptyState(theme, Icon.INBOX, "Nothing", "Do this")
    top = EmptyState(theme, Icon.INBOX, "Nothing", "Do this", at_top=True)
    for empty in (middle, top):
        empty.setFixedSize(400, 400)
        show(empty)
    places = [empty.findChild(Label).y() for empty in (middle, top)]
    assert places[0] > 150 > places[1]


def question(theme, *, destructive: bool) -> QuestionDialog:
    return QuestionDialog(
        theme,
        "Erase 14 rows from the register?",
        LONG,
        verb="Erase 14 rows",
        cancel="Cancel",
        destructive=destructive,
    )


def press_in_dialog(key: Qt.Key) -> None:
    QTimer.singleShot(0, lambda: QTest.keyClick(QApplication.activeModalWidget(), key))


@pytest.mark.parametrize(("destructive", "answer"), [(True, False), (False, True)])
def test_enter_takes_the_careful_way_when_something_is_lost(theme, qtbot, destructive, answer):
    dialog = question(theme, destructive=destructive)
    qtbot.addWidget(dialog)
    press_in_dialog(Qt.Key.Key_Return)
    assert dialog.ask() is answer


def test_escape_is_cancel(theme, qtbot):
    dialog = question(theme, destructive=False)
    qtbot.addWidget(dialog)
    press_in_dialog(Qt.Key.Key_Escape)
    assert dialog.ask() is False


def test_the_verb_stands_on_the_button_and_does_it(theme, qtbot):
    dialog = question(theme, destructive=True)
    qtbot.addWidget(dialog)
    assert dialog.verb_button.text() == "Erase 14 rows"
    QTimer.singleShot(0, dialog.verb_button.click)
    assert dialog.ask() is True


def test_a_dialog_is_480_wide_and_as_tall_as_its_text(theme, qtbot):
    dialog = question(theme, destructive=True)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    assert dialog.width() == 480
    assert dialog.height() == dialog.heightForWidth(480)
    assert dialog.cancel_button.hasFocus()
    assert dialog.accessibleName() == "Erase 14 rows from the register?"


@pytest.fixture
def form(theme, qtbot):
    form = FormDialog(theme, "New request", verb="Record request", cancel="Cancel")
    form.add(Field(theme, "Name", TextEditor("Camille Dupont")))
    form.add(DayField(theme, speak("en"), "Received on", date(2026, 11, 2)))
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
    return form


def test_a_form_starts_in_its_first_field_and_tab_goes_down_to_the_buttons(form):
    assert form.focusWidget().accessibleName() == "Name"
    seen = []
    for _ in range(3):
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
        seen.append(form.focusWidget().accessibleName())
    assert seen == ["Received on", "Cancel", "Record request"]


def test_a_form_is_checked_by_its_caller_before_it_closes(form, qtbot):
    with qtbot.waitSignal(form.verb_button.clicked), qtbot.assertNotEmitted(form.accepted):
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_Return)
    assert form.isVisible()
    with qtbot.waitSignal(form.rejected):
        QTest.mouseClick(form.cancel_button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("done", "total", "share"), [(0, 12, 0.0), (7, 12, 7 / 12), (15, 12, 1.0), (3, 0, 0.0)]
)
def test_the_bar_shows_the_share(theme, qtbot, done, total, share):
    bar = ProgressBar(theme, "Reading")
    qtbot.addWidget(bar)
    bar.show_progress(done, total)
    assert bar.share == share


def test_half_the_work_fills_half_the_bar(theme, show, colours_of):
    bar = ProgressBar(theme, "Reading")
    bar.setFixedWidth(200)
    show(bar)
    bar.show_progress(1, 2)
    shown = colours_of(bar)
    assert 0.8 < shown[LIGHT.accent] / shown[LIGHT.line] < 1.2


def test_a_single_piece_of_work_moves_on_while_nobody_knows_its_share(
    theme, show, colours_of, qtbot
):
    bar = ProgressBar(theme, "Reading")
    bar.setFixedWidth(200)
    show(bar)
    bar.show_progress(0, 1)
    assert bar.is_open_ended

    seen = [bar.grab().toImage()]
    qtbot.waitUntil(lambda: bar.grab().toImage() != seen[0])

    bar.show_progress(1, 1)
    assert not bar.is_open_ended
    assert colours_of(bar)[LIGHT.line] == 0


def test_work_under_way_can_be_cancelled(theme, show, qtbot):
    panel = ProgressPanel(theme, "Loading", "Cancel")
    show(panel)
    panel.show_progress(7, 12, rate="7 of 12 files", what="Reading quotes-2025.xlsb")
    assert panel.accessibleDescription() == "7 of 12 files Reading quotes-2025.xlsb"
    cancel = panel.focusWidget()
    with qtbot.waitSignal(panel.cancel_requested):
        QTest.keyClick(cancel, Qt.Key.Key_Return)
