"""What was said of places on the disk: that the file there is gone for good, and what was taken back."""

from datetime import date

from dsr_desktop.domain.gone_place import GonePlace
from dsr_desktop.store.database import Database


def add_gone_place(
    database: Database, path: str, reason: str, said_on: date, said_by: str
) -> GonePlace:
    """Keep that a place is gone for good; raises IntegrityError for one that is kept already."""
    with database.transaction() as connection:
        added = connection.execute(
            "INSERT INTO gone_place(path, reason, said_on, said_by) VALUES (?, ?, ?, ?) RETURNING id",
            (path, reason, said_on.isoformat(), said_by),
        )
        return GonePlace(int(added.fetchone()[0]), path, reason, said_on, said_by)


def read_gone_places(database: Database) -> tuple[GonePlace, ...]:
    """Return what holds of places, in the order in which it was said."""
    rows = database.connection.execute(
        "SELECT id, path, reason, said_on, said_by FROM gone_place "
        "WHERE taken_back_at IS NULL ORDER BY id"
    )
    return tuple(
        GonePlace(id_, path, reason, date.fromisoformat(said_on), said_by)
        for id_, path, reason, said_on, said_by in rows.fetchall()
    )


def take_back_gone_place(
    database: Database, gone: GonePlace, taken_back_at: str, taken_back_by: str
) -> None:
    """Keep that what was said of a place holds no longer, with the time (ISO)."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE gone_place SET taken_back_at = ?, taken_back_by = ? WHERE id = ?",
            (taken_back_at, taken_back_by, gone.id),
        )
