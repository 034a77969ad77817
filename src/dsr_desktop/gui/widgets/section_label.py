"""The heading above a group of things on the page."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle
from dsr_desktop.gui.widgets.label import Label


class SectionLabel(QWidget):
    """A heading, and at the right a muted note such as "0 of 3 done"."""

    def __init__(
        self, theme: Theme, text: str, *, note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 2)
        row.setSpacing(Space.TIGHT)
        row.addWidget(Label(theme, text, TextStyle.SECTION))
        row.addStretch(1)
        self._note = Label(theme, note, TextStyle.BODY, Ink.MUTED)
        row.addWidget(self._note)

    def set_note(self, note: str) -> None:
        """Change the note at the right."""
        self._note.setText(note)
