"""What can be done with a request: documents, reading again, answer, close."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dsr_desktop.gui.pages.requests.action_row import ActionRow
from dsr_desktop.gui.pages.requests.guards import Guards, settle_verb
from dsr_desktop.gui.pages.requests.rescan_list import RescanModel
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.pages.requests.words import rescan_line, settled_line
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Space
from dsr_desktop.gui.widgets.card import Card, Divider
from dsr_desktop.gui.widgets.row_list import FILE_HEIGHT, RowList
from dsr_desktop.wording.checklist import outdated_search
from dsr_desktop.wording.fees import fee_line, fee_verb
from dsr_desktop.wording.language import Tr

_MOST_ROWS = 6


class DocumentsCard(Card):
    """Each action that cannot be done now says why; `file_requested` carries the id of a source."""

    checklist_requested = Signal()
    bundle_requested = Signal()
    access_requested = Signal()
    rescan_requested = Signal()
    send_requested = Signal()
    steps_requested = Signal()
    fee_requested = Signal()
    close_requested = Signal()
    dossier_requested = Signal()
    file_requested = Signal(int)

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Documents and steps"), parent=parent)
        self._theme = theme
        self._tr = tr
        self.body.setSpacing(Space.HAIR)
        self.body.addSpacing(Space.HAIR)
        self.checklist = self._row(
            Icon.LIST_CHECKS, tr("Erasure checklist"), tr("Write the checklist…")
        )
        self._line()
        self.bundle = self._row(Icon.PACKAGE, tr("Portability bundle"), tr("Build the bundle…"))
        self._line()
        self.access = self._row(Icon.PACKAGE, tr("Access package"), tr("Review the contents…"))
        self._line()
        self.rescan = self._row(Icon.REFRESH, tr("Sources on disk"), tr("Read sources again"))
        self.results = RowList(theme, tr("Sources read again"))
        self.model = RescanModel(tr, self)
        self.results.setModel(self.model)
        self.add(self.results)
        self._line_below_results = self._line()
        self.fee = self._row(Icon.SCALE, tr("Fee"), tr("Tell a fee…"))
        self._line()
        self.send = self._row(Icon.SEND, tr("Answer"), tr("Record sending…"))
        self._line()
        self.steps = self._row(Icon.LIST_CHECKS, tr("Steps"), tr("Settle the steps…"))
        self._line()
        self.close_row = self._row(Icon.ARCHIVE, tr("End of the request"), tr("Close the request…"))
        self._line()
        self.dossier = self._row(Icon.SCALE, tr("Dossier"), tr("Dossier for the authority…"))
        self._connect()

    def show_state(self, state: RequestState, guards: Guards) -> None:
        """Show what can be done now."""
        tr, request = self._tr, state.request
        self.checklist.show_action(
            tr("Every cell to erase, for the owners of the files. PDF and XLSX.")
            if state.search_is_current else outdated_search(tr),
            guards.checklist,
        )  # fmt: skip
        self.bundle.show_action(
            tr("What the person gave, as JSON and CSV in an encrypted archive."), guards.bundle,
            settle_verb(tr, state),
        )  # fmt: skip
        self.access.show_action(
            tr("What leaves, piece by piece, then the package with its letter."), guards.access
        )
        self.rescan.show_action(rescan_line(tr, state.rescan), guards.rescan)
        self._show_results(state)
        self.fee.show_action(fee_line(tr, request), guards.fee, fee_verb(tr, request))
        self.send.show_action(
            tr("By post, e-mail or as the person asked: you send it, the app records it."),
            guards.send,
        )
        self.steps.show_action(settled_line(tr, state), guards.steps)
        closed = tr("Closed on {day}.", day=tr.date(request.closed_on)) if request.closed_on else ""
        self.close_row.show_action(
            tr("A closed request no longer changes."), closed or guards.close
        )
        self.dossier.show_action(
            tr("Everything about the request in one archive that its reader can check."), ""
        )

    def show_reading(self, text: str) -> None:
        """Show how far reading the sources is ("Reading 7 of 12…"); "" when it is over."""
        self.rescan.button.set_busy(text)

    def _show_results(self, state: RequestState) -> None:
        sources = state.rescan.sources if state.rescan else ()
        self.model.show(sources)
        self.results.setVisible(bool(sources))
        self._line_below_results.setVisible(not sources)
        self.results.setFixedHeight(min(len(sources), _MOST_ROWS) * FILE_HEIGHT)

    def _row(self, icon: Icon, title: str, verb: str) -> ActionRow:
        row = ActionRow(self._theme, icon, title, verb, self)
        self.add(row)
        return row

    def _line(self) -> Divider:
        line = Divider(self._theme)
        self.add(line)
        return line

    def _connect(self) -> None:
        self.results.row_opened.connect(
            lambda index: self.file_requested.emit(self.model.source_at(index.row()))
        )
        for row, signal in (
            (self.checklist, self.checklist_requested),
            (self.bundle, self.bundle_requested),
            (self.access, self.access_requested),
            (self.rescan, self.rescan_requested),
            (self.send, self.send_requested),
            (self.steps, self.steps_requested),
            (self.fee, self.fee_requested),
            (self.close_row, self.close_requested),
            (self.dossier, self.dossier_requested),
        ):
            row.requested.connect(signal)
