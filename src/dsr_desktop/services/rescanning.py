"""Reads the source files again from disk and says what is still there (E12)."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from dsr_desktop.domain.asked import Asked, make_ready
from dsr_desktop.domain.cells import join_cells
from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.hit import Hit, Verdict
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.notes import notes_from_json
from dsr_desktop.domain.progress import OnWait, Progress, no_progress
from dsr_desktop.domain.reading import Problem
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.source import Place, Source
from dsr_desktop.domain.traces import (
    ConfirmedRow,
    Left,
    Mention,
    RescanStatus,
    Traces,
    mention_of,
    name_of,
    row_hash,
)
from dsr_desktop.readers.messages import Rows, SheetBegins, StartsAgain, UnreadableError, Warned
from dsr_desktop.readers.process import ReaderProcess
from dsr_desktop.services.hashing import sha256_of
from dsr_desktop.services.register import Register
from dsr_desktop.services.row_context import places_of
from dsr_desktop.store.hits import read_hits
from dsr_desktop.store.lookup import load_places, rows_of_sheet, rows_with_words
from dsr_desktop.store.requests import read_request
from dsr_desktop.store.rescans import read_rescan, record_rescan
from dsr_desktop.store.sources import read_sheets, read_sources

_MOST_LISTED = 1_000
_NOTHING_LEFT = frozenset({Problem.EMPTY, Problem.NOTHING_INSIDE})


@dataclass(frozen=True)
class SourceRescan:
    """One file read again, with what is left in it and its hashes at import and now."""

    source_id: int
    path: str
    status: RescanStatus
    sha256_before: str
    sha256_after: str | None
    left: tuple[Left, ...]


@dataclass(frozen=True)
class Rescan:
    """All files of a request read again."""

    ref: str
    sources: tuple[SourceRescan, ...]

    @property
    def clean(self) -> bool:
        """Tell whether every file was read and nothing of the person is left."""
        return bool(self.sources) and all(
            source.status is RescanStatus.CLEAN for source in self.sources
        )


def rescan(register: Register, ref: str, *, progress: Progress = no_progress) -> Rescan:
    """Read again every file in which a hit of the request was confirmed.

    Raises NotAllowedError when no hit is confirmed: there is nothing to look for.
    """
    request = read_request(register.database, ref)
    hits = read_hits(register.database, request)
    results = _read_all(register, request, hits, progress)
    rescanned = Rescan(request.ref, tuple(results))
    with register.database.transaction():
        _check_same_verdicts(request, hits, read_hits(register.database, request))
        for result in results:
            record_rescan(register.database, request, _as_row(result))
        register.log(
            "sources_read_again", request.ref, clean=rescanned.clean,
            sha256={str(one.source_id): one.sha256_after for one in results},
        )  # fmt: skip
    return rescanned


def last_rescan(register: Register, ref: str) -> Rescan | None:
    """Return the latest result for each file of a request; None before the first reading."""
    request = read_request(register.database, ref)
    paths = _paths(register, request)
    results = tuple(_from_row(row, paths) for row in read_rescan(register.database, request))
    return Rescan(request.ref, results) if results else None


def _read_all(
    register: Register, request: Request, hits: Sequence[Hit], progress: Progress
) -> list[SourceRescan]:
    confirmed = [hit for hit in hits if hit.verdict is Verdict.CONFIRMED]
    if not confirmed:
        raise NotAllowedError(
            mark("{ref} has no confirmed hit to look for. Find the person and confirm hits first."),
            ref=request.ref,
        )
    sources = _cited(register, confirmed)
    asked = make_ready(request.criteria, register.company.country)
    results = [_not_in_register(hit) for hit in _without_source(confirmed, sources)]
    with ReaderProcess() as reader:
        for index, source in enumerate(sources):
            on_wait = partial(progress, index, len(sources), source.name)
            traces = _traces(register, source, hits, asked)
            results.append(_rescan_source(reader, source, traces, on_wait))
    return results


def _check_same_verdicts(request: Request, before: Sequence[Hit], now: Sequence[Hit]) -> None:
    """Refuse a result that is about other hits than those confirmed by now."""
    if {(hit.id, hit.verdict) for hit in before} != {(hit.id, hit.verdict) for hit in now}:
        raise NotAllowedError(
            mark("The hits of {ref} changed while its files were read. Run `rescan {ref}` again."),
            ref=request.ref,
        )


def _rescan_source(
    reader: ReaderProcess, source: Source, traces: Traces, on_wait: OnWait
) -> SourceRescan:
    before = source.sha256 or ""
    after = None
    try:
        path = Path(source.path)
        after = sha256_of(path, on_wait)
        left, is_complete = _find_left(reader, path, traces, on_wait)
        status = _status(left, is_complete=is_complete)
    except FileNotFoundError:
        left, status = (), RescanStatus.MISSING
    except (UnreadableError, OSError) as error:
        emptied = isinstance(error, UnreadableError) and error.problem in _NOTHING_LEFT
        left, status = (), _status((), is_complete=emptied)
    return SourceRescan(source.id or 0, source.path, status, before, after, left[:_MOST_LISTED])


def _status(left: Sequence[Left], *, is_complete: bool) -> RescanStatus:
    if left:
        return RescanStatus.STILL_THERE
    return RescanStatus.CLEAN if is_complete else RescanStatus.UNREADABLE


def _find_left(
    reader: ReaderProcess, path: Path, traces: Traces, on_wait: OnWait
) -> tuple[tuple[Left, ...], bool]:
    """Return what is left of the person, and whether the file was read completely."""
    sheet, found, is_complete = "", [], True
    for message in reader.read(path, on_wait):
        if isinstance(message, SheetBegins):
            sheet = message.name
        elif isinstance(message, Rows):
            for n, _hidden, joined, _typed, notes, _indexed in message.rows:
                left = traces.find(sheet, n, joined, notes_from_json(notes))
                if left is not None:
                    found.append(left)
        elif isinstance(message, StartsAgain):
            found.clear()
            is_complete = True
        elif isinstance(message, Warned):
            is_complete &= not message.problem.loses_content
    return tuple(found), is_complete


def _cited(register: Register, confirmed: Sequence[Hit]) -> list[Source]:
    wanted = {hit.source_id for hit in confirmed}
    return [source for source in read_sources(register.database) if source.id in wanted]


def _without_source(confirmed: Sequence[Hit], sources: Sequence[Source]) -> Iterable[Hit]:
    """One confirmed hit for each file whose import was removed: its rows can't be compared."""
    known = {source.id for source in sources}
    return {hit.source_id: hit for hit in confirmed if hit.source_id not in known}.values()


def _not_in_register(hit: Hit) -> SourceRescan:
    return SourceRescan(hit.source_id, hit.file, RescanStatus.UNREADABLE, hit.sha256, None, ())


def _traces(register: Register, source: Source, hits: Sequence[Hit], asked: Asked) -> Traces:
    of_source = {hit.id: hit for hit in hits if hit.source_id == source.id}
    places = places_of(register, of_source.values())
    judged = [(place, of_source[hit_id]) for hit_id, place in places.items()]
    kept = [(place, hit) for place, hit in judged if hit.verdict is Verdict.CONFIRMED]
    confirmed = [_confirmed_row(place) for place, hit in kept if not hit.is_only_mention]
    return Traces(
        confirmed,
        (join_cells(place.row.cells) for place, hit in judged if _is_somebody_else(hit)),
        _namesakes(register, source, confirmed),
        [one for place, hit in kept for one in _mentions(place, hit, asked)],
        country=asked.country,
        asked_keys=asked.keys,
        others=_others(register, source, {place.row.id for place, _hit in kept}),
    )


def _others(register: Register, source: Source, confirmed: Set[int]) -> frozenset[int]:
    assert source.id is not None  # noqa: S101 - it was read from the register
    return frozenset(
        row_hash(join_cells(row.cells))
        for sheet in read_sheets(register.database, source.id)
        for row in rows_of_sheet(register.database, sheet.id or 0)
        if row.id not in confirmed
    )


def _mentions(place: Place, hit: Hit, asked: Asked) -> Iterator[Mention]:
    for column, text in hit.mentioning_cells:
        yield mention_of(place.sheet.name, place.row.n, column, text, asked)


def _namesakes(
    register: Register, source: Source, confirmed: Sequence[ConfirmedRow]
) -> Iterator[str]:
    places_of_confirmed = {(row.sheet, row.row) for row in confirmed}
    for name in {name_of(row) for row in confirmed}:
        for place in load_places(register.database, rows_with_words(register.database, name)):
            here = (place.sheet.name, place.row.n)
            if place.source.id == source.id and here not in places_of_confirmed:
                yield join_cells(place.row.cells)


def _is_somebody_else(hit: Hit) -> bool:
    is_weak = hit.verdict is None and hit.level is Level.WEAK
    return hit.verdict is Verdict.REJECTED or is_weak


def _confirmed_row(place: Place) -> ConfirmedRow:
    seen = Row.at(place)
    return ConfirmedRow(
        place.sheet.name, place.row.n, place.row.cells, tuple(seen.fields), tuple(seen.headers),
        place.row.notes,
    )  # fmt: skip


def _paths(register: Register, request: Request) -> dict[int, str]:
    """Where each file lies, by source id; of one removed from the register its hits still tell."""
    cited = {hit.source_id: hit.file for hit in read_hits(register.database, request)}
    there = read_sources(register.database)
    return cited | {source.id: source.path for source in there if source.id is not None}


def _from_row(row: Mapping[str, object], paths: Mapping[int, str]) -> SourceRescan:
    source_id = int(str(row["source_id"]))
    left = tuple(Left(sheet, n, tuple(what)) for sheet, n, what in json.loads(str(row["hits"])))
    return SourceRescan(
        source_id, paths.get(source_id, ""), RescanStatus(str(row["status"])), str(row["sha256_before"]),
        str(row["sha256_after"]) if row["sha256_after"] else None, left,
    )  # fmt: skip


def _as_row(result: SourceRescan) -> dict[str, object]:
    return {
        "source_id": result.source_id,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "status": result.status,
        "sha256_before": result.sha256_before,
        "sha256_after": result.sha256_after,
        "hits": [[one.sheet, one.row, list(one.what)] for one in result.left],
    }
