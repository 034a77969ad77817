"""Finding the person of a request, and the DPO's verdict on every hit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from dsr_desktop.domain.asked import Asked, make_ready
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import InvalidInputError, NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.hit import Hit, SearchRun, Verdict
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.namesakes import Namesakes, namesakes_among
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.other_name import found_by_shared_key, names_another
from dsr_desktop.domain.own_record import OwnFound
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.search_rounds import next_round
from dsr_desktop.domain.skipped_columns import SkippedColumns
from dsr_desktop.domain.source import Place, Source
from dsr_desktop.domain.transitions import searched
from dsr_desktop.services.handling import request_to_change, view_request
from dsr_desktop.services.last_search import came_later, held_then, hints_of
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.own_records import search_own_records
from dsr_desktop.services.register import Register
from dsr_desktop.services.restricted_rows import SetApart, rows_set_apart
from dsr_desktop.services.row_context import places_of
from dsr_desktop.services.searching import (
    Found,
    SearchResult,
    columns_left_out,
    partly_read_sources,
    search,
    unread_sources,
)
from dsr_desktop.store.events import last_event
from dsr_desktop.store.held_rows import count_open_held_rows
from dsr_desktop.store.hits import (
    last_search,
    read_hits,
    record_search,
    search_runs,
    set_verdicts,
)
from dsr_desktop.store.lookup import count_rows, digest_of_rows, searched_sources
from dsr_desktop.store.request_saving import save_request, set_criteria
from dsr_desktop.store.sources import read_sources


@dataclass(frozen=True)
class Review:
    """The hits of a request, their rows by hit id, the last search, files not read or in part.

    Of the files in `skipped` some columns were left out at the import; `held` counts the rows kept
    back by the suppression list, on which the DPO has still to decide. `naming_others` are the ids of
    the hits whose row is named after somebody else than asked for, `namesakes` what contradicts in the
    confirmed rows: they may be two people. `own_records` are what the register's own tables say of the
    person, this request left out. `hints` are those of the last search, `later` the ids of the sources
    that came after it; of a closed request these are in nothing else, and `held` counts those of then.
    `apart` are the rows that are out of use, which an answer still sees.
    """

    view: RequestView
    hits: tuple[Hit, ...]
    places: Mapping[int, Place]
    run: SearchRun | None
    unreadable: tuple[Source, ...]
    partly: tuple[Source, ...]
    held: int = 0
    skipped: tuple[SkippedColumns, ...] = ()
    naming_others: frozenset[int] = frozenset()
    namesakes: tuple[Namesakes, ...] = ()
    own_records: tuple[OwnFound, ...] = ()
    hints: tuple[Notice, ...] = ()
    apart: SetApart = field(default_factory=SetApart)
    later: frozenset[int | None] = frozenset()


def find_person(register: Register, ref: str, today: date) -> SearchResult:
    """Search all sources for the person of a request and keep the hits for review (R-MAT-5)."""
    with request_to_change(register, ref) as request:
        result = search(register, request.criteria, limit=None, for_request=request.ref)
        given = request.criteria.given()
        run = SearchRun(_now(), register.actor, result.files, result.rows, result.total, given)
        number = next_round(search_runs(register.database, request), given)
        hits = [_as_hit(found) for found in result.hits]
        record_search(register.database, request, run, request.criteria, hits)
        save_request(register.database, searched(request))
        register.log(
            EventKind.SEARCHED, request.ref, round=number, criteria=list(given),
            files=result.files, rows=result.rows, hits=result.total,
            unreadable=len(result.unreadable), held=result.held,
            own_records=len(result.own_records), searched=digest_of_rows(register.database),
            sources=searched_sources(register.database),
        )  # fmt: skip
    return result


def change_criteria(register: Register, ref: str, criteria: Criteria, today: date) -> SearchResult:
    """Replace what is known about the person of a request, then search again (R-MAT-4).

    Verdicts given so far stay. Raises InvalidInputError when nothing is left to search for.
    """
    with request_to_change(register, ref) as request:
        if criteria.is_empty():
            raise InvalidInputError(
                mark("Nothing says who the person is. Give a name, an e-mail or a phone number.")
            )
        set_criteria(register.database, request, criteria)
        register.log(EventKind.CRITERIA_CHANGED, request.ref, criteria=list(criteria.given()))
        return find_person(register, ref, today)


@at_one_moment
def review(register: Register, ref: str, today: date, *, weak: int | None = None) -> Review:
    """Return the hits of a request with their rows, without searching again.

    Of the `weak` hits without a verdict the rows of the best ones are read, None for all of them.
    """
    view = view_request(register, ref, today)
    asked = make_ready(view.request.criteria, register.company.country)
    hits = view.hits if weak is None else _with_some_weak(view.hits, weak)
    places = places_of(register, hits)
    now = Review(
        view, hits, places, last_search(register.database, view.request), unread_sources(register),
        partly_read_sources(register), count_open_held_rows(register.database),
        columns_left_out(register),
        naming_others=_naming_others(asked, hits, places),
        namesakes=_namesakes(asked, view, places),
        own_records=search_own_records(register, asked, besides=view.request.ref),
        apart=rows_set_apart(register),
    )  # fmt: skip
    return _as_last_searched(register, now)


def _as_last_searched(register: Register, now: Review) -> Review:
    """Add what the last search told; of a closed request leave out what came after it."""
    request, run = now.view.request, now.run
    if run is None:
        return now
    is_later = came_later(register, run, request.ref)
    seen = replace(
        now,
        hints=hints_of(register, run, request.ref),
        later=frozenset(one.id for one in read_sources(register.database) if is_later(one)),
    )
    if request.is_open:
        return seen
    return replace(
        seen,
        unreadable=tuple(one for one in seen.unreadable if one.id not in seen.later),
        partly=tuple(one for one in seen.partly if one.id not in seen.later),
        skipped=tuple(one for one in seen.skipped if one.source.id not in seen.later),
        held=held_then(register, request.ref),
    )


def namesakes_of(register: Register, view: RequestView) -> tuple[Namesakes, ...]:
    """Return what contradicts in the confirmed rows of a request: they may be two people."""
    asked = make_ready(view.request.criteria, register.company.country)
    return _namesakes(asked, view, places_of(register, view.confirmed))


def _namesakes(
    asked: Asked, view: RequestView, places: Mapping[int, Place]
) -> tuple[Namesakes, ...]:
    about_person = (hit.id for hit in view.confirmed if not hit.is_only_mention)
    rows = [(id_, Row.at(places[id_])) for id_ in about_person if id_ in places]
    return namesakes_among(asked, rows)


def _with_some_weak(hits: Sequence[Hit], weak: int) -> tuple[Hit, ...]:
    """Return all hits that are to be decided, or are, then the best of the weak ones."""
    folded = [hit for hit in hits if hit.is_folded]
    if len(folded) <= weak:
        return tuple(hits)
    return (*(hit for hit in hits if not hit.is_folded), *folded[:weak])


def _naming_others(
    asked: Asked, hits: Iterable[Hit], places: Mapping[int, Place]
) -> frozenset[int]:
    found = ((hit, places[hit.id]) for hit in hits if hit.id in places)
    return frozenset(hit.id for hit, place in found if _names_another(asked, hit, Row.at(place)))


def _names_another(asked: Asked, hit: Hit, row: Row) -> bool:
    """Look at every confirmed row, and of the others at those that a shared key may have found."""
    if hit.verdict is Verdict.CONFIRMED:
        return names_another(asked, row)
    return found_by_shared_key(asked, row, hit.reasons)


def last_searched(register: Register, request: Request) -> tuple[int, int, bool]:
    """Files and rows of the last search, and whether it looked at just what the register has."""
    now = count_rows(register.database)
    run = last_search(register.database, request)
    then = (run.files, run.rows) if run else now
    return *then, then == now and _has_same_rows(register, request)


def judge_hits(
    register: Register,
    ref: str,
    *,
    confirm: Sequence[int] = (),
    reject: Sequence[int] = (),
    reopen: Sequence[int] = (),
    confirm_strong: bool = False,
    reason: str | None = None,
    today: date,
) -> RequestView:
    """Record the DPO's verdict on hits; only confirmed ones enter an answer (R-MAT-2).

    `confirm_strong` confirms every strong hit that is still open. Raises NotFoundError for a hit
    that the request does not have, InvalidInputError for one both confirmed and rejected.
    """
    _check_one_verdict_each(confirm, reject, reopen)
    with request_to_change(register, ref) as request:
        hits = read_hits(register.database, request)
        _check_hit_ids(request, hits, [*confirm, *reject, *reopen])
        strong = _open_strong(hits) if confirm_strong else set()
        confirmed = [*confirm, *(strong - {*reject, *confirm})]
        verdicts = ((confirmed, Verdict.CONFIRMED), (reject, Verdict.REJECTED), (reopen, None))
        for ids, verdict in verdicts:
            set_verdicts(register.database, request, list(ids), verdict, reason, register.actor)
        register.log(
            EventKind.HITS_JUDGED, request.ref, confirmed=sorted(confirmed), rejected=sorted(reject),
            reopened=sorted(reopen),
        )  # fmt: skip
    return view_request(register, ref, today)


def _has_same_rows(register: Register, request: Request) -> bool:
    """Tell by the event of the last search; one of an earlier version says nothing of it."""
    event = last_event(register.database, EventKind.SEARCHED, request.ref)
    searched = event.payload.get("searched") if event else None
    return searched is None or searched == digest_of_rows(register.database)


def _as_hit(found: Found) -> Hit:
    place, grade = found.place, found.grade
    return Hit(
        id=0,
        row_id=place.row.id,
        source_id=place.source.id or 0,
        file=place.source.path,
        sha256=place.source.sha256 or "",
        sheet=place.sheet.name,
        row=place.row.n,
        level=grade.level,
        score=grade.score,
        reasons=grade.reasons,
    )


def _open_strong(hits: Sequence[Hit]) -> set[int]:
    return {hit.id for hit in hits if hit.level is Level.STRONG and hit.verdict is None}


def _check_one_verdict_each(*lists: Sequence[int]) -> None:
    if len({id_ for ids in lists for id_ in ids}) < sum(len(set(ids)) for ids in lists):
        raise InvalidInputError(mark("A hit is confirmed, rejected or reopened: one of them only."))


def _check_hit_ids(request: Request, hits: Sequence[Hit], wanted: Sequence[int]) -> None:
    unknown = sorted(set(wanted) - {hit.id for hit in hits})
    if unknown:
        raise NotFoundError(
            mark("{ref} has no hit {id}. Take one from the list of its hits."),
            ref=request.ref,
            id=str(unknown[0]),
        )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
