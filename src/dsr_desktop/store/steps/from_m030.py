"""What the schema of the register got for erasing: the ledger, kept datasets, backups."""

from dsr_desktop.store.sqlcipher import Tables


def m030_erasures_and_backups(db: Tables) -> None:
    """Add the ledger of erasures, what of an erasure is kept and why, and the backups made."""
    for statement in _TABLES:
        db.execute(statement)


_TABLES = (
    "CREATE TABLE erasure (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, "
    "ref TEXT NOT NULL, planned_at TEXT NOT NULL, planned_by TEXT NOT NULL, done_at TEXT, "
    "keys TEXT NOT NULL) STRICT",
    "CREATE TABLE erased_row (erasure_id INTEGER NOT NULL REFERENCES erasure(id) "
    "ON DELETE CASCADE, sha256 TEXT NOT NULL, sheet TEXT NOT NULL, row INTEGER NOT NULL, "
    "columns TEXT NOT NULL, PRIMARY KEY (erasure_id, sha256, sheet, row)) STRICT, WITHOUT ROWID",
    "CREATE TABLE kept_dataset (id INTEGER PRIMARY KEY AUTOINCREMENT, "
    "request_id INTEGER NOT NULL REFERENCES request(id), source_id INTEGER NOT NULL, "
    "rows INTEGER NOT NULL, reason_code TEXT NOT NULL, until TEXT NOT NULL, "
    "decided_on TEXT NOT NULL, decided_by TEXT NOT NULL, UNIQUE (request_id, source_id)) STRICT",
    "CREATE TABLE backup (id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL, "
    "made_at TEXT NOT NULL, made_by TEXT NOT NULL, is_daily INTEGER NOT NULL, "
    "is_outside INTEGER NOT NULL, fingerprint TEXT, size INTEGER, rows INTEGER) STRICT",
)
