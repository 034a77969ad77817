"""The decisions of a request, one for each right, with what still waits."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsr_desktop.domain.request import Right
from dsr_desktop.domain.request_hints import hints_of_decision
from dsr_desktop.gui.pages.requests.decision_row import Decided, DecisionRow
from dsr_desktop.gui.pages.requests.guards import Guards
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle, Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.card import Divider, ListCard
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.request_hints import hint_sentence


class DecisionsCard(ListCard):
    """`recorded` carries a `Decided`, `more_requested` one that wants more than the row asks."""

    recorded = Signal(object)
    more_requested = Signal(object)

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        self.waiting = Label(theme, "", TextStyle.CAPTION, Ink.MUTED)
        super().__init__(
            theme, tr("Decision per right"), aside=self.waiting, head_height=42, parent=parent
        )
        self._theme = theme
        self._tr = tr
        self._ref = ""
        self._rows: dict[str, DecisionRow] = {}
        self._banner = Banner(theme, Tone.SOON, tr("Look at this before you answer"))
        self._warnings = QWidget()
        around = QVBoxLayout(self._warnings)
        around.setContentsMargins(Space.SNUG, Space.SNUG, Space.SNUG, 0)
        around.addWidget(self._banner)
        self._warnings.hide()
        self.add(self._warnings)
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
            warn = partial(warned, self._tr, state)
            self._rows[item.right].show_item(item, reason=guards.decide, warn=warn)
        self._show_warnings(state)
        waiting = sum(item.decision is None for item in request.items)
        words = self._tr.count("{n} waits for a decision", "{n} wait for a decision", waiting)
        self.waiting.setText(words if waiting else self._tr("all decided"))

    def _show_warnings(self, state: RequestState) -> None:
        sentences = [hint_sentence(self._tr, one) for one in state.view.hints]
        self._banner.set_words(self._tr("Look at this before you answer"), "\n".join(sentences))
        self._warnings.setVisible(bool(sentences))

    def _build(self, state: RequestState) -> None:
        clear(self._column)
        self._rows = {}
        for number, item in enumerate(state.request.items):
            if number:
                self._column.addWidget(Divider(self._theme))
            row = DecisionRow(self._theme, self._tr, item)
            row.recorded.connect(self.recorded)
            row.more_requested.connect(self.more_requested)
            self._rows[item.right] = row
            self._column.addWidget(row)


def warned(tr: Tr, state: RequestState, decided: Decided) -> str:
    """Say what a decision should make one look at, "" for nothing."""
    found = hints_of_decision(
        decided.right, decided.decision, decided.reason_code, state.view.deadline, state.today
    )
    return " ".join(hint_sentence(tr, one) for one in found)
