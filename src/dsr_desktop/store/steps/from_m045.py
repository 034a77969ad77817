"""What the schema of the register got for transfers to another organisation (GDPR art. 20(2))."""

from dsr_desktop.store.sqlcipher import Tables


def m045_transfers(db: Tables) -> None:
    """Add the organisations to which a person wants her data sent."""
    db.execute(
        "CREATE TABLE transfer (id INTEGER PRIMARY KEY AUTOINCREMENT, "
        "request_id INTEGER NOT NULL REFERENCES request(id), "
        "recipient_id INTEGER NOT NULL REFERENCES recipient(id), asked_on TEXT NOT NULL, "
        "feasibility TEXT NOT NULL, explanation TEXT, sent_on TEXT, "
        "disclosure_id INTEGER NOT NULL) STRICT"
    )
    db.execute("CREATE INDEX transfer_of_request ON transfer (request_id)")
