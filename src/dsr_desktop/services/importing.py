"""Brings lists into the register: reads each file in the reader process, stores every row.

One import is one transaction: a crash, a cancel or a full disk leaves the register as it was.
"""

import stat
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.progress import OnRows, OnWait, Progress, ignore_rows, no_progress
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.domain.source import Sheet, Source, SourceKind, SourceStatus
from dsr_desktop.domain.working_copy import purge_day
from dsr_desktop.readers.messages import (
    FileFound,
    Message,
    Rows,
    StartsAgain,
    UnreadableError,
    Warned,
)
from dsr_desktop.readers.process import ReaderProcess
from dsr_desktop.services.folders import list_files
from dsr_desktop.services.hashing import sha256_of
from dsr_desktop.services.register import Register, register_files
from dsr_desktop.services.sheets import SheetStore
from dsr_desktop.services.sourcing import check_activity
from dsr_desktop.store.sources import (
    add_delivery,
    add_source,
    finish_source,
    read_sheets,
    read_sources,
    remove_source,
)
from dsr_desktop.wording.reading import problem_sentence


@dataclass(frozen=True)
class ImportOptions:
    """What the user says about the files: kind is "list" (register list) or "copy" (working copy).

    `passwords` are tried on protected files and kept nowhere.
    """

    kind: SourceKind = SourceKind.LIST
    activity: str | None = None
    channel: str | None = None
    supplied_by: str | None = None
    collected_on: date | None = None
    policy_version: str | None = None
    retention: str | None = None
    passwords: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class FileResult:
    """What became of one file; `status` as in the command's JSON.

    `is_partly` says that something of it is not in the register, also when it is a duplicate.
    """

    path: Path
    sha256: str | None
    status: SourceStatus
    format: str | None = None
    encoding: str | None = None
    reason: Notice | None = None
    rows: int = 0
    warnings: tuple[Notice, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    source_id: int | None = None
    is_partly: bool = False


@dataclass(frozen=True)
class ImportReport:
    """Results of an import in the order of the files.

    `skipped` counts system and lock files, and the register's own.
    """

    files: tuple[FileResult, ...]
    skipped: int
    elapsed_ms: int

    @property
    def rows(self) -> int:
        """Rows stored in all."""
        return sum(file.rows for file in self.files)

    @property
    def not_read(self) -> tuple[FileResult, ...]:
        """Files that were not searched and never will be until somebody acts."""
        return tuple(file for file in self.files if file.status.is_unread)

    @property
    def read_in_part(self) -> tuple[FileResult, ...]:
        """Files of which something is not in the register, whether read now or earlier."""
        return tuple(file for file in self.files if file.is_partly)


def import_paths(
    register: Register,
    paths: Sequence[Path],
    options: ImportOptions,
    today: date,
    *,
    progress: Progress = no_progress,
    on_rows: OnRows = ignore_rows,
    limits: Limits | None = None,
) -> ImportReport:
    """Import files and folders; unreadable files are recorded with the reason, the rest is stored.

    `on_rows` gets the rows read so far. Raises InvalidInputError for options that cannot be meant,
    CancelledError when `progress` raises it: then nothing of this import is kept.
    """
    _check(register, options)
    started = time.monotonic()
    files, skipped = list_files(paths, register_files(register.path))
    with register.database.transaction(), ReaderProcess(limits) as reader:
        job = _ImportJob(register, options, today, reader, on_rows)
        results = []
        for index, path in enumerate(files):
            on_wait = partial(progress, index, len(files), path.name)
            on_wait()
            results.append(job.import_file(path, on_wait))
        progress(len(files), len(files), "")
        register.log(
            "imported",
            files=len(results),
            rows=sum(result.rows for result in results),
            unreadable=sum(result.status.is_unread for result in results),
            sha256=[result.sha256 for result in results if result.status.is_stored],
        )
    return ImportReport(tuple(results), skipped, round((time.monotonic() - started) * 1000))


def import_parts(
    register: Register,
    parts: Sequence[tuple[Sequence[Path], ImportOptions]],
    today: date,
    *,
    progress: Progress = no_progress,
    on_rows: OnRows = ignore_rows,
) -> tuple[ImportReport, ...]:
    """Import files of which each part has its own options: all of it or nothing.

    Raises what `import_paths` raises; then no part of it is kept.
    """
    with register.database.transaction():
        return tuple(
            import_paths(register, files, options, today, progress=progress, on_rows=on_rows)
            for files, options in parts
        )


@dataclass(frozen=True)
class _Before:
    """What the user should know of a file that is in the register already."""

    warnings: tuple[Notice, ...]
    is_partly: bool


class _ImportJob:
    def __init__(
        self,
        register: Register,
        options: ImportOptions,
        today: date,
        reader: ReaderProcess,
        on_rows: OnRows,
    ) -> None:
        self._database = register.database
        self._actor = register.actor
        self._options = options
        self._today = today
        self._reader = reader
        self._on_rows = on_rows
        self._rows_read = 0
        self._delivery: int | None = None
        known = read_sources(register.database)
        self._read_before = {
            one.sha256: _Before(one.warnings, is_partly=one.status is SourceStatus.PARTLY)
            for one in known
            if one.status.is_stored
        }
        self._failed_before: dict[str, list[int]] = {}
        for one in known:
            if one.status.is_unread and one.id is not None:
                self._failed_before.setdefault(one.path, []).append(one.id)

    def import_file(self, path: Path, on_wait: OnWait) -> FileResult:
        digest, size, delivery = None, None, self._delivery
        try:
            size = _size_of(path)
            digest = sha256_of(path, on_wait)
            if before := self._read_before.get(digest):
                self._forget_failed_attempts(path)
                return FileResult(
                    _writable(path), digest, SourceStatus.DUPLICATE, reason=Notice(_ALREADY_THERE),
                    warnings=before.warnings, is_partly=before.is_partly,
                )  # fmt: skip
            with self._database.savepoint():
                result = self._read(path, digest, size, on_wait)
            self._read_before[digest] = _Before(result.warnings, is_partly=result.is_partly)
        except (UnreadableError, OSError) as error:
            self._delivery = delivery  # one made for this file went with its savepoint
            return self._record_unreadable(path, digest, size, _as_unreadable(error))
        self._forget_failed_attempts(path)
        return result

    def _read(self, path: Path, digest: str, size: int, on_wait: OnWait) -> FileResult:
        source = self._new_source(path, digest, size, SourceStatus.IMPORTED, None)
        source_id = add_source(self._database, source)
        store = SheetStore(self._database, source_id)
        found = FileFound("", None)
        warnings: list[Warned] = []
        for message in self._reader.read(path, on_wait, self._options.passwords):
            if isinstance(message, FileFound):
                found = message
            elif isinstance(message, Warned):
                warnings.append(message)
            else:
                if isinstance(message, StartsAgain):
                    warnings.clear()
                store.take(message)
                self._count(message)
        rows = store.finish()
        if sha256_of(path, on_wait) != digest:
            raise UnreadableError(Problem.CHANGED_WHILE_READ)
        if not rows:
            raise UnreadableError(Problem.NOTHING_INSIDE)
        read = replace(source, format=found.format, encoding=found.encoding,
                       status=_status(warnings), warnings=tuple(map(_notice, warnings)),
                       row_count=rows)  # fmt: skip
        finish_source(self._database, source_id, read)
        return FileResult(
            _writable(path), digest, read.status, read.format, read.encoding, None, rows, read.warnings,
            read_sheets(self._database, source_id), source_id, read.status is SourceStatus.PARTLY,
        )  # fmt: skip

    def _count(self, message: Message) -> None:
        if isinstance(message, Rows):
            self._rows_read += len(message.rows)
            self._on_rows(self._rows_read)

    def _record_unreadable(
        self, path: Path, digest: str | None, size: int | None, error: UnreadableError
    ) -> FileResult:
        locked = error.problem is Problem.PASSWORD
        status = SourceStatus.PASSWORD if locked else SourceStatus.UNREADABLE
        reason = Notice(problem_sentence(error.problem), error.details)
        self._forget_failed_attempts(path)
        source = self._new_source(path, digest, size, status, reason)
        source_id = add_source(self._database, source)
        self._failed_before.setdefault(source.path, []).append(source_id)
        return FileResult(_writable(path), digest, status, reason=reason, source_id=source_id)

    def _forget_failed_attempts(self, path: Path) -> None:
        for source_id in self._failed_before.pop(str(_writable(path)), ()):
            remove_source(self._database, source_id)

    def _new_source(
        self,
        path: Path,
        digest: str | None,
        size: int | None,
        status: SourceStatus,
        reason: Notice | None,
    ) -> Source:
        options = self._options
        if self._delivery is None:
            self._delivery = add_delivery(
                self._database, options.supplied_by, self._today.isoformat()
            )
        kind = SourceKind(options.kind)
        purge_on = purge_day(self._today) if kind is SourceKind.COPY else None
        return Source(
            id=None, path=str(_writable(path)), name=_writable(path).name, sha256=digest, size=size, format=None,
            encoding=None, kind=kind, activity=options.activity, channel=options.channel,
            collected_on=_iso(options.collected_on), policy_version=options.policy_version,
            retention=options.retention, status=status, reason=reason, warnings=(), row_count=0,
            imported_at=datetime.now(UTC).isoformat(timespec="seconds"), imported_by=self._actor,
            purge_on=_iso(purge_on), delivery_id=self._delivery,
        )  # fmt: skip


def _status(warnings: Sequence[Warned]) -> SourceStatus:
    is_partly = any(one.problem.loses_content for one in warnings)
    return SourceStatus.PARTLY if is_partly else SourceStatus.IMPORTED


def _notice(warned: Warned) -> Notice:
    return Notice(problem_sentence(warned.problem), warned.details)


_ALREADY_THERE = mark("This very file is in the register already; it was not stored twice.")


def _check(register: Register, options: ImportOptions) -> None:
    if options.kind not in list(SourceKind):
        raise InvalidInputError(
            mark("An import is a list or a copy, not {kind}."), kind=options.kind
        )
    if options.activity is not None:
        check_activity(register, options.activity)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _writable(path: Path) -> Path:
    """Return the path without bytes that are no text: other systems' archives leave such names."""
    return Path(str(path).encode("utf-8", "replace").decode())


def _size_of(path: Path) -> int:
    """Return the size in bytes; UnreadableError for pipes and devices, which may never end."""
    found = path.stat()
    if not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):
        raise UnreadableError(Problem.NOT_TEXT)
    return found.st_size


def _as_unreadable(error: Exception) -> UnreadableError:
    if isinstance(error, UnreadableError):
        return error
    if isinstance(error, FileNotFoundError):
        return UnreadableError(Problem.NOT_FOUND)
    if isinstance(error, PermissionError):
        return UnreadableError(Problem.NO_PERMISSION)
    return UnreadableError(Problem.DAMAGED)
