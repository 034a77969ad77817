"""Reads the source files, and every copy of them, again from disk: what is still there (E12)."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path, PurePath

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.hit import Hit
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.progress import Progress, no_progress
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.rescan import Rescan, SourceRescan, one_a_place
from dsr_desktop.domain.traces import Left, RescanStatus
from dsr_desktop.readers.process import ReaderProcess
from dsr_desktop.services.gone_places import gone_places, take_back_found
from dsr_desktop.services.limits import reading_limits
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.places_to_read import PlaceToRead, confirmed_hits, places_to_read
from dsr_desktop.services.reading_again import SoughtVersion, known_sheets, read_place
from dsr_desktop.services.register import Register
from dsr_desktop.services.tracing import traces_of
from dsr_desktop.store.erasure_decisions import kept_sources
from dsr_desktop.store.erasure_ledger import read_ledger
from dsr_desktop.store.hits import read_hits
from dsr_desktop.store.requests import read_request
from dsr_desktop.store.rescans import read_rescan, record_rescan
from dsr_desktop.store.sources import read_sources

__all__ = ["Rescan", "SourceRescan", "last_rescan", "rescan"]


def rescan(
    register: Register,
    ref: str,
    *,
    passwords: tuple[str, ...] = (),
    progress: Progress = no_progress,
) -> Rescan:
    """Read again every file in which a hit of the request was confirmed, each of its places once.

    `passwords` are tried on protected files and kept nowhere.
    Raises NotAllowedError when no hit is confirmed: there is nothing to look for; also when hits or
    places changed meanwhile.
    """
    request = read_request(register.database, ref)
    hits = read_hits(register.database, request)
    confirmed = confirmed_hits(request, hits)
    _check_not_erased(register, request, confirmed)
    places = places_to_read(register, request, hits)
    gone = map(_not_in_register, _without_source(register, confirmed))
    results = one_a_place([*gone, *_read_places(register, request, places, passwords, progress)])
    with register.database.transaction():
        now = read_hits(register.database, request)
        _check_same_verdicts(request, hits, now)
        _check_same_places(request, places, places_to_read(register, request, now))
        take_back_found(register, [Path(one.path) for one in results if one.sha256_after])
        said = gone_places(register)
        return _recorded(register, request, [one.with_what_was_said(said) for one in results])


def _recorded(register: Register, request: Request, results: Sequence[SourceRescan]) -> Rescan:
    for result in results:
        record_rescan(register.database, request, _as_row(result))
    kept = kept_sources(register.database, request)
    rescanned = Rescan(request.ref, tuple(results), kept)
    sha256, copies = _hashes(results)
    said = sorted(one.gone.id for one in results if one.gone)
    register.log(
        EventKind.SOURCES_READ_AGAIN, request.ref, clean=rescanned.clean, sha256=sha256,
        copies=copies, **({"gone": said} if said else {}), **({"kept": sorted(kept)} if kept else {}),
    )  # fmt: skip
    return rescanned


@at_one_moment
def last_rescan(register: Register, ref: str) -> Rescan | None:
    """Return the latest result for each place of a request; None before the first reading."""
    request = read_request(register.database, ref)
    gone = gone_places(register)
    rows = read_rescan(register.database, request)
    results = tuple(_from_row(row).as_it_holds(gone) for row in rows)
    kept = kept_sources(register.database, request)
    return Rescan(request.ref, results, kept) if results else None


def _check_not_erased(register: Register, request: Request, confirmed: Sequence[Hit]) -> None:
    """Refuse to look for rows that the register itself has erased: it would find nothing anywhere."""
    done = [one for one in read_ledger(register.database) if one.ref == request.ref and one.done_at]
    erased = {(row.sha256, row.sheet, row.row) for one in done for row in one.rows}
    if any((hit.sha256, hit.sheet, hit.row) in erased for hit in confirmed):
        raise NotAllowedError(
            mark(
                "The rows of {ref} were erased from the register: it cannot tell any more what to "
                "look for. What the files said before stays as proof."
            ),
            ref=request.ref,
        )


def _read_places(
    register: Register,
    request: Request,
    places: Sequence[PlaceToRead],
    passwords: tuple[str, ...],
    progress: Progress,
) -> Iterator[SourceRescan]:
    asked = make_ready(request.criteria, register.company.country)
    with ReaderProcess(reading_limits(register)) as reader:
        for index, place in enumerate(places):
            on_wait = partial(progress, index, len(places), PurePath(place.path).name)
            sought = [
                SoughtVersion(source, known_sheets(register, source, place.path), traces)
                for source, traces in traces_of(register, place.versions, place.hits, asked)
            ]
            yield read_place(reader, place.path, sought, on_wait, passwords)


def _check_same_verdicts(request: Request, before: Sequence[Hit], now: Sequence[Hit]) -> None:
    """Refuse a result that is about other hits than those confirmed by now."""
    if {(hit.id, hit.verdict) for hit in before} != {(hit.id, hit.verdict) for hit in now}:
        raise NotAllowedError(
            mark("The hits of {ref} changed while its files were read. Read the files again."),
            ref=request.ref,
        )


def _check_same_places(
    request: Request, before: Sequence[PlaceToRead], now: Sequence[PlaceToRead]
) -> None:
    """Refuse a result that misses a place or version which an import brought in meanwhile."""
    if _known(before) != _known(now):
        raise NotAllowedError(
            mark(
                "A copy of a file of {ref} was brought in while its files were read. "
                "Read the files again."
            ),
            ref=request.ref,
        )


def _known(places: Sequence[PlaceToRead]) -> list[tuple[str, list[int | None]]]:
    return [(place.path, [version.id for version in place.versions]) for place in places]


def _without_source(register: Register, confirmed: Sequence[Hit]) -> Iterable[Hit]:
    """One confirmed hit for each file whose import was removed: its rows can't be compared."""
    known = {source.id for source in read_sources(register.database)}
    return {hit.source_id: hit for hit in confirmed if hit.source_id not in known}.values()


def _not_in_register(hit: Hit) -> SourceRescan:
    return SourceRescan(hit.source_id, hit.file, RescanStatus.UNREADABLE, hit.sha256, None, ())


def _hashes(
    results: Iterable[SourceRescan],
) -> tuple[dict[str, str | None], dict[str, list[str | None]]]:
    """Hashes now by source id: of the source's own place, and of its copies in their order."""
    own: dict[str, str | None] = {}
    copies: dict[str, list[str | None]] = {}
    for result in results:
        key = str(result.source_id)
        if key in own:
            copies.setdefault(key, []).append(result.sha256_after)
        else:
            own[key] = result.sha256_after
    return own, copies


def _from_row(row: Mapping[str, object]) -> SourceRescan:
    left = tuple(Left(sheet, n, tuple(what)) for sheet, n, what in json.loads(str(row["hits"])))
    return SourceRescan(
        int(str(row["source_id"])), str(row["path"]), RescanStatus(str(row["status"])),
        str(row["sha256_before"]), str(row["sha256_after"]) if row["sha256_after"] else None, left,
    )  # fmt: skip


def _as_row(result: SourceRescan) -> dict[str, object]:
    return {
        "source_id": result.source_id,
        "path": result.path,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "status": result.status,
        "sha256_before": result.sha256_before,
        "sha256_after": result.sha256_after,
        "hits": [[one.sheet, one.row, list(one.what)] for one in result.left],
    }
