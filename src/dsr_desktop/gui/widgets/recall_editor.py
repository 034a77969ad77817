"""A line of text that offers what was written in it before."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView

from dsr_desktop.gui.widgets.editors import TextEditor


class RecallEditor(TextEditor):
    """Offers what goes on from the letters typed; Down in an empty field offers everything."""

    def __init__(self) -> None:
        super().__init__()
        self._offers = QStringListModel(self)
        completer = QCompleter(self._offers, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = QListView()
        completer.setPopup(popup)
        popup.setObjectName("offers")
        self.setCompleter(completer)

    @property
    def offered(self) -> list[str]:
        """What is offered, in its order."""
        return self._offers.stringList()

    def offer(self, texts: Sequence[str]) -> None:
        """Offer other texts."""
        if self.offered != list(texts):
            self._offers.setStringList(list(texts))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show everything on Down in an empty field."""
        if event.key() == Qt.Key.Key_Down and not self.text() and self.offered:
            self.completer().setCompletionPrefix("")
            self.completer().complete()
        else:
            super().keyPressEvent(event)
