"""Ties card, dialogs and presenter of the backups together."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from dsr_desktop.domain.backup import daily_name
from dsr_desktop.gui.file_choice import choose_folder, choose_new_file, choose_new_register
from dsr_desktop.gui.pages.settings.backups.card import BackupsCard
from dsr_desktop.gui.pages.settings.backups.presenter import BackupsPresenter
from dsr_desktop.gui.pages.settings.backups.restore_desk import RestoreDesk
from dsr_desktop.gui.pages.settings.backups.views import BackupsView
from dsr_desktop.gui.widgets.dialog import QuestionDialog
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.wording.plain_export import plain_export_warning

AskFile = Callable[[str, str], Path | None]


class BackupsDesk(QObject):
    """`card` shows the backups; `told` says what was done. `dialog` is the one opened last."""

    told = Signal(str, str)

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self._workspace = workspace
        self._page = page
        self._view: BackupsView | None = None
        self.dialog: QDialog | None = None
        self.card = BackupsCard(workspace.theme, workspace.tr)
        self.presenter = BackupsPresenter(workspace)
        self.presenter.loaded.connect(self._show)
        self.presenter.told.connect(self.told)
        self.card.backup_requested.connect(self._back_up)
        self.card.place_requested.connect(self._ask_place)
        self.card.end_requested.connect(self.presenter.end_daily)
        self.card.erasures_requested.connect(self._ask_erasures)
        self.card.plain_requested.connect(self._ask_plain)
        self.restoring = RestoreDesk(workspace, self.card, page)
        self.restoring.told.connect(self.told)
        self.ask_file: AskFile = lambda title, name: choose_new_file(page, title, name)

    def load(self) -> None:
        """Read the backups again."""
        self.presenter.load()

    def _show(self, view: BackupsView) -> None:
        self._view = view
        self.card.show_view(view)

    def _back_up(self) -> None:
        """Back up to the places that were chosen; without any, ask for a file."""
        if self._view is not None and self._view.places:
            self.presenter.back_up_everywhere()
            return
        path, tr = self._workspace.register.path, self._workspace.tr
        proposed = path.with_name(daily_name(path, datetime.now().astimezone()))
        file = choose_new_register(self._page, tr("Where the backup shall lie"), proposed)
        if file is not None:
            self.presenter.back_up_to(file)

    def _ask_place(self) -> None:
        for folder in choose_folder(self._page, self._workspace.tr("Folder for daily backups")):
            self.presenter.add_place(folder)

    def _ask_plain(self) -> None:
        """Say what a plain copy is, ask where it goes, then ask once more."""
        tr = self._workspace.tr
        self._ask(
            tr("Export the register without encryption?"), plain_export_warning(tr),
            tr("Choose the file…"), self._ask_plain_again,
        )  # fmt: skip

    def _ask_plain_again(self) -> None:
        tr = self._workspace.tr
        name = f"{self._workspace.register.path.stem}.sqlite"
        file = self.ask_file(tr("Where the unencrypted copy shall lie"), name)
        if file is not None:
            self._ask(
                tr("Write the whole register without encryption?"),
                tr("{path} will be readable by whoever has it. The event log keeps that it was "
                   "written.", path=str(file)),
                tr("Write it"), lambda: self.presenter.export_plain(file),
            )  # fmt: skip

    def _ask(self, question: str, sentence: str, verb: str, then: Callable[[], None]) -> None:
        dialog = QuestionDialog(
            self._workspace.theme, question, sentence, verb=verb, cancel=self._workspace.tr("Cancel"),
            destructive=True, parent=self._page,
        )  # fmt: skip
        dialog.accepted.connect(then)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def _ask_erasures(self) -> None:
        if self._view is None:
            return
        tr, uids = self._workspace.tr, self._view.open_erasures
        question = tr.count("Do {n} erasure again?", "Do {n} erasures again?", len(uids))
        sentence = tr(
            "Their keys go on the suppression list, their rows leave the register for good. What "
            "the files of the company hold is not touched."
        )
        again = tr("Erase again")
        self._ask(question, sentence, again, lambda: self.presenter.erase_again(uids))
