"""Before an import: what the files are, what they hold, and what the user says of them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dsr_desktop.domain.import_details import ImportDetails
from dsr_desktop.domain.import_draft import ImportDraft
from dsr_desktop.gui.pages.files.preview.about_form import AboutForm
from dsr_desktop.gui.pages.files.preview.file_list import DraftFileList
from dsr_desktop.gui.pages.files.preview.file_pane import FilePane
from dsr_desktop.gui.pages.files.preview.words import counts, files_summary
from dsr_desktop.gui.pages.files.views import (
    ActivityChoice,
    FormRules,
    ImportAnswers,
    ImportPlan,
    MappingTold,
)
from dsr_desktop.gui.pages.notices import Notices
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle, Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.card import ListCard
from dsr_desktop.gui.widgets.count_tile import CountStrip
from dsr_desktop.gui.widgets.empty_state import EmptyState
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.gui.widgets.tick_box import TickBox
from dsr_desktop.gui.workspace import Workspace

_LEAST_LIST, _LIST_WIDTH = 236, 296
_ROOM_FOR_COUNTS = 620
_SUBMIT = ("Ctrl+Return", "Ctrl+Enter")


class ImportPane(QWidget):
    """Shows a draft of an import; its answers go out through the signals of `file`.

    Ctrl+Enter, wherever the focus is, emits `submitted`.
    """

    submitted = Signal()

    def __init__(self, workspace: Workspace, rules: FormRules) -> None:
        super().__init__()
        self._workspace = workspace
        theme, tr = workspace.theme, workspace.tr
        self.plan = ImportPlan((), 0)
        self.draft = ImportDraft()
        self._is_new = True
        self.about = AboutForm(workspace, rules)
        self.kind, self.activity = self.about.kind, self.about.activity
        self.supplied_by, self.channel = self.about.supplied_by, self.about.channel
        self.collected_on = self.about.collected_on
        self.list = DraftFileList(theme, tr)
        self.list.file_chosen.connect(self._show_file)
        self.file = FilePane(theme, tr)
        self.remembers = TickBox(theme, tr("Remember the columns"))
        self.use_mapping = Button(theme, tr("Use a mapping from a file…"), size=ButtonSize.SMALL)
        self.notices = Notices(("mapping",))
        self._summary = Label(theme, "", TextStyle.CAPTION, Ink.MUTED)
        self._strip = QVBoxLayout()
        self._panes = QStackedWidget()
        self._lay_out()
        for keys in _SUBMIT:
            end = QShortcut(QKeySequence(keys), self)
            end.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            end.setAutoRepeat(False)
            end.activated.connect(self.submitted)

    def prepare(self, plan: ImportPlan) -> None:
        """Begin anew with other files, which are being read."""
        self.plan, self.draft, self._is_new = plan, ImportDraft(), True
        self.about.begin()
        self.notices.take_away("mapping")
        self.remembers.setChecked(True)
        self._show_counts()
        self._panes.setCurrentIndex(0)

    def forget(self) -> None:
        """Let go of the files and of all answers, passwords above all."""
        self.plan, self.draft = ImportPlan((), 0), ImportDraft()

    def show_draft(self, draft: ImportDraft) -> None:
        """Show the files as they were read, with the answers so far."""
        self.draft = draft
        self.about.more.show_encoding(draft.encoding)
        self._summary.setText(files_summary(self._workspace.tr, draft))
        self._show_counts()
        if self._is_new:
            self._is_new = False
            self.file.begin()
            self._panes.setCurrentIndex(1)
            self.list.begin(draft)
        else:
            self.list.show_draft(draft)
        if (path := self.list.path) is not None:
            self._show_file(path)

    def show_activities(self, choices: Sequence[ActivityChoice]) -> None:
        """Offer the activities of the register."""
        self.about.show_activities(choices)

    def offer(self, said: Sequence[ImportDetails]) -> None:
        """Offer what was said of earlier imports."""
        self.about.offer(said)

    def tell_mapping(self, told: MappingTold) -> None:
        """Say what came of a mapping file, until it is closed or another one is chosen."""
        tone = Tone.OK if told.is_good else Tone.SOON
        banner = Banner(self._workspace.theme, tone, told.what, told.consequence)
        close = banner.add_button(self._workspace.tr("Close"))
        close.clicked.connect(lambda: self.notices.take_away("mapping"))
        self.notices.show_notice("mapping", banner)

    def show_answers_anew(self) -> None:
        """Show the file at hand with answers that were not given in its questions."""
        self.file.ask_anew()
        if (path := self.list.path) is not None:
            self._show_file(path)

    def answers(self) -> ImportAnswers | None:
        """Return what was filled in, None if a field must be mended first."""
        return self.about.answers(remembers=self.remembers.isChecked())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room of the totals to the files where there is little."""
        super().resizeEvent(event)
        self._give_counts_room()

    def _show_file(self, path: Path) -> None:
        self.file.show_file(self.draft.file_at(path), len(self.draft.newer_versions))

    def _show_counts(self) -> None:
        clear(self._strip)
        if self.draft.files:
            shown = counts(self._workspace.tr, self.draft)
            self._strip.addWidget(CountStrip(self._workspace.theme, shown))
        self._give_counts_room()

    def _give_counts_room(self) -> None:
        item = self._strip.itemAt(0)
        if item is not None and (strip := item.widget()) is not None:
            strip.setVisible(self.height() >= _ROOM_FOR_COUNTS)

    def _lay_out(self) -> None:
        theme, tr = self._workspace.theme, self._workspace.tr
        files = ListCard(theme, tr("Files"), aside=self._summary)
        files.setMinimumWidth(_LEAST_LIST)
        files.setMaximumWidth(_LIST_WIDTH)
        files.add(self.list, stretch=1)
        files.add_line()
        files.add_padded(self._make_foot())
        read = QWidget()
        row = QHBoxLayout(read)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SNUG + 2)
        row.addWidget(files, 2)
        row.addWidget(self.file, 5)
        self._panes.addWidget(
            EmptyState(
                theme, Icon.FOLDER_SEARCH, tr("The files are being read"),
                tr("Nothing is written yet. Say meanwhile what they are."),
            )
        )  # fmt: skip
        self._panes.addWidget(read)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT + 2)
        column.addLayout(self._strip)
        column.addWidget(self.about)
        column.addWidget(self.notices)
        column.addWidget(self._panes, 1)

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addWidget(self.remembers)
        column.addWidget(self.use_mapping, 0, Qt.AlignmentFlag.AlignLeft)
        return foot
