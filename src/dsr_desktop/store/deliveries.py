"""Who supplied the files of a delivery."""

from dsr_desktop.store.database import Database


def read_suppliers(database: Database) -> dict[int, str]:
    """Return the supplier of each delivery that names one, by the delivery's id."""
    rows = database.connection.execute(
        "SELECT id, supplied_by FROM delivery WHERE coalesce(supplied_by, '') <> ''"
    )
    return dict(rows.fetchall())
