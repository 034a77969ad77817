"""What the schema of the register got since: copies, suppression, mappings, newer versions."""

from dsr_desktop.store.sqlcipher import Tables
from dsr_desktop.store.steps.from_m001 import REQUEST_PARTS


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
        {"id": int, "request_id": int, **REQUEST_PARTS["hit"], "replaced_by": int},
        pk=("id", "replaced_by"),
        not_null={"request_id", "replaced_by"},
        strict=True,
    )


def m012_places(db: Tables) -> None:
    """Add the delivery of each copy of a file, and what was said of places that are gone for good.

    What was taken back stays, with who took it back: the event log names entries by their ids only.
    """
    db.table("source_copy").add_column("delivery_id", int)
    db.table("gone_place").create(
        {
            "id": int, "path": str, "reason": str, "said_on": str, "said_by": str,
            "taken_back_at": str, "taken_back_by": str,
        },
        pk="id",
        not_null={"path", "reason", "said_on", "said_by"},
        strict=True,
    )  # fmt: skip
    db.execute(
        'CREATE UNIQUE INDEX gone_place_once ON gone_place("path") WHERE "taken_back_at" IS NULL'
    )


def m013_cleared_rows(db: Tables) -> None:
    """Remember which held rows are another person's, and the renewal of suppression entries.

    A cleared row is the keyed hash of who is in it with the entry that held it; it belongs to each
    source that stores the row because of it, so it goes with the last of them, or with the entry.
    """
    db.execute(
        "CREATE TABLE cleared_row (id INTEGER PRIMARY KEY, "
        "source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE, "
        "entry_id INTEGER NOT NULL REFERENCES suppression_entry(id), digest TEXT NOT NULL) STRICT"
    )
    for column in ("source_id", "entry_id"):
        db.table("cleared_row").create_index([column])
    for column in ("renewed_on", "renewed_by", "renewal_reason"):
        db.table("suppression_entry").add_column(column, str)


def m014_reasons_of_verdicts(db: Tables) -> None:
    """Find why hits were judged without reading all of them: searches look through these texts."""
    db.execute(
        "CREATE INDEX hit_with_reason ON hit(request_id, verdict_reason) "
        "WHERE verdict_reason IS NOT NULL"
    )
