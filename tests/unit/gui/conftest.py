"""The window is tested without a screen, in the light scheme unless a test says otherwise."""

import os
from collections import Counter
from collections.abc import Callable

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dsr_desktop.gui.theme.theme import Theme, ThemeMode


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    theme = Theme(ThemeMode.LIGHT)
    theme.apply(qapp)
    return theme


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., QWidget]:
    """Show widgets below each other in an active window, and return the window."""
    windows = []

    def show(*widgets: QWidget) -> QWidget:
        window = QWidget()
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        windows.append(window)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return show


@pytest.fixture
def colours_of() -> Callable[[QWidget], Counter[str]]:
    """Count the pixels of each colour that a widget shows."""

    def count(widget: QWidget) -> Counter[str]:
        image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        pixels = Counter(memoryview(bytes(image.constBits())).cast("I"))
        return Counter({f"#{pixel & 0xFFFFFF:06x}": n for pixel, n in pixels.items()})

    return count
