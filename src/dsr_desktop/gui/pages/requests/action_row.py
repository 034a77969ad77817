"""One thing to do with a request: what it is, a line about it or why not, and its button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import IconSize, Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.icon_label import IconLabel
from dsr_desktop.gui.widgets.label import Label


class ActionRow(QWidget):
    """`reason` says why it cannot be done now: beside the button and in its tooltip.

    Where a `way_out` is given, the button takes this verb and leads to what is missing.
    """

    requested = Signal()

    def __init__(
        self, theme: Theme, icon: Icon, title: str, verb: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._verb = verb
        self.button = Button(theme, verb, size=ButtonSize.SMALL)
        self.button.clicked.connect(self.requested)
        self.line = Label(theme, "", TextStyle.CAPTION, Ink.MUTED, wraps=True)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(theme, title))
        words.addWidget(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(Space.SNUG)
        row.addWidget(IconLabel(theme, icon, Ink.MUTED, IconSize.SECTION))
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_action(self, line: str, reason: str, way_out: str = "") -> None:
        """Show a line about the action, or the reason in its place."""
        self.line.setText(reason or line)
        self.line.setVisible(bool(reason or line))
        self.button.setText(way_out or self._verb)
        if reason and not way_out:
            self.button.disable(reason)
        else:
            self.button.enable()
