"""Tests backups and restores them into new registers; the register that is open stays as it is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal

from dsr_desktop.domain.errors import RegisterFileError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.progress import Progress
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.gui.pages.settings.backups.restore_forms import PassphraseForm
from dsr_desktop.services.backing_up import look_into_backup
from dsr_desktop.services.ledger_files import ledgers_elsewhere
from dsr_desktop.services.register import open_register
from dsr_desktop.services.repeating_erasures import Repeated, repeat_erasures
from dsr_desktop.services.restoring import Restored, restore
from dsr_desktop.services.verifying import Verification
from dsr_desktop.wording.erasure import erased_lines


class RestorePresenter(Presenter):
    """`told` says what was done and what follows from it."""

    told = Signal(str, str)

    def test(self, form: PassphraseForm, file: Path, passphrase: str) -> None:
        """Open a backup and check all of it; what is wrong is said in the form."""
        tr = self.workspace.tr

        def work(_progress: Progress) -> Verification:
            result = look_into_backup(file, passphrase)
            if not result.sound:
                raise RegisterFileError(
                    mark("The backup {name} is damaged. Make a new one, and keep this one aside."),
                    name=file.name,
                )
            return result

        def then(result: Verification) -> None:
            events = tr.count("{n} event", "{n} events", result.events)
            said = tr(
                "{name}: every page read, {events}, event log {fingerprint}",
                name=file.name, events=events, fingerprint=result.fingerprint[:16],
            )  # fmt: skip
            self.told.emit(tr("The backup is sound."), said)

        self.record(form, work, then)

    def restore(
        self, form: PassphraseForm, file: Path, to: Path, passphrase: str,
        then: Callable[[Restored], None],
    ) -> None:  # fmt: skip
        """Restore a backup into a new register, with the ledgers of all folders known."""
        register = self.workspace.register

        def work(progress: Progress) -> Restored:
            ledgers = ledgers_elsewhere(register, file)
            return restore(file, to, passphrase, ledgers=ledgers, progress=progress)

        self.record(form, work, then)

    def erase_in(self, restored: Restored, passphrase: str) -> None:
        """Do the erasures again, in the register that was restored, which its backup lacks."""
        today, tr = self.workspace.today(), self.workspace.tr
        uids = [one.uid for one in restored.erased_since]

        def work(progress: Progress) -> Repeated:
            register = open_register(restored.path, passphrase)
            try:
                return repeat_erasures(register, uids, today, progress=progress)
            finally:
                register.close()

        def then(done: Repeated) -> None:
            lines = erased_lines(tr, done.rows, wiped=done.wiped)
            self.told.emit(tr("Restored and erased again: {path}", path=str(restored.path)),
                           ". ".join(lines))  # fmt: skip

        self.change(tr("Erasing again"), work, then)
