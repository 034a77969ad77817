"""What the schema got for messages that came in and for the sheets of phone calls."""

from dsr_desktop.store.sqlcipher import Tables


def m023_messages_and_calls(db: Tables) -> None:
    """Add the text of incoming messages, beside their communication, and call sheets.

    A message has no place for the file that it came in: header lines and text are kept here, its
    documents as those of the communication, each by itself.
    """
    for statement in _TABLES:
        db.execute(statement)


_TABLES = (
    "CREATE TABLE incoming_message (id INTEGER PRIMARY KEY AUTOINCREMENT, "
    "communication_id INTEGER NOT NULL UNIQUE REFERENCES communication(id), "
    "sender TEXT NOT NULL, subject TEXT NOT NULL, headers TEXT NOT NULL, text TEXT NOT NULL, "
    "cut_out INTEGER NOT NULL, left_out INTEGER NOT NULL, removed_on TEXT) STRICT",
    "CREATE TABLE call_sheet (id INTEGER PRIMARY KEY AUTOINCREMENT, "
    "request_id INTEGER REFERENCES request(id), called_on TEXT NOT NULL, called_at TEXT, "
    "caller TEXT NOT NULL, call_back TEXT NOT NULL, read_back TEXT NOT NULL, "
    "notes TEXT NOT NULL, finished_on TEXT, changed_on TEXT, recorded_on TEXT NOT NULL, "
    "recorded_by TEXT NOT NULL) STRICT",
    "CREATE INDEX call_sheet_by_request ON call_sheet(request_id)",
)
