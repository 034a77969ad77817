"""The decisions of a request, one for each right, with what still waits."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsr_desktop.domain.request import Right
from dsr_desktop.gui.pages.requests.decision_row import DecisionRow
from dsr_desktop.gui.pages.requests.guards import Guards
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, TextStyle
from dsr_desktop.gui.widgets.card import Divider, ListCard
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.wording.language import Tr


class DecisionsCard(ListCard):
    """`recorded` carries a `Decided`."""

    recorded = Signal(object)

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        self.waiting = Label(theme, "", TextStyle.CAPTION, Ink.MUTED)
        super().__init__(
            theme, tr("Decision per right"), aside=self.waiting, head_height=42, parent=parent
        )
        self._theme = theme
        self._tr = tr
        self._ref = ""
        self._rows: dict[str, DecisionRow] = {}
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.add(holder)

    def row(self, right: Right) -> DecisionRow:
        """Return the fields of one right."""
        return self._rows[right]

    def show_state(self, state: RequestState, guards: Guards) -> None:
        """Show the decisions; what was typed and not recorded stays while the request does."""
        request = state.request
        if request.ref != self._ref:
            self._ref = request.ref
            self._build(state)
        for item in request.items:
            self._rows[item.right].show_item(item, reason=guards.decide)
        waiting = sum(item.decision is None for item in request.items)
        words = self._tr.count("{n} waits for a decision", "{n} wait for a decision", waiting)
        self.waiting.setText(words if waiting else self._tr("all decided"))

    def _build(self, state: RequestState) -> None:
        clear(self._column)
        self._rows = {}
        for number, item in enumerate(state.request.items):
            if number:
                self._column.addWidget(Divider(self._theme))
            row = DecisionRow(self._theme, self._tr, item)
            row.recorded.connect(self.recorded)
            self._rows[item.right] = row
            self._column.addWidget(row)
