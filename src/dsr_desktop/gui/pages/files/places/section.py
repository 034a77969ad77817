"""The places of a file in its details: each with what is said of it, and the button that changes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsr_desktop.gui.pages.files.views import FileDetails
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space
from dsr_desktop.gui.widgets.button import Button, ButtonKind, ButtonSize
from dsr_desktop.gui.widgets.fixed_text import FixedText
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.wording.language import Tr


class PlacesSection(QWidget):
    """`gone_requested` and `not_gone_requested` carry the path of the place."""

    gone_requested = Signal(str)
    not_gone_requested = Signal(str)

    def __init__(self, theme: Theme, tr: Tr) -> None:
        super().__init__()
        self._theme = theme
        self._tr = tr
        self._shown: FileDetails | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.TIGHT)

    def show_places(self, details: FileDetails) -> None:
        """Show the places of another file; of one that was not read there is nothing to say."""
        if details == self._shown:
            return
        self._shown = details
        clear(self._column)
        labels = (
            self._tr("Place on the disk"),
            *[self._tr("Same content at")] * len(details.copies),
        )
        for label, path in zip(labels, (details.path, *details.copies), strict=True):
            self._column.addWidget(FixedText(self._theme, label, path))
            if details.row.status.is_stored:
                self._add_said(path, details.gone.get(path, ""))

    def _add_said(self, path: str, gone: str) -> None:
        if gone:
            self._column.addWidget(Label(self._theme, gone, ink=Ink.MUTED, wraps=True))
            button = self._button(self._tr("It is not gone"), Icon.UNDO, path)
            button.clicked.connect(lambda: self.not_gone_requested.emit(path))
        else:
            button = self._button(self._tr("Gone for good…"), Icon.FILE_X, path)
            button.clicked.connect(lambda: self.gone_requested.emit(path))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _button(self, text: str, icon: Icon, path: str) -> Button:
        button = Button(
            self._theme, text, ButtonKind.LINK, icon=icon, size=ButtonSize.SMALL, parent=self
        )
        button.setAccessibleName(self._tr.pair(text, path))
        return button
