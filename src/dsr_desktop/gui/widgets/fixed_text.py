"""A long text that cannot be changed, such as a path: to be moved through and copied."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink
from dsr_desktop.gui.widgets.editors import TextEditor
from dsr_desktop.gui.widgets.label import Label

_GAP = 3


class FixedText(QWidget):
    """A label, and the text in a read-only line that begins with its first letter."""

    def __init__(
        self, theme: Theme, label: str, text: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._line = TextEditor()
        self._line.setReadOnly(True)
        self._line.setAccessibleName(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(Label(theme, label, ink=Ink.MUTED))
        column.addWidget(self._line)
        self.show_text(text)

    @property
    def text(self) -> str:
        """The text shown."""
        return self._line.text()

    def show_text(self, text: str) -> None:
        """Show another text from its beginning."""
        self._line.setText(text)
        self._line.setCursorPosition(0)
