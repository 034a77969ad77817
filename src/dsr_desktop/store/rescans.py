"""What reading the sources of a request again found, each time."""

from dsr_desktop.domain.request import Request
from dsr_desktop.store.database import Database


def record_rescan(database: Database, request: Request, result: dict[str, object]) -> None:
    """Store what reading a source again at one of its places found."""
    with database.transaction():
        database.tables.table("rescan_result").insert({"request_id": request.id, **result})


def read_rescan(database: Database, request: Request) -> tuple[dict[str, object], ...]:
    """Return the latest result for each place of each source, the source's own place first."""
    rows = database.tables.query(
        "SELECT * FROM rescan_result WHERE id IN (SELECT max(id) FROM rescan_result "
        "WHERE request_id = ? GROUP BY source_id, path) ORDER BY source_id, id",
        (request.id,),
    )
    return tuple(rows)
