"""The rows that imports held back: where they stand and what was decided, no value of theirs.

That a row is another person's is kept twice: with its position (`held_row`), and as a keyed hash
with the entry that held it (`cleared_row`), by which a newer version of the list lets it pass.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dsr_desktop.domain.cleared_row import ClearedRow
from dsr_desktop.domain.held_row import HeldContent, HeldDecision, HeldPosition, HeldRow
from dsr_desktop.domain.iso_days import day_of
from dsr_desktop.domain.suppression import SuppressionKind, SuppressionReason
from dsr_desktop.store.database import Database
from dsr_desktop.store.source_copies import read_copies

_LATEST = (
    "SELECT max(held_row.id) FROM held_row JOIN source ON source.id = source_id "
    "WHERE superseded_by IS NULL GROUP BY path, sheet, row, "
    "CASE WHEN source_id IN (SELECT source_id FROM source_copy) THEN source_id END"
)
"""A row that was held again in a newer version of its file counts once, as found last.

It counts apart while the content it stands in lies at another place too: there nothing is newer.
Those of a version that another took the place of do not count.
"""
_OTHER_CONTENT = (
    "SELECT 1 FROM source AS other WHERE other.path = source.path AND other.superseded_by IS NULL "
    "AND other.sha256 <> source.sha256 AND other.status IN ('imported', 'partly') AND other.id"
)
_QUERY = (
    "SELECT held_row.id, source_id, path, name, sheet, row, held_row.kind, entry_id, "  # noqa: S608
    f"suppression_entry.reason, found_on, CASE WHEN EXISTS ({_OTHER_CONTENT} > source.id) "
    f"THEN 'earlier' WHEN EXISTS ({_OTHER_CONTENT} < source.id) THEN 'latest' ELSE 'only' END, "
    "decision, decided_on, decided_by, held_row.reason "
    "FROM held_row JOIN source ON source.id = source_id "
    "JOIN suppression_entry ON suppression_entry.id = entry_id "
    f"WHERE held_row.id IN ({_LATEST}) ORDER BY held_row.id"
)


def add_held_rows(
    database: Database,
    source_id: int,
    sheet: str,
    positions: Iterable[HeldPosition],
    found_on: date,
) -> None:
    """Record rows of a sheet that were not stored."""
    with database.transaction() as connection:
        connection.executemany(
            "INSERT INTO held_row(source_id, sheet, row, kind, entry_id, found_on) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            [(source_id, sheet, one.row, one.kind, one.entry_id, found_on.isoformat())
             for one in positions],
        )  # fmt: skip


def forget_held_rows(database: Database, source_id: int) -> None:
    """Forget the held and passed rows of a source: another reader begins with its file."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM held_row WHERE source_id = ?", (source_id,))
        connection.execute("DELETE FROM cleared_row WHERE source_id = ?", (source_id,))


def add_cleared_rows(database: Database, source_id: int, rows: Iterable[ClearedRow]) -> None:
    """Remember rows of a source that are another person's, one record for each row and entry."""
    with database.transaction() as connection:
        connection.executemany(
            "INSERT INTO cleared_row(source_id, entry_id, digest) VALUES (?, ?, ?)",
            [(source_id, *one) for one in rows],
        )


def read_cleared_rows(database: Database, source_ids: Iterable[int]) -> tuple[ClearedRow, ...]:
    """Return the cleared rows of some sources; those of one entry and digest repeat."""
    rows = database.connection.execute(
        "SELECT entry_id, digest FROM cleared_row "
        "WHERE source_id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(list(source_ids)),),
    )
    return tuple(ClearedRow(*row) for row in rows)


def read_held_rows(database: Database) -> tuple[HeldRow, ...]:
    """Return the held rows, decided or not, in the order of finding.

    When the import of a newer version is undone, the row of the earlier one counts again.
    """
    copies = read_copies(database)
    held = [_held_row(row) for row in database.connection.execute(_QUERY)]
    return tuple(
        replace(one, copies=tuple(copy.path for copy in copies.get(one.source_id, ())))
        for one in held
    )


def count_open_held_rows(database: Database) -> int:
    """Return how many held rows are still to be decided on; quick, as every search asks."""
    counted = database.connection.execute(
        f"SELECT count(*) FROM held_row WHERE decision IS NULL AND id IN ({_LATEST})"  # noqa: S608
    )
    return int(counted.fetchone()[0])


def decide_held_row(
    database: Database,
    held_id: int,
    decision: HeldDecision,
    decided_on: date,
    decided_by: str,
    reason: str,
) -> None:
    """Record the DPO's decision on a held row."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE held_row SET decision = ?, decided_on = ?, decided_by = ?, reason = ? "
            "WHERE id = ?",
            (decision, decided_on.isoformat(), decided_by, reason, held_id),
        )


def _held_row(row: Sequence[str]) -> HeldRow:
    id_, source_id, path, file, sheet, n, kind, entry_id, why, found_on, content, *decided = row
    decision, decided_on, decided_by, reason = decided
    return HeldRow(
        int(id_), int(source_id), path, file, sheet, int(n), SuppressionKind(kind), int(entry_id),
        SuppressionReason(why), date.fromisoformat(found_on),
        HeldDecision(decision) if decision else None,
        day_of(decided_on), decided_by, reason,
        content=HeldContent(content),
    )  # fmt: skip
