"""Sheets of phone calls: noted at once, changed while they are drafts, put to a request later."""

from dataclasses import replace
from datetime import date, time

from dsr_desktop.domain.call_sheet import (
    CallSheet,
    CallTexts,
    check_may_change,
    check_may_discard,
    checked_call,
    heard_in,
    with_caller,
)
from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.incoming import MessageRead
from dsr_desktop.domain.lifecycle import check_is_open
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.proposals import Proposals
from dsr_desktop.services.messages import propose_from
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.store import calls
from dsr_desktop.store.requests import read_request
from dsr_desktop.store.sources import wipe_free_pages


def note_call(
    register: Register, called_on: date, texts: CallTexts, today: date, *, ref: str = "",
    called_at: time | None = None, finished: bool = False,
) -> CallSheet:  # fmt: skip
    """Note a call, of a request (`ref`) or of none yet; a draft unless it is `finished`.

    Raises NotFoundError, NotAllowedError for a closed request, InvalidInputError for a day that
    cannot be or an empty sheet.
    """
    with register.database.transaction():
        request = read_request(register.database, ref) if ref else None
        if request is not None:
            check_is_open(request)
        sheet = checked_call(
            CallSheet(called_on, texts, today, register.actor, called_at,
                      finished_on=today if finished else None),
            today,
        )  # fmt: skip
        id_ = calls.add_call(register.database, sheet, request)
        register.log(
            EventKind.CALL_RECORDED, request.ref if request else None, call=id_, on=called_on.isoformat(),
            draft=sheet.is_draft,
        )  # fmt: skip
    return show_call(register, id_)


def change_call(
    register: Register, sheet_id: int, today: date, *, texts: CallTexts | None = None,
    called_on: date | None = None, called_at: time | None = None, finish: bool = False,
) -> CallSheet:  # fmt: skip
    """Change a draft, or `finish` it: what is left out stays as it is.

    Raises NotFoundError, NotAllowedError for a finished sheet or a closed request,
    InvalidInputError as `note_call`.
    """
    with register.database.transaction():
        sheet = calls.read_call(register.database, sheet_id)
        check_may_change(sheet)
        _check_request_is_open(register, sheet)
        changed = replace(
            sheet, texts=texts or sheet.texts, called_on=called_on or sheet.called_on,
            called_at=called_at or sheet.called_at, changed_on=today,
            finished_on=today if finish else None,
        )  # fmt: skip
        calls.save_call(register.database, checked_call(changed, today))
        if finish:
            register.log(EventKind.CALL_FINISHED, sheet.ref or None, call=sheet_id)
        else:
            register.log(EventKind.CALL_CHANGED, sheet.ref or None, call=sheet_id)
    return show_call(register, sheet_id)


def attach_call(register: Register, sheet_id: int, ref: str) -> CallSheet:
    """Put a sheet that belongs to no request yet to one.

    Raises NotFoundError, NotAllowedError for a closed request or a sheet that has one.
    """
    with register.database.transaction():
        request = read_request(register.database, ref)
        check_is_open(request)
        sheet = calls.read_call(register.database, sheet_id)
        if sheet.ref:
            raise NotAllowedError(
                mark("Call sheet {id} belongs to {ref} already."), id=str(sheet_id), ref=sheet.ref
            )
        calls.attach_call(register.database, sheet_id, request)
        register.log(EventKind.CALL_ATTACHED, request.ref, call=sheet_id)
    return show_call(register, sheet_id)


def discard_call(register: Register, sheet_id: int) -> None:
    """Remove a draft that belongs to no request; NotAllowedError for any other sheet."""
    with register.database.transaction():
        check_may_discard(calls.read_call(register.database, sheet_id))
        calls.remove_call(register.database, sheet_id)
        register.log(EventKind.CALL_DISCARDED, call=sheet_id)
    wipe_free_pages(register.database)


def propose_from_call(register: Register, sheet_id: int, today: date) -> Proposals:
    """Return what a sheet proposes for the form of a request; NotFoundError if there is none."""
    sheet = show_call(register, sheet_id)
    return with_caller(propose_from(register, MessageRead(heard_in(sheet)), today), sheet)


@at_one_moment
def list_calls(register: Register, ref: str = "") -> tuple[CallSheet, ...]:
    """Return the sheets of a request, or without `ref` those that belong to none yet."""
    request = read_request(register.database, ref) if ref else None
    return calls.read_calls(register.database, request)


@at_one_moment
def show_call(register: Register, sheet_id: int) -> CallSheet:
    """Return one sheet; NotFoundError if there is none with this number."""
    return calls.read_call(register.database, sheet_id)


def _check_request_is_open(register: Register, sheet: CallSheet) -> None:
    if sheet.ref:
        check_is_open(read_request(register.database, sheet.ref))
