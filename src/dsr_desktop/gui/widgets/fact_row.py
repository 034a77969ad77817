"""Lines of a side panel: icon, words, and what is known about it at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import IconSize, Ink, Space, TextStyle
from dsr_desktop.gui.widgets.icon_label import IconLabel
from dsr_desktop.gui.widgets.label import CutLabel, Label
from dsr_desktop.gui.widgets.snug import Snug


class FactRow(QWidget):
    """One line such as "✓ CRM … asked on 3 Nov"; `aside` may be a link button instead of a note."""

    def __init__(
        self,
        theme: Theme,
        icon: Icon,
        ink: Ink,
        text: str,
        *,
        note: str = "",
        aside: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{text} {note}".strip())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.TIGHT)
        row.addWidget(IconLabel(theme, icon, ink, IconSize.ROW))
        self._words = CutLabel(theme, text)
        row.addWidget(self._words, 1)
        if note:
            row.addWidget(Label(theme, note, TextStyle.CAPTION, Ink.MUTED))
        if aside is not None:
            row.addWidget(aside)

    def set_text(self, text: str) -> None:
        """Change what is said."""
        self._words.setText(text)
        self.setAccessibleName(text)


class AdviceRow(Snug):
    """An icon, a bold sentence and a muted explanation below it."""

    def __init__(
        self,
        theme: Theme,
        icon: Icon,
        sentence: str,
        explanation: str,
        *,
        ink: Ink = Ink.MUTED,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{sentence}. {explanation}")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(theme, sentence, TextStyle.STRONG, wraps=True))
        words.addWidget(Label(theme, explanation, ink=Ink.MUTED, wraps=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        sign = IconLabel(theme, icon, ink, IconSize.SECTION)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
