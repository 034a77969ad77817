"""The file of one request: steps, then the work at the left, clock and history at the right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.pages.requests import steps
from dsr_desktop.gui.pages.requests.automated_card import AutomatedCard
from dsr_desktop.gui.pages.requests.clock_card import ClockCard
from dsr_desktop.gui.pages.requests.decisions_card import DecisionsCard
from dsr_desktop.gui.pages.requests.documents_card import DocumentsCard
from dsr_desktop.gui.pages.requests.erasing.card import ErasingCard
from dsr_desktop.gui.pages.requests.guards import Guards
from dsr_desktop.gui.pages.requests.history_card import HistoryCard
from dsr_desktop.gui.pages.requests.hits_card import HitsCard
from dsr_desktop.gui.pages.requests.identity_card import IdentityCard
from dsr_desktop.gui.pages.requests.letters_card import LettersCard
from dsr_desktop.gui.pages.requests.messages_card import MessagesCard
from dsr_desktop.gui.pages.requests.notes_card import NotesCard
from dsr_desktop.gui.pages.requests.people_card import PeopleCard
from dsr_desktop.gui.pages.requests.related_card import RelatedCard
from dsr_desktop.gui.pages.requests.restriction_card import RestrictionCard
from dsr_desktop.gui.pages.requests.short_bar import ShortBar
from dsr_desktop.gui.pages.requests.sources_card import SourcesCard
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.pages.requests.transfer_card import TransferCard
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
        self.short = ShortBar(theme, tr)
        self.hits = HitsCard(theme, tr)
        self.hits.search_requested.connect(self.search_requested)
        self.decisions = DecisionsCard(theme, tr)
        self.documents = DocumentsCard(theme, tr)
        self.erasing = ErasingCard(theme, tr)
        self.automated = AutomatedCard(theme, tr)
        self.letters = LettersCard(theme, tr)
        self.messages = MessagesCard(theme, tr)
        self.identity = IdentityCard(theme, tr)
        self.people = PeopleCard(theme, tr)
        self.related = RelatedCard(theme, tr)
        self.notes = NotesCard(theme, tr)
        self.restriction = RestrictionCard(theme, tr)
        self.transfer = TransferCard(theme, tr)
        self.clock = ClockCard(theme, tr)
        self.sources = SourcesCard(theme, tr)
        self.history = HistoryCard(theme, tr)
        self._cards = (
            self.short,
            self.hits,
            self.decisions,
            self.documents,
            self.erasing,
            self.transfer,
            self.automated,
            self.letters,
            self.restriction,
            self.messages,
            self.identity,
            self.people,
            self.related,
            self.notes,
        )
        self._panels = (self.clock, self.sources, self.history)
        self._work = ScrollPane(spacing=_GAP)
        for card in self._cards:
            self._work.add(card)
        self._work.body.addStretch(1)
        self._side = ScrollPane(tr("Deadline and history"), spacing=_GAP)
        self._side.setFixedWidth(_SIDE_WIDTH)
        for panel in self._panels:
            self._side.add(panel)
        self._side.body.addStretch(1)
        self._lay_out(theme)

    def show_state(self, state: RequestState, guards: Guards) -> None:
        """Show a request as it is now."""
        reached = steps.steps_of(self._tr, state)
        if reached != self._reached:  # else the focus would be lost with the old buttons
            self._reached = reached
            self.steps.show_steps(reached)
        for card in (*self._cards, *self._panels):
            card.show_state(state, guards)
        lay_out_now(self)

    def scroll_to_top(self) -> None:
        """Begin at the top, for another request."""
        for pane in (self._work, self._side):
            pane.verticalScrollBar().setValue(0)

    def scroll_to_end(self) -> None:
        """Show the last cards."""
        bar = self._work.verticalScrollBar()
        bar.setValue(bar.maximum())

    def show_part(self, part: QWidget) -> None:
        """Show one of the cards from its top on."""
        lay_out_now(self)
        self._work.verticalScrollBar().setValue(part.y())

    def _open_step(self, number: int) -> None:
        """Go to the part of a step; the search has its own page."""
        if number == steps.SEARCH:
            self.search_requested.emit()
        elif number == steps.RECEIVED:
            self._side.ensureWidgetVisible(self.history)
        else:
            if number == steps.IDENTITY:
                self.identity.fold.set_open(True)
            parts = {steps.IDENTITY: self.identity, steps.DECISION: self.decisions}
            part = parts.get(number, self.documents)
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
