"""Erases a person from the register: counted first, written in the ledger, then done at once (E07).

In this order: the ledger names what will go, in the register and beside the backups; then, in one
transaction, the keys go on the suppression list (E05), the rows and what was found go, and the
ledger says that it is done. What ends the program leaves the register as it was, or without them.
"""

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from dsr_desktop.domain.erasure import (
    ErasurePlan,
    KeptDataset,
    RowToErase,
    check_kept,
    check_keys_listed,
    check_may_erase,
    check_not_needed,
    check_read_again,
)
from dsr_desktop.domain.erasure_ledger import ErasedRow, LedgerEntry, LedgerKey
from dsr_desktop.domain.errors import DsrError, NotAllowedError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.progress import Progress, no_progress
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.request_steps import StepCode, StepMark
from dsr_desktop.domain.restriction import check_not_restricted
from dsr_desktop.domain.step_list import has_step
from dsr_desktop.domain.suppression import (
    SuppressionReason,
    SuppressionScope,
    review_day,
)
from dsr_desktop.domain.suppression_list import KeyedHash
from dsr_desktop.services.erasable_rows import Erasable, erasable, unread_files
from dsr_desktop.services.keeping import index_rows_again
from dsr_desktop.services.ledger_files import write_ledgers
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_facts import mark_step
from dsr_desktop.services.restricted_rows import restricted_rows
from dsr_desktop.services.suppressing import add_to_list, lists_erased
from dsr_desktop.services.wiping import wipe_now
from dsr_desktop.store.erasing import (
    blank_working_papers,
    empty_cells,
    erase_whole_rows,
    merge_words,
    note_wipe,
    requests_that_need,
)
from dsr_desktop.store.erasure_decisions import read_decisions
from dsr_desktop.store.erasure_ledger import (
    add_to_ledger,
    keep_datasets,
    mark_done,
    read_ledger,
    take_off_ledger,
)
from dsr_desktop.store.requests import read_request
from dsr_desktop.store.restrictions import archive_rows
from dsr_desktop.store.suppression import read_entries, suppression_secret

_STAGES = 4


@dataclass(frozen=True)
class Erased:
    """What was erased; `wiped` tells that no page of the file keeps it.

    `unreached` are the folders of backups in which the ledger could not be written now.
    """

    plan: ErasurePlan
    uid: str
    listed: int
    wiped: bool
    unreached: tuple[Path, ...]


@at_one_moment
def plan_erasure(
    register: Register, ref: str, today: date, keep: Sequence[KeptDataset] = ()
) -> ErasurePlan:
    """Count what an erasure would do, and change nothing.

    Raises NotFoundError for an unknown request, NotAllowedError for one that may not be carried out
    yet (see `domain.erasure`), InvalidInputError for a dataset that cannot be kept.
    """
    return _plan(register, erasable(register, ref, today), today, keep)


def erase(
    register: Register,
    ref: str,
    today: date,
    keep: Sequence[KeptDataset] = (),
    *,
    progress: Progress = no_progress,
) -> Erased:
    """Erase the confirmed rows of a request, and what was found, from the register (E05, E07, E11).

    The files of the company, and the request's own file, are not touched: the latter is kept and
    reduced as every other (domain.md 4.3). `keep` names the files that stay archived. Raises what
    `plan_erasure` raises; then, and when it is stopped, nothing is erased.
    """
    progress(0, _STAGES, "")
    entry = _write_down(register, ref, today, keep)
    with _given_up_if_it_fails(register, entry):
        write_ledgers(register)
        progress(1, _STAGES, "")
        plan, listed = _carry_out(register, entry, today, keep, progress)
    progress(3, _STAGES, "")
    wiped = wipe_now(register)
    unreached = write_ledgers(register)
    progress(_STAGES, _STAGES, "")
    return Erased(plan, entry.uid, listed, wiped, unreached)


def _plan(
    register: Register, found: Erasable, today: date, said: Sequence[KeptDataset]
) -> ErasurePlan:
    check_may_erase(found.request, found.counts)
    keep = _kept(register, found.request, said)
    check_kept(keep, frozenset(one.source_id for one in found.rows), today)
    counted = tuple(
        replace(one, rows=sum(row.source_id == one.source_id for row in found.rows)) for one in keep
    )
    staying = {one.source_id for one in keep}
    rows = tuple(row for row in found.rows if row.source_id not in staying)
    if not rows:
        raise NotAllowedError(
            mark("{ref} has no confirmed row in the register: there is nothing to erase."),
            ref=found.request.ref,
        )
    ids = [row.row_id for row in rows]
    needed = requests_that_need(register.database, ids, found.request)
    check_not_needed(found.request.ref, needed)
    check_not_restricted(len(restricted_rows(register) & set(ids)))
    check_read_again(found.request.ref, unread_files(register, found, rows))
    listed = lists_erased(register)
    return ErasurePlan(
        found.request.ref, rows, counted, found.counts.rejected,
        len(found.keys) if listed else 0, listed,
    )  # fmt: skip


def _kept(
    register: Register, request: Request, said: Sequence[KeptDataset]
) -> tuple[KeptDataset, ...]:
    """Return what stays: what was decided on the files before, and what is said now on others."""
    decided = read_decisions(register.database, request)
    kept = {one.source_id: one.kept for one in decided if one.kept}
    return tuple({**kept, **{one.source_id: one for one in said}}.values())


def _write_down(
    register: Register, ref: str, today: date, keep: Sequence[KeptDataset]
) -> LedgerEntry:
    """Write the erasure in the ledger; one that was cut off before makes way for it."""
    with register.database.transaction():
        found = erasable(register, ref, today)
        plan = _plan(register, found, today, keep)
        for one in read_ledger(register.database):
            if one.ref == plan.ref and one.done_at is None:
                take_off_ledger(register.database, one.uid)
        rows = tuple(_ledger_row(row) for row in plan.rows)
        keys = _ledger_keys(register, found, today) if plan.lists_keys else ()
        entry = LedgerEntry(uuid.uuid4().hex, plan.ref, _now(), register.actor, rows, keys)
        add_to_ledger(register.database, entry)
        register.log(
            EventKind.ERASURE_PLANNED, plan.ref, erasure=entry.uid, rows=plan.whole,
            in_part=plan.in_part, keys=plan.keys,
        )  # fmt: skip
    return entry


def _carry_out(
    register: Register,
    entry: LedgerEntry,
    today: date,
    keep: Sequence[KeptDataset],
    progress: Progress,
) -> tuple[ErasurePlan, int]:
    database = register.database
    with database.transaction():
        found = erasable(register, entry.ref, today)
        plan = _plan(register, found, today, keep)
        if tuple(_ledger_row(row) for row in plan.rows) != entry.rows:
            raise NotAllowedError(
                mark("The hits of {ref} changed meanwhile. Count again, then erase."), ref=plan.ref
            )
        listed = _list_keys(register, found, today) if plan.lists_keys else 0
        check_keys_listed(
            plan.ref, (one.digest for one in entry.keys),
            (one.digest for one in read_entries(database) if one.scope is SuppressionScope.ALL),
        )  # fmt: skip
        take_rows(register, plan.rows)
        blank_working_papers(database, found.request)
        keep_datasets(database, found.request, plan.kept, today, register.actor)
        for one in plan.kept:
            rows = [row.row_id for row in found.rows if row.source_id == one.source_id]
            archive_rows(database, plan.ref, one, rows)
        progress(2, _STAGES, "")
        merge_words(database, lambda: progress(2, _STAGES, ""))
        _log_done(register, entry, plan, listed, today)
    return plan, listed


def take_rows(register: Register, rows: Sequence[RowToErase]) -> None:
    """Take rows out of every table, in the caller's transaction; shared ones lose their cells."""
    erase_whole_rows(register.database, [row for row in rows if row.goes_whole])
    in_part = [row for row in rows if not row.goes_whole]
    empty_cells(register.database, in_part)
    index_rows_again(register.database, [row.row_id for row in in_part])
    note_wipe(register.database)


def _log_done(
    register: Register, entry: LedgerEntry, plan: ErasurePlan, listed: int, today: date
) -> None:
    mark_done(register.database, entry.uid, _now())
    register.log(
        EventKind.ERASED, plan.ref, erasure=entry.uid, rows=plan.whole, in_part=plan.in_part,
        sources=list(plan.files), listed=listed,
        kept=[[one.source_id, one.reason_code, one.until.isoformat()] for one in plan.kept],
    )  # fmt: skip
    request = read_request(register.database, plan.ref)
    done = (StepCode.E05, StepCode.E07) if entry.keys else (StepCode.E07,)
    for code in done:
        if _is_open_step(request, code):
            mark_step(register, plan.ref, StepMark(code, today, register.actor), today)


def _is_open_step(request: Request, code: StepCode) -> bool:
    return has_step(request, code) and code not in {one.code for one in request.steps}


def _list_keys(register: Register, found: Erasable, today: date) -> int:
    if not found.keys:
        return 0
    listed = add_to_list(
        register, found.typed, SuppressionScope.ALL, SuppressionReason.ERASURE, today,
        request_ref=found.request.ref,
    )  # fmt: skip
    return sum(one.is_new for one in listed)


def _ledger_row(row: RowToErase) -> ErasedRow:
    return ErasedRow(row.sha256, row.sheet, row.row, row.columns)


def _ledger_keys(register: Register, found: Erasable, today: date) -> tuple[LedgerKey, ...]:
    hashed = KeyedHash(suppression_secret(register.database))
    days = today.isoformat(), review_day(today).isoformat()
    return tuple(
        LedgerKey(key.kind, hashed.of_key(key), hashed.of_lookup(key), *days) for key in found.keys
    )


@contextmanager
def _given_up_if_it_fails(register: Register, entry: LedgerEntry) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with suppress(DsrError):  # what keeps the erasure from being done may keep this from it too
            with register.database.transaction():
                take_off_ledger(register.database, entry.uid)
                register.log(EventKind.ERASURE_GIVEN_UP, entry.ref, erasure=entry.uid)
            write_ledgers(register, without=entry.uid)
        raise


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
