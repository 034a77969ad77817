"""What the schema of the register got for restriction, checklists by line, and rectification."""

from dsr_desktop.store.sqlcipher import Tables


def m038_restrictions_and_decisions(db: Tables) -> None:
    """Add who is restricted and by what they are known, decisions per dataset, and corrections."""
    for statement in _TABLES:
        db.execute(statement)


_TABLES = (
    "CREATE TABLE restriction (id INTEGER PRIMARY KEY AUTOINCREMENT, ref TEXT NOT NULL, "
    "ground TEXT NOT NULL, since TEXT NOT NULL, set_by TEXT NOT NULL, activity TEXT NOT NULL, "
    "source_id INTEGER NOT NULL, review_on TEXT, note TEXT NOT NULL, told_on TEXT, "
    "lifted_on TEXT, lifted_by TEXT NOT NULL) STRICT",
    "CREATE TABLE restricted_key (restriction_id INTEGER NOT NULL REFERENCES restriction(id) "
    "ON DELETE CASCADE, kind TEXT NOT NULL, value TEXT NOT NULL, "
    "PRIMARY KEY (restriction_id, kind, value)) STRICT, WITHOUT ROWID",
    "CREATE TABLE restricted_row (restriction_id INTEGER NOT NULL REFERENCES restriction(id) "
    "ON DELETE CASCADE, row_id INTEGER NOT NULL REFERENCES row(id) ON DELETE CASCADE, "
    "PRIMARY KEY (restriction_id, row_id)) STRICT, WITHOUT ROWID",
    "CREATE INDEX restricted_row_by_row ON restricted_row(row_id)",
    "CREATE TABLE archived_row (row_id INTEGER PRIMARY KEY REFERENCES row(id) "
    "ON DELETE CASCADE, ref TEXT NOT NULL, "
    "reason_code TEXT NOT NULL, until TEXT NOT NULL) STRICT",
    "CREATE TABLE dataset_decision (id INTEGER PRIMARY KEY AUTOINCREMENT, "
    "request_id INTEGER NOT NULL REFERENCES request(id), source_id INTEGER NOT NULL, "
    "choice TEXT NOT NULL, reason_code TEXT NOT NULL, until TEXT, note TEXT, "
    "decided_on TEXT NOT NULL, decided_by TEXT NOT NULL, UNIQUE (request_id, source_id)) STRICT",
    "CREATE TABLE checklist_line (request_id INTEGER NOT NULL REFERENCES request(id), "
    "line TEXT NOT NULL, outcome TEXT NOT NULL, reason_code TEXT NOT NULL, until TEXT, "
    "done_on TEXT NOT NULL, done_by TEXT NOT NULL, evidence TEXT, "
    "PRIMARY KEY (request_id, line)) STRICT, WITHOUT ROWID",
    "CREATE TABLE rectified_cell (id INTEGER PRIMARY KEY AUTOINCREMENT, "
    "request_id INTEGER NOT NULL REFERENCES request(id), source_id INTEGER NOT NULL, "
    "row_id INTEGER NOT NULL, sheet TEXT NOT NULL, row INTEGER NOT NULL, "
    "column INTEGER NOT NULL, before TEXT, after TEXT, decided_on TEXT NOT NULL, "
    "decided_by TEXT NOT NULL, done_on TEXT, done_by TEXT, evidence TEXT) STRICT",
)
