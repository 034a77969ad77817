"""Looks into an automated decision that somebody contests: recorded and decided at once (art. 22)."""

from dataclasses import replace
from datetime import date

from dsr_desktop.domain.automated_decision import (
    DECISIONS,
    Examination,
    Finding,
    check_examination,
)
from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.lifecycle import check_is_open
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.right import Right
from dsr_desktop.services.handling import decide
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.store.automated_decisions import keep_examination, read_examination
from dsr_desktop.store.requests import read_request
from dsr_desktop.wording.automated_decision import answer_text
from dsr_desktop.wording.language import speak


def examine(register: Register, ref: str, found: Examination, today: date) -> Examination:
    """Record what looking into it showed, and decide the right accordingly.

    Raises NotFoundError for an unknown request, NotAllowedError for a closed or answered one,
    InvalidInputError (see `check_examination`).
    """
    with register.database.transaction():
        request = read_request(register.database, ref)
        check_is_open(request)
        checked = check_examination(request, replace(found, by=register.actor), today)
        is_exception = checked.finding is Finding.EXCEPTION
        keep_examination(register.database, request, checked)
        register.log(
            EventKind.AUTOMATED_DECISION_EXAMINED, request.ref, finding=checked.finding,
            basis=checked.basis, on=checked.on.isoformat(), human=bool(checked.reviewer),
        )  # fmt: skip
        decide(
            register, ref, Right.AUTOMATED_DECISION, DECISIONS[checked.finding], today,
            reason_code=checked.basis if is_exception else None, on=checked.on,
        )  # fmt: skip
    return checked


@at_one_moment
def examination_of(register: Register, ref: str) -> Examination | None:
    """Return what looking into it showed, None if nobody did; NotFoundError for no such request."""
    return read_examination(register.database, read_request(register.database, ref))


@at_one_moment
def answer_of(register: Register, ref: str) -> str:
    """Return the text for the person, in the language of the request.

    Raises NotFoundError for an unknown request, or while nobody looked into it.
    """
    request = read_request(register.database, ref)
    found = read_examination(register.database, request)
    if found is None:
        raise NotFoundError(
            mark("Nobody looked into the automated decision of {ref} yet. Do that first."),
            ref=request.ref,
        )
    company = register.company
    sender = "\n".join(filter(None, (company.dpo_name, company.name, company.dpo_contact)))
    return answer_text(speak(request.language), request.ref, request.received_on, found, sender)
