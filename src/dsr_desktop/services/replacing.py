"""A newer version of a known file: found, compared with the earlier one, put in its place.

Undoing is `services.sourcing.remove` of the newer version: the earlier one comes back.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.progress import OnWait, Progress, no_progress
from dsr_desktop.domain.source import Source, SourceStatus
from dsr_desktop.domain.versions import VersionCounts
from dsr_desktop.services.comparing import VersionDifference, compare_versions
from dsr_desktop.services.earlier_places import places_still_held
from dsr_desktop.services.importing import FileResult, ImportOptions, import_paths
from dsr_desktop.services.register import Register
from dsr_desktop.services.sourcing import source_of
from dsr_desktop.services.superseding import take_the_place
from dsr_desktop.store.sources import wipe_free_pages


@dataclass(frozen=True)
class Replacement:
    """A file that took the place of its earlier version, and what that changed.

    `still_at` are places at which the earlier version still lies: no search sees it any more.
    """

    file: FileResult
    difference: VersionDifference
    newer_id: int
    still_at: tuple[str, ...] = ()


def compare(
    register: Register,
    source_id: int,
    path: Path,
    options: ImportOptions,
    today: date,
    *,
    progress: Progress = no_progress,
) -> VersionDifference:
    """Say what the file at `path` would change as a newer version; nothing is kept of it.

    Raises NotFoundError for an unknown source, NotAllowedError for one that is an earlier version
    or was not read itself, and when the file at `path` cannot be read; InvalidInputError if it is
    no single file or one that the register has.
    """
    with register.database.trial():
        earlier = _current(register, source_id)
        newer, _file = _brought_in(register, earlier, path, options, today, progress)
        return compare_versions(register.database, earlier, newer, _on_wait(progress, path))


def replace(
    register: Register,
    source_id: int,
    path: Path,
    options: ImportOptions,
    today: date,
    *,
    progress: Progress = no_progress,
) -> Replacement:
    """Import the file at `path` and let it take the place of a source: both or nothing.

    Raises what `compare` raises, and NotAllowedError if the file was read in part only.
    """
    with register.database.transaction():
        earlier = _current(register, source_id)
        newer, file = _brought_in(register, earlier, path, options, today, progress)
        difference = take_the_place(register, earlier, newer, today, _on_wait(progress, path))
    wipe_free_pages(register.database)
    still_at = places_still_held(earlier, [newer])
    return Replacement(file, difference, newer.id or 0, still_at)


@dataclass(frozen=True)
class TookPlace:
    """A file of the register that took the place of another, and what that changed.

    `still_at` are places at which the earlier one still lies: no search sees it any more.
    """

    newer_id: int
    name: str
    rows: int
    changes: VersionCounts
    still_at: tuple[str, ...] = ()


def replace_known(
    register: Register,
    earlier_id: int,
    newer_id: int,
    today: date,
    *,
    progress: Progress = no_progress,
) -> TookPlace:
    """Let a file that is in the register already take the place of another, as its newer version.

    Raises NotFoundError for an unknown source, NotAllowedError if one of them was not read or is an
    earlier version itself, or if the newer one was read in part only.
    """
    with register.database.transaction():
        earlier, newer = _current(register, earlier_id), _current(register, newer_id)
        on_wait = _on_wait(progress, Path(newer.path))
        difference = take_the_place(register, earlier, newer, today, on_wait)
    wipe_free_pages(register.database)
    still_at = places_still_held(earlier, [newer])
    return TookPlace(newer_id, newer.name, newer.row_count, difference.counts, still_at)


def _current(register: Register, source_id: int) -> Source:
    """Return a source that was read and has no newer version; NotAllowedError for another."""
    source = source_of(register, source_id)
    if not source.status.is_stored:
        raise NotAllowedError(
            mark("{name} was not read, so nothing can take its place. Import the file."),
            name=source.name,
        )
    if not source.is_current:
        raise NotAllowedError(
            mark("{name} has a newer version already: import {id}. Compare with that one."),
            name=source.name,
            id=str(source.superseded_by),
        )
    return source


def _brought_in(
    register: Register,
    earlier: Source,
    path: Path,
    options: ImportOptions,
    today: date,
    progress: Progress,
) -> tuple[Source, FileResult]:
    """Import one file beside `earlier`, inside the caller's transaction; it may be there already."""
    report = import_paths(register, [path], options, today, progress=progress, newer_of=earlier)
    if len(report.files) != 1:
        raise InvalidInputError(mark("{name} is no single file. Name one."), name=path.name)
    (file,) = report.files
    stands_beside = file.status is SourceStatus.DUPLICATE and file.source_id != earlier.id
    if file.source_id is None or not (file.status.is_stored or stands_beside):
        if file.reason is None:
            raise NotAllowedError(mark("{name} was not read."), name=path.name)
        raise NotAllowedError(file.reason.sentence, **file.reason.details)
    return source_of(register, file.source_id), file


def _on_wait(progress: Progress, path: Path) -> OnWait:
    return lambda: progress(0, 1, path.name)
