"""The ledger of erasures as the register keeps it, and what of a person is kept and why."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from dsr_desktop.domain.erasure import KeptDataset
from dsr_desktop.domain.erasure_ledger import ErasedRow, LedgerEntry, LedgerKey
from dsr_desktop.domain.request import Request
from dsr_desktop.store.database import Database


def add_to_ledger(database: Database, entry: LedgerEntry) -> None:
    """Write an erasure down, before it is done."""
    with database.transaction() as connection:
        added = connection.execute(
            "INSERT INTO erasure(uid, ref, planned_at, planned_by, done_at, keys) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (entry.uid, entry.ref, entry.planned_at, entry.planned_by, entry.done_at,
             json.dumps([asdict(one) for one in entry.keys])),
        )  # fmt: skip
        connection.executemany(
            "INSERT OR IGNORE INTO erased_row VALUES (?, ?, ?, ?, ?)",
            [(added.lastrowid, one.sha256, one.sheet, one.row, json.dumps(list(one.columns)))
             for one in entry.rows],
        )  # fmt: skip


def mark_done(database: Database, uid: str, at: str) -> None:
    """Say when an erasure was done (ISO, UTC)."""
    with database.transaction() as connection:
        connection.execute("UPDATE erasure SET done_at = ? WHERE uid = ?", (at, uid))


def take_off_ledger(database: Database, uid: str) -> None:
    """Forget an erasure that was planned and not done."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM erasure WHERE uid = ? AND done_at IS NULL", (uid,))


def read_ledger(database: Database) -> tuple[LedgerEntry, ...]:
    """Return every erasure, in the order in which they were planned."""
    rows: dict[int, list[ErasedRow]] = defaultdict(list)
    for id_, sha256, sheet, row, columns in database.connection.execute(
        "SELECT erasure_id, sha256, sheet, row, columns FROM erased_row"
    ):
        rows[id_].append(ErasedRow(sha256, sheet, row, tuple(json.loads(columns))))
    found = database.connection.execute(
        "SELECT id, uid, ref, planned_at, planned_by, done_at, keys FROM erasure ORDER BY id"
    )
    return tuple(
        LedgerEntry(
            uid, ref, planned_at, planned_by, tuple(rows[id_]),
            tuple(LedgerKey(**one) for one in json.loads(keys)), done_at,
        )
        for id_, uid, ref, planned_at, planned_by, done_at, keys in found
    )  # fmt: skip


def keep_datasets(
    database: Database, request: Request, kept: Iterable[KeptDataset], on: date, by: str
) -> None:
    """Record what of the person stays, why and until when."""
    with database.transaction() as connection:
        connection.executemany(
            "INSERT OR REPLACE INTO kept_dataset(request_id, source_id, rows, reason_code, until, "
            "decided_on, decided_by) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(request.id, one.source_id, one.rows, one.reason_code, one.until.isoformat(),
              on.isoformat(), by) for one in kept],
        )  # fmt: skip


def kept_datasets(database: Database, request: Request) -> tuple[KeptDataset, ...]:
    """Return what was kept of the person of a request."""
    rows = database.connection.execute(
        "SELECT source_id, reason_code, until, rows FROM kept_dataset WHERE request_id = ? "
        "ORDER BY source_id",
        (request.id,),
    )
    return tuple(
        KeptDataset(source_id, code, date.fromisoformat(until), number)
        for source_id, code, until, number in rows
    )
