"""Reads the imported files for the page; runs imports, their undoing and other changes."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal

from dsr_desktop.domain.dates import days_meant
from dsr_desktop.domain.progress import Progress
from dsr_desktop.domain.source import Source, SourceKind
from dsr_desktop.gui.jobs import Cancelled, Failed, Ok, Outcome
from dsr_desktop.gui.pages.files.views import (
    Attempt,
    FileDetails,
    FilesView,
    ImportAnswers,
    ImportPlan,
    Removal,
)
from dsr_desktop.gui.pages.files.words import files_view, removal_of, stopped_summary, summary_of
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.services.folders import list_files
from dsr_desktop.services.importing import ImportOptions, ImportReport, import_parts
from dsr_desktop.services.register import register_files
from dsr_desktop.services.source_views import view_sources
from dsr_desktop.services.sourcing import remove, set_activity
from dsr_desktop.wording.language import Tr

_Part = tuple[Sequence[Path], ImportOptions]


class FilesPresenter(Presenter):
    """`loaded` brings a FilesView, `planned` an ImportPlan, `ended` the Summary of an import.

    `importing` tells whether an import is under way: a second one waits until it is over.
    """

    loaded = Signal(object)
    planned = Signal(object)
    importing = Signal(bool)
    ended = Signal(object)

    def load(self) -> None:
        """Read the register again."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr

        def work(_progress: Progress) -> FilesView:
            return files_view(tr, view_sources(register), register.activities, today)

        self.read(tr("Reading the list of files"), work, self.loaded.emit)

    def plan(self, paths: Sequence[Path]) -> None:
        """List the files that an import of `paths` means; folders are gone through."""
        title = self.workspace.tr("Looking through the folders")
        ours = register_files(self.workspace.register.path)
        self.read(title, lambda _progress: ImportPlan(*list_files(paths, ours)), self.planned.emit)

    def wrong_day(self, text: str) -> str:
        """Say what is wrong with a day that was typed in; "" if it can stand."""
        tr, today = self.workspace.tr, self.workspace.today()
        days = days_meant(text)
        if text and len(days) != 1:
            return tr("Write the day as {example}", example=today.isoformat())
        return tr("Must not lie after today") if any(day > today for day in days) else ""

    def start(self, plan: ImportPlan, answers: ImportAnswers) -> None:
        """Import files as a job; nothing is kept of one that is stopped."""
        self._import([(plan.files, _options(answers))], skipped=plan.skipped)

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
        self.change(title, lambda _progress: remove(register, details.row.id), self._tell_traces)

    def set_activity(self, source_id: int, code: str) -> None:
        """Say under which activity the contacts of a file are kept."""
        register = self.workspace.register
        self.change(
            self.workspace.tr("Setting the activity"),
            lambda _progress: set_activity(register, source_id, code),
            _nothing,
        )

    def _tell_traces(self, _removed: Source) -> None:
        self.workspace.tell_traces()

    def _import(self, parts: Sequence[_Part], *, skipped: int = 0) -> None:
        register, today = self.workspace.register, self.workspace.today()
        number = sum(len(files) for files, _options_of_part in parts)
        title = self.workspace.tr.count("Importing {n} file", "Importing {n} files", number)

        def work(progress: Progress) -> ImportReport:
            rows = RowsTold(self.workspace.tr, progress)
            reports = import_parts(register, parts, today, progress=rows.report, on_rows=rows.count)
            return _joined(reports, skipped)

        self.importing.emit(True)
        self.workspace.run(title, work, self._end)

    def _end(self, outcome: Outcome[ImportReport]) -> None:
        self.importing.emit(False)
        match outcome:
            case Ok(report):
                self.ended.emit(summary_of(self.workspace.tr, report))
                self.workspace.register_changed.emit()
            case Failed(error):
                self.workspace.report(error)
            case Cancelled():
                self.ended.emit(stopped_summary(self.workspace.tr))


class RowsTold:
    """Adds the rows read so far to what is said of a file: one large file has no other measure."""

    def __init__(self, tr: Tr, progress: Progress) -> None:
        self._tr = tr
        self._progress = progress
        self._rows = 0

    def count(self, rows: int) -> None:
        """Remember the rows read so far."""
        self._rows = rows

    def report(self, done: int, total: int, what: str) -> None:
        """Report progress with them."""
        if self._rows and what:
            what = self._tr.count("{what}, {n} row", "{what}, {n} rows", self._rows, what=what)
        self._progress(done, total, what)


def _options(answers: ImportAnswers) -> ImportOptions:
    return ImportOptions(
        kind=SourceKind.COPY if answers.is_copy else SourceKind.LIST,
        activity=answers.activity or None,
        channel=answers.channel or None,
        supplied_by=answers.supplied_by or None,
        collected_on=min(days_meant(answers.collected_on), default=None),
    )


def _same_options(attempt: Attempt) -> ImportOptions:
    source = attempt.source
    return ImportOptions(
        kind=source.kind,
        activity=source.activity,
        channel=source.channel,
        supplied_by=attempt.supplied_by or None,
        collected_on=_day(source.collected_on),
        policy_version=source.policy_version,
        retention=source.retention,
    )


def _joined(reports: Sequence[ImportReport], skipped: int) -> ImportReport:
    return ImportReport(
        tuple(file for report in reports for file in report.files),
        skipped,
        sum(report.elapsed_ms for report in reports),
    )


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _nothing(_result: object) -> None:
    """Leave it at the change itself: the page loads again."""
