"""Asks which backup is tested or restored, where to, and whether erasures are done again."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from dsr_desktop.gui.file_choice import choose_new_register, choose_register
from dsr_desktop.gui.pages.settings.backups.card import BackupsCard
from dsr_desktop.gui.pages.settings.backups.restore_forms import PassphraseForm
from dsr_desktop.gui.pages.settings.backups.restore_presenter import RestorePresenter
from dsr_desktop.gui.widgets.dialog import QuestionDialog
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.services.restoring import Restored
from dsr_desktop.wording.erasure import entry_line

AskPlace = Callable[[str, Path], Path | None]
_MOST_ENTRIES = 10


class RestoreDesk(QObject):
    """Serves the card of the backups; `told` says what was done. `dialog` is the one opened last.

    `ask_backup` asks for a backup, `ask_new` where a new register shall lie, given a title and where
    to begin.
    """

    told = Signal(str, str)

    def __init__(self, workspace: Workspace, card: BackupsCard, page: QWidget) -> None:
        super().__init__(page)
        self._workspace = workspace
        self._page = page
        self._tr = workspace.tr
        self.dialog: QDialog | None = None
        self.presenter = RestorePresenter(workspace)
        self.presenter.told.connect(self.told)
        card.test_requested.connect(self.ask_test)
        card.restore_requested.connect(self.ask_restore)
        self.ask_backup: AskPlace = lambda title, start: choose_register(page, title, start)
        self.ask_new: AskPlace = lambda title, start: choose_new_register(page, title, start)

    def ask_test(self) -> None:
        """Ask for a backup and its passphrase, then check all of it."""
        file, tr = self._choose_backup(), self._tr
        if file is None:
            return
        form = self._form(
            tr("Test {name}", name=file.name), verb=tr("Test it"), failed=tr("The test failed"),
            sentence=tr("Opens it with its passphrase and reads every page. Nothing is written."),
        )  # fmt: skip
        form.submitted.connect(lambda said: self.presenter.test(form, file, said))
        self._open(form)

    def ask_restore(self) -> None:
        """Ask for a backup, a new place and the passphrase, then restore it there."""
        file, tr = self._choose_backup(), self._tr
        if file is None:
            return
        path = self._workspace.register.path
        day = self._workspace.today().isoformat()
        proposed = path.with_name(f"{path.stem}-{day}{path.suffix}")
        to = self.ask_new(tr("Where the restored register shall lie"), proposed)
        if to is None:
            return
        form = self._form(
            tr("Restore {name}", name=file.name), verb=tr("Restore it"),
            failed=tr("Nothing was restored"),
            sentence=tr("Into {path}, a new register. The one that is open stays as it is.",
                        path=str(to)),
        )  # fmt: skip
        form.submitted.connect(lambda said: self._restore(form, file, to, said))
        self._open(form)

    def _choose_backup(self) -> Path | None:
        return self.ask_backup(self._tr("Choose the backup"), self._workspace.register.path)

    def _restore(self, form: PassphraseForm, file: Path, to: Path, passphrase: str) -> None:
        def then(restored: Restored) -> None:
            self._tell_restored(restored)
            if restored.erased_since:
                self._ask_erasures(restored, passphrase)

        self.presenter.restore(form, file, to, passphrase, then)

    def _tell_restored(self, restored: Restored) -> None:
        tr = self._tr
        lines = []
        if restored.made_at:
            day = datetime.fromisoformat(restored.made_at).astimezone().date()
            lines.append(tr("Backup of {day}.", day=tr.date(day)))
        lines.append(tr("Open it when the app starts, under “Another register…”."))
        lines += [
            tr("{path} is no ledger of this register, or was changed: not used", path=str(one))
            for one in restored.refused
        ]
        what = tr("Restored and checked: {path}", path=str(restored.path))
        self.told.emit(what, " ".join(lines))

    def _ask_erasures(self, restored: Restored, passphrase: str) -> None:
        tr, since = self._tr, restored.erased_since
        question = tr.count(
            "{n} erasure was done after this backup. Do it again there?",
            "{n} erasures were done after this backup. Do them again there?",
            len(since),
        )
        lines = [entry_line(tr, one) for one in since[:_MOST_ENTRIES]]
        if more := len(since) - len(lines):
            lines.append(tr.count("{n} more", "{n} more", more))
        later = tr("Until then these people are in the restored register again; it asks once more.")
        dialog = QuestionDialog(
            self._workspace.theme, question, "\n".join([*lines, later]),
            verb=tr("Erase again there"), cancel=tr("Later"), destructive=True, parent=self._page,
        )  # fmt: skip
        dialog.accepted.connect(lambda: self.presenter.erase_in(restored, passphrase))
        self._open(dialog)

    def _form(self, title: str, *, verb: str, sentence: str, failed: str) -> PassphraseForm:
        return PassphraseForm(
            self._workspace.theme, self._tr, title, verb=verb, sentence=sentence, failed=failed,
            parent=self._page,
        )  # fmt: skip

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()
