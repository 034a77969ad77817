"""Where the focus goes, and that new widgets have their place before they are drawn."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractListModel, QBuffer, Qt
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QListView,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import ThemeMode
from dsr_desktop.gui.theme.tokens import DARK, LIGHT, TextStyle, Tone
from dsr_desktop.gui.widgets.button import Button
from dsr_desktop.gui.widgets.canvas import words_width
from dsr_desktop.gui.widgets.cells import LOOK_ROLE, RowLook
from dsr_desktop.gui.widgets.chip import ChipLook
from dsr_desktop.gui.widgets.choice import Choice, Option
from dsr_desktop.gui.widgets.date_editor import DateEditor
from dsr_desktop.gui.widgets.editors import ChoiceEditor, TextEditor
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.layouts import lay_out_now
from dsr_desktop.gui.widgets.reading_order import put_in_reading_order
from dsr_desktop.gui.widgets.row_list import RowList
from dsr_desktop.gui.widgets.scroll_pane import ScrollPane
from dsr_desktop.gui.widgets.sidebar import Section, Sidebar
from dsr_desktop.gui.widgets.snug import Snug
from dsr_desktop.wording.language import speak


def order_of_tab(first):
    first.setFocus()
    reached = []
    while (focus := QApplication.focusWidget()) not in reached:
        reached.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return [widget.accessibleName() for widget in reached]


@pytest.fixture
def part():
    return QWidget()


@pytest.fixture
def buttons(theme, part):
    """Buttons made in the wrong order, which is that of Tab at first."""
    made = {name: Button(theme, name, parent=part) for name in ("4", "2", "1", "3")}
    return [made[name] for name in sorted(made)]


def row_of_columns(parent, buttons):
    row = QHBoxLayout(parent)
    for pair in (buttons[:2], buttons[2:]):
        column = QVBoxLayout()
        row.addLayout(column)
        for button in pair:
            column.addWidget(button)


def grid_filled_upwards(parent, buttons):
    grid = QGridLayout(parent)
    for number, button in reversed(list(enumerate(buttons))):
        grid.addWidget(button, number // 2, number % 2)


def panes_beside_each_other(parent, buttons):
    splitter = QSplitter(parent)
    panes = [QWidget(), QWidget()]
    splitter.addWidget(panes[1])
    splitter.insertWidget(0, panes[0])
    for pane, pair in reversed(list(zip(panes, (buttons[:2], buttons[2:]), strict=True))):
        row_of_columns(pane, pair)


def panes_that_scroll(parent, buttons):
    column = QVBoxLayout(parent)
    for button in reversed(buttons):
        pane = ScrollPane()
        pane.add(button)
        column.insertWidget(0, pane)


@pytest.mark.parametrize(
    "lay_out",
    [row_of_columns, grid_filled_upwards, panes_beside_each_other, panes_that_scroll],
)
def test_tab_goes_as_one_reads(show, part, buttons, lay_out):
    lay_out(part, buttons)
    window = show(part)

    put_in_reading_order(window)

    assert order_of_tab(buttons[0]) == ["1", "2", "3", "4"]


def test_tab_passes_over_parts_of_an_input(theme, show):
    date, choice = DateEditor(theme, speak("en")), ChoiceEditor(theme, ("No data held", "Granted"))
    date.setAccessibleName("date")
    choice.setAccessibleName("choice")
    window = show(date, choice)

    put_in_reading_order(window)

    assert order_of_tab(date) == ["date", "choice"]


def test_the_focus_comes_back_to_a_button_that_was_busy(theme, show):
    button, other = Button(theme, "Read again"), TextEditor()
    show(button, other)
    button.setFocus()

    button.set_busy("Reading 1 of 2…")
    button.set_busy("Reading 2 of 2…")
    assert not button.hasFocus()
    button.set_busy("")

    assert button.hasFocus()


def test_the_focus_stays_where_the_user_put_it_meanwhile(theme, show):
    button, other, another = Button(theme, "Read again"), TextEditor(), TextEditor()
    show(button, other, another)
    button.setFocus()

    button.set_busy("Reading…")
    another.setFocus()
    button.set_busy("")

    assert another.hasFocus()


def test_a_choice_takes_the_focus_where_it_is_chosen(theme, show):
    choice = Choice(theme, "Kind", [Option("List", "kept"), Option("Copy", "deleted")], current=1)
    show(TextEditor(), choice)

    choice.setFocus()

    assert QApplication.focusWidget().accessibleName() == "Copy"


@pytest.mark.parametrize(
    "make",
    [lambda theme: ChoiceEditor(theme, ("a", "b")), lambda theme: DateEditor(theme, speak("en"))],
)
def test_the_wheel_takes_no_focus(theme, make):
    assert make(theme).focusPolicy() is Qt.FocusPolicy.StrongFocus


@pytest.mark.parametrize("in_sidebar", [True, False])
def test_a_focus_in_the_sidebar_follows_the_section(theme, show, in_sidebar):
    sections = [Section("today", "Today", Icon.INBOX), Section("files", "Files", Icon.FILE)]
    sidebar, other = Sidebar(theme, "App", sections, name="Sections"), TextEditor()
    other.setAccessibleName("other")
    show(sidebar, other)
    sidebar.set_current("today")
    (sidebar._links["today"] if in_sidebar else other).setFocus()

    sidebar.set_current("files")

    wanted = "Files" if in_sidebar else "other"
    assert QApplication.focusWidget().accessibleName() == wanted


def test_what_was_added_has_its_place_at_once(theme, show):
    pane = ScrollPane()
    show(pane)
    card = Snug()
    column = QVBoxLayout(card)
    label = Label(theme, "The file is damaged or cut off. " * 9, wraps=True)
    column.addWidget(label)
    pane.add(card)
    assert not label.isVisible()

    lay_out_now(pane)

    assert label.isVisible()
    assert label.height() >= label.heightForWidth(label.width())


@pytest.mark.parametrize("mode", [ThemeMode.LIGHT, ThemeMode.DARK])
def test_the_proposals_below_an_input_stand_on_a_ground_of_their_own(
    theme, qtbot, colours_of, mode
):
    theme.set_mode(mode)
    proposals = QListView()
    qtbot.addWidget(proposals)

    ground = colours_of(proposals).most_common(1)[0][0]
    theme.set_mode(ThemeMode.LIGHT)

    assert ground == (LIGHT if mode is ThemeMode.LIGHT else DARK).panel


class OneHead(QAbstractListModel):
    """The head of a group, as wide as its words."""

    def rowCount(self, parent=None):
        return 1

    def data(self, index, role=0):
        chip = ChipLook("Hidden", Tone.OUTLINE, Icon.EYE_OFF)
        look = RowLook("contacts.xlsx", aside="· Sheet Archive 2023", state="12 hits", header=True)
        return replace(look, chip=chip) if role == LOOK_ROLE else None


@pytest.mark.parametrize("width", [280, 330, 480])
def test_the_chip_of_a_head_stays_clear_of_what_stands_at_the_right(theme, show, drawn, width):
    heads = RowList(theme, "Hits")
    heads.setModel(OneHead(heads))
    heads.setFixedWidth(width)
    show(heads)

    left_of = drawn(heads)

    chip_end = left_of["Hidden"] + words_width(theme.font(TextStyle.CHIP), "Hidden")
    assert chip_end < left_of["12 hits"]


@pytest.fixture
def drawn():
    """Return a function that says how far from the left each text of a widget is drawn."""

    def left_of(widget):
        ink = QBuffer()
        ink.open(QBuffer.OpenModeFlag.WriteOnly)
        paper = QSvgGenerator()
        paper.setOutputDevice(ink)
        widget.render(paper)
        del paper  # ends the drawing
        texts = re.findall(r'<text[^>]* x="([\d.]+)"[^>]*>([^<]*)<', bytes(ink.data()).decode())
        return {text.strip(): float(left) for left, text in texts}

    return left_of
