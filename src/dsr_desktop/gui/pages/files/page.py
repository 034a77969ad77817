"""The Files page: imported files with their details, and the import of more."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QHideEvent

from dsr_desktop.domain.held_row import HeldDecision
from dsr_desktop.domain.import_draft import ImportDraft
from dsr_desktop.gui.file_choice import choose_files, choose_folder
from dsr_desktop.gui.pages.files.held.dialog import HeldDialog
from dsr_desktop.gui.pages.files.held.presenter import HeldRowsPresenter
from dsr_desktop.gui.pages.files.import_pane import ImportPane
from dsr_desktop.gui.pages.files.leaving.desk import LeavingDesk
from dsr_desktop.gui.pages.files.list_pane import FilesList
from dsr_desktop.gui.pages.files.mappings.desk import MappingDesk
from dsr_desktop.gui.pages.files.places.desk import PlacesDesk
from dsr_desktop.gui.pages.files.presenter import FilesPresenter
from dsr_desktop.gui.pages.files.preview.presenter import PreviewPresenter
from dsr_desktop.gui.pages.files.preview.words import (
    left_out,
    start_words,
    state_line,
)
from dsr_desktop.gui.pages.files.summaries import leaving_question, nothing_summary
from dsr_desktop.gui.pages.files.summary_banner import SummaryBanner
from dsr_desktop.gui.pages.files.views import (
    FileDetails,
    FilesView,
    HeldLine,
    ImportPlan,
    ImportUndo,
    Removal,
    ReplacementOffer,
    Summary,
    UnreadFiles,
)
from dsr_desktop.gui.pages.page import Page
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import Button, ButtonKind
from dsr_desktop.gui.widgets.dialog import QuestionDialog
from dsr_desktop.gui.widgets.drop_zone import DropZone
from dsr_desktop.gui.widgets.reading_order import focus_first
from dsr_desktop.gui.workspace import Workspace

_DROP_HEIGHT = 220


class FilesPage(Page):
    """Shows what was imported; `start_import` prepares an import of files and folders.

    `dialog` is the one for a held row opened last.
    """

    section = "files"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, workspace.tr("Files"))
        self._view = FilesView("", (), (), None)
        self._presenter = FilesPresenter(workspace)
        self._presenter.loaded.connect(self.show_view)
        self._presenter.importing.connect(self._show_importing)
        self._presenter.ended.connect(self._show_summary)
        self._list = FilesList(workspace)
        self.table, self.details = self._list.table, self._list.details
        self.details.activity_chosen.connect(self._presenter.set_activity)
        self.details.removal_requested.connect(self._ask_removal)
        self.details.undo_requested.connect(self._ask_undo)
        self._held = HeldRowsPresenter(workspace)
        self._held.decided.connect(self._show_said)
        self.details.held.decision_requested.connect(self._ask_decision)
        self.places = PlacesDesk(workspace, self.details.places, self)
        self.places.told.connect(self._show_said)
        self.leaving = LeavingDesk(workspace, self)
        self.leaving.told.connect(self._show_said)
        self.dialog: HeldDialog | None = None
        self._wanted = 0
        self._preview = PreviewPresenter(workspace)
        self._reading = self._importing = False
        self.import_pane = ImportPane(workspace, self._preview.rules)
        self._mappings = MappingDesk(workspace, self._preview, self.import_pane, self)
        self.drop_zone = self._make_drop_zone()
        self._add_buttons()
        self._listen_to_preview()
        self._lay_out()
        self._show_panes(preparing=False)

    def load(self) -> None:
        """Read the register again."""
        self._presenter.load()

    def start_import(self, paths: Sequence[Path] = ()) -> None:
        """Prepare the import of files and folders; without any, the user chooses files."""
        chosen = list(paths) or choose_files(self, self.workspace.tr("Import files"))
        if chosen:
            self._preview.plan(chosen)

    def show_file(self, source_id: int) -> None:
        """Choose a file and go to its held rows, at once or when the register was read."""
        if self.import_pane.isVisibleTo(self):
            self.close_pane()
        self._wanted = source_id
        self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        if self._wanted and self._view.files and self._list.isVisible():
            self._list.show_source(self._wanted)
            self._wanted = 0

    def _prepare(self, plan: ImportPlan) -> None:
        if not plan.files:
            self._show_summary(nothing_summary(self.workspace.tr, plan.skipped))
            return
        self.import_pane.prepare(plan)
        self._show_panes(preparing=True)
        self.import_pane.kind.setFocus()
        self._preview.look(plan)

    def take_focus(self) -> None:
        """Begin in the list, in the form of an import, or where files can be dropped."""
        panes = (self.import_pane, self._list, self.drop_zone)
        focus_first(next((pane for pane in panes if pane.isVisible()), self))

    def close_pane(self) -> bool:
        """Leave the preparation of an import; asks first if answers would be lost."""
        if not self.import_pane.isVisibleTo(self):
            return False
        is_answered = self._preview.draft.has_answers
        if not is_answered or self._asks(leaving_question(self.workspace.tr)):
            self._leave_preview()
        return True

    def _leave_preview(self) -> None:
        self._preview.leave()
        self.import_pane.forget()
        self._show_panes(preparing=False)

    def show_view(self, view: FilesView) -> None:
        """Show what the presenter found."""
        self._view = view
        self.import_pane.show_activities(view.activities)
        self.import_pane.offer(view.said)
        self._list.show_files(view)
        self._show_unread(view.unread)
        self._show_panes(preparing=self.import_pane.isVisibleTo(self))
        self._go_to_wanted()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the summary of the last import away: it stays until the page is left."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.notices.take_away("done")

    def _show_panes(self, *, preparing: bool) -> None:
        self.import_pane.setVisible(preparing)
        self.notices.setVisible(not preparing and not self.notices.is_empty)
        self._list.setVisible(not preparing and bool(self._view.files))
        self.drop_zone.setVisible(not preparing and not self._view.files)
        for button in (self._check_list, self._import_folder, self._import_files):
            button.setVisible(not preparing)
        self._export.setVisible(not preparing and bool(self._view.files))
        for button in (self._cancel, self._start):
            button.setVisible(preparing)
        self.primary = self._start if preparing else self._import_files
        self._show_heading()

    def _show_heading(self) -> None:
        tr, pane = self.workspace.tr, self.import_pane
        if self.primary is not self._start:
            self.header.set_title(tr("Files"))
            self.header.set_state(self._view.state)
            return
        self.header.set_title(tr("Import"))
        skipped = pane.plan.skipped
        reading = " · ".join((tr("nothing is written yet"), *left_out(tr, skipped)))
        drafted = state_line(tr, pane.draft, skipped)
        self.header.set_state(drafted if pane.draft.files else reading)
        self._start.setText(start_words(tr, pane.draft) if pane.draft.files else tr("Import"))

    def _show_draft(self, draft: ImportDraft) -> None:
        self.import_pane.show_draft(draft)
        self._show_heading()
        self._allow_start()

    def _allow_start(self) -> None:
        """Let the import begin, or say at its button why it cannot yet."""
        tr = self.workspace.tr
        if self._importing:
            self._start.disable(tr("An import is under way"))
        elif self._reading:
            self._start.disable(tr("The files are being read"))
        else:
            self._start.enable()

    def _show_reading(self, reading: bool) -> None:
        self._reading = reading
        self._allow_start()

    def _start_import(self) -> None:
        answers = self.import_pane.answers()
        if answers is not None:
            order = self._preview.order(answers)
            self._leave_preview()
            self.notices.take_away("done")
            self._presenter.start(order)
            self.table.setFocus()

    def _show_importing(self, importing: bool) -> None:
        self._importing = importing
        reason = self.workspace.tr("An import is under way")
        for button in (self._import_files, self._import_folder):
            if importing:
                button.disable(reason)
            else:
                button.enable()
        self._allow_start()

    def _show_summary(self, summary: Summary) -> None:
        banner = SummaryBanner(self.workspace.theme, self.workspace.tr, summary)
        banner.undo_requested.connect(self._ask_undo)
        banner.replacement_requested.connect(self._ask_replacement)
        banner.closed.connect(lambda: self.notices.take_away("done"))
        self.notices.show_notice("done", banner)

    def _show_unread(self, unread: UnreadFiles | None) -> None:
        if unread is None:
            self.notices.take_away("unread")
            return
        banner = Banner(self.workspace.theme, Tone.SOON, unread.title, unread.reasons)
        again = banner.add_button(self.workspace.tr("Read again"), Icon.REFRESH)
        again.clicked.connect(lambda: self._presenter.read_again(unread.attempts))
        self.notices.show_notice("unread", banner)

    def _ask_removal(self, details: FileDetails) -> None:
        if self._asks(self._presenter.removal(details)):
            self._presenter.remove(details)

    def _ask_replacement(self, offer: ReplacementOffer, others: Sequence[ReplacementOffer]) -> None:
        if self._asks(offer.question):
            self.notices.take_away("done")
            self._presenter.put_in_place(offer, others)

    def _ask_undo(self, undo: ImportUndo) -> None:
        if self._asks(undo.removal):
            self.notices.take_away("done")
            self._presenter.undo(undo)

    def _ask_decision(self, line: HeldLine, decision: HeldDecision) -> None:
        dialog = HeldDialog(self.workspace.theme, self.workspace.tr, line, decision, self)
        dialog.accepted.connect(lambda: self._held.decide(dialog.answer))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def _show_said(self, summary: Summary) -> None:
        self.clear_error()
        self._show_summary(summary)

    def _asks(self, removal: Removal) -> bool:
        dialog = QuestionDialog(
            self.workspace.theme,
            removal.question,
            removal.sentence,
            verb=removal.verb,
            cancel=self.workspace.tr("Cancel"),
            destructive=True,
            parent=self,
        )
        is_meant = dialog.ask()
        dialog.deleteLater()
        return is_meant

    def _choose_files(self) -> None:
        self.start_import()

    def _choose_folder(self) -> None:
        folder = choose_folder(self, self.workspace.tr("Import a folder"))
        if folder:
            self.start_import(folder)

    def _add_buttons(self) -> None:
        theme, tr = self.workspace.theme, self.workspace.tr
        self._check_list = Button(theme, tr("Check a list before sending…"))
        self._export = Button(theme, tr("Export contacts…"))
        self._import_folder = Button(theme, tr("Import a folder…"), icon=Icon.FOLDER_OPEN)
        self._import_files = Button(
            theme, tr("Import files…"), ButtonKind.PRIMARY, icon=Icon.UPLOAD
        )
        self._cancel = Button(theme, tr("Cancel"))
        self._start = Button(theme, "", ButtonKind.PRIMARY, icon=Icon.DOWNLOAD)
        for button, press in (
            (self._check_list, self.leaving.check_list),
            (self._export, self.leaving.export_contacts),
            (self._import_folder, self._choose_folder),
            (self._import_files, self._choose_files),
            (self._cancel, self.close_pane),
            (self._start, self._start_import),
        ):
            self.header.add_button(button)
            button.clicked.connect(press)

    def _listen_to_preview(self) -> None:
        preview, pane = self._preview, self.import_pane
        preview.planned.connect(self._prepare)
        preview.drafted.connect(self._show_draft)
        preview.reading.connect(self._show_reading)
        preview.abandoned.connect(self._leave_preview)
        preview.refused.connect(pane.file.refuse_password)
        pane.submitted.connect(self._start.click)
        pane.file.column_chosen.connect(preview.choose_column)
        pane.file.header_chosen.connect(preview.choose_header)
        pane.file.encoding_chosen.connect(preview.choose_encoding)
        pane.about.more.encoding_chosen.connect(self._choose_encoding)
        pane.file.password_given.connect(preview.try_password)
        pane.file.replacement_chosen.connect(preview.choose_replacement)
        pane.file.all_replacements_chosen.connect(preview.put_all_in_place)
        pane.file.confirmed.connect(preview.confirm)

    def _choose_encoding(self, encoding: str | None) -> None:
        self.import_pane.file.ask_anew()
        self._preview.choose_encoding_of_texts(encoding)

    def _make_drop_zone(self) -> DropZone:
        tr = self.workspace.tr
        zone = DropZone(
            self.workspace.theme,
            tr("Drop files or a whole folder here"),
            tr("Excel, CSV, vCard, mail, PDF and more. Press to choose files."),
        )
        zone.setMaximumHeight(_DROP_HEIGHT)
        zone.dropped.connect(self.start_import)
        zone.browse_requested.connect(self._choose_files)
        return zone

    def _lay_out(self) -> None:
        self.column.addWidget(self._list, 1)
        self.column.addWidget(self.import_pane, 1)
        self.column.addWidget(self.drop_zone)
        self.column.addStretch(0)
