"""The suppression list as it is kept: its secret, its entries, and the rows that they block."""

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dsr_desktop.domain.suppression import (
    SECRET_BYTES,
    SuppressionEntry,
    SuppressionKind,
    SuppressionReason,
    SuppressionScope,
)
from dsr_desktop.store.database import Database

_COLUMNS = "id, kind, digest, scope, reason, created_on, request_ref, review_on, lookup_digest"


def suppression_secret(database: Database) -> bytes:
    """Return the secret of the keyed hashes; it is made when it is first asked for (R-SUP-1)."""
    with database.transaction() as connection:
        connection.execute(
            "INSERT OR IGNORE INTO suppression_secret VALUES (1, ?)", (os.urandom(SECRET_BYTES),)
        )
        (secret,) = connection.execute("SELECT secret FROM suppression_secret").fetchone()
        return bytes(secret)


def known_secret(database: Database) -> bytes:
    """Return the secret without making one: a search reads only; b"" where none was made yet."""
    row = database.connection.execute("SELECT secret FROM suppression_secret").fetchone()
    return bytes(row[0]) if row else b""


def read_entries(database: Database) -> tuple[SuppressionEntry, ...]:
    """Return the entries on the list, oldest first; removed ones are not among them."""
    rows = database.connection.execute(
        f"SELECT {_COLUMNS} FROM suppression_entry WHERE removed_on IS NULL ORDER BY id"  # noqa: S608
    )
    return tuple(_entry(row) for row in rows)


def add_entry(database: Database, entry: SuppressionEntry) -> SuppressionEntry:
    """Store an entry; returns it with its id."""
    with database.transaction() as connection:
        added = connection.execute(
            "INSERT INTO suppression_entry(kind, digest, scope, reason, created_on, request_ref, "
            "review_on, lookup_digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (entry.kind, entry.digest, entry.scope, entry.reason, entry.created_on.isoformat(),
             entry.request_ref, entry.review_on.isoformat(), entry.lookup_digest),
        )  # fmt: skip
        assert added.lastrowid is not None  # noqa: S101 - the table's key is an integer
        return replace(entry, id=added.lastrowid)


def remove_entry(
    database: Database, entry_id: int, removed_on: date, removed_by: str, reason: str
) -> None:
    """Take an entry off the list: its digests and what it blocked go, why it went stays."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM marketing_block WHERE entry_id = ?", (entry_id,))
        connection.execute("DELETE FROM cleared_row WHERE entry_id = ?", (entry_id,))
        connection.execute(
            "UPDATE suppression_entry SET digest = NULL, lookup_digest = NULL, removed_on = ?, "
            "removed_by = ?, removal_reason = ? WHERE id = ?",
            (removed_on.isoformat(), removed_by, reason, entry_id),
        )


def renew_entry(
    database: Database, entry: SuppressionEntry, renewed_on: date, renewed_by: str, reason: str
) -> None:
    """Store the entry's new day of review, and who put it off and why; only the last is kept."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE suppression_entry SET review_on = ?, renewed_on = ?, renewed_by = ?, "
            "renewal_reason = ? WHERE id = ?",
            (entry.review_on.isoformat(), renewed_on.isoformat(), renewed_by, reason, entry.id),
        )


def block_marketing(database: Database, blocks: Iterable[tuple[int, int]]) -> None:
    """Mark rows as not to be used for marketing: (row id, id of the entry), each once."""
    with database.transaction() as connection:
        connection.executemany("INSERT OR IGNORE INTO marketing_block VALUES (?, ?)", blocks)


def carry_blocks(database: Database, newer_id: int) -> None:
    """Block in a newer version the rows that go on from blocked ones, whatever else they hold now."""
    with database.transaction() as connection:
        connection.execute(
            "INSERT OR IGNORE INTO marketing_block SELECT next.row_id, entry_id "  # noqa: S608
            "FROM marketing_block JOIN row_succession AS next "
            f"ON next.earlier_row_id = marketing_block.row_id WHERE next.row_id IN ({_ROWS_OF})",
            (newer_id,),
        )


def carry_blocks_back(database: Database, newer_id: int) -> None:
    """Block in the earlier version the rows that are blocked in the newer: an objection survives."""
    with database.transaction() as connection:
        connection.execute(
            "INSERT OR IGNORE INTO marketing_block SELECT earlier_row_id, entry_id "  # noqa: S608
            f"FROM marketing_block JOIN row_succession USING (row_id) WHERE row_id IN ({_ROWS_OF})",
            (newer_id,),
        )


_ROWS_OF = "SELECT row.id FROM row JOIN sheet ON sheet.id = sheet_id WHERE source_id = ?"


def blocked_rows(database: Database, entry_id: int) -> tuple[int, ...]:
    """Return the ids of the rows that an entry blocks."""
    rows = database.connection.execute(
        "SELECT row_id FROM marketing_block WHERE entry_id = ? ORDER BY row_id", (entry_id,)
    )
    return tuple(row_id for (row_id,) in rows)


def blocked_among(database: Database, row_ids: Iterable[int]) -> frozenset[int]:
    """Return those of the rows that any entry blocks."""
    rows = database.connection.execute(
        "SELECT DISTINCT row_id FROM marketing_block "
        "WHERE row_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(row_ids)),),
    )
    return frozenset(row_id for (row_id,) in rows)


def _entry(row: Sequence[str]) -> SuppressionEntry:
    id_, kind, digest, scope, reason, created_on, request_ref, review_on, lookup_digest = row
    return SuppressionEntry(
        int(id_), SuppressionKind(kind), digest, SuppressionScope(scope), SuppressionReason(reason),
        date.fromisoformat(created_on), request_ref, date.fromisoformat(review_on), lookup_digest,
    )  # fmt: skip
