"""Requests of one person: found by their keys, linked by the user, continued after an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.answer_difference import AnsweredRow, difference
from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.lifecycle import Action, check_allowed, check_past
from dsr_desktop.domain.links import Link, LinkKind, SamePerson, check_link, same_person
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.matching import Level
from dsr_desktop.domain.own_record import RecordKind
from dsr_desktop.domain.request import Channel, Request, Right
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.services.handling import new_request, rows_of_person, view_request
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.own_records import search_own_records
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_steps import take_step
from dsr_desktop.store.request_links import (
    add_link,
    answered_rows,
    links_of,
    remove_link,
    successors,
)
from dsr_desktop.store.requests import read_request


@dataclass(frozen=True)
class Relatives:
    """Other requests of what may be the same person, and the links already recorded."""

    found: tuple[SamePerson, ...]
    links: tuple[Link, ...]


@at_one_moment
def relatives_of(register: Register, ref: str) -> Relatives:
    """Find requests, open and closed, of the same person by their keys (SC10).

    A name alone is not enough; the user judges and links. NotFoundError for an unknown reference.
    """
    request = read_request(register.database, ref)
    links = links_of(register.database, request)
    asked = make_ready(request.criteria, register.company.country)
    linked = {end: link for link in links for end in (link.ref, link.to)}
    levels = {
        one.ref: one.grade.level
        for one in search_own_records(register, asked, level=Level.PROBABLE, besides=request.ref)
        if one.kind is RecordKind.REQUEST
    }
    found = (read_request(register.database, other) for other in levels)
    return Relatives(
        tuple(same_person(request, one, levels[one.ref], linked.get(one.ref)) for one in found),
        links,
    )


def link_requests(register: Register, ref: str, to: str, kind: LinkKind, today: date) -> Relatives:
    """Link a request to another, as the user says; a link of the two before is replaced."""
    with register.database.transaction():
        other = read_request(register.database, to)
        request = take_step(
            register,
            ref,
            today,
            _linkable,
            EventKind.REQUEST_LINKED,
            to=other.ref,
            link=kind,
        )
        check_link(request.ref, other.ref)
        link = Link(request.ref, other.ref, kind, today, register.actor)
        add_link(register.database, request, other, link)
    return relatives_of(register, ref)


def unlink_requests(register: Register, ref: str, to: str, today: date) -> Relatives:
    """Take back the link between two requests; NotAllowedError if there is none."""
    with register.database.transaction():
        other = read_request(register.database, to)
        request = take_step(
            register, ref, today, _linkable, EventKind.REQUEST_UNLINKED, to=other.ref
        )
        if not remove_link(register.database, request, other):
            raise NotAllowedError(
                mark("{ref} is not linked with {other}: there is nothing to take back."),
                ref=request.ref,
                other=other.ref,
            )
    return relatives_of(register, ref)


def reopen(
    register: Register,
    ref: str,
    received_on: date,
    channel: Channel,
    today: date,
    *,
    rights: Sequence[Right] = (),
) -> RequestView:
    """Record "you forgot X" after an answer: a new request with its own clock, linked to the other.

    It asks for `rights`, those of the answered one if left out. Raises NotAllowedError for one that
    was not answered, or that is continued for these rights by one that was not: what the person
    wrote is then a reminder (R-ABU-3).
    """
    with register.database.transaction():
        earlier = read_request(register.database, ref)
        check_allowed(earlier, Action.REOPEN)
        check_past(earlier, received_on, today)
        _check_no_reminder(register, earlier, rights or earlier.rights)
        view = new_request(
            register, rights or earlier.rights, earlier.criteria, received_on, channel, today,
            language=earlier.language, requester=earlier.requester,
            data_subject=earlier.data_subject, handled_by=earlier.handled_by,
        )  # fmt: skip
        link_requests(register, view.request.ref, earlier.ref, LinkKind.CONTINUES, today)
    return view_request(register, view.request.ref, today)


def record_reminder(register: Register, ref: str, on: date, today: date) -> RequestView:
    """Record that the person wrote again before the answer: no new request, the same clock."""

    def step(request: Request) -> Request:
        check_allowed(request, Action.REMIND)
        check_past(request, on, today)
        return request

    take_step(register, ref, today, step, EventKind.REMINDED, on=on.isoformat())
    return view_request(register, ref, today)


@at_one_moment
def since_last_answer(register: Register, ref: str) -> tuple[AnsweredRow, ...]:
    """Compare what is confirmed now with what the answer that this request continues was about.

    Empty for a request that continues none.
    """
    request = read_request(register.database, ref)
    continued = [
        link.to
        for link in links_of(register.database, request)
        if link.kind is LinkKind.CONTINUES and link.ref == request.ref
    ]
    if not continued:
        return ()
    earlier = read_request(register.database, continued[-1])
    given = answered_rows(register.database, earlier) or rows_of_person(register, earlier)
    return difference(given, rows_of_person(register, request), successors(register.database))


def _check_no_reminder(register: Register, earlier: Request, rights: Sequence[Right]) -> None:
    for link in links_of(register.database, earlier):
        if link.kind is not LinkKind.CONTINUES or link.to != earlier.ref:
            continue
        other = read_request(register.database, link.ref)
        if other.is_open and other.answered_on is None and set(rights) <= set(other.rights):
            raise NotAllowedError(
                mark(
                    "{other} continues {ref} already and was not answered, so this is a reminder: "
                    "record it there and answer."
                ),
                other=other.ref,
                ref=earlier.ref,
            )


def _linkable(request: Request) -> Request:
    check_allowed(request, Action.LINK)
    return request
