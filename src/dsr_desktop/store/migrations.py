"""The register's schema, one named step after the other; a step is never changed once released."""

from collections.abc import Callable

from dsr_desktop.domain.errors import RegisterFileError
from dsr_desktop.domain.marking import mark
from dsr_desktop.store.sqlcipher import Connection, Migrations, Tables, tables


def _no_copy(_version: str) -> None:
    """Keep no copy of the earlier version."""


def bring_up_to_date(
    connection: Connection, name: str, keep_copy: Callable[[str], object] = _no_copy
) -> bool:
    """Apply the missing steps, then switch foreign keys on; tells whether any was missing.

    `keep_copy` gets the version of a register that holds something, such as "m003", while nobody
    can write to it and before the first step; if it fails, no step is taken. Raises
    RegisterFileError if the register was made by a newer version of the app: it is then left
    untouched.
    """
    db = tables(connection)
    migrations = _migrations()
    known = {step.__name__ for step in STEPS}
    if any(applied.name not in known for applied in migrations.applied(db)):
        raise RegisterFileError(
            mark("{name} was made by a newer version of the app. Install that version."), name=name
        )
    is_older = bool(migrations.pending(db))
    if is_older:
        connection.execute("PRAGMA foreign_keys = OFF")
        _apply(connection, migrations, keep_copy)
    connection.execute("PRAGMA foreign_keys = ON")
    return is_older


def _apply(
    connection: Connection, migrations: Migrations, keep_copy: Callable[[str], object]
) -> None:
    """Take all missing steps under one write lock: another program may be at it as well."""
    db = tables(connection)
    connection.execute("BEGIN IMMEDIATE")
    try:
        applied = [step.name for step in migrations.applied(db)]
        if applied and migrations.pending(db):
            keep_copy(max(applied)[:4])
        migrations.apply(db)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def m001_settings_and_events(db: Tables) -> None:
    """Company settings, processing activities and the append-only event log."""
    db.table("setting").create({"key": str, "value": str}, pk="key", strict=True)
    db.table("activity").create(
        {"code": str, "name": str, "legal_basis": str, "confirmed": int},
        pk="code",
        not_null={"name", "legal_basis", "confirmed"},
        strict=True,
    )
    db.table("event").create(
        {
            "seq": int,
            "at": str,
            "actor": str,
            "kind": str,
            "ref": str,
            "payload": str,
            "prev_hash": str,
            "hash": str,
        },
        pk="seq",
        not_null={"at", "actor", "kind", "payload", "prev_hash", "hash"},
        strict=True,
    )
    for verb in ("UPDATE", "DELETE"):
        db.execute(
            f"CREATE TRIGGER event_no_{verb.lower()} BEFORE {verb} ON event "
            "BEGIN SELECT RAISE(ABORT, 'events are never changed'); END"
        )


def m002_imported_rows(db: Tables) -> None:
    """Deliveries, files, sheets, every row with its cells, and the indexes that find them."""
    db.table("delivery").create(
        {"id": int, "supplied_by": str, "received_on": str}, pk="id", strict=True
    )
    db.table("source").create(_SOURCE, pk="id", not_null=_SOURCE_FILLED, strict=True,
                        foreign_keys=[("delivery_id", "delivery", "id")])  # fmt: skip
    db.table("source").create_index(["sha256"])
    db.table("sheet").create(
        {
            "id": int,
            "source_id": int,
            "name": str,
            "hidden": int,
            "header_row": int,
            "columns": str,
            "row_count": int,
        },
        pk="id",
        not_null={"source_id", "name", "hidden", "columns", "row_count"},
        foreign_keys=[("source_id", "source", "id")],
        strict=True,
    )
    db.table("sheet").create_index(["source_id"])
    db.table("row").create(
        {"id": int, "sheet_id": int, "n": int, "hidden": int, "cells": str, "typed": str},
        pk="id",
        not_null={"sheet_id", "n", "hidden", "cells"},
        foreign_keys=[("sheet_id", "sheet", "id")],
        strict=True,
    )
    db.table("row").create_index(["sheet_id", "n"])
    db.execute(
        'CREATE TABLE ident ("kind" INTEGER, "key" TEXT, "row" INTEGER, "col" INTEGER) STRICT'
    )
    db.execute('CREATE INDEX ident_by_key ON ident("kind", "key", "row")')
    db.execute('CREATE INDEX ident_by_row ON ident("row")')
    db.execute(
        "CREATE VIRTUAL TABLE token USING fts5(text, content='', contentless_delete=1, "
        "detail=none, tokenize='unicode61 remove_diacritics 2')"
    )


def m003_requests(db: Tables) -> None:
    """Add requests with their items, criteria, clock events, searches and hits."""
    db.table("request").create(_REQUEST, pk="id", not_null=_REQUEST_FILLED, strict=True)
    db.table("request").create_index(["ref"], unique=True)
    for name, columns in _REQUEST_PARTS.items():
        sql = db.create_table_sql(
            name,
            {"id": int, "request_id": int, **columns},
            pk="id",
            not_null={"request_id"},
            foreign_keys=[("request_id", "request", "id")],
            strict=True,
        )
        # An id that was shown is never given to another row.
        db.execute(sql.replace("PRIMARY KEY", "PRIMARY KEY AUTOINCREMENT"))
        db.table(name).create_index(["request_id"])
    db.table("hit").create_index(["row_id"])


def m004_one_hit_a_row(db: Tables) -> None:
    """Keep one hit for a row in a request: the latest judged one, else the first found."""
    db.execute(
        "DELETE FROM hit WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER ("
        "PARTITION BY request_id, row_id "
        "ORDER BY verdict IS NULL, decided_at DESC, id) AS place FROM hit "
        "WHERE row_id IS NOT NULL) WHERE place > 1)"
    )
    db.table("hit").create_index(["request_id", "row_id"], unique=True)


def m005_notes_on_cells(db: Tables) -> None:
    """Comments, links and formulas of a row's cells."""
    db.table("row").add_column("notes", str)


def m006_places_of_one_content(db: Tables) -> None:
    """Add the other places at which a source's content lies, and the place each re-scan read."""
    db.table("source_copy").create(
        {"id": int, "source_id": int, "path": str, "seen_at": str},
        pk="id",
        not_null={"source_id", "path", "seen_at"},
        foreign_keys=[("source_id", "source", "id")],
        strict=True,
    )
    db.table("source_copy").create_index(["source_id", "path"], unique=True)
    db.table("rescan_result").add_column("path", str)
    db.execute(
        "UPDATE rescan_result SET path = coalesce("
        "(SELECT path FROM source WHERE source.id = source_id), "
        "(SELECT file FROM hit WHERE hit.source_id = rescan_result.source_id LIMIT 1), '')"
    )


def m007_unfinished_documents(db: Tables) -> None:
    """Add the notes of documents that are being made, for what a crash leaves of them."""
    db.table("unfinished_document").create(
        {"id": int, "request_ref": str, "kind": str, "files": str, "at": str, "actor": str},
        pk="id",
        not_null={"request_ref", "kind", "files", "at", "actor"},
        strict=True,
    )


def m008_indexes(db: Tables) -> None:
    """Find the events of a request, and the hits in a file, without reading all of them."""
    db.table("event").create_index(["ref"])
    db.table("hit").create_index(["source_id"])


def m009_suppression(db: Tables) -> None:
    """Add the suppression list with its secret, what it blocks, and the rows it held back.

    A removed entry keeps who removed it and why, but no digest. Nobody's rows pay for a list that
    is empty: what is blocked stands in a table of its own, and goes with its row.
    """
    for statement in _SUPPRESSION:
        db.execute(statement)


_SUPPRESSION = (
    "CREATE TABLE suppression_secret ("
    "id INTEGER PRIMARY KEY CHECK (id = 1), secret BLOB NOT NULL) STRICT",
    "CREATE TABLE suppression_entry (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, "
    "digest TEXT, lookup_digest TEXT, scope TEXT NOT NULL, reason TEXT NOT NULL, "
    "created_on TEXT NOT NULL, request_ref TEXT, review_on TEXT NOT NULL, removed_on TEXT, "
    "removed_by TEXT, removal_reason TEXT, UNIQUE (kind, digest, scope)) STRICT",
    "CREATE TABLE marketing_block ("
    "row_id INTEGER NOT NULL REFERENCES row(id) ON DELETE CASCADE, "
    "entry_id INTEGER NOT NULL REFERENCES suppression_entry(id), "
    "PRIMARY KEY (row_id, entry_id)) STRICT, WITHOUT ROWID",
    "CREATE INDEX marketing_block_by_entry ON marketing_block(entry_id)",
    "CREATE TABLE held_row (id INTEGER PRIMARY KEY AUTOINCREMENT, "
    "source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE, sheet TEXT NOT NULL, "
    "row INTEGER NOT NULL, kind TEXT NOT NULL, "
    "entry_id INTEGER NOT NULL REFERENCES suppression_entry(id), found_on TEXT NOT NULL, "
    "decision TEXT, decided_on TEXT, decided_by TEXT, reason TEXT) STRICT",
    "CREATE INDEX held_row_by_source ON held_row(source_id)",
)


def m010_mappings(db: Tables) -> None:
    """Add what was chosen for the columns of a sheet, by the sheet's fingerprint."""
    db.table("mapping").create(
        {"id": int, "fingerprint": str, "mapping": str, "remembered_at": str, "remembered_by": str},
        pk="id",
        not_null={"fingerprint", "mapping", "remembered_at", "remembered_by"},
        strict=True,
    )
    db.table("mapping").create_index(["fingerprint"], unique=True)


def m011_replacement(db: Tables) -> None:
    """Newer versions of a file: which row goes on as which, what is kept, hits as they were."""
    for column, kind in (("superseded_by", int), ("superseded_on", str)):
        db.table("source").add_column(column, kind)
    db.execute(
        'CREATE TABLE row_succession ("earlier_row_id" INTEGER PRIMARY KEY, '
        '"row_id" INTEGER NOT NULL, "state" INTEGER NOT NULL) STRICT'
    )
    db.execute('CREATE INDEX row_succession_by_row ON row_succession("row_id")')
    db.table("row_carry").create(
        {"id": int, "row_id": int, "column": int, "text": str, "kept_from": str},
        pk="id",
        not_null={"row_id", "column", "text", "kept_from"},
        strict=True,
    )
    db.table("row_carry").create_index(["row_id"])
    db.table("hit_before").create(
        {"id": int, "request_id": int, **_REQUEST_PARTS["hit"], "replaced_by": int},
        pk=("id", "replaced_by"),
        not_null={"request_id", "replaced_by"},
        strict=True,
    )


_SOURCE = {
    "id": int,
    "delivery_id": int,
    "path": str,
    "name": str,
    "sha256": str,
    "size": int,
    "format": str,
    "encoding": str,
    "kind": str,
    "activity": str,
    "channel": str,
    "collected_on": str,
    "policy_version": str,
    "retention": str,
    "status": str,
    "reason": str,
    "warnings": str,
    "row_count": int,
    "imported_at": str,
    "imported_by": str,
    "purge_on": str,
}
_SOURCE_FILLED = {"path", "name", "kind", "status", "row_count", "imported_at", "imported_by"}
_REQUEST = {
    "id": int,
    "ref": str,
    "received_on": str,
    "recorded_on": str,
    "channel": str,
    "language": str,
    "status": str,
    "answered_on": str,
    "answer_channel": str,
    "closed_on": str,
}
_REQUEST_FILLED = {"ref", "received_on", "recorded_on", "channel", "status"}
_REQUEST_PARTS: dict[str, dict[str, type]] = {
    "request_item": {
        "right": str,
        "decision": str,
        "reason_code": str,
        "reason_text": str,
        "decided_on": str,
    },
    "request_criterion": {"criterion": str, "value": str},
    "pause": {"reason": str, "asked_on": str, "answered_on": str, "text": str},
    "extension": {"reasons": str, "text": str, "sent_on": str, "withdrawn": int},
    "identity_check": {
        "performed_on": str,
        "doubt": int,
        "doubt_reason": str,
        "method": str,
        "result": str,
    },
    "search_run": {
        "at": str,
        "actor": str,
        "criteria": str,
        "files": int,
        "rows": int,
        "total": int,
        "unreadable": str,
    },
    "hit": {
        "row_id": int,
        "source_id": int,
        "file": str,
        "sha256": str,
        "sheet": str,
        "row": int,
        "level": str,
        "score": float,
        "reasons": str,
        "verdict": str,
        "verdict_reason": str,
        "decided_at": str,
        "decided_by": str,
    },
    "rescan_result": {
        "source_id": int,
        "at": str,
        "status": str,
        "sha256_before": str,
        "sha256_after": str,
        "hits": str,
    },
}

STEPS: tuple[Callable[[Tables], None], ...] = (
    m001_settings_and_events,
    m002_imported_rows,
    m003_requests,
    m004_one_hit_a_row,
    m005_notes_on_cells,
    m006_places_of_one_content,
    m007_unfinished_documents,
    m008_indexes,
    m009_suppression,
    m010_mappings,
    m011_replacement,
)


def _migrations() -> Migrations:
    migrations = Migrations("register")
    for step in STEPS:
        migrations()(step)
    return migrations
