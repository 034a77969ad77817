"""Finding the person of a request, and the DPO's verdict on every hit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import InvalidInputError, NotFoundError
from dsr_desktop.domain.hit import Hit, SearchRun
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.request import Request, Stage, check_is_open
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.source import Place, Source
from dsr_desktop.services.handling import view_request
from dsr_desktop.services.register import Register
from dsr_desktop.services.row_context import places_of
from dsr_desktop.services.searching import SearchResult, search, unread_sources
from dsr_desktop.store import requests as files


@dataclass(frozen=True)
class Review:
    """The hits of a request, their rows by hit id, the last search and what it could not read."""

    view: RequestView
    places: Mapping[int, Place]
    run: SearchRun | None
    unread: tuple[Source, ...]


def find_person(register: Register, ref: str, today: date) -> SearchResult:
    """Search all sources for the person of a request and keep the hits for review (R-MAT-5)."""
    request = files.read_request(register.database, ref)
    check_is_open(request)
    result = search(register, request.criteria, limit=None)
    run = SearchRun(_now(), register.actor, result.files, result.rows, result.total)
    hits = [
        Hit(
            id=0,
            row_id=found.place.row.id,
            source_id=found.place.source.id or 0,
            file=found.place.source.path,
            sha256=found.place.source.sha256 or "",
            sheet=found.place.sheet.name,
            row=found.place.row.n,
            level=found.grade.level,
            score=found.grade.score,
            reasons=found.grade.reasons,
        )
        for found in result.hits
    ]
    with register.database.transaction():
        files.record_search(register.database, request, run, request.criteria, hits)
        if request.stage is Stage.NEW:
            files.set_stage(register.database, request, Stage.IN_PROGRESS)
        register.log(
            "searched", request.ref, criteria=list(request.criteria.given()),
            files=result.files, rows=result.rows, hits=result.total,
            unreadable=len(result.unreadable),
        )  # fmt: skip
    return result


def change_criteria(register: Register, ref: str, criteria: Criteria, today: date) -> SearchResult:
    """Replace what is known about the person of a request, then search again (R-MAT-4).

    Verdicts given so far stay. Raises InvalidInputError when nothing is left to search for.
    """
    request = files.read_request(register.database, ref)
    check_is_open(request)
    if criteria.is_empty():
        raise InvalidInputError(
            mark("Nothing says who the person is. Give a name, an e-mail or a phone number.")
        )
    with register.database.transaction():
        files.set_criteria(register.database, request, criteria)
        register.log("criteria_changed", request.ref, criteria=list(criteria.given()))
        return find_person(register, ref, today)


def review(register: Register, ref: str, today: date) -> Review:
    """Return the hits of a request with their rows, without searching again."""
    view = view_request(register, ref, today)
    run = files.last_search(register.database, view.request)
    return Review(view, places_of(register, view.hits), run, unread_sources(register))


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
    request = files.read_request(register.database, ref)
    check_is_open(request)
    hits = files.read_hits(register.database, request)
    _check_hit_ids(request, hits, [*confirm, *reject, *reopen])
    if len({*confirm, *reject, *reopen}) < sum(map(len, map(set, (confirm, reject, reopen)))):
        raise InvalidInputError(mark("A hit is confirmed, rejected or reopened: one of them only."))
    strong = [hit.id for hit in hits if hit.level is Level.STRONG and hit.verdict is None]
    confirmed = [*confirm, *((set(strong) - {*reject, *confirm}) if confirm_strong else ())]
    with register.database.transaction():
        for ids, verdict in ((confirmed, "confirmed"), (reject, "rejected"), (reopen, None)):
            files.set_verdicts(
                register.database, request, list(ids), verdict, reason, register.actor
            )
        register.log(
            "hits_judged", request.ref, confirmed=sorted(confirmed), rejected=sorted(reject),
            reopened=sorted(reopen),
        )  # fmt: skip
    return view_request(register, ref, today)


def _check_hit_ids(request: Request, hits: Sequence[Hit], wanted: Sequence[int]) -> None:
    unknown = sorted(set(wanted) - {hit.id for hit in hits})
    if unknown:
        raise NotFoundError(
            mark("{ref} has no hit {id}. `hits {ref}` lists them."),
            ref=request.ref,
            id=str(unknown[0]),
        )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
