"""Buttons: keyboard, states, names and sizes."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import ThemeMode
from dsr_desktop.gui.theme.tokens import DARK, LIGHT
from dsr_desktop.gui.widgets.button import Button, ButtonKind, ButtonSize, IconButton
from dsr_desktop.gui.widgets.even_row import EvenRow


@pytest.fixture
def alone(show):
    def alone(widget):
        show(widget)
        widget.clearFocus()
        return widget

    return alone


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_press_a_button(theme, alone, qtbot, key):
    button = alone(Button(theme, "Import 11 files"))
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


@pytest.mark.parametrize(
    ("size", "height"),
    [(ButtonSize.NORMAL, 32), (ButtonSize.SMALL, 28), (ButtonSize.LARGE, 38)],
)
def test_heights_follow_the_guide(theme, size, height):
    assert Button(theme, "Extend…", size=size).sizeHint().height() == height


def test_icon_and_key_make_a_button_wider_and_no_verb_is_cut(theme):
    bare = Button(theme, "Someone else")
    full = Button(theme, "Someone else", icon=Icon.CIRCLE_X, key="N")
    assert full.sizeHint().width() > bare.sizeHint().width() + 16
    assert 0 < full.sizeHint().width() - full.minimumSizeHint().width() <= 2 * 14
    words = full.fontMetrics().horizontalAdvance(full.text())
    assert full.minimumSizeHint().width() > bare.minimumSizeHint().width() > words


@pytest.mark.parametrize(
    ("kind", "fill"),
    [
        (ButtonKind.PRIMARY, LIGHT.accent),
        (ButtonKind.DANGER, LIGHT.late.ink),
        (ButtonKind.SECONDARY, LIGHT.panel),
    ],
)
def test_the_fill_tells_the_kind(theme, alone, colours_of, kind, fill):
    shown = colours_of(alone(Button(theme, "Erase", kind)))
    assert shown.most_common(1)[0][0] == fill


def test_hover_changes_the_fill(theme, alone, colours_of):
    button = alone(Button(theme, "Print the list…"))
    place = QPointF(5, 5)
    QApplication.sendEvent(button, QEnterEvent(place, place, place))
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert colours_of(button).most_common(1)[0][0] == LIGHT.hover
    QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))


def test_focus_is_a_ring_of_two_pixels_in_accent(theme, alone, colours_of):
    button = alone(Button(theme, "Cancel"))
    before = colours_of(button)[LIGHT.accent]
    button.setFocus()
    assert before == 0
    assert colours_of(button)[LIGHT.accent] > 2 * button.width()


def test_focus_stays_visible_after_a_click(theme, alone):
    button = alone(Button(theme, "Cancel"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.hasFocus()


def test_a_disabled_button_says_why(theme, alone, colours_of):
    button = alone(Button(theme, "Finish review", ButtonKind.PRIMARY))
    button.disable("2 hits are open")
    assert not button.isEnabled()
    assert "2 hits are open" in button.toolTip()
    assert button.accessibleDescription() == "2 hits are open"
    assert colours_of(button).most_common(1)[0][0] == LIGHT.dis_bg
    button.enable()
    assert button.isEnabled()
    assert button.toolTip() == ""


def test_a_busy_button_says_what_is_going_on_and_refuses(theme, alone, qtbot):
    button = alone(Button(theme, "Read again"))
    button.set_busy("Reading 7 of 12…")
    assert button.accessibleName() == "Reading 7 of 12…"
    with qtbot.assertNotEmitted(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    button.set_busy("")
    assert button.isEnabled()
    assert button.accessibleName() == "Read again"


def test_an_ampersand_is_an_ampersand(theme):
    button = Button(theme, "Ask R&D…")
    assert button.text() == button.accessibleName() == "Ask R&D…"
    assert button.shortcut().isEmpty()


def test_an_icon_button_has_a_name_and_a_tooltip(theme, alone, qtbot):
    button = alone(IconButton(theme, Icon.CHEVRON_DOWN, "Next hit"))
    assert button.accessibleName() == "Next hit"
    assert "Next hit" in button.toolTip()
    assert (button.width(), button.height()) == (32, 28)


def test_a_button_changes_with_the_scheme(theme, alone, colours_of):
    button = alone(Button(theme, "Import", ButtonKind.PRIMARY))
    theme.set_mode(ThemeMode.DARK)
    assert colours_of(button).most_common(1)[0][0] == DARK.accent


def answers(theme):
    return [
        Button(theme, text, icon=icon, size=ButtonSize.LARGE, key=key)
        for text, icon, key in (
            ("This is the person", Icon.USER_CHECK, "Y"),
            ("Someone else", Icon.CIRCLE_X, "N"),
            ("Unsure", Icon.CIRCLE_HELP, "U"),
        )
    ]


@pytest.mark.parametrize(("room", "has_icons"), [("sizeHint", True), ("minimumSizeHint", False)])
def test_in_a_row_all_buttons_have_their_icon_or_none_and_no_word_is_cut(
    theme, show, room, has_icons
):
    buttons = answers(theme)
    row = EvenRow(buttons)
    row.setFixedWidth(getattr(row, room)().width())
    show(row)

    for button in buttons:
        assert button.width() >= button.least_width(with_icon=has_icons)
        assert button.height() == 38
    last = buttons[-1].geometry().right()
    assert last < row.width()
    pictures = [button.grab().toImage() for button in buttons]
    for button in buttons:
        button.leave_room_for_icon(has_room=False)
    without = [button.grab().toImage() for button in buttons]
    assert [one != other for one, other in zip(pictures, without, strict=True)] == [has_icons] * 3


def test_buttons_in_a_row_share_what_is_left_over(theme, show):
    buttons = answers(theme)
    row = EvenRow(buttons)
    row.setFixedWidth(row.sizeHint().width() + 90)
    show(row)

    spare = {button.width() - button.least_width(with_icon=True) for button in buttons}

    assert spare == {30}
