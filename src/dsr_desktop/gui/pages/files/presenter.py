"""Reads the imported files for the page; runs imports, their undoing and other changes."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from dsr_desktop.domain.iso_days import day_of
from dsr_desktop.domain.progress import Progress
from dsr_desktop.gui.jobs import Cancelled, Failed, Ok, Outcome
from dsr_desktop.gui.pages.files.preview.presenter import ImportOrder
from dsr_desktop.gui.pages.files.rows_told import RowsTold
from dsr_desktop.gui.pages.files.summaries import (
    replaced_summary,
    stopped_summary,
    summary_of,
    undone_summary,
)
from dsr_desktop.gui.pages.files.views import (
    Attempt,
    FileDetails,
    FilesView,
    ImportUndo,
    Removal,
    ReplacementOffer,
)
from dsr_desktop.gui.pages.files.words import files_view, removal_of
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.services.importing import ImportOptions, ImportReport, import_parts
from dsr_desktop.services.replacing import TookPlace, replace_known
from dsr_desktop.services.source_views import view_sources
from dsr_desktop.services.sourcing import remove, set_activity, undo_import
from dsr_desktop.services.undoing import Undone

_Part = tuple[Sequence[Path], ImportOptions]


class FilesPresenter(Presenter):
    """`loaded` brings a FilesView, `ended` the Summary of an import or of its undoing.

    `importing` tells whether an import is under way: a second one waits until it is over.
    """

    loaded = Signal(object)
    importing = Signal(bool)
    ended = Signal(object)

    def load(self) -> None:
        """Read the register again."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr

        def work(_progress: Progress) -> FilesView:
            return files_view(tr, view_sources(register), register.activities, today)

        self.read(tr("Reading the list of files"), work, self.loaded.emit)

    def start(self, order: ImportOrder) -> None:
        """Import files as a job; nothing is kept of one that is stopped."""
        self._import([(order.files, order.options)], skipped=order.skipped, shown=order.shown)

    def read_again(self, attempts: Sequence[Attempt]) -> None:
        """Try once more to import files that were not read, as they were meant at first."""
        self._import([([Path(one.source.path)], _same_options(one)) for one in attempts])

    def removal(self, details: FileDetails) -> Removal:
        """Return the question to ask before `remove`."""
        return removal_of(self.workspace.tr, details)

    def remove(self, details: FileDetails) -> None:
        """Undo an import; an error is reported while an open request cites it."""
        register, tr = self.workspace.register, self.workspace.tr
        title = tr("Removing {name}", name=details.row.name)
        self.change(title, lambda _progress: remove(register, details.row.id), self._tell_removed)

    def undo(self, undo: ImportUndo) -> None:
        """Undo an import whole; an error is reported while an open request cites one of its files."""
        register, tr = self.workspace.register, self.workspace.tr
        self.change(
            tr("Undoing the import"),
            lambda _progress: undo_import(register, undo.source_ids),
            self._tell_undone,
        )

    def put_in_place(self, offer: ReplacementOffer, others: Sequence[ReplacementOffer]) -> None:
        """Let a file take the place of the version it stands beside; `others` wait for their turn."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr

        def work(progress: Progress) -> TookPlace:
            earlier, newer = offer.earlier_id, offer.newer_id
            return replace_known(register, earlier, newer, today, progress=progress)

        def tell(took: TookPlace) -> None:
            self.ended.emit(replaced_summary(tr, took, others))
            self.workspace.tell_traces()

        self.change(tr("Replacing the earlier version"), work, tell)

    def set_activity(self, source_id: int, code: str) -> None:
        """Say under which activity the contacts of a file are kept."""
        register = self.workspace.register
        self.change(
            self.workspace.tr("Setting the activity"),
            lambda _progress: set_activity(register, source_id, code),
            _nothing,
        )

    def _tell_removed(self, undone: Undone) -> None:
        if undone.stays is not None:
            self.ended.emit(undone_summary(self.workspace.tr, [undone]))
        self.workspace.tell_traces()

    def _tell_undone(self, undone: Sequence[Undone]) -> None:
        self.ended.emit(undone_summary(self.workspace.tr, undone))
        self.workspace.tell_traces()

    def _import(
        self, parts: Sequence[_Part], *, skipped: int = 0, shown: tuple[str | None, ...] = ()
    ) -> None:
        register, today = self.workspace.register, self.workspace.today()
        number = sum(len(files) for files, _options_of_part in parts)
        title = self.workspace.tr.count("Importing {n} file", "Importing {n} files", number)

        def work(progress: Progress) -> ImportReport:
            rows = RowsTold(self.workspace.tr, progress)
            reports = import_parts(register, parts, today, progress=rows.report, on_rows=rows.count)
            return _joined(reports, skipped)

        self.importing.emit(True)
        self.workspace.run(title, work, lambda outcome: self._end(outcome, shown))

    def _end(self, outcome: Outcome[ImportReport], shown: tuple[str | None, ...]) -> None:
        self.importing.emit(False)
        match outcome:
            case Ok(report):
                self.ended.emit(summary_of(self.workspace.tr, report, shown))
                self.workspace.register_changed.emit()
            case Failed(error):
                self.workspace.report(error)
            case Cancelled():
                self.ended.emit(stopped_summary(self.workspace.tr))


def _same_options(attempt: Attempt) -> ImportOptions:
    source = attempt.source
    return ImportOptions(
        kind=source.kind,
        activity=source.activity,
        channel=source.channel,
        supplied_by=attempt.supplied_by or None,
        collected_on=day_of(source.collected_on),
        policy_version=source.policy_version,
        retention=source.retention,
    )


def _joined(reports: Sequence[ImportReport], skipped: int) -> ImportReport:
    return ImportReport(
        tuple(file for report in reports for file in report.files),
        skipped,
        sum(report.elapsed_ms for report in reports),
    )


def _nothing(_result: object) -> None:
    """Leave it at the change itself: the page loads again."""
