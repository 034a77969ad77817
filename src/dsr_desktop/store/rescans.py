"""What reading the sources of a request again found, each time."""

from dsr_desktop.domain.request import Request
from dsr_desktop.store.database import Database


def record_rescan(database: Database, request: Request, result: dict[str, object]) -> None:
    """Store what reading a source again at one of its places found."""
    with database.transaction():
        database.tables.table("rescan_result").insert({"request_id": request.id, **result})


def read_rescan(database: Database, request: Request) -> tuple[dict[str, object], ...]:
    """Return the latest result for each place, in the order of reading.

    Of earlier days a place may not be known: those are told apart by their source.
    """
    rows = database.tables.query(
        "SELECT * FROM rescan_result WHERE id IN (SELECT max(id) FROM rescan_result "
        "WHERE request_id = ? GROUP BY path, CASE path WHEN '' THEN source_id END) "
        "ORDER BY id",
        (request.id,),
    )
    return tuple(rows)
