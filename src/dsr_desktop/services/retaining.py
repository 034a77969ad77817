"""The retention run: counted first, then contacts go the way of every erasure, with a report (R-RT-2).

The ledger names the rows before they go, without keys: nobody of a run is put on the suppression
list. Rows, event and report appear together or not at all (`services.documents`).
"""

import uuid
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from dsr_desktop.domain.contact_retention import ContactState, StateDays
from dsr_desktop.domain.document import DocumentKind
from dsr_desktop.domain.erasure import RowToErase
from dsr_desktop.domain.erasure_ledger import ErasedRow, LedgerEntry
from dsr_desktop.domain.errors import DsrError, NotAllowedError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.progress import Progress, no_progress
from dsr_desktop.domain.retention_run import (
    RUN_REF,
    RunPart,
    RunPlan,
    check_anything,
    check_selectable,
    check_until,
)
from dsr_desktop.domain.working_copy import copies_due
from dsr_desktop.services.contact_clocks import contact_lists, count_clocks, rule_of
from dsr_desktop.services.documents import Documents, documents
from dsr_desktop.services.erasing import take_rows
from dsr_desktop.services.ledger_files import write_ledgers
from dsr_desktop.services.register import Register
from dsr_desktop.services.retention_review import asked_rows
from dsr_desktop.services.wiping import wipe_now
from dsr_desktop.store.due_contacts import count_held_due, count_states, due_rows
from dsr_desktop.store.erasing import merge_words, rows_to_erase
from dsr_desktop.store.erasure_ledger import add_to_ledger, mark_done, read_ledger, take_off_ledger
from dsr_desktop.store.events import short_fingerprint
from dsr_desktop.store.hits import sources_cited_by_open_requests
from dsr_desktop.store.sources import read_sources
from dsr_desktop.store.versions import rows_before
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.retention_run import run_table
from dsr_desktop.writers.register_files import write_register_csv, write_register_pdf

_STAGES = 3


@dataclass(frozen=True)
class RetentionRun:
    """What a run did: the report lies in `pdf` and `csv`; `wiped` and `unreached` as in `Erased`."""

    plan: RunPlan
    pdf: Path
    csv: Path
    wiped: bool
    unreached: tuple[Path, ...]


@dataclass(frozen=True)
class _Counted:
    """A plan with the rows that it means."""

    plan: RunPlan
    rows: tuple[RowToErase, ...]


def plan_run(
    register: Register, until: date, today: date, rows: Sequence[int] | None = None
) -> RunPlan:
    """Count what a run would delete, and delete nothing; `rows` None takes all whose day has come.

    Raises InvalidInputError for a day beyond what is due soon, NotAllowedError for chosen contacts
    that may not go.
    """
    count_clocks(register, today)
    with register.database.snapshot():
        return _counted(register, until, today, rows).plan


def run_retention(
    register: Register,
    until: date,
    folder: Path,
    today: date,
    tr: Tr,
    *,
    rows: Sequence[int] | None = None,
    expected: int | None = None,
    progress: Progress = no_progress,
) -> RetentionRun:
    """Delete the contacts whose day has come by `until`, and write the report into `folder`.

    The files of the company are not touched: the report says which rows of them to take out.
    `expected` is the number that was confirmed; with another one meanwhile nothing is deleted.
    Raises what `plan_run` raises, NotAllowedError where nothing is due, OutputFileError when the
    folder cannot be written; then nothing is deleted.
    """
    count_clocks(register, today)
    entry = _write_down(register, until, today, rows, expected)
    try:
        write_ledgers(register)
        progress(1, _STAGES, "")
        plan, pdf, csv = _carry_out(register, entry, until, folder, today, tr, rows, progress)
    except BaseException:
        _give_up(register, entry)
        raise
    wiped = wipe_now(register)
    unreached = write_ledgers(register)
    progress(_STAGES, _STAGES, "")
    return RetentionRun(plan, pdf, csv, wiped, unreached)


def _counted(register: Register, until: date, today: date, rows: Sequence[int] | None) -> _Counted:
    database, days, asked = register.database, StateDays(today), asked_rows(register)
    due = due_rows(database, check_until(until, today), days, asked)
    if rows is not None:
        every = due_rows(database, days.soon_until, days, asked)
        check_selectable(rows, frozenset(row_id for row_id, *_rest in every))
        chosen = set(rows)
        due = [one for one in every if one[0] in chosen]
    ids = [row_id for row_id, *_rest in due]
    before = [row for _latest, row in rows_before(database, ids)]
    plan = RunPlan(
        until, _parts(register, due), count_held_due(database, until, days, asked),
        sum(n for (_id, state), (n, _stale) in count_states(database, days, asked).items()
            if state is ContactState.ACTIVE),
        len(before), _copies(register, today),
    )  # fmt: skip
    return _Counted(plan, rows_to_erase(database, [*ids, *before]))


def _parts(register: Register, due: Sequence[tuple[int, int, str]]) -> tuple[RunPart, ...]:
    days_of: dict[int, list[str]] = {}
    for _row_id, source_id, day in due:
        days_of.setdefault(source_id, []).append(day)
    known = {one.id: one for one in contact_lists(register)}
    return tuple(
        RunPart(
            id_, known[id_].name, known[id_].activity or "", len(found),
            date.fromisoformat(min(found)), date.fromisoformat(max(found)),
        )
        for id_, found in sorted(days_of.items())
    )  # fmt: skip


def _copies(register: Register, today: date) -> int:
    cited = sources_cited_by_open_requests(register.database)
    return len(copies_due(read_sources(register.database), cited, today))


def _write_down(
    register: Register, until: date, today: date, rows: Sequence[int] | None, expected: int | None
) -> LedgerEntry:
    """Write the rows in the ledger before they go."""
    with register.database.transaction():
        counted = _counted(register, until, today, rows)
        check_anything(counted.plan)
        _check_as_counted(counted.plan.contacts, expected)
        gone = _ledger_rows(counted.rows)
        entry = LedgerEntry(uuid.uuid4().hex, RUN_REF, _now(), register.actor, gone, ())
        _take_off_cut_off(register, gone)
        add_to_ledger(register.database, entry)
        register.log(
            EventKind.RETENTION_RUN_PLANNED, None, erasure=entry.uid,
            contacts=counted.plan.contacts, until=until.isoformat(),
        )  # fmt: skip
    return entry


def _carry_out(
    register: Register,
    entry: LedgerEntry,
    until: date,
    folder: Path,
    today: date,
    tr: Tr,
    rows: Sequence[int] | None,
    progress: Progress,
) -> tuple[RunPlan, Path, Path]:
    with documents(register, DocumentKind.RETENTION_RUN) as made:
        name = tr("retention-run-{day}", day=today.isoformat())
        pdf, csv = made.begin("", folder, f"{name}.pdf", f"{name}.csv")
        counted = _counted(register, until, today, rows)
        if _ledger_rows(counted.rows) != entry.rows:
            raise _changed()
        table = run_table(
            tr, register.company.name, name, counted.plan, _positions(counted.rows, register),
            {one.id or 0: rule_of(register, one) for one in contact_lists(register)},
            register.actor, today, short_fingerprint(register.database),
        )  # fmt: skip
        write_register_pdf(pdf.stream, table, tr)
        write_register_csv(csv.stream, table)
        take_rows(register, counted.rows)
        progress(2, _STAGES, "")
        merge_words(register.database, lambda: progress(2, _STAGES, ""))
        mark_done(register.database, entry.uid, _now())
        _log_done(made, entry, counted.plan, pdf.sha256, csv.sha256)
    return counted.plan, pdf.path, csv.path


def _log_done(made: Documents, entry: LedgerEntry, plan: RunPlan, pdf: str, csv: str) -> None:
    made.log(
        EventKind.CONTACTS_DELETED, None, erasure=entry.uid, contacts=plan.contacts,
        until=plan.until.isoformat(), held=plan.held,
        sources=[[one.source_id, one.activity, one.contacts] for one in plan.parts],
        pdf_sha256=pdf, csv_sha256=csv,
    )  # fmt: skip


def _positions(rows: Sequence[RowToErase], register: Register) -> dict[tuple[str, str], list[int]]:
    """Return the numbers of the rows by file and sheet, of current files alone."""
    names = {one.id: one.name for one in contact_lists(register)}
    found: dict[tuple[str, str], list[int]] = {}
    for one in rows:
        if one.source_id in names:
            found.setdefault((names[one.source_id], one.sheet), []).append(one.row)
    return found


def _ledger_rows(rows: Sequence[RowToErase]) -> tuple[ErasedRow, ...]:
    return tuple(ErasedRow(one.sha256, one.sheet, one.row) for one in rows)


def _take_off_cut_off(register: Register, gone: Sequence[ErasedRow]) -> None:
    """Let a run that was cut off before make way for the one that takes its rows."""
    known = frozenset(gone)
    for one in read_ledger(register.database):
        if one.ref == RUN_REF and one.done_at is None and known.issuperset(one.rows):
            take_off_ledger(register.database, one.uid)


def _check_as_counted(contacts: int, expected: int | None) -> None:
    if expected is not None and contacts != expected:
        raise _changed()


def _changed() -> NotAllowedError:
    return NotAllowedError(mark("What is due changed meanwhile. Count again, then run."))


def _give_up(register: Register, entry: LedgerEntry) -> None:
    with suppress(DsrError):  # what keeps the run from being done may keep this from it too
        with register.database.transaction():
            take_off_ledger(register.database, entry.uid)
            register.log(EventKind.RETENTION_RUN_GIVEN_UP, None, erasure=entry.uid)
        write_ledgers(register, without=entry.uid)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
