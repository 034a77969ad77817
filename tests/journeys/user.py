"""Somebody in front of the window: presses keys, clicks, drops files, and reads what is drawn."""

import html
import re

from PySide6.QtCore import QBuffer, QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLineEdit,
    QScrollArea,
    QWidget,
)

CTRL = Qt.KeyboardModifier.ControlModifier
_LETTERS = {"\t": Qt.Key.Key_Tab, "\n": Qt.Key.Key_Return}
_PATIENCE = 20_000
_ROUNDS_OF_LAYOUT = 12
_NO_KEY = Qt.KeyboardModifier.NoModifier


class User:
    """Acts on the dialog in front, else on the window, of the desktop she sits at.

    `keys` counts those pressed so far, a chord as one.
    """

    def __init__(self, qtbot, desktop):
        self._qtbot = qtbot
        self.desktop = desktop
        self.keys = 0

    @property
    def front(self):
        """What is in front: the modal dialog, else the window, else the first dialog."""
        desktop = self.desktop
        return QApplication.activeModalWidget() or desktop.window or desktop.opening.dialog

    @property
    def page(self):
        return self.desktop.window.page

    def waits(self):
        """Let running jobs end and everything be laid out."""
        self.waits_until(lambda: not self.desktop.jobs.busy)
        self.blinks()

    def blinks(self):
        """Let everything be laid out, and what was closed go."""
        for _round in range(_ROUNDS_OF_LAYOUT):
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()

    def waits_until(self, claim):
        self._qtbot.waitUntil(claim, timeout=_PATIENCE)

    def types(self, text):
        """Type letter by letter; a tab and a line end are the keys Tab and Enter."""
        for letter in text:
            self.keys += 1
            if letter in _LETTERS:
                QTest.keyClick(self._focus(), _LETTERS[letter])
            else:
                QTest.keyClicks(self._focus(), letter)

    def presses(self, *keys, modifier=_NO_KEY):
        for key in keys:
            self.keys += 1
            QTest.keyClick(self._focus(), key, modifier)

    def clicks(self, name, *, within=None):
        """Click the button of this name, scrolled into view if need be."""
        button = self.button(name, within=within)
        self._scroll_to(button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def goes_to(self, name):
        """Put the focus on what has this name."""
        [widget] = [
            one
            for one in self.front.findChildren(QWidget)
            if one.isVisible() and one.accessibleName() == name
        ]
        self._scroll_to(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)

    def button(self, name, *, within=None):
        """Return the one button of this name that can be pressed."""
        buttons = (within or self.front).findChildren(QAbstractButton)
        usable = [one for one in buttons if one.isVisible() and one.isEnabled()]
        found = [one for one in usable if one.accessibleName() == name]
        assert len(found) == 1, (name, [one.accessibleName() for one in usable])
        return found[0]

    def drops(self, path):
        """Drag a file or folder onto the window and let it go."""
        data, copy = QMimeData(), Qt.DropAction.CopyAction
        data.setUrls([QUrl.fromLocalFile(str(path))])
        target, left = self.desktop.window, Qt.MouseButton.LeftButton
        entering = QDragEnterEvent(QPoint(600, 400), copy, data, left, _NO_KEY)
        QApplication.sendEvent(target, entering)
        assert entering.isAccepted()
        QApplication.sendEvent(target, QDropEvent(QPointF(600, 400), copy, data, left, _NO_KEY))

    def will_choose(self, path):
        """Answer the file dialog that the next step opens."""

        def choose():
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, QFileDialog)
            dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
            dialog.accept()

        QTimer.singleShot(0, choose)

    def reads(self, widget=None):
        """Return every line of text as it is drawn, whoever draws it."""
        shown = widget or self.front
        ink = QBuffer()
        ink.open(QBuffer.OpenModeFlag.WriteOnly)
        paper = QSvgGenerator()
        paper.setOutputDevice(ink)
        shown.render(paper)
        del paper  # ends the drawing
        drawn = bytes(ink.data()).decode()
        return [html.unescape(text).strip() for text in re.findall(r">([^<>]+)</text>", drawn)]

    def sees(self, text, widget=None):
        """Tell whether these words are drawn, on one line or over several."""
        return text in " ".join(self.reads(widget))

    def _focus(self):
        """What takes the keys; bringing the front window forward is the window manager's part."""
        if QApplication.activeWindow() is not self.front:
            self.front.activateWindow()
        self.waits_until(lambda: QApplication.focusWidget() is not None)
        return QApplication.focusWidget()

    def _scroll_to(self, button):
        pane = button.parentWidget()
        while pane is not None:
            if isinstance(pane, QScrollArea):
                pane.ensureWidgetVisible(button)
            pane = pane.parentWidget()
