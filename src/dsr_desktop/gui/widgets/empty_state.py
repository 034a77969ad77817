"""What a page or pane shows when there is nothing: a sentence and what to do next."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
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
_LEAST_WIDTH = 240


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
        self._advice = Label(theme, advice, ink=Ink.MUTED, wraps=True)
        self._advice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._fit_advice(_ADVICE_WIDTH)
        self._add(self._advice)
        self._column.addStretch(1)

    def add_button(self, text: str, icon: Icon | None = None) -> Button:
        """Add the one button; pressing it emits `action_requested`."""
        button = Button(self._theme, text, icon=icon)
        button.clicked.connect(self.action_requested)
        self._column.insertWidget(self._column.count() - 1, button, 0, _MIDDLE)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the advice the lines that it needs at this width."""
        self._fit_advice(event.size().width() - 2 * Space.PAGE)
        super().resizeEvent(event)

    def _fit_advice(self, room: int) -> None:
        """Set the size: the column would ask for the height at its own width and cut a line."""
        label = self._advice
        words = words_width(label.font(), label.text()) + 2
        width = max(1, min(words, _ADVICE_WIDTH, room))
        label.setMinimumWidth(0)  # else the height is that of the least width
        label.setFixedSize(width, label.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Let the pane be as narrow as it must: the advice then takes more lines."""
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget, 0, _MIDDLE)
