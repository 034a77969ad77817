"""What happened to a request, the latest first."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.pages.requests.guards import Guards
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.pages.requests.words import HistoryLine, history_lines
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonKind, ButtonSize
from dsr_desktop.gui.widgets.card import Card
from dsr_desktop.gui.widgets.label import Label, plain_tool_tip
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.wording.language import Tr

_DAY_WIDTH = 52
_FEW = 8


class HistoryCard(Card):
    """Shows the last events, and all of them when asked.

    `correct_requested` carries the number of an event that was recorded wrongly.
    """

    correct_requested = Signal(int)

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("History"), parent=parent)
        self._theme = theme
        self._tr = tr
        self._lines: tuple[HistoryLine, ...] = ()
        self._all = False
        self.corrections: dict[int, Button] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(5)
        self.body.addLayout(self._rows)
        self.more = Button(theme, "", ButtonKind.LINK, size=ButtonSize.SMALL)
        self.more.clicked.connect(self._show_all)
        self.add_row(self.more)

    @property
    def lines(self) -> tuple[HistoryLine, ...]:
        """Every line, shown or not."""
        return self._lines

    def show_state(self, state: RequestState, _guards: Guards) -> None:
        """Show what happened to a request."""
        self.show_lines(history_lines(self._tr, state.events))

    def show_lines(self, lines: Sequence[HistoryLine]) -> None:
        """Show these lines, the latest first; the same ones again change nothing."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        self._fill()

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _fill(self) -> None:
        clear(self._rows)
        self.corrections = {}
        shown = self._lines if self._all else self._lines[:_FEW]
        for line in shown:
            self._rows.addWidget(self._row(line))
        left = len(self._lines) - len(shown)
        self.more.setText(self._tr.count("Show {n} more", "Show {n} more", left))
        self.more.setVisible(left > 0)

    def _row(self, line: HistoryLine) -> QWidget:
        holder = QWidget()
        holder.setAccessibleName(line.whole)
        holder.setToolTip(plain_tool_tip(line.whole))
        day = Label(self._theme, line.day, TextStyle.CAPTION, Ink.MUTED)
        day.setFixedWidth(_DAY_WIDTH)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.HAIR)
        row.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(self._theme, line.text, wraps=True), 1)
        if line.can_be_corrected:
            row.addWidget(self._correct_button(line), 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _correct_button(self, line: HistoryLine) -> Button:
        tr = self._tr
        button = Button(self._theme, tr("Correct…"), ButtonKind.LINK, size=ButtonSize.SMALL)
        button.setAccessibleName(tr("Correct: {step}", step=line.text))
        button.clicked.connect(partial(self.correct_requested.emit, line.seq))
        self.corrections[line.seq] = button
        return button
