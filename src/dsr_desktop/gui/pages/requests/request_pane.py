"""The file of one request: steps, then the work at the left, clock and history at the right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.pages.requests import steps
from dsr_desktop.gui.pages.requests.clock_card import ClockCard
from dsr_desktop.gui.pages.requests.decisions_card import DecisionsCard
from dsr_desktop.gui.pages.requests.documents_card import DocumentsCard
from dsr_desktop.gui.pages.requests.guards import Guards
from dsr_desktop.gui.pages.requests.hints_bar import HintsBar
from dsr_desktop.gui.pages.requests.history_card import HistoryCard
from dsr_desktop.gui.pages.requests.hits_card import HitsCard
from dsr_desktop.gui.pages.requests.short_bar import ShortBar
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.pages.requests.words import history_lines
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Space
from dsr_desktop.gui.widgets.card import Card
from dsr_desktop.gui.widgets.layouts import lay_out_now
from dsr_desktop.gui.widgets.reading_order import focus_first
from dsr_desktop.gui.widgets.scroll_pane import ScrollPane
from dsr_desktop.gui.widgets.step_bar import Step, StepBar
from dsr_desktop.wording.language import Tr

_SIDE_WIDTH = 312
_GAP = 12


class RequestPane(QWidget):
    """Lays out the cards; each tells what is asked of it by its own signals."""

    search_requested = Signal()

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._reached: tuple[Step, ...] = ()
        self.steps = StepBar(theme, tr("Steps of the request"))
        self.steps.step_opened.connect(self._open_step)
        self.hints = HintsBar(theme, tr)
        self.short = ShortBar(theme, tr)
        self.hits = HitsCard(theme, tr)
        self.hits.search_requested.connect(self.search_requested)
        self.decisions = DecisionsCard(theme, tr)
        self.documents = DocumentsCard(theme, tr)
        self.clock = ClockCard(theme, tr)
        self.history = HistoryCard(theme, tr)
        self._work = ScrollPane(spacing=_GAP)
        for card in (self.hints, self.short, self.hits, self.decisions, self.documents):
            self._work.add(card)
        self._work.body.addStretch(1)
        self._side = ScrollPane(tr("Deadline and history"), spacing=_GAP)
        self._side.setFixedWidth(_SIDE_WIDTH)
        for panel in (self.clock, self.history):
            self._side.add(panel)
        self._side.body.addStretch(1)
        self._lay_out(theme)

    def show_state(self, state: RequestState, guards: Guards) -> None:
        """Show a request as it is now."""
        reached = steps.steps_of(self._tr, state)
        if reached != self._reached:  # else the focus would be lost with the old buttons
            self._reached = reached
            self.steps.show_steps(reached)
        self.hints.show_state(state)
        self.short.show_request(state.request)
        self.hits.show_state(state, guards)
        self.decisions.show_state(state, guards)
        self.documents.show_state(state, guards)
        self.clock.show_state(state, guards)
        self.history.show_lines(history_lines(self._tr, state.events))
        lay_out_now(self)

    def scroll_to_top(self) -> None:
        """Begin at the top, for another request."""
        for pane in (self._work, self._side):
            pane.verticalScrollBar().setValue(0)

    def _open_step(self, number: int) -> None:
        """Go to the part of a step; the search has its own page."""
        if number == steps.SEARCH:
            self.search_requested.emit()
        elif number == steps.RECEIVED:
            self._side.ensureWidgetVisible(self.history)
        else:
            part = self.decisions if number == steps.DECISION else self.documents
            self._work.ensureWidgetVisible(part)
            focus_first(part)

    def _lay_out(self, theme: Theme) -> None:
        bar = Card(theme, padding=0)
        inside = QHBoxLayout()
        inside.setContentsMargins(Space.ROOMY - 2, 10, Space.ROOMY - 2, Space.TIGHT)
        inside.addWidget(self.steps)
        bar.body.addLayout(inside)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(self._work, 1)
        row.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(bar)
        column.addLayout(row, 1)
