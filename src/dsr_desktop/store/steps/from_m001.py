"""The schema of the register as it began: settings, events, imported rows, requests."""

from dsr_desktop.store.sqlcipher import Tables


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
    for name, columns in REQUEST_PARTS.items():
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
REQUEST_PARTS: dict[str, dict[str, type]] = {
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
"""Columns of the tables that hang on a request, beside the id of it."""
