"""What the schema of the register got for letters to many people."""

from dsr_desktop.store.sqlcipher import Tables


def m050_circulars(db: Tables) -> None:
    """Add letters to many people, and to whom each went; who is erased goes from there too."""
    db.execute(
        "CREATE TABLE circular (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, "
        "language TEXT NOT NULL, made_on TEXT NOT NULL, made_by TEXT NOT NULL, "
        "people INTEGER NOT NULL, left_out INTEGER NOT NULL, sha256 TEXT NOT NULL, "
        "source_id INTEGER NOT NULL) STRICT"
    )
    db.execute(
        "CREATE TABLE addressed (id INTEGER PRIMARY KEY AUTOINCREMENT, "
        "circular_id INTEGER NOT NULL REFERENCES circular(id) ON DELETE CASCADE, "
        "row_id INTEGER NOT NULL REFERENCES row(id) ON DELETE CASCADE, sent_on TEXT) STRICT"
    )
    db.execute("CREATE INDEX addressed_by_circular ON addressed(circular_id)")
    db.execute("CREATE INDEX addressed_by_row ON addressed(row_id)")
