"""One of the first steps in an empty register: number, title, explanation, then what to do."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import IconSize, Ink, Space, TextStyle
from dsr_desktop.gui.widgets.canvas import CENTER, Canvas
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.step_bar import StepState

_SIGN = 28
_SIDE = 20
_ADDED_GAP = 4


class NumberedStep(QWidget):
    """Add the button or drop zone of the step with `add`."""

    def __init__(
        self,
        theme: Theme,
        number: int,
        title: str,
        explanation: str,
        *,
        state: StepState = StepState.LATER,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(f"{number}. {title}")
        self.setAccessibleDescription(explanation)
        self.body = QVBoxLayout()
        self.body.setSpacing(5)
        self.body.addWidget(Label(theme, title, TextStyle.SECTION, wraps=True))
        self.body.addWidget(Label(theme, explanation, ink=Ink.MUTED, wraps=True))
        self._sign = _NumberSign(theme, number, state)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, Space.PAGE - 2, _SIDE, Space.PAGE)
        row.setSpacing(14)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.body, 1)

    def add(self, widget: QWidget, *, grows: bool = False) -> None:
        """Add `widget` below the explanation; `grows` lets it take the whole width."""
        self.body.addSpacing(_ADDED_GAP)
        where = Qt.AlignmentFlag(0) if grows else Qt.AlignmentFlag.AlignLeft
        self.body.addWidget(widget, 0, where)

    def set_state(self, state: StepState) -> None:
        """Show the step as done, current or later."""
        self._sign.state = state
        self._sign.update()


class _NumberSign(QWidget):
    def __init__(self, theme: Theme, number: int, state: StepState) -> None:
        super().__init__()
        self._theme = theme
        self._number = number
        self.state = state
        self.setFixedSize(_SIGN, _SIGN)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        canvas = Canvas.on(self, self._theme)
        area = QRectF(self.rect())
        if self.state is StepState.DONE:
            canvas.box(area, _SIGN / 2, fill=tokens.ok.fill)
            canvas.icon(Icon.CHECK, tokens.ok.ink, QPointF(6, 6), IconSize.ROW)
            return
        current = self.state is StepState.CURRENT
        fill, border = (tokens.accent, "") if current else ("", tokens.field)
        canvas.box(area, _SIGN / 2, fill=fill, border=border, width=1.25)
        colour = tokens.on_accent if current else tokens.muted
        canvas.words(area, str(self._number), TextStyle.STRONG, colour, alignment=CENTER)
