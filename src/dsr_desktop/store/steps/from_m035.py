"""What the schema of the register got since: more reasons for which people are left out of a list."""

from dsr_desktop.store.sqlcipher import Tables


def m035_more_reasons_to_be_left_out(db: Tables) -> None:
    """Count the erased and those without consent apart; earlier hand-overs counted none."""
    for name in ("erased", "without_consent"):
        db.execute(f"ALTER TABLE disclosure ADD COLUMN {name} INTEGER NOT NULL DEFAULT 0")
