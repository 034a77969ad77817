"""Makes cleaned copies of the source files of a request, and proves each of them (E06, E12).

The files themselves are only read. A copy counts as clean when a reader finds nothing of the person
in it, no part of it beside its cells tells of her, and everybody else's rows are as they were.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePath

from dsr_desktop.cleaners.cleaning import SourceFile, clean_file, parts_with
from dsr_desktop.cleaners.needles import Needles
from dsr_desktop.cleaners.obstacles import CannotCleanError
from dsr_desktop.domain.asked import Asked, make_ready
from dsr_desktop.domain.cleaning import (
    CleanedFile,
    Cleaning,
    CleanStatus,
    Obstacle,
)
from dsr_desktop.domain.document import DocumentKind
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.progress import OnWait, Progress, no_progress
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.rescan import SourceRescan
from dsr_desktop.domain.traces import RescanStatus
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.process import ReaderProcess
from dsr_desktop.services.cleaning_orders import ChosenCells, Ordered, orders_for
from dsr_desktop.services.copy_check import CopyCheck
from dsr_desktop.services.documents import Document, documents
from dsr_desktop.services.gone_places import places_gone_now
from dsr_desktop.services.hashing import sha256_of, size_of
from dsr_desktop.services.limits import reading_limits
from dsr_desktop.services.places_to_read import PlaceToRead, confirmed_hits, places_to_read
from dsr_desktop.services.reading_again import (
    SoughtVersion,
    encoding_again,
    known_sheets,
    read_place,
)
from dsr_desktop.services.register import Register
from dsr_desktop.services.tracing import traces_of
from dsr_desktop.store.cleaned_copies import record_cleaned
from dsr_desktop.store.erasure_decisions import kept_sources
from dsr_desktop.store.hits import read_hits
from dsr_desktop.store.requests import read_request
from dsr_desktop.writers.free_names import free_paths

__all__ = ["ChosenCells", "clean"]


def clean(
    register: Register,
    ref: str,
    folder: Path,
    *,
    chosen: Sequence[ChosenCells] = (),
    progress: Progress = no_progress,
) -> Cleaning:
    """Write cleaned copies of the files with confirmed hits into `folder`, under their names.

    A name that is taken gets a number. `chosen` names the cells to be emptied where a row is to
    stay. A file that is no longer what was imported is left alone, and so is one that the app
    cannot clean: the result says why. Raises NotAllowedError when no hit is confirmed, NotFoundError
    for a hit that is none of the request's, OutputFileError when the folder cannot be written.
    """
    request = read_request(register.database, ref)
    hits = read_hits(register.database, request)
    confirmed_hits(request, hits)
    gone = places_gone_now(register)
    places = [one for one in places_to_read(register, request, hits) if one.path not in gone]
    asked = make_ready(request.criteria, register.company.country)
    ordered = orders_for(register, request, places, chosen, asked)
    with ReaderProcess(reading_limits(register)) as reader:
        work = _Work(register, request, reader, asked, folder)
        files = [
            work.clean(place, one, partial(progress, n, len(ordered), PurePath(place.path).name))
            for n, (place, one) in enumerate(ordered)
        ]
    return Cleaning(request.ref, tuple(files))


@dataclass(frozen=True)
class _Work:
    """Cleans one place after the other, for one request."""

    register: Register
    request: Request
    reader: ReaderProcess
    asked: Asked
    folder: Path

    def clean(
        self, place: PlaceToRead, versions: Mapping[str, Ordered], wait: OnWait
    ) -> CleanedFile:
        """Clean the file at a place, if it is a version that has something to be cleaned."""
        newest = place.versions[-1]
        nothing = CleanedFile(newest.id or 0, place.path, CleanStatus.MISSING, newest.sha256 or "")
        path = Path(place.path)
        try:
            self.reader.check_size(size_of(path))
            sha256 = sha256_of(path, wait)
        except (FileNotFoundError, NotADirectoryError):
            return nothing
        except (UnreadableError, OSError):
            return replace(nothing, status=CleanStatus.UNREADABLE)
        ordered = versions.get(sha256)
        if ordered is None:
            return replace(nothing, status=CleanStatus.CHANGED)
        found = replace(nothing, source_id=ordered.source.id or 0, sha256_before=sha256,
                        by_hand=ordered.by_hand)  # fmt: skip
        if found.source_id in kept_sources(self.register.database, self.request):
            return replace(found, status=CleanStatus.KEPT, by_hand=())
        return self._copy(_File(path, place, ordered, found), wait)

    def _copy(self, file: "_File", wait: OnWait) -> CleanedFile:
        if not file.ordered.orders:
            return replace(file.found, status=CleanStatus.BY_HAND, obstacle=Obstacle.OTHERS_ROW)
        try:
            with documents(self.register, DocumentKind.CLEANED_COPY) as made:
                (path,) = free_paths(self.folder, file.path.name)
                (copy,) = made.begin(self.request.ref, self.folder, beside=path)
                result = self._made(file, copy, wait)
                record_cleaned(self.register.database, self.request, result, file.ordered.orders)
                made.log(
                    EventKind.SOURCE_CLEANED, self.request.ref, source=result.source_id,
                    status=result.status, rows=result.rows, by_hand=len(result.by_hand),
                    sha256_before=result.sha256_before, sha256_after=result.sha256_after,
                )  # fmt: skip
        except CannotCleanError as error:
            return replace(file.found, status=CleanStatus.BY_HAND, obstacle=error.obstacle)
        return result

    def _made(self, file: "_File", copy: Document, wait: OnWait) -> CleanedFile:
        source = file.ordered.source
        needles = clean_file(file.source_file, copy.stream, file.ordered.orders, wait)
        copy.stream.flush()
        check = CopyCheck(file.ordered.orders, source.format)
        try:
            check.read_original(self.reader.read(file.path, wait, (), file.source_file.encoding))
        except UnreadableError as error:
            raise CannotCleanError(Obstacle.DAMAGED) from error
        sought = self._sought(file, copy.part)
        read = read_place(self.reader, str(copy.part), sought, wait, (), check.seen)
        if not check.is_passed:
            raise CannotCleanError(Obstacle.OTHERS_CHANGED)
        return _judged(file, read, needles, copy)

    def _sought(self, file: "_File", copy: Path) -> list[SoughtVersion]:
        found = traces_of(self.register, file.place.versions, file.place.hits, self.asked)
        return [
            SoughtVersion(source, known_sheets(self.register, source, str(copy)), traces)
            for source, traces in found
        ]


@dataclass(frozen=True)
class _File:
    """A file to be cleaned: where it lies, what is to go, and what is known of it before."""

    path: Path
    place: PlaceToRead
    ordered: Ordered
    found: CleanedFile

    @property
    def source_file(self) -> SourceFile:
        """The file as the cleaners know it."""
        source = self.ordered.source
        return SourceFile(self.path, source.format, encoding_again(source, is_same=True))


def _judged(file: _File, read: SourceRescan, needles: Needles, copy: Document) -> CleanedFile:
    parts = tuple(parts_with(copy.part, needles))
    rows = sum(map(len, file.ordered.orders.values()))
    name = {copy.part.stem: file.path.stem}
    left = tuple(replace(one, sheet=name.get(one.sheet, one.sheet)) for one in read.left)
    result = replace(
        file.found, sha256_after=copy.sha256, copy=copy.path.name, rows=rows, left=left,
        parts=parts, status=CleanStatus.CLEAN,
    )  # fmt: skip
    if left and not parts and file.ordered.keeps(left):
        return replace(result, status=CleanStatus.EMPTIED)
    if left or parts:
        return replace(result, status=CleanStatus.STILL_THERE)
    if read.status is not RescanStatus.CLEAN:
        return replace(result, status=CleanStatus.PARTLY_CHECKED)
    return result
