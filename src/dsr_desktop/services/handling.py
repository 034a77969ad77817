"""The request file: recorded, decided, answered, closed, and its clock."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from dsr_desktop.domain.clock import Deadline
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.deadline import (
    compute_deadline,
    days_left,
    deadline_status,
)
from dsr_desktop.domain.decisions import check_decision_fits
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.hit import HitCounts, HitGroup, count_hits
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import (
    Channel,
    Decision,
    Item,
    Request,
    Right,
    Stage,
    check_can_close,
    check_can_send,
    check_decision,
    check_is_open,
    check_not_answered,
    check_past,
    check_receipt,
)
from dsr_desktop.domain.request_view import RequestSummary, RequestView
from dsr_desktop.domain.source import SourceKind
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.purging import purge_earlier_versions
from dsr_desktop.services.register import Register
from dsr_desktop.store import requests as files
from dsr_desktop.store.hits import (
    count_hits_of_requests,
    read_hits,
    sources_cited_by,
    sources_cited_by_open_requests,
)
from dsr_desktop.store.sources import read_sources, remove_sources, wipe_free_pages


def new_request(
    register: Register,
    rights: Sequence[Right],
    criteria: Criteria,
    received_on: date,
    channel: Channel,
    today: date,
    *,
    language: str = "fr",
) -> RequestView:
    """Record a request with one or several rights; the clock runs from `received_on` (R-DL-1).

    Raises InvalidInputError without a right, without anything about the person, or for a receipt
    date that cannot be.
    """
    check_receipt(received_on, today)
    if not rights:
        raise InvalidInputError(mark("A request asks for at least one right. Name it."))
    if criteria.is_empty():
        raise InvalidInputError(
            mark("Nothing says who the person is. Give a name, an e-mail or a phone number.")
        )
    with register.database.transaction():
        request = Request(
            ref=files.next_ref(register.database, received_on.year),
            received_on=received_on,
            recorded_on=today,
            channel=channel,
            stage=Stage.NEW,
            items=tuple(Item(right) for right in dict.fromkeys(rights)),
            criteria=criteria,
            language=language,
        )
        files.add_request(register.database, request)
        register.log(
            EventKind.REQUEST_RECORDED,
            request.ref,
            rights=[str(one.right) for one in request.items],
        )
    return view_request(register, request.ref, today)


@at_one_moment
def list_requests(register: Register, today: date) -> tuple[RequestSummary, ...]:
    """Return all requests with their clocks: open ones by due date, then the closed ones."""
    found = count_hits_of_requests(register.database)
    summaries = [
        _summary(register, request, found.get(request.id, HitCounts()), today)
        for request in files.read_requests(register.database)
    ]
    return tuple(
        sorted(summaries, key=lambda one: (not one.request.is_open, one.deadline.current_due))
    )


@at_one_moment
def view_request(register: Register, ref: str, today: date) -> RequestView:
    """Return one request; NotFoundError if there is none with this reference."""
    return _view(register, files.read_request(register.database, ref), today)


def decide(
    register: Register,
    ref: str,
    right: Right,
    decision: Decision,
    today: date,
    *,
    reason_code: str | None = None,
    reason_text: str | None = None,
) -> RequestView:
    """Record the decision on one right, with its reason code where one is needed (R-COM-10).

    Raises NotAllowedError once the answer was sent: it told what had been decided.
    """
    with request_to_change(register, ref) as request:
        check_not_answered(request)
        check_decision_fits(right, decision)
        check_decision(decision, reason_code)
        item = replace(
            request.item(right), decision=decision, reason_code=reason_code,
            reason_text=reason_text, decided_on=today,
        )  # fmt: skip
        files.set_decision(register.database, request, item)
        others = [one for one in request.items if one.right is not right]
        if all(one.decision for one in others):
            files.set_stage(register.database, request, Stage.DECIDED)
        code = reason_code.partition(":")[0] if reason_code else None
        register.log(EventKind.DECIDED, request.ref, right=right, decision=decision, reason=code)
    return view_request(register, ref, today)


def mark_sent(
    register: Register, ref: str, sent_on: date, channel: Channel, today: date
) -> RequestView:
    """Record that the answer was sent, once; every right must be decided first (R-COM-2)."""
    with request_to_change(register, ref) as request:
        check_not_answered(request)
        check_can_send(request)
        check_past(request, sent_on, today)
        files.set_stage(
            register.database, request, Stage.ANSWERED, answered_on=sent_on, answer_channel=channel
        )
        register.log(EventKind.ANSWER_SENT, request.ref, on=sent_on.isoformat(), channel=channel)
    return view_request(register, ref, today)


def close_request(register: Register, ref: str, today: date) -> RequestView:
    """Close an answered request and purge working copies that no other request cites (R-RT-7)."""
    with request_to_change(register, ref) as request:
        check_can_close(request)
        purge = _copies_to_purge(register, request)
        files.set_stage(register.database, request, Stage.CLOSED, closed_on=today)
        remove_sources(register.database, purge)
        if purge:
            purge_earlier_versions(register, today)
        register.log(EventKind.CLOSED, request.ref, working_copies_purged=purge)
    if purge:
        wipe_free_pages(register.database)
    return view_request(register, ref, today)


@contextmanager
def request_to_change(register: Register, ref: str) -> Iterator[Request]:
    """Give an open request for the time of a transaction, in which nobody else changes it.

    Raises NotFoundError for an unknown reference, NotAllowedError for a closed request.
    """
    with register.database.transaction():
        request = files.read_request(register.database, ref)
        check_is_open(request)
        yield request


@at_one_moment
def working_copies_to_purge(register: Register, ref: str) -> int:
    """Count the working copies that closing the request would purge (R-RT-7)."""
    return len(_copies_to_purge(register, files.read_request(register.database, ref)))


def expected_deadline(register: Register, received_on: date, today: date) -> Deadline:
    """Return the clock that a request received on `received_on` would have, before it is recorded.

    Raises InvalidInputError for a receipt date that cannot be.
    """
    check_receipt(received_on, today)
    return compute_deadline(received_on, register.company.calendar(), today=today)


def clock(register: Register, request: Request, today: date) -> Deadline:
    """Return the deadline of a request: the one call by which every list and file gets it."""
    return compute_deadline(
        request.received_on,
        register.company.calendar(),
        pauses=request.pauses,
        extension=request.extension,
        today=today,
    )


def _copies_to_purge(register: Register, request: Request) -> list[int]:
    needed = sources_cited_by_open_requests(register.database, but=request)
    copies = {
        source.id
        for source in read_sources(register.database)
        if source.kind is SourceKind.COPY and source.id is not None
    }
    return sorted((sources_cited_by(register.database, request) & copies) - needed)


def _view(register: Register, request: Request, today: date) -> RequestView:
    hits = read_hits(register.database, request)
    found = count_hits(HitGroup(hit.verdict, hit.level, hit.source_id, 1) for hit in hits)
    summary = _summary(register, request, found, today)
    return RequestView(**vars(summary), hits=hits)


def _summary(register: Register, request: Request, found: HitCounts, today: date) -> RequestSummary:
    deadline = clock(register, request, today)
    return RequestSummary(
        request,
        deadline,
        deadline_status(deadline, today, request.answered_on),
        days_left(deadline, today),
        found,
    )
