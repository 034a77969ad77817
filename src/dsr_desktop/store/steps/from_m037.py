"""What the schema of the register got for access packages: the review, its approval, what was made."""

from dsr_desktop.store.sqlcipher import Tables


def m037_access_packages(db: Tables) -> None:
    """Add decisions on pieces of a package, approvals, and packages as they left."""
    for statement in _TABLES:
        db.execute(statement)


_TABLES = (
    "CREATE TABLE review_decision (request_id INTEGER NOT NULL REFERENCES request(id), "
    "item TEXT NOT NULL, choice TEXT NOT NULL, digest TEXT NOT NULL, spans TEXT NOT NULL, "
    "reason_code TEXT NOT NULL, note TEXT NOT NULL, decided_by TEXT NOT NULL, "
    "decided_at TEXT NOT NULL, PRIMARY KEY (request_id, item)) STRICT, WITHOUT ROWID",
    "CREATE TABLE review_approval (request_id INTEGER PRIMARY KEY REFERENCES request(id), "
    "digest TEXT NOT NULL, approved_by TEXT NOT NULL, approved_at TEXT NOT NULL) STRICT",
    "CREATE TABLE access_package (id INTEGER PRIMARY KEY AUTOINCREMENT, "
    "request_id INTEGER NOT NULL REFERENCES request(id), form TEXT NOT NULL, "
    "sha256 TEXT NOT NULL, manifest TEXT NOT NULL, made_by TEXT NOT NULL, made_at TEXT NOT NULL, "
    "content BLOB NOT NULL) STRICT",
)
