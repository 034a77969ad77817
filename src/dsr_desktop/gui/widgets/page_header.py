"""The head of every page: title with chips, one line of state, search and buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Height, Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button
from dsr_desktop.gui.widgets.chip import Chip, ChipLook
from dsr_desktop.gui.widgets.label import CutLabel
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.gui.widgets.search_field import SearchField

_CHIP_GAP = 10


class PageHeader(QWidget):
    """46 pixels high; buttons stand at the right, the primary one last."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        *,
        state: str = "",
        search: SearchField | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.search = search
        self.setFixedHeight(Height.PAGE_HEADER)
        self._title = CutLabel(theme, title, TextStyle.TITLE)
        self._state = CutLabel(theme, state, ink=Ink.MUTED)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(_CHIP_GAP)
        self._right = QHBoxLayout()
        self._right.setSpacing(Space.TIGHT)
        self._lay_out()
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_state(self, state: str) -> None:
        """Change the line of state below the title."""
        self._state.setText(state)

    def set_chips(self, looks: Sequence[ChipLook]) -> None:
        """Show chips beside the title."""
        clear(self._chips)
        for look in looks:
            self._chips.addWidget(Chip(self._theme, look))

    def add_button(self, button: Button) -> None:
        """Add a button at the right end; add the primary one last."""
        self._right.addWidget(button)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(_CHIP_GAP + 1)
        first.addWidget(self._title)
        first.addLayout(self._chips)
        first.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(first)
        words.addWidget(self._state)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.ROOMY)
        row.addLayout(words, 3)
        row.addLayout(self._right)
        row.setAlignment(self._right, Qt.AlignmentFlag.AlignTop)
        self._right.setContentsMargins(0, Space.HAIR + 1, 0, 0)
        if self.search is not None:
            self._right.addWidget(self.search)
