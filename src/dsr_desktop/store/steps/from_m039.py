"""What the schema of the register got for the retention of contacts: rules, clocks, holds."""

from dsr_desktop.store.sqlcipher import Tables


def m039_retention_of_contacts(db: Tables) -> None:
    """Add the rules of activities, a clock for each contact, and the holds."""
    for statement in _TABLES:
        db.execute(statement)


_TABLES = (
    "CREATE TABLE retention_rule (activity TEXT PRIMARY KEY, mode TEXT NOT NULL, "
    "months INTEGER NOT NULL, silent_months INTEGER, ended_on TEXT) STRICT",
    "CREATE TABLE contact_clock (row_id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, "
    "collected_on TEXT, last_contact_on TEXT, ended_on TEXT, ended_by TEXT, legal_until TEXT, "
    "delete_on TEXT) STRICT",
    "CREATE INDEX contact_clock_by_day ON contact_clock (delete_on, row_id) "
    "WHERE delete_on IS NOT NULL",
    "CREATE TABLE clock_count (source_id INTEGER PRIMARY KEY, counted_from TEXT NOT NULL, "
    "misread INTEGER NOT NULL) STRICT",
    "CREATE TABLE retention_hold (id INTEGER PRIMARY KEY AUTOINCREMENT, reason TEXT NOT NULL, "
    "set_by TEXT NOT NULL, set_on TEXT NOT NULL, review_on TEXT NOT NULL, "
    "source_id INTEGER NOT NULL, released_on TEXT, released_by TEXT NOT NULL, "
    "release_reason TEXT NOT NULL) STRICT",
    "CREATE TABLE held_contact (row_id INTEGER NOT NULL, hold_id INTEGER NOT NULL "
    "REFERENCES retention_hold(id), PRIMARY KEY (row_id, hold_id)) STRICT, WITHOUT ROWID",
)
