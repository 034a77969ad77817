"""What the schema of the register got since: cleaned copies, and the originals that they replaced."""

from dsr_desktop.store.sqlcipher import Tables


def m029_cleaned_copies(db: Tables) -> None:
    """Remember which cleaned copies were made, and keep the originals that were replaced.

    `orders` is what was taken out, by sheet, row and column. `replacement` is the journal: its
    `state` says what is being done, so that an opening can tell before from after. The pieces of
    the original are kept until the request is closed.
    """
    for statement in _CLEANING:
        db.execute(statement)


_CLEANING = (
    "CREATE TABLE cleaned_copy (id INTEGER PRIMARY KEY AUTOINCREMENT, "
    "request_id INTEGER NOT NULL REFERENCES request(id), source_id INTEGER NOT NULL, "
    "path TEXT NOT NULL, at TEXT NOT NULL, status TEXT NOT NULL, orders TEXT NOT NULL, "
    "sha256_before TEXT NOT NULL, sha256_after TEXT NOT NULL) STRICT",
    "CREATE INDEX cleaned_copy_by_request ON cleaned_copy(request_id)",
    "CREATE TABLE replacement (id INTEGER PRIMARY KEY AUTOINCREMENT, "
    "request_id INTEGER NOT NULL REFERENCES request(id), source_id INTEGER NOT NULL, "
    "path TEXT NOT NULL, part TEXT NOT NULL, mode INTEGER NOT NULL, at TEXT NOT NULL, "
    "state TEXT NOT NULL, sha256_before TEXT NOT NULL, sha256_after TEXT NOT NULL) STRICT",
    "CREATE INDEX replacement_by_request ON replacement(request_id)",
    "CREATE TABLE replacement_piece (replacement_id INTEGER NOT NULL REFERENCES replacement(id) "
    "ON DELETE CASCADE, n INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (replacement_id, n)) "
    "STRICT, WITHOUT ROWID",
)
