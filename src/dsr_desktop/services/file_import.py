"""Imports one file: hashes it, reads it in the reader process, stores what it holds."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.iso_days import iso
from dsr_desktop.domain.known_version import Likeness
from dsr_desktop.domain.mapping import SheetLayout
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.progress import OnRows, OnWait
from dsr_desktop.domain.reading import Problem
from dsr_desktop.domain.source import Source, SourceKind, SourceStatus
from dsr_desktop.domain.working_copy import purge_day
from dsr_desktop.readers.file_faults import look_at
from dsr_desktop.readers.messages import (
    FileFound,
    Message,
    Rows,
    StartsAgain,
    UnreadableError,
    Warned,
)
from dsr_desktop.readers.process import ReaderProcess
from dsr_desktop.services.file_places import writable_path
from dsr_desktop.services.gone_places import take_back_found
from dsr_desktop.services.hashing import sha256_of, size_of
from dsr_desktop.services.import_results import FileResult, ImportOptions
from dsr_desktop.services.known_contents import KnownContents
from dsr_desktop.services.known_files import KnownFiles, as_seen
from dsr_desktop.services.mapping import log_skipped_columns, mappings_for
from dsr_desktop.services.reading_outcomes import notice_of, refusal_for, status_of, told_of
from dsr_desktop.services.register import Register
from dsr_desktop.services.screening import Screen, load_cleared, load_list
from dsr_desktop.services.sheets import SheetStore, Stored
from dsr_desktop.services.sourcing import source_of
from dsr_desktop.services.superseding import NewerVersion, Replacing, settle
from dsr_desktop.store.sources import (
    add_delivery,
    add_source,
    finish_source,
    read_sheets,
    read_sources,
    remove_source,
)


class FileImport:
    """Imports the files of one import one by one, inside its transaction.

    `layouts` has how each sheet stored so far was understood, with the mapping that it followed.
    Of each file it is told whether it is a newer version of one that is there, unless it is said
    to be `newer_of` one: then no other is looked for.
    """

    def __init__(
        self,
        register: Register,
        options: ImportOptions,
        today: date,
        reader: ReaderProcess,
        on_rows: OnRows,
        *,
        newer_of: Source | None = None,
    ) -> None:
        self.mappings = mappings_for(register, options.mappings)
        self.layouts = list[SheetLayout]()
        self._register = register
        self._database = register.database
        self._actor = register.actor
        self._options = options
        self._kind = SourceKind(options.kind)
        self._today = today
        self._reader = reader
        self._on_rows = on_rows
        self._listed = load_list(register)
        self._newer_of = newer_of
        self._rows_read = 0
        self._delivery: int | None = None
        sources = read_sources(register.database)
        self._known = KnownContents(register, sources)
        self._known_files = KnownFiles(() if newer_of else sources)
        self._failed_before: dict[str, list[int]] = {}
        for one in sources:
            if one.status.is_unread and one.id is not None:
                self._failed_before.setdefault(one.path, []).append(one.id)

    def import_file(self, path: Path, on_wait: OnWait) -> FileResult:
        """Store a file, or record why it cannot be read, or that its content is there already.

        Raises whatever `on_wait` raises, and RegisterFileError if the register cannot be written.
        """
        digest, size, delivery = None, None, self._delivery
        seen = look_at(path)
        try:
            size = size_of(path)
            self._reader.check_size(size)  # hashing a terabyte takes an hour
            digest = sha256_of(path, on_wait)
            take_back_found(self._register, [writable_path(path)])
            if known := self._known.find(digest):
                self._forget_failed_attempts(path)
                return self._known.bring_in_again(
                    known, path, self._kind, as_list=self._as_list, delivery_id=self._delivery_id
                )
            with self._database.savepoint():
                result = self._read(path, digest, size, on_wait)
        except (UnreadableError, OSError) as error:
            self._delivery = delivery  # one made for this file went with its savepoint
            refusal = refusal_for(error, path, seen if digest else None)
            return self._record_unreadable(path, digest, size, refusal)
        self._forget_failed_attempts(path)
        return result

    def _read(self, path: Path, digest: str, size: int, on_wait: OnWait) -> FileResult:
        source = self._new_source(path, digest, size)
        source_id = add_source(self._database, source)
        screen = self._screen_for(path)
        store = SheetStore(self._database, source_id, self.mappings, screen, self._today)
        found = FileFound("", None)
        warnings: list[Warned] = []
        encoding = self._options.encoding_of(path)
        for message in self._reader.read(path, on_wait, self._options.passwords, encoding):
            if isinstance(message, FileFound):
                found = message
            elif isinstance(message, Warned):
                warnings.append(message)
            else:
                if isinstance(message, StartsAgain):
                    warnings.clear()
                store.take(message)
                self._count(message)
        stored = store.finish()
        if sha256_of(path, on_wait) != digest:
            raise UnreadableError(Problem.CHANGED_WHILE_READ)
        if not (stored.rows or stored.held):
            raise UnreadableError(Problem.NOTHING_INSIDE)
        named = encoding if found.format == "zip" else None  # of the texts inside, for a re-scan
        read = replace(source, id=source_id, format=found.format, encoding=found.encoding or named,
                       status=status_of(warnings), row_count=stored.rows,
                       warnings=(*map(notice_of, warnings), *stored.warnings))  # fmt: skip
        self._finish(read, store.layouts, stored.passed)
        known = self._settle_version(path, read, on_wait)
        return replace(self._result(path, read, stored), replaces=known)

    def _finish(self, read: Source, layouts: Sequence[SheetLayout], passed: int) -> None:
        """Record how a file was read, log what the user's decisions did to it, and know it now."""
        source_id = read.id or 0
        finish_source(self._database, source_id, read)
        log_skipped_columns(self._register, source_id, layouts)
        if passed:
            self._register.log(
                EventKind.CLEARED_ROWS_PASSED, source=source_id, sha256=read.sha256, rows=passed
            )
        self.layouts += layouts
        self._known.add(read)

    def _screen_for(self, path: Path) -> Screen:
        """Return what looks through the rows of a file: who was cleared in an earlier one passes."""
        place = writable_path(path)
        known = self._newer_of or self._known_files.current(self._options.takes_place.get(path))
        earlier = (known,) if known else self._known_files.of_place(place)
        cleared = load_cleared(self._register, earlier)
        return Screen(self._listed, self._register.company.country, cleared)

    def _settle_version(self, path: Path, source: Source, on_wait: OnWait) -> NewerVersion | None:
        """Say what known file this is a newer version of; it takes its place as the options say."""
        for earlier, likeness, replacing in self._earlier_versions(path, source):
            found = settle(
                self._register, earlier, source, self._today, on_wait, likeness=likeness,
                replacing=replacing,
            )  # fmt: skip
            if found is not None and found.replaced:
                self._known_files.forget(earlier)
                self._known.forget(earlier)
                self._known.add(source_of(self._register, source.id or 0))
            if found is not None:
                return found
        return None

    def _earlier_versions(
        self, path: Path, source: Source
    ) -> Iterator[tuple[Source, Likeness, Replacing]]:
        """Yield the one chosen for this file, else those that it may be a newer version of."""
        chosen = self._known_files.current(self._options.takes_place.get(path))
        if chosen is not None:
            is_there = self._known_files.at(source.path) is chosen
            yield chosen, Likeness.PLACE if is_there else Likeness.TITLES, Replacing.CHOSEN
            return
        if not self._known_files.may_know(Path(source.path)):
            return
        replacing = Replacing.WHERE_SURE if self._options.replaces else Replacing.NEVER
        seen = as_seen(self._database, source)
        for earlier, likeness in self._known_files.earlier_versions_of(self._database, seen):
            yield earlier, likeness, replacing

    def _result(self, path: Path, read: Source, stored: Stored) -> FileResult:
        return FileResult(
            writable_path(path), read.sha256, read.status, read.format, read.encoding,
            rows=stored.rows, warnings=read.warnings,
            sheets=read_sheets(self._database, read.id or 0), source_id=read.id,
            is_partly=read.status is SourceStatus.PARTLY, held=stored.held,
            marketing_blocked=stored.marketing_blocked, cleared=stored.passed,
        )  # fmt: skip

    def _count(self, message: Message) -> None:
        if isinstance(message, Rows):
            self._rows_read += len(message.rows)
            self._on_rows(self._rows_read)

    def _record_unreadable(
        self, path: Path, digest: str | None, size: int | None, error: UnreadableError
    ) -> FileResult:
        status, reason = told_of(error)
        self._forget_failed_attempts(path)
        source = self._new_source(path, digest, size, status, reason)
        source_id = add_source(self._database, source)
        self._failed_before.setdefault(source.path, []).append(source_id)
        return FileResult(writable_path(path), digest, status, reason=reason, source_id=source_id)

    def _forget_failed_attempts(self, path: Path) -> None:
        for source_id in self._failed_before.pop(str(writable_path(path)), ()):
            remove_source(self._database, source_id)

    def _new_source(
        self,
        path: Path,
        digest: str | None,
        size: int | None,
        status: SourceStatus = SourceStatus.IMPORTED,
        reason: Notice | None = None,
    ) -> Source:
        options, place = self._options, writable_path(path)
        purge_on = purge_day(self._today) if self._kind is SourceKind.COPY else None
        return Source(
            id=None, path=str(place), name=place.name, sha256=digest, size=size, format=None,
            encoding=None, kind=self._kind, activity=options.activity, channel=options.channel,
            collected_on=iso(options.collected_on), policy_version=options.policy_version,
            retention=options.retention, status=status, reason=reason, warnings=(), row_count=0,
            imported_at=datetime.now(UTC).isoformat(timespec="seconds"), imported_by=self._actor,
            purge_on=iso(purge_on), delivery_id=self._delivery_id(),
        )  # fmt: skip

    def _as_list(self, copy: Source) -> Source:
        """Make a working copy a list; what this import says nothing of stays as it was."""
        said = self._options
        return replace(
            copy, kind=SourceKind.LIST, purge_on=None, activity=said.activity or copy.activity,
            channel=said.channel or copy.channel,
            collected_on=iso(said.collected_on) or copy.collected_on,
            policy_version=said.policy_version or copy.policy_version,
            retention=said.retention or copy.retention,
            delivery_id=self._delivery_id() if said.supplied_by else copy.delivery_id,
        )  # fmt: skip

    def _delivery_id(self) -> int:
        if self._delivery is None:
            self._delivery = add_delivery(
                self._database, self._options.supplied_by, self._today.isoformat()
            )
        return self._delivery
