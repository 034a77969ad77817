"""What the schema of the register got for automated decisions that somebody contests."""

from dsr_desktop.store.sqlcipher import Tables


def m043_automated_decisions(db: Tables) -> None:
    """Add what looking into an automated decision showed."""
    db.execute(
        "CREATE TABLE automated_decision (request_id INTEGER PRIMARY KEY REFERENCES request(id), "
        "finding TEXT NOT NULL, found_on TEXT NOT NULL, decision TEXT, basis TEXT NOT NULL, "
        "reviewer TEXT, view TEXT, result TEXT, recorded_by TEXT NOT NULL) STRICT"
    )
