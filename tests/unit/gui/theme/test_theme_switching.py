"""The theme dresses the application and changes with the user's choice or the desktop."""

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette

from dsr_desktop.gui.theme.theme import Theme, ThemeMode
from dsr_desktop.gui.theme.tokens import DARK, LIGHT, Ink
from dsr_desktop.gui.widgets.label import Label


def test_the_application_takes_palette_style_and_font(theme, qapp):
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.bg)
    assert qapp.palette().color(QPalette.ColorRole.Accent) == QColor(LIGHT.accent)
    assert qapp.palette().color(QPalette.ColorRole.PlaceholderText) == QColor(LIGHT.muted)
    assert qapp.font().family() == "Inter"
    assert qapp.font().pixelSize() == 13


def test_choosing_dark_changes_palette_and_style_sheet_and_tells(theme, qapp, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.set_mode(ThemeMode.DARK)
    assert theme.tokens is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.bg)
    assert DARK.field in qapp.styleSheet()
    assert LIGHT.field not in qapp.styleSheet()


def test_an_unknown_desktop_scheme_counts_as_light(qapp):
    assert qapp.styleHints().colorScheme() == Qt.ColorScheme.Unknown
    theme = Theme(ThemeMode.SYSTEM)
    theme.apply(qapp)
    assert theme.tokens is LIGHT


def test_a_change_of_the_desktop_dresses_again(theme, qapp, qtbot):
    with qtbot.waitSignal(theme.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tokens is LIGHT, "the user's own choice stays"


def test_before_it_is_applied_a_theme_has_colours_and_changes_them(qapp):
    theme = Theme(ThemeMode.DARK)
    assert theme.tokens is DARK
    theme.set_mode(ThemeMode.LIGHT)
    assert theme.tokens is LIGHT
    assert theme.mode is ThemeMode.LIGHT


def test_labels_follow_the_scheme(theme, qtbot):
    label = Label(theme, "17 rows", ink=Ink.MUTED)
    qtbot.addWidget(label)
    label.show()
    assert label.palette().windowText().color() == QColor(LIGHT.muted)
    theme.set_mode(ThemeMode.DARK)
    assert label.palette().windowText().color() == QColor(DARK.muted)


@pytest.mark.parametrize("mode", list(ThemeMode))
def test_every_mode_can_be_chosen_again_and_again(theme, mode):
    for _ in range(3):
        theme.set_mode(mode)
    assert theme.mode is mode


class _Counter(QObject):
    counted = Signal(bool)


def test_five_thousand_signals_are_survived(qapp):
    """PySide6 6.12.0 aborts on Python 3.11 after about 570 of them."""
    seen = []
    counter = _Counter()
    counter.counted.connect(seen.append)
    for _ in range(5_000):
        counter.counted.emit(True)
    assert len(seen) == 5_000
