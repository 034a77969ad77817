"""The rows that imports held back: which there are, and the DPO's decision on each (R-SUP-4)."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from dsr_desktop.domain.errors import NotAllowedError, NotFoundError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.held_row import HeldDecision, HeldRow
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.progress import Progress, no_progress
from dsr_desktop.domain.suppression import check_reason
from dsr_desktop.services.register import Register
from dsr_desktop.services.storing_held import store_held_row
from dsr_desktop.store.held_rows import decide_held_row as store_decision
from dsr_desktop.store.held_rows import read_held_rows


def list_held_rows(register: Register) -> tuple[HeldRow, ...]:
    """Return the held rows in the order of finding, decided or not.

    A row that a newer version of its file still had is there once, as found last.
    """
    return read_held_rows(register.database)


def open_held_rows(register: Register) -> tuple[HeldRow, ...]:
    """Return the held rows on which the DPO has still to decide."""
    return tuple(one for one in list_held_rows(register) if one.is_open)


def decide_held_row(
    register: Register,
    held_id: int,
    decision: HeldDecision,
    reason: str,
    today: date,
    *,
    progress: Progress = no_progress,
    passwords: Sequence[str] = (),
) -> HeldRow:
    """Record what the DPO says of a held row, with the reason; returns the row as decided.

    The row of the same person stays out, and the owner of the file is to be told. That of another
    person is read again from the file and stored as the import would have. Raises NotFoundError
    for an unknown row, NotAllowedError for one decided before or a file that is no longer the one
    imported, InvalidInputError for an empty reason.
    """
    said = check_reason(reason)
    with register.database.transaction():
        held = _open_row(register, held_id)
        if decision is HeldDecision.ANOTHER_PERSON:
            store_held_row(register, held, partial(progress, 0, 1, held.file), tuple(passwords))
        store_decision(register.database, held_id, decision, today, register.actor, said)
        register.log(
            EventKind.HELD_ROW_DECIDED, held=held_id, source=held.source_id, row=held.row,
            entry=held.entry_id, decision=decision,
        )  # fmt: skip
    return _row(register, held_id)


def _open_row(register: Register, held_id: int) -> HeldRow:
    held = _row(register, held_id)
    if not held.is_open:
        raise NotAllowedError(
            mark("Held row {id} was decided before. The list of held rows says how."),
            id=str(held_id),
        )
    return held


def _row(register: Register, held_id: int) -> HeldRow:
    for held in list_held_rows(register):
        if held.id == held_id:
            return held
    raise NotFoundError(
        mark("There is no held row {id}. Take one from the list of held rows."), id=str(held_id)
    )
