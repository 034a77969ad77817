"""Reads and makes backups for their card, and does erasures again that an older backup lacks."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal

from dsr_desktop.domain.backup import Backup, BackupPlan
from dsr_desktop.domain.progress import Progress
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.gui.pages.settings.backups.views import BackupsView
from dsr_desktop.gui.widgets.key_values import KeyValue
from dsr_desktop.services.backing_up import PlaceResult, back_up, back_up_to_places
from dsr_desktop.services.backup_places import BackupState, backup_state, set_backup_plan
from dsr_desktop.services.plain_export import PlainExport, export_plain
from dsr_desktop.services.repeating_erasures import (
    OpenErasure,
    Repeated,
    open_erasures,
    repeat_erasures,
)
from dsr_desktop.wording.erasure import days_line, erased_lines, plan_of_backups
from dsr_desktop.wording.errors import word_error, word_sentence
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.plain_export import plain_export_done


class BackupsPresenter(Presenter):
    """`loaded` brings a BackupsView, `told` what was done and what follows from it."""

    loaded = Signal(object)
    told = Signal(str, str)

    def load(self) -> None:
        """Read how it stands with the backups."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr

        def work(_progress: Progress) -> BackupsView:
            return _view(tr, backup_state(register, today), open_erasures(register))

        self.read(tr("Reading the register"), work, self.loaded.emit)

    def back_up_to(self, file: Path) -> None:
        """Write a backup to a new file."""
        register, tr = self.workspace.register, self.workspace.tr

        def work(progress: Progress) -> Backup:
            return back_up(register, file, _now(), progress=progress)

        def then(made: Backup) -> None:
            self.told.emit(tr("Backup made and checked"), str(made.path))

        self.change(tr("Backing up"), work, then)

    def back_up_everywhere(self) -> None:
        """Write a backup to every place of the plan; those out of reach are named."""
        register, tr = self.workspace.register, self.workspace.tr

        def work(progress: Progress) -> tuple[PlaceResult, ...]:
            return back_up_to_places(register, _now(), progress=progress)

        def then(results: tuple[PlaceResult, ...]) -> None:
            made = [str(one.backup.path) for one in results if one.backup is not None]
            failed = [word_error(tr, one.error) for one in results if one.error is not None]
            what = tr("Backup made and checked") if made else tr("No backup was made")
            self.told.emit(what, " ".join([*failed, ", ".join(made)]).strip())

        self.change(tr("Backing up"), work, then)

    def export_plain(self, file: Path) -> None:
        """Write the whole register without encryption to a new file; it can be cancelled."""
        register, tr = self.workspace.register, self.workspace.tr

        def work(progress: Progress) -> PlainExport:
            return export_plain(register, file, progress=progress)

        def then(made: PlainExport) -> None:
            self.told.emit(plain_export_done(tr, made.tables), str(made.path))

        self.change(tr("Writing the register without encryption"), work, then)

    def add_place(self, folder: Path) -> None:
        """Let daily backups go to one more folder."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr

        def work(_progress: Progress) -> BackupPlan:
            plan = backup_state(register, today).plan
            places = tuple(dict.fromkeys((*plan.places, folder)))
            changed = BackupPlan(places, plan.keep, plan.warn_after_days)
            return set_backup_plan(register, changed)

        self.change(tr("Recording"), work, lambda _plan: None)

    def end_daily(self) -> None:
        """Make no daily backups any more; those that were made stay."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr

        def work(_progress: Progress) -> BackupPlan:
            plan = backup_state(register, today).plan
            return set_backup_plan(register, BackupPlan((), plan.keep, plan.warn_after_days))

        self.change(tr("Recording"), work, lambda _plan: None)

    def erase_again(self, uids: Sequence[str]) -> None:
        """Do erasures again that were done after the backup was made."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr

        def work(progress: Progress) -> Repeated:
            return repeat_erasures(register, uids, today, progress=progress)

        def then(done: Repeated) -> None:
            what, *more = erased_lines(tr, done.rows, wiped=done.wiped)
            self.told.emit(what, " ".join(more))

        self.change(tr("Erasing again"), work, then)


def _view(tr: Tr, state: BackupState, waiting: tuple[OpenErasure, ...]) -> BackupsView:
    return BackupsView(
        facts=tuple(_facts(tr, state)),
        warning=_warning(tr, state),
        places=state.plan.places,
        open_erasures=tuple(one.entry.uid for one in waiting),
        open_words=_open_words(tr, waiting),
    )


def _facts(tr: Tr, state: BackupState) -> list[KeyValue]:
    last = state.last
    said = tr("None yet")
    if last is not None:
        time = datetime.fromisoformat(last.made_at)
        said = tr("{day}, {time}", day=tr.date(time.date()), time=f"{time:%H:%M}")
    daily = "\n".join(plan_of_backups(tr, state.plan))
    return [KeyValue(tr("Last backup"), said), KeyValue(tr("Every day"), daily)]


def _warning(tr: Tr, state: BackupState) -> str:
    if state.trouble is not None:
        return word_sentence(tr, state.trouble.sentence, state.trouble.details)
    return days_line(tr, state.days_without) if state.is_overdue else ""


def _open_words(tr: Tr, waiting: tuple[OpenErasure, ...]) -> str:
    if not waiting:
        return ""
    refs = ", ".join(dict.fromkeys(one.entry.ref for one in waiting))
    return tr.count(
        "This register comes from a backup. {n} erasure done since is open: {refs}.",
        "This register comes from a backup. {n} erasures done since are open: {refs}.",
        len(waiting), refs=refs,
    )  # fmt: skip


def _now() -> datetime:
    return datetime.now().astimezone()
