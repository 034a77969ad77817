"""What a new register needs: lists, then a request; and what is good to know."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Space
from dsr_desktop.gui.widgets.button import Button
from dsr_desktop.gui.widgets.card import Card, ListCard
from dsr_desktop.gui.widgets.drop_zone import DropZone
from dsr_desktop.gui.widgets.fact_row import AdviceRow
from dsr_desktop.gui.widgets.key_cap import KeyCap
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.numbered_step import NumberedStep
from dsr_desktop.gui.widgets.scroll_pane import ScrollPane
from dsr_desktop.gui.widgets.section_label import SectionLabel
from dsr_desktop.gui.widgets.step_bar import StepState
from dsr_desktop.gui.workspace import Workspace

_SIDE_WIDTH = 304
_CARD_PADDING = 18
_ADVICE_GAP = 13


class FirstSteps(QWidget):
    """Two numbered steps instead of zeros."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        tr = workspace.tr
        self._title = SectionLabel(workspace.theme, tr("Two steps to start"))
        self._lists = self._make_lists_step()
        self._request = self._make_request_step()
        scrolled = ScrollPane(spacing=Space.TIGHT)
        scrolled.add(self._title)
        card = ListCard(workspace.theme)
        card.add(self._lists)
        card.add_line()
        card.add(self._request)
        scrolled.add(card)
        scrolled.body.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SNUG + 2)
        row.addWidget(scrolled, 1)
        row.addLayout(self._make_side())
        self.show_done(has_files=False)

    def show_done(self, *, has_files: bool) -> None:
        """Tick the first step once there are files."""
        self._lists.set_state(StepState.DONE if has_files else StepState.CURRENT)
        self._request.set_state(StepState.CURRENT if has_files else StepState.LATER)
        self._title.set_note(
            self._workspace.tr("{done} of 2 done", done=self._workspace.tr.number(int(has_files)))
        )

    def _make_lists_step(self) -> NumberedStep:
        workspace, tr = self._workspace, self._workspace.tr
        step = NumberedStep(
            workspace.theme, 1, tr("Bring in your contact lists"),
            tr("Ask each colleague for their exports. The originals stay untouched on the disk."),
        )  # fmt: skip
        zone = DropZone(
            workspace.theme, tr("Drop files or a whole folder here"),
            tr("Excel, CSV, vCard, mail, PDF and more. Press to choose files."),
        )  # fmt: skip
        zone.dropped.connect(workspace.show_import)
        zone.browse_requested.connect(self._choose_files)
        step.add(zone, grows=True)
        return step

    def _choose_files(self) -> None:
        self._workspace.show_import()

    def _make_request_step(self) -> NumberedStep:
        workspace, tr = self._workspace, self._workspace.tr
        step = NumberedStep(
            workspace.theme, 2, tr("Record a request when one arrives"),
            tr("You give the day you received it. The app works out the deadline and says why."),
        )  # fmt: skip
        button = Button(workspace.theme, tr("New request…"), icon=Icon.PLUS)
        button.clicked.connect(workspace.new_request_wanted)
        step.add(button)
        return step

    def _make_side(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(Space.SNUG + 2)
        side.addSpacing(27)
        for card in (self._make_advice(), self._make_keys()):
            card.setFixedWidth(_SIDE_WIDTH)
            side.addWidget(card)
        side.addStretch(1)
        return side

    def _make_advice(self) -> Card:
        theme, tr = self._workspace.theme, self._workspace.tr
        card = Card(theme, tr("Good to know"), padding=_CARD_PADDING)
        card.body.setSpacing(_ADVICE_GAP)
        for icon, sentence, explanation in (
            (Icon.WIFI_OFF, tr("Nothing leaves this computer"),
             tr("There is no account and no cloud. The register is encrypted.")),
            (Icon.UNDO, tr("Every import can be undone"),
             tr("Remove a file in Files and its rows are gone from the register.")),
            (Icon.SCALE, tr("You decide"),
             tr("The app gives the article and the reason. It is an aid, not legal advice.")),
        ):  # fmt: skip
            card.add(AdviceRow(theme, icon, sentence, explanation))
        return card

    def _make_keys(self) -> Card:
        theme, tr = self._workspace.theme, self._workspace.tr
        card = Card(theme, tr("Keys"), padding=_CARD_PADDING)
        for text, key in (
            (tr("Search everywhere"), "Ctrl K"),
            (tr("New request"), "Ctrl N"),
            (tr("Import files"), "Ctrl I"),
        ):
            row = QHBoxLayout()
            row.addWidget(Label(theme, text))
            row.addStretch(1)
            row.addWidget(KeyCap(theme, key))
            card.body.addLayout(row)
        return card
