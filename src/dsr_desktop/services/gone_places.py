"""Places on the disk of which the DPO says that the file there is gone for good, and taking it back.

A re-scan then reports such a place as gone instead of missing. What was said holds only as long as
no file is found there: an import or a re-scan that finds one takes it back.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from dsr_desktop.domain.errors import NotAllowedError, NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.gone_place import GonePlace
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.suppression import check_reason
from dsr_desktop.domain.traces import RescanStatus
from dsr_desktop.services.file_places import is_known_place
from dsr_desktop.services.register import Register
from dsr_desktop.store.gone_places import add_gone_place, read_gone_places, take_back_gone_place
from dsr_desktop.store.request_selection import OPEN_REQUESTS
from dsr_desktop.store.requests import read_requests
from dsr_desktop.store.rescans import read_rescan
from dsr_desktop.store.sources import read_sources


@dataclass(frozen=True)
class PlaceStatement:
    """What was said of a place now, in all its spellings, or was taken back.

    `requests` are the open ones whose latest reading is overtaken by it: read their sources again.
    """

    places: tuple[GonePlace, ...]
    requests: tuple[str, ...]


def gone_places(register: Register) -> dict[str, GonePlace]:
    """Return what holds of places that are gone for good, by path."""
    return {one.path: one for one in read_gone_places(register.database)}


def places_gone_now(register: Register) -> dict[str, GonePlace]:
    """Return those of the `gone_places` at which no file is found at this moment."""
    return {path: one for path, one in gone_places(register).items() if not _may_be_there(path)}


def say_gone(register: Register, path: Path, reason: str, today: date) -> PlaceStatement:
    """Record that the file at a place is gone for good, with the DPO's reason.

    `path` is a place of a source, however it is written; all known spellings of it are meant.
    Raises NotFoundError if no file of the register came from there, NotAllowedError while the file
    may be there or if it was said before, InvalidInputError for an empty reason.
    """
    said = check_reason(reason)
    with register.database.transaction():
        places = _known_places(register, path)
        _check_is_gone(path)
        known = gone_places(register)
        if all(place in known for place in places):
            raise NotAllowedError(
                mark("{name} was already said to be gone. There is nothing to do."), name=path.name
            )
        gone = tuple(_said(register, place, said, today) for place in places if place not in known)
        return PlaceStatement(gone, _read_with(register, gone, RescanStatus.MISSING))


def take_back_gone(register: Register, path: Path) -> PlaceStatement:
    """Take back that a file is gone for good; returns what was said.

    Readings of open requests that relied on it no longer count as clean. Raises NotFoundError if
    nothing of the kind was said of `path`.
    """
    with register.database.transaction():
        taken_back = tuple(
            one for one in read_gone_places(register.database) if is_at(one.path, path)
        )
        if not taken_back:
            raise NotFoundError(
                mark("{path} is not said to be gone. The list of files names the places that are."),
                path=str(path),
            )
        return PlaceStatement(taken_back, _take_back(register, taken_back))


def take_back_found(register: Register, paths: Collection[Path]) -> None:
    """Take back, in the caller's transaction, what was said of places where a file was found."""
    said = read_gone_places(register.database)
    _take_back(register, [one for one in said if any(is_at(one.path, each) for each in paths)])


def is_at(place: str, path: Path) -> bool:
    """Tell whether `path` means a place of the register, however it is written."""
    return place == str(path) or is_known_place(path, [place])


def _said(register: Register, path: str, reason: str, today: date) -> GonePlace:
    gone = add_gone_place(register.database, path, reason, today, register.actor)
    register.log(EventKind.PLACE_GONE, place=gone.id, sources=_sources_at(register, path))
    return gone


def _take_back(register: Register, places: Sequence[GonePlace]) -> tuple[str, ...]:
    """Take back what was said; returns the open requests whose readings no longer count."""
    overtaken = _read_with(register, places, RescanStatus.GONE)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    for one in places:
        take_back_gone_place(register.database, one, now, register.actor)
        sources = _sources_at(register, one.path)
        register.log(EventKind.PLACE_NOT_GONE, place=one.id, sources=sources)
    for ref in overtaken:
        register.log(EventKind.READING_OVERTAKEN, ref, places=[one.id for one in places])
    return overtaken


def _sources_at(register: Register, path: str) -> list[int | None]:
    return [one.id for one in read_sources(register.database) if path in one.paths]


def _read_with(
    register: Register, places: Sequence[GonePlace], status: RescanStatus
) -> tuple[str, ...]:
    """Return the open requests whose latest reading found one of the places in this state."""
    paths = {one.path for one in places}
    open_requests = read_requests(register.database, OPEN_REQUESTS) if paths else ()
    return tuple(
        request.ref
        for request in open_requests
        if any(
            row["path"] in paths and row["status"] == status
            for row in read_rescan(register.database, request)
        )
    )


def _known_places(register: Register, path: Path) -> tuple[str, ...]:
    stored = (one for one in read_sources(register.database) if one.status.is_stored)
    known = dict.fromkeys(place for one in stored for place in one.paths)
    places = tuple(place for place in known if is_at(place, path))
    if not places:
        raise NotFoundError(
            mark("No file of the register came from {path}. Take a place from the list of files."),
            path=str(path),
        )
    return places


def _check_is_gone(path: Path) -> None:
    try:
        is_found = _is_found(str(path))
    except OSError as error:
        raise NotAllowedError(
            mark("{name} may still be there: its folder cannot be opened. Open the folder first."),
            name=path.name,
        ) from error
    if is_found:
        raise NotAllowedError(
            mark("{name} is still there. Have it deleted first, or read the sources again."),
            name=path.name,
        )


def _may_be_there(path: str) -> bool:
    try:
        return _is_found(path)
    except OSError:
        return True


def _is_found(path: str) -> bool:
    """Tell whether there is a file; OSError if its folder cannot be looked into."""
    try:
        Path(path).stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True
