"""How much a file may cost to read: shown in words, changed in a dialog, reset with a button."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dsr_desktop.gui.pages.settings.limits_dialog import LimitsDialog
from dsr_desktop.gui.pages.settings.views import LimitLine
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.card import Card
from dsr_desktop.gui.widgets.key_values import KeyValue, KeyValueList
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.wording.language import Tr


class LimitsCard(Card):
    """`change_requested` carries the new value of each limit by its name.

    `dialog` is the dialog opened last.
    """

    change_requested = Signal(object)
    reset_requested = Signal()

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Limits for reading files"), parent=parent)
        self._tr = tr
        self._lines: tuple[LimitLine, ...] = ()
        self.dialog: LimitsDialog | None = None
        explanation = tr(
            "A file that needs more is named as not read: a trap must not stop the app. Raise a "
            "limit only for a file that you trust."
        )
        self.add(Label(theme, explanation, ink=Ink.MUTED, wraps=True))
        self.values = KeyValueList(theme, side=0)
        self.add(self.values)
        self.change_button = Button(theme, tr("Change…"), size=ButtonSize.SMALL)
        self.change_button.clicked.connect(self._ask)
        self.reset_button = Button(theme, tr("Usual values"), size=ButtonSize.SMALL)
        self.reset_button.clicked.connect(self.reset_requested)
        self.add_row(self.change_button, self.reset_button)

    def show_lines(self, lines: Sequence[LimitLine]) -> None:
        """Show the limits as they stand."""
        self._lines = tuple(lines)
        self.values.show_rows([KeyValue(line.label, line.words) for line in lines])
        self.reset_button.setEnabled(any(line.is_changed for line in lines))

    def _ask(self) -> None:
        dialog = LimitsDialog(self._theme, self._tr, self._lines, self.window())
        dialog.accepted.connect(lambda: self.change_requested.emit(dialog.answer))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()
