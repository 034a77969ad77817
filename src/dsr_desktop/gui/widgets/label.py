"""Plain text in a style and ink of the design, whole or cut where the column ends."""

import re

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QSizePolicy, QWidget

from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, TextStyle

_BREAK = "\u200b"
_LONG_WORD = re.compile(r"[^\s-]{28,}")


class Label(QLabel):
    """One text, never read as rich text, in the colours of the theme in force."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        style: TextStyle = TextStyle.BODY,
        ink: Ink = Ink.TEXT,
        *,
        wraps: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(style))
        self.setWordWrap(wraps)
        self.setText(text)
        self.setProperty("ink", ink.value)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def setText(self, text: str) -> None:
        """Show another text; one that wraps may break inside a word longer than a line."""
        self._words = text
        super().setText(_breakable(text) if self.wordWrap() else text)

    def text(self) -> str:
        """Return the text as it was given."""
        return self._words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is selected as it was given."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy what is selected, in Qt's own words."""
        if not self.hasSelectedText():
            event.ignore()
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(QCoreApplication.translate("QWidgetTextControl", "&Copy"), self._copy)
        menu.popup(event.globalPos())

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.selectedText().replace(_BREAK, ""))

    def set_ink(self, ink: Ink) -> None:
        """Change the colour of the text."""
        self.setProperty("ink", ink.value)
        self.style().unpolish(self)
        self.style().polish(self)


class CutLabel(Label):
    """One line that gives way: cut with an ellipsis at `cut`, whole in the tooltip."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        style: TextStyle = TextStyle.BODY,
        ink: Ink = Ink.TEXT,
        *,
        cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, style, ink, parent=parent)
        self._cut = cut
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Let the layout squeeze the text down to a few letters."""
        return QSize(QFontMetrics(self.font()).averageCharWidth() * 6, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much of the text as there is room for."""
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self.text(), self._cut, self.width())
        self.setToolTip(plain_tool_tip(self.text()) if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        flags = int(self.alignment() | Qt.TextFlag.TextSingleLine)
        painter.drawText(self.rect(), flags, shown)


def _breakable(text: str) -> str:
    """Let words that no line may hold break anywhere: paths, addresses, names of files."""
    return _LONG_WORD.sub(lambda word: _BREAK.join(word.group()), text)


def plain_tool_tip(text: str) -> str:
    """Return `text` so that a tooltip shows it letter by letter: Qt reads tags in tooltips."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<p>{escaped}</p>" if text else ""
