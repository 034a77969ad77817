"""Shows what an import would bring: reads every file as the import would, and writes nothing."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from dsr_desktop.domain.cells import split_cells
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.keys import KeyKind
from dsr_desktop.domain.mapping import Mappings, SheetLayout, columns_fingerprint
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.preview import (
    MOST_FIRST_ROWS,
    MOST_SAMPLES,
    ColumnPreview,
    EncodingDoubt,
    FilePreview,
    Preview,
    SheetPreview,
)
from dsr_desktop.domain.progress import OnRows, OnWait, Progress, ignore_rows, no_progress
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.domain.source import SourceStatus
from dsr_desktop.readers.file_faults import look_at
from dsr_desktop.readers.messages import (
    FileFound,
    Message,
    Rows,
    SheetBegins,
    StartsAgain,
    UnreadableError,
    Warned,
)
from dsr_desktop.readers.process import ReaderProcess
from dsr_desktop.services.empty_columns import EmptyColumns
from dsr_desktop.services.file_places import writable_path
from dsr_desktop.services.folders import list_files
from dsr_desktop.services.hashing import sha256_of, size_of
from dsr_desktop.services.importing import ImportOptions, check_options
from dsr_desktop.services.known_files import FileSeen, KnownFiles, as_known_version
from dsr_desktop.services.leaving_out import without_columns, without_titles
from dsr_desktop.services.limits import reading_limits
from dsr_desktop.services.mapping import mappings_for
from dsr_desktop.services.reading_outcomes import notice_of, refusal_for, status_of, told_of
from dsr_desktop.services.register import Register, register_files
from dsr_desktop.services.screening import Screen, load_cleared, load_list
from dsr_desktop.services.sheets import layout_of
from dsr_desktop.services.unstored_versions import UnstoredSheet, foresee
from dsr_desktop.store.database import Database
from dsr_desktop.store.lookup import known_keys
from dsr_desktop.store.sources import read_sources

_LONGEST_CELL = 1_000
_ALREADY_THERE = mark(
    "The register has this content already: it will not be stored twice, and this place is remembered."
)


def preview_paths(
    register: Register,
    paths: Sequence[Path],
    options: ImportOptions,
    *,
    progress: Progress = no_progress,
    on_rows: OnRows = ignore_rows,
    limits: Limits | None = None,
) -> Preview:
    """Read files and folders as an import with these options would, and say what it would store.

    Nothing is written. `options.mappings`, `passwords`, `encoding` and `encodings` are followed, so
    that a preview made again shows what a choice changes. Raises InvalidInputError for options that
    cannot be meant, CancelledError when `progress` raises it.
    """
    check_options(register, options)
    started = time.monotonic()
    files, skipped = list_files(paths, register_files(register.path))
    with ReaderProcess(limits or reading_limits(register)) as reader:
        job = _PreviewJob(register, options, reader, on_rows)
        previews = []
        for index, path in enumerate(files):
            on_wait = partial(progress, index, len(files), path.name)
            on_wait()
            previews.append(job.preview_file(path, on_wait))
        progress(len(files), len(files), "")
    return Preview(tuple(previews), skipped, round((time.monotonic() - started) * 1000))


class _PreviewJob:
    def __init__(
        self, register: Register, options: ImportOptions, reader: ReaderProcess, on_rows: OnRows
    ) -> None:
        self._database = register.database
        self._options = options
        self._reader = reader
        self._on_rows = on_rows
        self._rows_read = 0
        self._mappings = mappings_for(register, options.mappings)
        sources = read_sources(register.database)
        stored = [one for one in sources if one.status.is_stored and one.is_current]
        self._register = register
        self._listed = load_list(register)
        self._known: set[str | None] = {one.sha256 for one in stored}
        self._known_files = KnownFiles(stored)

    def preview_file(self, path: Path, on_wait: OnWait) -> FilePreview:
        shown, digest, seen = writable_path(path), None, look_at(path)
        try:
            self._reader.check_size(size_of(path))
            digest = sha256_of(path, on_wait)
            if digest in self._known:
                return FilePreview(
                    shown, digest, SourceStatus.DUPLICATE, reason=Notice(_ALREADY_THERE)
                )
            preview = self._read(path, digest, on_wait)
        except (UnreadableError, OSError) as error:
            return _unreadable(shown, digest, refusal_for(error, path, seen if digest else None))
        self._known.add(digest)
        return preview

    def _read(self, path: Path, digest: str, on_wait: OnWait) -> FilePreview:
        keeps_rows = self._known_files.may_know(writable_path(path))
        cleared = load_cleared(self._register, self._known_files.of_place(writable_path(path)))
        screen = Screen(self._listed, self._register.company.country, cleared)
        seen = _FileSeen(self._database, self._mappings, screen, keeps_rows=keeps_rows)
        encoding = self._options.encoding_of(path)
        for message in self._reader.read(path, on_wait, self._options.passwords, encoding):
            seen.take(message)
            if isinstance(message, Rows):
                self._rows_read += len(message.rows)
                self._on_rows(self._rows_read)
        seen.end_sheet()
        if sha256_of(path, on_wait) != digest:
            raise UnreadableError(Problem.CHANGED_WHILE_READ)
        sheets = tuple(sheet.preview() for sheet in seen.sheets)
        if not any(sheet.rows or sheet.held for sheet in sheets):
            raise UnreadableError(Problem.NOTHING_INSIDE)
        preview = FilePreview(
            writable_path(path), digest, status_of(seen.warnings), seen.found.format,
            seen.found.encoding, _doubts(seen.found),
            warnings=tuple(map(notice_of, seen.warnings)), sheets=sheets,
        )  # fmt: skip
        return self._with_earlier_version(preview, seen.kept, on_wait) if keeps_rows else preview

    def _with_earlier_version(
        self, preview: FilePreview, rows: Sequence[UnstoredSheet], on_wait: OnWait
    ) -> FilePreview:
        """Say which known file this may be a newer version of, and what it would change of that."""
        fingerprints = tuple(
            columns_fingerprint(kept.columns, titled=sheet.header_row is not None)
            for kept, sheet in zip(rows, preview.sheets, strict=True)
        )
        file = FileSeen(
            str(preview.path), preview.path.name, preview.rows, fingerprints,
            lambda: (row.joined for sheet in rows for row in sheet.rows(on_wait)),
        )  # fmt: skip
        for earlier, likeness in self._known_files.earlier_versions_of(self._database, file):
            changes = foresee(self._database, earlier, rows, on_wait)
            if likeness.is_sure or changes.goes_on:
                known = as_known_version(earlier, likeness, file.path, changes)
                return replace(preview, earlier=known)
        return preview


class _FileSeen:
    """Takes the reader's messages about one file and keeps what a preview shows of it.

    With `keeps_rows` all rows are `kept`, sheet by sheet, to be compared with an earlier version.
    """

    def __init__(
        self, database: Database, mappings: Mappings, screen: Screen, *, keeps_rows: bool
    ) -> None:
        self.found = FileFound("", None)
        self.warnings: list[Warned] = []
        self.sheets: list[_SheetSeen] = []
        self.kept: list[UnstoredSheet] = []
        self._keeps_rows = keeps_rows
        self._database = database
        self._mappings = mappings
        self._screen = screen
        self._begun: SheetBegins | None = None
        self._held = 0

    def take(self, message: Message) -> None:
        match message:
            case FileFound():
                self.found = message
            case Warned():
                self.warnings.append(message)
            case SheetBegins():
                self.end_sheet()
                self._begun = message
            case StartsAgain():
                self._forget()
            case Rows():
                self._add(message)

    def end_sheet(self) -> None:
        """Show a sheet of which the suppression list would hold back every row."""
        if self._begun is not None and self._held:
            self._begin(Rows([], []))

    def _forget(self) -> None:
        self._begun, self._held = None, 0
        self._screen.start_again()
        self.warnings.clear()
        self.sheets.clear()
        self.kept.clear()

    def _fields(self, stored: Rows) -> Sequence[Field | None]:
        """Return what the columns of the sheet at hand mean; the import asks the same."""
        if self._begun is None:
            return self.sheets[-1].fields
        return layout_of(self._begun, stored, self._mappings).fields if stored.rows else ()

    def _add(self, batch: Rows) -> None:
        screened = self._screen.look(batch, self._fields)
        if self._begun is not None and screened.batch.rows:
            self._begin(screened.batch)
        if self._begun is None:
            stored = self.sheets[-1].count(screened.batch, len(screened.held), self._database)
            if self._keeps_rows:
                self.kept[-1].add(stored)
        else:
            self._held += len(screened.held)

    def _begin(self, first: Rows) -> None:
        assert self._begun is not None  # noqa: S101 - rows always follow a sheet
        layout = layout_of(self._begun, first, self._mappings)
        self.sheets.append(_SheetSeen(self._begun, layout, first, self._held))
        if self._keeps_rows:
            self.kept.append(UnstoredSheet(self._begun.name, layout.columns))
        self._begun, self._held = None, 0


class _SheetSeen:
    """Header, columns, first rows and counts of one sheet; no other row is kept."""

    def __init__(self, begun: SheetBegins, layout: SheetLayout, first: Rows, held: int) -> None:
        self._begun = begun
        self._layout = layout
        rows = [(row[0], split_cells(row[2])) for row in first.rows[: MOST_FIRST_ROWS * 10]]
        self._first_rows = tuple((n, _cut(cells)) for n, cells in rows[:MOST_FIRST_ROWS])
        below = [cells for n, cells in rows if n > (layout.header_row or 0)]
        self._samples = [_samples(below, at) for at in range(len(layout.columns))]
        self._rows = self._known = 0
        self._held = held
        self._empty = EmptyColumns(layout.columns)

    @property
    def fields(self) -> Sequence[Field | None]:
        """Meaning of each column."""
        return self._layout.fields

    def count(self, batch: Rows, held: int, database: Database) -> Rows:
        """Count the rows that would be stored, those with a known key, and those `held` back.

        Returns those that would be stored.
        """
        self._held += held
        stored = without_titles(batch, self._layout.row_left_out)
        stored = without_columns(stored, self._layout.columns_left_out)
        self._rows += len(stored.rows)
        self._empty.look(stored.rows)
        self._known += len(_rows_known(stored, database))
        return stored

    def preview(self) -> SheetPreview:
        """Return what was seen of the sheet."""
        layout = self._layout
        columns = zip(self._empty.settle(layout.columns), self._samples, strict=True)
        return SheetPreview(
            self._begun.name, self._begun.hidden, layout.header, layout.header_row,
            layout.header_unsure,
            tuple(ColumnPreview.of(column, samples) for column, samples in columns),
            self._first_rows, self._rows, self._rows - self._known, self._known,
            layout.fingerprint, layout.is_remembered, layout.is_chosen, self._held,
        )  # fmt: skip


def _rows_known(batch: Rows, database: Database) -> set[int]:
    """Return the places in the batch of rows that share an e-mail or phone with the register."""
    rows: set[int] = set()
    for kind in KeyKind:
        keys = [(key, index) for of_kind, key, index, _column in batch.keys if of_kind == kind]
        known = known_keys(database, kind, list(dict.fromkeys(key for key, _index in keys)))
        rows.update(index for key, index in keys if key in known)
    return rows


def _samples(rows: Iterable[Sequence[str]], at: int) -> tuple[str, ...]:
    texts = (cells[at].strip() for cells in rows if at < len(cells))
    distinct = dict.fromkeys(text[:_LONGEST_CELL] for text in texts if text)
    return tuple(distinct)[:MOST_SAMPLES]


def _cut(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(cell[:_LONGEST_CELL] for cell in cells)


def _doubts(found: FileFound) -> tuple[EncodingDoubt, ...]:
    return tuple(EncodingDoubt(encoding, tuple(lines)) for encoding, lines in found.readings)


def _unreadable(path: Path, digest: str | None, error: UnreadableError) -> FilePreview:
    status, reason = told_of(error)
    return FilePreview(path, digest, status, reason=reason)
