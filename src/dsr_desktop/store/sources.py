"""What was imported: files, sheets, rows, and the indexes by which rows are found."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from dsr_desktop.domain.columns import Column
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.source import Sheet, Source, SourceCopy, SourceKind, SourceStatus
from dsr_desktop.store.column_lists import SKIPPED_MARK, columns_from_json, columns_to_json
from dsr_desktop.store.database import Database
from dsr_desktop.store.rows import remove_rows_of
from dsr_desktop.store.source_copies import read_copies, remove_copies
from dsr_desktop.store.sqlcipher import Connection

_SOURCE_COLUMNS = (
    "id, path, name, sha256, size, format, encoding, kind, activity, channel, collected_on, "
    "policy_version, retention, status, reason, warnings, row_count, imported_at, imported_by, "
    "purge_on, delivery_id, superseded_by, superseded_on"
)
_SHEET_COLUMNS = "id, source_id, name, hidden, header_row, columns, row_count"
_HANGING_ON_ROWS = (
    ("row_succession", "earlier_row_id"), ("row_succession", "row_id"), ("row_carry", "row_id"),
)  # fmt: skip
_CLOCKS = ("contact_clock", "held_contact")
_PATIENCE_MS = 1_000


def add_delivery(database: Database, supplied_by: str | None, received_on: str) -> int:
    """Record that somebody supplied files; returns the delivery's id."""
    with database.transaction():
        row = {"supplied_by": supplied_by, "received_on": received_on}
        return _new_id(database.tables.table("delivery").insert(row).last_pk)


def add_source(database: Database, source: Source) -> int:
    """Store a source; returns its id."""
    values = {
        **{name: getattr(source, name) for name in _SOURCE_COLUMNS.split(", ")},
        "reason": source.reason.to_json() if source.reason else None,
        "warnings": _warnings_json(source.warnings),
    }
    with database.transaction() as connection:
        values["id"] = _unused_id(connection)
        return _new_id(database.tables.table("source").insert(values).last_pk)


def finish_source(database: Database, source_id: int, source: Source) -> None:
    """Set what is known only after reading: format, encoding, status, warnings, rows."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE source SET format = ?, encoding = ?, status = ?, warnings = ?, row_count = ? "
            "WHERE id = ?",
            (source.format, source.encoding, source.status, _warnings_json(source.warnings),
             source.row_count, source_id),
        )  # fmt: skip


def count_rows_again(database: Database, source_id: int) -> None:
    """Set the number of rows of a source to what its sheets have."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE source SET row_count = "
            "(SELECT coalesce(sum(row_count), 0) FROM sheet WHERE source_id = source.id) "
            "WHERE id = ?",
            (source_id,),
        )


def set_activity(database: Database, source_id: int, activity: str) -> None:
    """Say under which processing activity a source's contacts are kept."""
    with database.transaction() as connection:
        connection.execute("UPDATE source SET activity = ? WHERE id = ?", (activity, source_id))


def keep_as_list(database: Database, source: Source) -> None:
    """Store a working copy as the register list `source`: with what was said of it, never purged."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE source SET kind = ?, purge_on = NULL, activity = ?, channel = ?, "
            "collected_on = ?, policy_version = ?, retention = ?, delivery_id = ? WHERE id = ?",
            (SourceKind.LIST, source.activity, source.channel, source.collected_on,
             source.policy_version, source.retention, source.delivery_id, source.id),
        )  # fmt: skip
        _forget_empty_deliveries(connection)


def read_sources(database: Database) -> tuple[Source, ...]:
    """Return every source with its copies, oldest first."""
    copies = read_copies(database)
    rows = database.connection.execute(f"SELECT {_SOURCE_COLUMNS} FROM source ORDER BY id")  # noqa: S608
    return tuple(_source(row, copies.get(row[0], ())) for row in rows)


def read_source(database: Database, source_id: int) -> Source | None:
    """Return one source with its copies, None if there is none with this id."""
    row = database.connection.execute(
        f"SELECT {_SOURCE_COLUMNS} FROM source WHERE id = ?",  # noqa: S608
        (source_id,),
    ).fetchone()
    return _source(row, read_copies(database).get(source_id, ())) if row else None


def read_sheets(database: Database, source_id: int) -> tuple[Sheet, ...]:
    """Return the sheets of a source in their order."""
    rows = database.connection.execute(
        f"SELECT {_SHEET_COLUMNS} FROM sheet WHERE source_id = ? ORDER BY id",  # noqa: S608
        (source_id,),
    )
    return tuple(map(_sheet, rows))


def sheets_with_skipped_columns(database: Database) -> tuple[Sheet, ...]:
    """Return the sheets of all sources that were stored without some of their columns.

    A title that reads like our mark makes another sheet one of them.
    """
    rows = database.connection.execute(
        f"SELECT {_SHEET_COLUMNS} FROM sheet WHERE instr(columns, ?) ORDER BY id",  # noqa: S608
        (SKIPPED_MARK,),
    )
    return tuple(map(_sheet, rows))


def set_columns(database: Database, sheet_id: int, columns: tuple[Column, ...]) -> None:
    """Say anew which columns a sheet has."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE sheet SET columns = ? WHERE id = ?", (columns_to_json(columns), sheet_id)
        )


def remove_source(database: Database, source_id: int) -> None:
    """Remove a source with its sheets, rows, index entries and copies."""
    remove_sources(database, [source_id])


def remove_sources(database: Database, source_ids: Iterable[int]) -> None:
    """Remove sources with all that belongs to them, and tidy the index once."""
    ids = list(source_ids)
    with database.transaction() as connection:
        rows = _remove(connection, ids)
        forget_what_nothing_cites(database)
        if rows:  # the index keeps what was deleted until its parts are merged
            connection.execute("INSERT INTO token(token) VALUES ('optimize')")


def forget_what_nothing_cites(database: Database) -> None:
    """Remove deliveries without a file, and what was said of places where no file is known now."""
    with database.transaction() as connection:
        _forget_empty_deliveries(connection)
        connection.execute(
            "DELETE FROM gone_place WHERE path NOT IN "
            "(SELECT path FROM source UNION SELECT path FROM source_copy)"
        )


def forget_succession(database: Database, source_id: int) -> None:
    """Forget which rows those of a source go on from, and what is kept of these."""
    with database.transaction() as connection:
        _remove_hanging_on_rows(connection, [source_id])


def remove_rows(database: Database, source_id: int) -> None:
    """Remove a source's sheets, rows and index entries; the source stays."""
    with database.transaction() as connection:
        _remove_rows(connection, [source_id])


def wipe_free_pages(database: Database) -> bool:
    """Make what was removed unreadable in the file and its write-ahead log.

    Call it when the removal is committed. Returns False if another connection kept reading: the
    traces are then wiped when the register is closed or opened next.
    """
    return database.empty_log(_PATIENCE_MS)


def _remove(connection: Connection, source_ids: Sequence[int]) -> int:
    """Remove sources; returns how many rows they had."""
    removed = _remove_rows(connection, source_ids)
    for source_id in source_ids:
        remove_copies(connection, source_id)
        connection.execute("DELETE FROM art14_notice WHERE source_id = ?", (source_id,))
        connection.execute("DELETE FROM clock_count WHERE source_id = ?", (source_id,))
        connection.execute("DELETE FROM source WHERE id = ?", (source_id,))
    return removed


def _remove_rows(connection: Connection, source_ids: Sequence[int]) -> int:
    _remove_hanging_on_rows(connection, source_ids)
    for source_id in source_ids:
        for table in _CLOCKS:
            connection.execute(f"DELETE FROM {table} WHERE row_id IN ({_ROWS_OF})", (source_id,))  # noqa: S608
    return remove_rows_of(connection, source_ids)


def _remove_hanging_on_rows(connection: Connection, source_ids: Sequence[int]) -> None:
    for source_id in source_ids:
        for table, column in _HANGING_ON_ROWS:
            connection.execute(f"DELETE FROM {table} WHERE {column} IN ({_ROWS_OF})", (source_id,))  # noqa: S608
        connection.execute(
            "DELETE FROM hit_before WHERE source_id = ? OR replaced_by = ?", (source_id, source_id)
        )


_ROWS_OF = "SELECT row.id FROM row JOIN sheet ON sheet.id = sheet_id WHERE source_id = ?"


def _forget_empty_deliveries(connection: Connection) -> None:
    connection.execute(
        "DELETE FROM delivery WHERE id NOT IN "
        "(SELECT delivery_id FROM source WHERE delivery_id IS NOT NULL "
        "UNION SELECT delivery_id FROM source_copy WHERE delivery_id IS NOT NULL)"
    )


def _unused_id(connection: Connection) -> int:
    """Return an id that no source has and nothing cites: what was removed is never mistaken."""
    largest = connection.execute(
        "SELECT max(id) FROM source UNION ALL SELECT max(source_id) FROM hit "
        "UNION ALL SELECT max(superseded_by) FROM source"
    )
    return max(number or 0 for (number,) in largest) + 1


def _new_id(last_pk: object) -> int:
    assert isinstance(last_pk, int)  # noqa: S101 - the tables' keys are integers
    return last_pk


def _source(row: Sequence[object], copies: tuple[SourceCopy, ...]) -> Source:
    values = dict(zip(_SOURCE_COLUMNS.split(", "), row, strict=True))
    values["kind"] = SourceKind(str(values["kind"]))
    values["status"] = SourceStatus(str(values["status"]))
    reason = Notice.from_json(values.pop("reason"))  # type: ignore[arg-type]
    warnings = tuple(Notice(*each) for each in json.loads(values.pop("warnings") or "[]"))  # type: ignore[arg-type]
    return Source(reason=reason, warnings=warnings, copies=copies, **values)  # type: ignore[arg-type]


def _sheet(row: Sequence[Any]) -> Sheet:
    return Sheet(row[0], row[1], row[2], bool(row[3]), row[4], columns_from_json(row[5]), row[6])


def _warnings_json(warnings: tuple[Notice, ...]) -> str | None:
    listed = [[notice.sentence, notice.details] for notice in warnings]
    return json.dumps(listed, ensure_ascii=False) if listed else None
