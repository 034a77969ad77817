"""The pane beside the list: the whole row of a contact, where it came from, what concerns it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.pages.contacts.views import ContactFacts
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.card import ListCard
from dsr_desktop.gui.widgets.chip import Chip
from dsr_desktop.gui.widgets.empty_state import EmptyState
from dsr_desktop.gui.widgets.flow import Flow
from dsr_desktop.gui.widgets.key_values import KeyValueList
from dsr_desktop.gui.widgets.label import CutLabel, Label
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.gui.widgets.scroll_pane import ScrollPane
from dsr_desktop.gui.workspace import Workspace


class ContactDetailsPane(ListCard):
    """Shows one contact; `facts` is what it shows, None for nobody.

    `search_wanted` and `file_wanted` ask for what the buttons say, `request_wanted` carries a
    reference.
    """

    search_wanted = Signal()
    file_wanted = Signal()
    request_wanted = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.theme)
        self._theme_used, self._tr = workspace.theme, workspace.tr
        self.facts: ContactFacts | None = None
        theme, tr = workspace.theme, workspace.tr
        self.setAccessibleName(tr("About the contact"))
        self.title = CutLabel(theme, "", TextStyle.DATE)
        self.values = KeyValueList(theme, side=0)
        self.provenance = KeyValueList(theme, side=0)
        self.search = Button(theme, tr("Find this person"), icon=Icon.SEARCH)
        self.search.clicked.connect(self.search_wanted)
        self.file = Button(theme, tr("Show the file"), icon=Icon.FILE_SPREADSHEET)
        self.file.clicked.connect(self.file_wanted)
        self._chips, self._requests = QWidget(), QVBoxLayout()
        self._chip_flow = Flow(self._chips)
        self._nobody = EmptyState(
            theme, Icon.CONTACT, tr("No contact chosen"),
            tr("Choose a contact to see its whole row and where it came from."),
        )  # fmt: skip
        self._lay_out()
        self.show_contact(None)

    def show_contact(self, facts: ContactFacts | None) -> None:
        """Show another contact, or that none is chosen."""
        self.facts = facts
        self._nobody.setVisible(facts is None)
        self._filled.setVisible(facts is not None)
        if facts is None:
            return
        self.title.setText(facts.title)
        clear(self._chip_flow)
        for look in facts.chips:
            self._chip_flow.addWidget(Chip(self._theme_used, look))
        self._chips.setVisible(bool(facts.chips))
        self.values.show_rows(facts.values)
        self.provenance.show_rows(facts.provenance)
        self._show_requests(facts.requests)
        if facts.criteria is None:
            self.search.disable(self._tr("The row has no name, e-mail or number to search for"))
        else:
            self.search.enable()

    def _show_requests(self, refs: tuple[str, ...]) -> None:
        clear(self._requests)
        if refs:
            words = self._tr("Found for")
            self._requests.addWidget(Label(self._theme_used, words, TextStyle.CHIP, Ink.MUTED))
        for ref in refs:
            button = Button(self._theme_used, ref, icon=Icon.INBOX, size=ButtonSize.SMALL)
            button.clicked.connect(lambda _checked=False, ref=ref: self.request_wanted.emit(ref))
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            self._requests.addLayout(row)

    def _lay_out(self) -> None:
        theme, tr = self._theme_used, self._tr
        pane = ScrollPane(tr("About the contact"), spacing=Space.SNUG)
        pane.body.setContentsMargins(Space.ROOMY, Space.SNUG, Space.ROOMY, Space.ROOMY)
        pane.add(self.title)
        pane.add(self._chips)
        pane.add(Label(theme, tr("As it stands in the file"), TextStyle.CHIP, Ink.MUTED))
        pane.add(self.values)
        pane.add(Label(theme, tr("Where it came from"), TextStyle.CHIP, Ink.MUTED))
        pane.add(self.provenance)
        pane.body.addLayout(self._requests)
        pane.body.addStretch(1)
        self._filled = QWidget()
        column = QVBoxLayout(self._filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(pane, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.ROOMY, Space.TIGHT, Space.ROOMY, Space.ROOMY)
        foot.setSpacing(Space.TIGHT)
        foot.addWidget(self.search)
        foot.addWidget(self.file)
        foot.addStretch(1)
        column.addLayout(foot)
        self.add(self._nobody)
        self.add(self._filled, stretch=1)
