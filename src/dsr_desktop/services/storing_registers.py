"""Stores the entries of a register that was kept elsewhere, with the numbers they had there."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.register_import import Entry, ImportedActivity, ImportedRequest
from dsr_desktop.services.activities import confirm_activity
from dsr_desktop.services.processing import add_activity, set_details
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_steps import clock
from dsr_desktop.services.source_opening import open_needed_tasks
from dsr_desktop.store import requests as files
from dsr_desktop.store.events import events
from dsr_desktop.store.records import add_former_reference, read_former_references
from dsr_desktop.store.request_saving import add_request, next_ref

_OURS = re.compile(r"DSR-(\d{4})-\d{4,}")


def known_references(register: Register) -> frozenset[str]:
    """Return every reference that a request has or had, folded."""
    refs = [one.ref for one in files.read_requests(register.database)]
    former = read_former_references(register.database).values()
    return frozenset(one.casefold() for one in (*refs, *former))


def in_order(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return entries in the order to store them: references of our form first, the others get free ones."""
    return tuple(sorted(entries, key=lambda one: not _keeps_reference(one)))


def store_request(register: Register, entry: ImportedRequest, today: date) -> None:
    """Store a request under its own reference if it has our form, else under the next one.

    One that is not answered asks the systems, like any other (R-SRC-1).
    """
    ref = _reference(register, entry)
    request = replace(
        entry.request, ref=ref,
        answer_channel=entry.request.channel if entry.request.answered_on else None,
    )  # fmt: skip
    add_request(register.database, request)
    if entry.former and entry.former != ref:
        add_former_reference(register.database, ref, entry.former)
    register.log(
        EventKind.REQUEST_IMPORTED, ref, rights=[str(item.right) for item in request.items],
        stage=request.stage,
    )  # fmt: skip
    if request.answered_on is None and request.is_open:
        stored = files.read_request(register.database, ref)
        open_needed_tasks(register, stored, clock(register, stored, today), today)


def store_activity(register: Register, entry: ImportedActivity, today: date) -> None:
    """Store an activity; one of the same name is replaced in what the entry says of it."""
    same = (one for one in register.activities if one.name.casefold() == entry.name.casefold())
    known = next(same, None)
    if known is None:
        add_activity(register, entry.name, entry.legal_basis, entry.details)
        return
    confirm_activity(register, known.code, entry.legal_basis, None, today)
    set_details(register, known.code, entry.details)


def _reference(register: Register, entry: ImportedRequest) -> str:
    is_unused = not any(events(register.database, entry.former))
    if _keeps_reference(entry) and is_unused:
        return entry.former
    return next_ref(register.database, entry.request.received_on.year)


def _keeps_reference(entry: Entry) -> bool:
    if not isinstance(entry, ImportedRequest):
        return False
    ours = _OURS.fullmatch(entry.former)
    return ours is not None and int(ours[1]) == entry.request.received_on.year
