"""Brings lists into the register: reads each file in the reader process, stores every row.

One import is one transaction: a crash, a cancel or a full disk leaves the register as it was.
"""

import time
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.progress import OnRows, Progress, ignore_rows, no_progress
from dsr_desktop.domain.reading import Limits
from dsr_desktop.domain.source import Source, SourceKind
from dsr_desktop.readers.process import ReaderProcess
from dsr_desktop.services.file_import import FileImport
from dsr_desktop.services.folders import list_files
from dsr_desktop.services.import_results import FileResult, ImportOptions, ImportReport
from dsr_desktop.services.limits import reading_limits
from dsr_desktop.services.many_rows import rows_are_no_garbage
from dsr_desktop.services.mapping import remember_followed, unfollowed
from dsr_desktop.services.register import Register, register_files
from dsr_desktop.services.sourcing import check_activity, check_details
from dsr_desktop.services.text_encodings import encoding_named
from dsr_desktop.store.rows import many_words

__all__ = [
    "FileResult",
    "ImportOptions",
    "ImportReport",
    "check_options",
    "import_parts",
    "import_paths",
]


def import_paths(
    register: Register,
    paths: Sequence[Path],
    options: ImportOptions,
    today: date,
    *,
    progress: Progress = no_progress,
    on_rows: OnRows = ignore_rows,
    limits: Limits | None = None,
    newer_of: Source | None = None,
) -> ImportReport:
    """Import files and folders; unreadable files are recorded with the reason, the rest is stored.

    `on_rows` gets the rows read so far; without `limits` those set in the register hold.
    Each file is compared with what it may be a newer version of, unless it is said to be
    `newer_of` one. Raises InvalidInputError for options that cannot be meant, CancelledError when
    `progress` raises it: then nothing of this import is kept.
    """
    check_options(register, options)
    started = time.monotonic()
    files, skipped = list_files(paths, register_files(register.path))
    allowed = limits or reading_limits(register)
    database = register.database
    with (
        rows_are_no_garbage(),
        database.room_for_many_rows(),
        database.transaction(),
        many_words(database),
        ReaderProcess(allowed) as reader,
    ):
        job = FileImport(register, options, today, reader, on_rows, newer_of=newer_of)
        results = []
        for index, path in enumerate(files):
            on_wait = partial(progress, index, len(files), path.name)
            on_wait()
            results.append(job.import_file(path, on_wait))
        progress(len(files), len(files), "")
        if options.remembers:
            remember_followed(register, job.layouts)
        _log(register, results)
    elapsed_ms = round((time.monotonic() - started) * 1000)
    return ImportReport(tuple(results), skipped, elapsed_ms, unfollowed(job.mappings, job.layouts))


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


def check_options(register: Register, options: ImportOptions) -> None:
    """Raise InvalidInputError for options that cannot be meant."""
    if options.kind not in list(SourceKind):
        raise InvalidInputError(
            mark("An import is a list or a copy, not {kind}."), kind=options.kind
        )
    if options.activity is not None:
        check_activity(register, options.activity)
    check_details(
        channel=options.channel, supplied_by=options.supplied_by,
        policy_version=options.policy_version, retention=options.retention,
    )  # fmt: skip
    for name in (options.encoding, *options.encodings.values()):
        if name is not None:
            encoding_named(name)


def _log(register: Register, results: Sequence[FileResult]) -> None:
    register.log(
        EventKind.IMPORTED,
        files=len(results),
        rows=sum(result.rows for result in results),
        unreadable=sum(result.status.is_unread for result in results),
        new_places=sum(result.is_new_place for result in results),
        held=sum(result.held for result in results),
        marketing_blocked=sum(result.marketing_blocked for result in results),
        sha256=[result.sha256 for result in results if result.status.is_stored],
    )
