"""The pane beside the list: everything known about one file, its activity, its removal."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.pages.chips import source_chip
from dsr_desktop.gui.pages.files.held.section import HeldSection
from dsr_desktop.gui.pages.files.places.section import PlacesSection
from dsr_desktop.gui.pages.files.views import ActivityChoice, FileDetails, SheetDetails
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle, Tone
from dsr_desktop.gui.widgets.button import Button
from dsr_desktop.gui.widgets.card import ListCard
from dsr_desktop.gui.widgets.chip import Chip, ChipLook
from dsr_desktop.gui.widgets.editors import ChoiceEditor
from dsr_desktop.gui.widgets.fixed_text import FixedText
from dsr_desktop.gui.widgets.key_values import KeyValueList
from dsr_desktop.gui.widgets.label import CutLabel, Label
from dsr_desktop.gui.widgets.layouts import clear, lay_out_now
from dsr_desktop.gui.widgets.scroll_pane import ScrollPane
from dsr_desktop.gui.workspace import Workspace

_LABEL_GAP = 3


class FileDetailsPane(ListCard):
    """Shows one file; emits its id with the activity chosen, the file to remove, or the way back.

    The way back is from the whole import, where a file did not come alone.
    """

    activity_chosen = Signal(int, str)
    removal_requested = Signal(object)
    undo_requested = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.theme)
        self._tr = workspace.tr
        self._details: FileDetails | None = None
        self._choices: tuple[ActivityChoice, ...] = ()
        self.activity = ChoiceEditor(workspace.theme)
        self.activity.activated.connect(self._choose_activity)
        self.remove_button = Button(workspace.theme, self._tr("Remove…"), icon=Icon.TRASH)
        self.remove_button.clicked.connect(self._ask_removal)
        self.undo_button = Button(workspace.theme, self._tr("Undo the import…"), icon=Icon.UNDO)
        self.undo_button.clicked.connect(self._ask_undo)
        self._activity_field = self._make_activity_field()
        self.held = HeldSection(workspace.theme, self._tr)
        self.places = PlacesSection(workspace.theme, self._tr)
        self._facts = KeyValueList(workspace.theme, side=0)
        self._head = QVBoxLayout()
        self._content = QVBoxLayout()
        self._lay_out()

    def show_file(self, details: FileDetails, choices: Sequence[ActivityChoice]) -> None:
        """Show another file."""
        self._details = details
        self._choices = tuple(choices)
        self.undo_button.setVisible(details.undo is not None)
        self._show_activity()
        self.held.show_rows(details.held)
        clear(self._head)
        for widget in self._head_widgets(details):
            self._head.addWidget(widget)
        self._facts.show_rows(details.facts)
        self.places.show_places(details)
        clear(self._content)
        for widget in self._content_widgets(details):
            self._content.addWidget(widget)

    def go_to_held(self) -> None:
        """Bring the held rows into view and put the focus on the first of them."""
        lay_out_now(self)
        self._pane.ensureWidgetVisible(self.held)
        self.held.take_focus()

    def _lay_out(self) -> None:
        self._pane = pane = ScrollPane(self._tr("About the file"), spacing=Space.SNUG)
        pane.body.setContentsMargins(Space.ROOMY, Space.SNUG, Space.ROOMY, Space.ROOMY)
        pane.body.addLayout(self._head)
        pane.add(self.held)
        pane.add(self._activity_field)
        pane.add(self._facts)
        pane.add(self.places)
        pane.body.addLayout(self._content)
        pane.body.addStretch(1)
        self._head.setSpacing(Space.TIGHT)
        self._content.setSpacing(Space.TIGHT)
        self.add(pane, stretch=1)
        self.add_line()
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.TIGHT)
        row.addWidget(self.remove_button)
        row.addWidget(self.undo_button)
        row.addStretch(1)
        self.add_padded(foot)

    def _make_activity_field(self) -> QWidget:
        label = Label(self._theme, self._tr("Activity"), ink=Ink.MUTED)
        label.setBuddy(self.activity)
        self.activity.setAccessibleName(label.text())
        field = QWidget()
        column = QVBoxLayout(field)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_LABEL_GAP)
        column.addWidget(label)
        column.addWidget(self.activity)
        return field

    def _head_widgets(self, details: FileDetails) -> list[QWidget]:
        theme = self._theme
        chip = Chip(theme, source_chip(self._tr, details.row.status))
        widgets: list[QWidget] = [CutLabel(theme, details.row.name, TextStyle.DATE), chip]
        if details.held.waiting:
            look = ChipLook(details.held.waiting, Tone.SOON, Icon.SHIELD_ALERT)
            widgets.append(Chip(theme, look))
        if details.reason:
            widgets.append(Label(theme, details.reason, wraps=True))
        widgets += [Label(theme, one, ink=Ink.SOON, wraps=True) for one in details.warnings]
        return widgets

    def _content_widgets(self, details: FileDetails) -> list[QWidget]:
        theme, tr = self._theme, self._tr
        widgets: list[QWidget] = []
        if details.sha256:
            widgets.append(FixedText(theme, tr("Checksum (SHA-256)"), details.sha256))
        for sheet in details.sheets:
            widgets += self._sheet_widgets(sheet)
        return widgets

    def _sheet_widgets(self, sheet: SheetDetails) -> list[QWidget]:
        theme = self._theme
        title = self._tr("Sheet {name}", name=sheet.title) if sheet.title else self._tr("Columns")
        widgets: list[QWidget] = [CutLabel(theme, title, TextStyle.SECTION)]
        if sheet.hidden:
            look = ChipLook(self._tr("Hidden"), Tone.OUTLINE, Icon.EYE_OFF)
            widgets.append(Chip(theme, look))
        widgets.append(Label(theme, sheet.note, TextStyle.CAPTION, Ink.MUTED, wraps=True))
        widgets.append(KeyValueList(theme, sheet.mapping, side=0))
        return widgets

    def _show_activity(self) -> None:
        code = self._details.row.activity if self._details else ""
        codes = [choice.code for choice in self._choices]
        self.activity.clear()
        self.activity.addItems([choice.words for choice in self._choices])
        self.activity.setPlaceholderText(self._tr("Not said yet"))
        self.activity.setCurrentIndex(codes.index(code) if code in codes else -1)
        self._activity_field.setVisible(bool(self._details and self._details.row.rows))

    def _choose_activity(self, number: int) -> None:
        if self._details is not None and self._choices[number].code != self._details.row.activity:
            self.activity_chosen.emit(self._details.row.id, self._choices[number].code)

    def _ask_removal(self) -> None:
        if self._details is not None:
            self.removal_requested.emit(self._details)

    def _ask_undo(self) -> None:
        if self._details is not None and self._details.undo is not None:
            self.undo_requested.emit(self._details.undo)
