"""The request file: recorded, decided, answered, closed, and its clock."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from dsr_desktop.domain.abuse import Abuse
from dsr_desktop.domain.answer_difference import RowPlace
from dsr_desktop.domain.clock import Deadline
from dsr_desktop.domain.conditions import AuthorityLetter
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.deadline import compute_deadline
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.hit import HitGroup, Verdict, count_hits
from dsr_desktop.domain.lifecycle import check_is_open, check_receipt
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Channel, Decision, Item, Request, Right, Stage
from dsr_desktop.domain.request_hints import hints_of
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.requester import (
    DataSubject,
    Requester,
    check_requester,
    check_texts,
    data_subject_of,
)
from dsr_desktop.domain.source_rules import (
    check_looked,
    check_nothing_held,
    check_sources_answered,
)
from dsr_desktop.domain.transitions import answered, authority_written, decided
from dsr_desktop.services.deadline_figures import deadline_settings
from dsr_desktop.services.marketing_blocks import block_marketing_for
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import LONGEST_DETAIL, Register
from dsr_desktop.services.request_lists import summarise
from dsr_desktop.services.request_steps import clock, take_step, was_searched
from dsr_desktop.services.source_opening import open_needed_tasks
from dsr_desktop.store import requests as files
from dsr_desktop.store.events import last_event
from dsr_desktop.store.hits import (
    read_hits,
)
from dsr_desktop.store.request_links import keep_answered_rows
from dsr_desktop.store.request_saving import add_request, next_ref
from dsr_desktop.store.source_tasks import count_tasks_of, read_tasks


def new_request(
    register: Register,
    rights: Sequence[Right],
    criteria: Criteria,
    received_on: date,
    channel: Channel,
    today: date,
    *,
    language: str = "fr",
    requester: Requester | None = None,
    data_subject: DataSubject | None = None,
    authority: AuthorityLetter | None = None,
    handled_by: str = "",
) -> RequestView:
    """Record a request with one or several rights; the clock runs from `received_on` (R-DL-1).

    Left out, `requester` is the data subject, and `data_subject` is whom the criteria name. Raises
    InvalidInputError without a right, without anything about the person, for a requester who acts
    for another and has no name, or for a receipt date that cannot be, or an endless `handled_by`.
    """
    _check_new(rights, criteria, received_on, today)
    requester, subject = requester or Requester(), data_subject or data_subject_of(criteria)
    check_requester(requester)
    check_texts(subject.names, subject.addresses)
    handler = checked_handler(handled_by)
    with register.database.transaction():
        request = Request(
            ref=next_ref(register.database, received_on.year),
            received_on=received_on, recorded_on=today, channel=channel, stage=Stage.NEW,
            items=tuple(Item(right) for right in dict.fromkeys(rights)), criteria=criteria,
            language=language, requester=requester, data_subject=subject, handled_by=handler,
        )  # fmt: skip
        request = request if authority is None else authority_written(request, authority)
        clock(register, request, today)
        add_request(register.database, request)
        register.log(
            EventKind.REQUEST_RECORDED, request.ref, on=received_on.isoformat(),
            rights=[str(right) for right in request.rights],
        )  # fmt: skip
        recorded = files.read_request(register.database, request.ref)
        open_needed_tasks(register, recorded, clock(register, recorded, today), today)
    return view_request(register, request.ref, today)


def checked_handler(name: str) -> str:
    """Return the name of who handles a request, "" for nobody; InvalidInputError for an endless one."""
    if len(name) > LONGEST_DETAIL:
        raise InvalidInputError(mark("A name has at most {most} characters."), most=LONGEST_DETAIL)
    return name.strip()


def _check_new(rights: Sequence[Right], criteria: Criteria, received_on: date, today: date) -> None:
    check_receipt(received_on, today)
    if not rights:
        raise InvalidInputError(mark("A request asks for at least one right. Name it."))
    if criteria.is_empty():
        raise InvalidInputError(
            mark("Nothing says who the person is. Give a name, an e-mail or a phone number.")
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
    on: date | None = None,
    duplicate_of: str | None = None,
    abuse: Abuse | None = None,
) -> RequestView:
    """Record the decision on one right, taken `on` a day (today if left out), with its reason.

    A marketing objection that is granted puts the person on the suppression list at once. Raises
    NotAllowedError for "no data" while a system is silent or holds some (R-SRC-1), and once the
    answer was sent: it told what had been decided (R-COM-10).
    """
    day = on or today
    code = reason_code.partition(":")[0] if reason_code else None
    with register.database.transaction():
        request = files.read_request(register.database, ref)
        check_nothing_held(
            request, decision, read_tasks(register.database, request),
            searched=was_searched(register, request),
        )  # fmt: skip
        repeated = duplicate_of and files.read_request(register.database, duplicate_of).ref
        changed = take_step(
            register, ref, today,
            lambda request: decided(
                request, right, decision, day, today, reason_code=reason_code,
                reason_text=reason_text, duplicate_of=repeated or None, abuse=abuse,
            ),
            EventKind.DECIDED, right=right, decision=decision, reason=code, on=day.isoformat(),
        )  # fmt: skip
        block_marketing_for(register, changed, right, today)
    return view_request(register, ref, today)


def mark_sent(
    register: Register,
    ref: str,
    sent_on: date,
    channel: Channel,
    today: date,
    *,
    remedies_told: bool = True,
) -> RequestView:
    """Record that the answer was sent, once; every right must be decided first (R-COM-2).

    So must every system have answered, or been given up with a reason, and somebody have looked for
    the person at all (R-SRC-1).
    `remedies_told`: it named the right to complain to the authority and to go to court, without
    which nothing is refused (R-COM-3). The rows that it was about are kept by their places.
    """
    with register.database.transaction():
        request = files.read_request(register.database, ref)
        tasks = read_tasks(register.database, request)
        check_sources_answered(request, tasks)

        def step(request: Request) -> Request:
            sent = answered(request, sent_on, channel, today, remedies_told=remedies_told)
            check_looked(request, tasks, searched=was_searched(register, request))
            return sent

        changed = take_step(
            register, ref, today, step, EventKind.ANSWER_SENT, on=sent_on.isoformat(),
            channel=channel,
        )  # fmt: skip
        keep_answered_rows(register.database, changed, rows_of_person(register, changed))
    return view_request(register, ref, today)


def rows_of_person(register: Register, request: Request) -> tuple[RowPlace, ...]:
    """Return the places of the confirmed rows of a request that are about the person."""
    return tuple(
        RowPlace(hit.row_id, hit.file, hit.sheet, hit.row)
        for hit in read_hits(register.database, request)
        if hit.verdict is Verdict.CONFIRMED and hit.row_id is not None and not hit.is_only_mention
    )


@contextmanager
def request_to_change(register: Register, ref: str) -> Iterator[Request]:
    """Give an open request for the time of a transaction, in which nobody else changes it.

    Raises NotFoundError for an unknown reference, NotAllowedError for a closed request.
    """
    with register.database.transaction():
        request = files.read_request(register.database, ref)
        check_is_open(request)
        yield request


def expected_deadline(register: Register, received_on: date, today: date) -> Deadline:
    """Return the clock that a request received on `received_on` would have, before it is recorded.

    Raises InvalidInputError for a receipt date that cannot be.
    """
    check_receipt(received_on, today)
    return compute_deadline(
        received_on, register.company.calendar(), today=today, settings=deadline_settings(register)
    )


def _view(register: Register, request: Request, today: date) -> RequestView:
    hits = read_hits(register.database, request)
    found = count_hits(HitGroup(hit.verdict, hit.level, hit.source_id, 1) for hit in hits)
    asked = count_tasks_of(register.database, request, today)
    deadline, settings = clock(register, request, today), deadline_settings(register)
    last = last_event(register.database, EventKind.REMINDED, request.ref)
    reminded = str(last.payload["on"]) if last else None
    summary = summarise(request, deadline, found, asked, today, settings, reminded)
    hints = hints_of(request, deadline, today, settings)
    return RequestView(**vars(summary), hits=hits, hints=hints)
