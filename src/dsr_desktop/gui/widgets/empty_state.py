"""What a page or pane shows when there is nothing: a sentence and what to do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import IconSize, Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button
from dsr_desktop.gui.widgets.canvas import words_width
from dsr_desktop.gui.widgets.icon_label import IconLabel
from dsr_desktop.gui.widgets.label import Label

_MIDDLE = Qt.AlignmentFlag.AlignHCenter
_ADVICE_WIDTH = 420


class EmptyState(QWidget):
    """Icon, sentence, advice and one button; centred in the room it is given.

    `at_top` is for a page, where it stands below the header.
    """

    action_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        icon: Icon,
        sentence: str,
        advice: str,
        *,
        at_top: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(advice)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.PAGE, Space.PAGE, Space.PAGE, Space.PAGE)
        self._column.setSpacing(6)
        if not at_top:
            self._column.addStretch(1)
        self._add(IconLabel(theme, icon, Ink.MUTED, IconSize.EMPTY))
        self._add(Label(theme, sentence, TextStyle.SECTION))
        self._add(_advice_label(theme, advice))
        self._column.addStretch(1)

    def add_button(self, text: str, icon: Icon | None = None) -> Button:
        """Add the one button; pressing it emits `action_requested`."""
        button = Button(self._theme, text, icon=icon)
        button.clicked.connect(self.action_requested)
        self._column.insertWidget(self._column.count() - 1, button, 0, _MIDDLE)
        return button

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget, 0, _MIDDLE)


def _advice_label(theme: Theme, advice: str) -> Label:
    label = Label(theme, advice, ink=Ink.MUTED, wraps=True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    width = min(words_width(label.font(), advice) + 2, _ADVICE_WIDTH)
    # The column would ask for the height at its own width, and cut a second line.
    label.setFixedSize(width, label.heightForWidth(width))
    return label
