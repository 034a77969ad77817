"""Reads files for the preview and keeps what the user answers; nothing is written here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal

from dsr_desktop.domain.dates import days_meant
from dsr_desktop.domain.file_mappings import usable
from dsr_desktop.domain.import_draft import ImportDraft
from dsr_desktop.domain.mapping import ColumnChoice, SheetMapping
from dsr_desktop.domain.preview import Preview, Question
from dsr_desktop.domain.progress import Progress
from dsr_desktop.domain.source import SourceKind
from dsr_desktop.gui.jobs import Cancelled, Failed, Ok, Outcome
from dsr_desktop.gui.pages.files.rows_told import RowsTold
from dsr_desktop.gui.pages.files.views import FormRules, ImportAnswers, ImportPlan
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.services.folders import list_files
from dsr_desktop.services.importing import ImportOptions
from dsr_desktop.services.previewing import preview_paths
from dsr_desktop.services.register import LONGEST_DETAIL, register_files
from dsr_desktop.services.text_encodings import ENCODINGS

Change = Callable[[ImportDraft], ImportDraft]


@dataclass(frozen=True)
class ImportOrder:
    """What shall be imported and how; `shown` are the hashes of the files as the user saw them."""

    files: tuple[Path, ...]
    options: ImportOptions
    skipped: int = 0
    shown: tuple[str | None, ...] = ()


class PreviewPresenter(Presenter):
    """`planned` brings an ImportPlan, then `drafted` the ImportDraft after each answer.

    `reading` tells whether files are being read. `abandoned`: the first reading came to nothing.
    `refused` names the file that a password did not open.
    """

    planned = Signal(object)
    drafted = Signal(object)
    reading = Signal(bool)
    abandoned = Signal()
    refused = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.draft = ImportDraft()
        self._plan = ImportPlan((), 0)
        self._jobs: list[int] = []
        self._running = 0
        self._preparation = 0

    def plan(self, paths: Sequence[Path]) -> None:
        """List the files that an import of `paths` means; folders are gone through."""
        title = self.workspace.tr("Looking through the folders")
        ours = register_files(self.workspace.register.path)
        self.read(title, lambda _progress: ImportPlan(*list_files(paths, ours)), self.planned.emit)

    def look(self, plan: ImportPlan) -> None:
        """Read the files of a plan; those of an earlier one are forgotten."""
        self.leave()
        self._plan = plan

        def settle(outcome: Outcome[Preview]) -> None:
            if isinstance(outcome, Ok):
                self._take(ImportDraft.of(plan.files, outcome.value))
            else:
                self._report(outcome)
                self.abandoned.emit()

        self._read_files(plan.files, ImportOptions(), settle)

    @property
    def rules(self) -> FormRules:
        """What the form of the import goes by."""
        return FormRules(self.wrong_day, LONGEST_DETAIL, ENCODINGS)

    @property
    def preparation(self) -> int:
        """A number that is another one once these files were left."""
        return self._preparation

    def leave(self) -> None:
        """Stop reading and forget the answers, passwords above all."""
        for job in self._jobs:
            self.workspace.jobs.cancel(job)
        self._jobs.clear()
        self._preparation += 1
        self.draft, self._plan = ImportDraft(), ImportPlan((), 0)
        if self._running:
            self._running = 0
            self.reading.emit(False)

    def choose_column(self, path: Path, sheet: int, number: int, choice: ColumnChoice) -> None:
        """Say what a column is, in this sheet and in all of its kind."""
        shown = self.draft.file_at(path).shown.sheets[sheet]
        mapping = shown.mapping({number: choice})
        before = next(one for one in shown.columns if one.number == number)
        tells_otherwise = (before.field, before.is_skipped) != (choice.field, choice.skip)
        alike = self.draft.paths_like(shown.fingerprint) if tells_otherwise else ()
        self._change(lambda draft: draft.with_mapping(mapping), alike)

    def choose_header(self, path: Path, sheet: int, row: int | None) -> None:
        """Say in which row the titles stand, None for nowhere; the columns are recognised anew."""
        shown = self.draft.file_at(path).shown.sheets[sheet]
        mapping = shown.with_header(row)
        alike = self.draft.paths_like(shown.fingerprint)
        self._read_again(alike, lambda draft: draft.with_mapping(mapping))

    def choose_encoding(self, path: Path, encoding: str) -> None:
        """Say in which encoding a text is written."""
        self._read_again((path,), lambda draft: draft.with_encoding(path, encoding))

    def choose_encoding_of_texts(self, encoding: str | None) -> None:
        """Say in which encoding all texts are written that do not tell; None to be asked."""
        self._read_again(self.draft.texts, lambda draft: draft.with_encoding_of_texts(encoding))

    def follow(self, mappings: Sequence[SheetMapping], then: Callable[[], None]) -> None:
        """Read the files anew that mappings from elsewhere are made for; without any, only go on."""
        chosen = usable(mappings, [file.read for file in self.draft.files])
        kinds = {one.fingerprint for one in chosen}
        paths = [one.path for one in self.draft.files if kinds & one.fingerprints]
        if paths:
            self._read_again(paths, lambda draft: draft.with_mappings(chosen), then)
        else:
            then()

    def try_password(self, path: Path, password: str) -> None:
        """Try a password on every locked file; `refused` if it does not open this one."""

        def check() -> None:
            if self.draft.file_at(path).is_locked:
                self.refused.emit(path)

        self._read_again(self.draft.locked, lambda draft: draft.with_password(password), then=check)

    def confirm(self, path: Path) -> None:
        """Say that a file is right as it is shown."""
        has_titles = Question.HEADER in self.draft.file_at(path).open_questions
        self._change(lambda draft: draft.with_word(path), (path,) if has_titles else ())

    def choose_replacement(self, path: Path, replaces: bool) -> None:
        """Say whether a file takes the place of its earlier version; else both are kept."""
        self._take(self.draft.with_replacement(path, replaces=replaces))

    def put_all_in_place(self) -> None:
        """Let every file that surely is a newer version take the place of its earlier one."""
        self._take(self.draft.with_all_in_place())

    def wrong_day(self, text: str) -> str:
        """Say what is wrong with a day that was typed in; "" if it can stand."""
        tr, today = self.workspace.tr, self.workspace.today()
        days = days_meant(text)
        if text and len(days) != 1:
            return tr("Write the day as {example}", example=today.isoformat())
        return tr("Must not lie after today") if any(day > today for day in days) else ""

    def order(self, answers: ImportAnswers) -> ImportOrder:
        """Return what shall be imported, with all answers."""
        draft = self.draft
        options = ImportOptions(
            kind=SourceKind.COPY if answers.is_copy else SourceKind.LIST,
            activity=answers.activity or None,
            channel=answers.channel or None,
            supplied_by=answers.supplied_by or None,
            collected_on=min(days_meant(answers.collected_on), default=None),
            policy_version=answers.policy_version or None,
            retention=answers.retention or None,
            passwords=draft.passwords,
            mappings=tuple(draft.mappings.values()),
            encoding=draft.encoding,
            encodings=draft.encodings,
            remembers=answers.remembers,
            takes_place=draft.replacing,
        )
        shown = tuple(file.read.sha256 for file in draft.files)
        return ImportOrder(self._plan.files, options, self._plan.skipped, shown)

    def _change(self, change: Change, read_otherwise: Sequence[Path]) -> None:
        """Change the draft; a newer version that now reads otherwise is compared anew."""
        newer = [one for one in read_otherwise if self.draft.file_at(one).read.changes is not None]
        if newer:
            self._read_again(newer, change)
        else:
            self._take(change(self.draft))

    def _read_again(
        self, paths: Sequence[Path], change: Change, then: Callable[[], None] = lambda: None
    ) -> None:
        """Read files as they would be after `change`; only then is it part of the draft."""
        changed = change(self.draft)
        if not paths:
            self._take(changed)
            then()
            return
        options = ImportOptions(
            passwords=changed.passwords,
            mappings=tuple(changed.mappings.values()),
            encoding=changed.encoding,
            encodings=changed.encodings,
        )

        def settle(outcome: Outcome[Preview]) -> None:
            if isinstance(outcome, Ok):
                self._take(change(self.draft).read_again(paths, outcome.value))
                then()
            else:
                self._report(outcome)
                self.drafted.emit(self.draft)

        self._read_files(paths, options, settle)

    def _read_files(
        self,
        paths: Sequence[Path],
        options: ImportOptions,
        settle: Callable[[Outcome[Preview]], None],
    ) -> None:
        register, preparation = self.workspace.register, self._preparation
        title = self.workspace.tr.count("Reading {n} file", "Reading {n} files", len(paths))

        def work(progress: Progress) -> Preview:
            rows = RowsTold(self.workspace.tr, progress)
            return preview_paths(register, paths, options, progress=rows.report, on_rows=rows.count)

        def then(outcome: Outcome[Preview]) -> None:
            if preparation == self._preparation:
                self._running -= 1
                self.reading.emit(self._running > 0)
                settle(outcome)

        self._running += 1
        self.reading.emit(True)
        self._jobs.append(self.workspace.run(title, work, then))

    def _take(self, draft: ImportDraft) -> None:
        self.draft = draft
        self.drafted.emit(draft)

    def _report(self, outcome: Outcome[Preview]) -> None:
        match outcome:
            case Failed(error):
                self.workspace.report(error)
            case Ok() | Cancelled():
                pass
