"""The Registers page: kinds of records at the left, the records of one, and what can be done."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget

from dsr_desktop.gui.file_choice import choose_file
from dsr_desktop.gui.pages.page import Page
from dsr_desktop.gui.pages.registers.bringing.desk import BringInDesk
from dsr_desktop.gui.pages.registers.catalogue import KINDS
from dsr_desktop.gui.pages.registers.details import show_action
from dsr_desktop.gui.pages.registers.form import DeclaredForm
from dsr_desktop.gui.pages.registers.kind_list import KindList
from dsr_desktop.gui.pages.registers.presenter import RegistersPresenter
from dsr_desktop.gui.pages.registers.record_pane import RecordPane
from dsr_desktop.gui.pages.registers.views import Action, Asked, Confirmed, Listing, Told
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Space
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import Button, ButtonKind
from dsr_desktop.gui.widgets.dialog import QuestionDialog
from dsr_desktop.gui.workspace import Workspace

_NOTHING_WANTED = ("", "")


class RegistersPage(Page):
    """Shows one kind of records at a time; `dialog` is the form opened last."""

    section = "registers"

    def __init__(self, workspace: Workspace, *, now: Callable[[], datetime] = datetime.now) -> None:
        super().__init__(workspace, workspace.tr("Registers"))
        theme, tr = workspace.theme, workspace.tr
        self.dialog: QDialog | None = None
        self._presenter = RegistersPresenter(workspace, now)
        self.kinds = KindList(theme, tr)
        self.panes = {kind.key: RecordPane(theme, tr, kind) for kind in KINDS}
        self._stack = QStackedWidget()
        self.bringing = BringInDesk(workspace)
        self.bring_in = Button(theme, tr("Bring in…"), icon=Icon.UPLOAD)
        self.hand_over = Button(theme, tr("Hand over…"), icon=Icon.DOWNLOAD)
        for button in (self.bring_in, self.hand_over):
            self.header.add_button(button)
        self.add = Button(theme, "", ButtonKind.PRIMARY, icon=Icon.PLUS)
        self.set_primary(self.add)
        self._wanted = _NOTHING_WANTED
        self._lay_out()
        self._connect()
        self.kinds.choose(KINDS[0].key)

    @property
    def pane(self) -> RecordPane:
        """The kind that is shown."""
        pane = self._stack.currentWidget()
        assert isinstance(pane, RecordPane)  # noqa: S101 - the stack holds nothing else
        return pane

    def load(self) -> None:
        """Read every kind again."""
        self._presenter.load()

    def take_focus(self) -> None:
        """Begin in the table."""
        self.pane.take_focus()

    def show_kind(self, key: str) -> None:
        """Show a kind of records."""
        self.kinds.choose(key)

    def show_record(self, kind: str, key: str) -> None:
        """Bring a record into view, and its first button into focus, once it is read."""
        self.show_kind(kind)
        self._wanted = (kind, key)
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        kind, key = self._wanted
        if key and self.panes[kind].choose(key):
            self._wanted = _NOTHING_WANTED
            self.panes[kind].details.buttons[0].setFocus()

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.listed.connect(self._show_listings)
        presenter.told.connect(self._tell)
        self.kinds.chosen.connect(self._show_kind)
        self.bringing.told.connect(self._tell)
        self.bring_in.clicked.connect(self._choose_register)
        self.hand_over.clicked.connect(lambda: self._ask(presenter.handing_over()))
        self.add.clicked.connect(lambda: self._ask(self.pane.listing.actions[0]))
        for pane in self.panes.values():
            pane.requested.connect(self._ask)
            pane.left.connect(self.workspace.show_suppression)

    def _show_listings(self, listings: Mapping[str, Listing]) -> None:
        self.kinds.show_listings(listings)
        for key, listing in listings.items():
            self.panes[key].show_listing(listing)
        self._show_head()
        self._go_to_wanted()

    def _show_kind(self, key: str) -> None:
        self._stack.setCurrentWidget(self.panes[key])
        self.notices.take_away("done")
        self._show_head()

    def _show_head(self) -> None:
        self.header.set_state(self.pane.listing.state)
        actions = self.pane.listing.actions
        self.add.setVisible(bool(actions))
        if actions:
            show_action(self.add, actions[0])

    def _ask(self, action: Action) -> None:
        match action.asks:
            case Asked():
                self._ask_form(action, action.asks)
            case Confirmed():
                self._ask_question(action, action.asks)

    def _ask_form(self, action: Action, asked: Asked) -> None:
        workspace = self.workspace
        form = DeclaredForm(workspace.theme, workspace.tr, asked, workspace.today(), self)
        form.submitted.connect(lambda answer: self._presenter.submit(form, action, answer))
        form.finished.connect(form.deleteLater)
        self.dialog = form
        form.open()

    def _ask_question(self, action: Action, asked: Confirmed) -> None:
        dialog = QuestionDialog(
            self.workspace.theme, asked.question, asked.sentence, verb=asked.verb,
            cancel=self.workspace.tr("Cancel"), destructive=True, parent=self,
        )  # fmt: skip
        dialog.accepted.connect(lambda: self._presenter.carry_out(action))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def _choose_register(self) -> None:
        path = choose_file(self, self.workspace.tr("Bring in a register"))
        if path is not None:
            self.bring_in_from(path)

    def bring_in_from(self, path: Path) -> None:
        """Open the form that brings a register in from a file."""
        kind = "activities" if self.pane.kind.key == "activities" else "requests"
        self.dialog = self.bringing.open(path, kind, self)

    def _tell(self, told: Told) -> None:
        self.clear_error()
        banner = Banner(self.workspace.theme, told.tone, told.what, told.consequence)
        close = banner.add_button(self.workspace.tr("Close"))
        close.clicked.connect(lambda: self.notices.take_away("done"))
        self.notices.show_notice("done", banner)

    def _lay_out(self) -> None:
        for pane in self.panes.values():
            self._stack.addWidget(pane)
        row = QHBoxLayout()
        row.setSpacing(Space.SNUG + 2)
        row.addWidget(self.kinds)
        row.addWidget(self._stack, 1)
        self.column.addLayout(row, 1)
