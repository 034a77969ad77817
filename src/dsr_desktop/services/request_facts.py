"""What is recorded of a request beside decisions: who asks, conditions, steps, the copy sent."""

from collections.abc import Iterable
from datetime import date

from dsr_desktop.domain.conditions import AuthorityLetter, Condition
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.iso_days import iso
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.request_steps import StepMark
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.requester import DataSubject, Requester
from dsr_desktop.domain.source_rules import check_sources_answered
from dsr_desktop.domain.step_list import ListedStep, step_list
from dsr_desktop.domain.transitions import (
    authority_written,
    condition_met,
    copy_sent,
    requester_changed,
    step_marked,
    subject_changed,
)
from dsr_desktop.services.handling import view_request
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_steps import seen_of, take_step
from dsr_desktop.store.request_saving import set_data_subject
from dsr_desktop.store.requests import read_request
from dsr_desktop.store.source_tasks import read_tasks


def record_requester(
    register: Register, ref: str, requester: Requester, today: date
) -> RequestView:
    """Record who writes, at which addresses, and the mandate they act under (R-ID-8)."""
    mandate = requester.mandate
    take_step(
        register, ref, today, lambda request: requester_changed(request, requester),
        EventKind.REQUESTER_CHANGED, relation=requester.relation,
        mandate=mandate is not None and mandate.is_checked,
        covers=sorted(mandate.covers) if mandate else [],
    )  # fmt: skip
    return view_request(register, ref, today)


def record_subject(register: Register, ref: str, subject: DataSubject, today: date) -> RequestView:
    """Record how the data subject is called and can be reached; what is searched for stays.

    Raises NotFoundError, NotAllowedError for an answered request, InvalidInputError for texts that
    cannot be.
    """
    with register.database.transaction():
        changed = take_step(
            register, ref, today, lambda request: subject_changed(request, subject),
            EventKind.SUBJECT_CHANGED,
        )  # fmt: skip
        set_data_subject(register.database, changed)
    return view_request(register, ref, today)


def record_condition(
    register: Register, ref: str, condition: Condition, today: date
) -> RequestView:
    """Record that a condition of a right was seen to be met: a yes with its day, no document."""
    take_step(
        register, ref, today, lambda request: condition_met(request, condition, today),
        EventKind.CONDITION_MET, condition=condition.kind, on=condition.seen_on.isoformat(),
    )  # fmt: skip
    return view_request(register, ref, today)


def record_authority(
    register: Register, ref: str, letter: AuthorityLetter, today: date
) -> RequestView:
    """Record the authority's letter of a complaint; the day that it sets is the due date."""
    take_step(
        register, ref, today, lambda request: authority_written(request, letter),
        EventKind.AUTHORITY_WROTE, on=letter.answer_by.isoformat(),
    )  # fmt: skip
    return view_request(register, ref, today)


def record_copy_sent(register: Register, ref: str, on: date, today: date) -> RequestView:
    """Record that the person's copy left before the answer: it unlocks the erasure (R-TYP-2).

    Raises NotAllowedError while a system has not answered: the copy would lack what it holds.
    """

    def step(request: Request) -> Request:
        check_sources_answered(request, read_tasks(register.database, request))
        return copy_sent(request, on, today)

    take_step(register, ref, today, step, EventKind.COPY_SENT, on=on.isoformat())
    return view_request(register, ref, today)


def mark_step(register: Register, ref: str, step: StepMark, today: date) -> RequestView:
    """Record that a step of the checklist is done, or why it does not apply (R-CHK-1)."""
    take_step(
        register, ref, today, lambda request: step_marked(request, step, today),
        EventKind.STEP_MARKED, code=step.code, not_applicable=step.done_on is None,
        on=iso(step.done_on),
    )  # fmt: skip
    return view_request(register, ref, today)


def mark_steps(register: Register, ref: str, steps: Iterable[StepMark], today: date) -> None:
    """Mark several steps, all of them or none."""
    with register.database.transaction():
        for step in steps:
            mark_step(register, ref, step, today)


@at_one_moment
def list_steps(register: Register, ref: str) -> tuple[ListedStep, ...]:
    """Return the checklist of a request, with what the app saw done; NotFoundError if none."""
    request = read_request(register.database, ref)
    return step_list(request, seen_of(register, request))
