"""What the schema of the register got for letters."""

from dsr_desktop.store.sqlcipher import Tables


def m042_letters(db: Tables) -> None:
    """Add the letters of requests, as they were written and sent."""
    db.execute(
        "CREATE TABLE letter (id INTEGER PRIMARY KEY AUTOINCREMENT, "
        "request_id INTEGER NOT NULL REFERENCES request(id), kind TEXT NOT NULL, "
        "language TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL, made_on TEXT NOT NULL, "
        "made_by TEXT NOT NULL, pdf_sha256 TEXT NOT NULL, docx_sha256 TEXT NOT NULL, "
        "names_remedies INTEGER NOT NULL, written TEXT NOT NULL, sent_on TEXT) STRICT"
    )
    db.execute("CREATE INDEX letter_by_request ON letter(request_id)")
