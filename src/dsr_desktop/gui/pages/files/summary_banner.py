"""How an import ended, above the list: what came of it, its undoing, versions still to replace."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dsr_desktop.gui.pages.files.views import ImportUndo, ReplacementOffer, Summary
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Space, Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.flow import Flow
from dsr_desktop.wording.language import Tr

_MOST_OFFERED = 3


class SummaryBanner(Banner):
    """Stays until it is closed or the page is left.

    `undo_requested` brings the ImportUndo; `replacement_requested` a ReplacementOffer and those left.
    """

    undo_requested = Signal(object)
    replacement_requested = Signal(object, object)
    closed = Signal()

    def __init__(self, theme: Theme, tr: Tr, summary: Summary) -> None:
        tone = Tone.OK if summary.is_good else Tone.SOON
        super().__init__(theme, tone, summary.what, summary.consequence)
        if summary.undo is not None:
            self._offer_undo(tr, summary.undo)
        self.add_button(tr("Close")).clicked.connect(self.closed)
        self.replacements = [
            self._replacement(one, summary.offers) for one in summary.offers[:_MOST_OFFERED]
        ]
        if self.replacements:
            self._offer_replacements()

    def _offer_undo(self, tr: Tr, undo: ImportUndo) -> None:
        button = self.add_button(tr("Undo this import…"), Icon.UNDO)
        button.clicked.connect(lambda: self.undo_requested.emit(undo))

    def _replacement(self, one: ReplacementOffer, offers: Sequence[ReplacementOffer]) -> Button:
        others = tuple(other for other in offers if other is not one)
        button = Button(self._theme, one.words, size=ButtonSize.SMALL)
        button.clicked.connect(lambda: self.replacement_requested.emit(one, others))
        return button

    def _offer_replacements(self) -> None:
        offers = QWidget()
        flow = Flow(offers, gap=Space.TIGHT)
        for button in self.replacements:
            flow.addWidget(button)
        self.add(offers)
