"""Which cleaned copies of the files of a request were made, and what was taken out of them."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from dsr_desktop.domain.cleaning import CleanedFile, CleanStatus, Columns, Orders
from dsr_desktop.domain.request import Request
from dsr_desktop.store.database import Database


@dataclass(frozen=True)
class CleanedCopy:
    """A copy as it was made last of the file at `path`."""

    source_id: int
    path: str
    status: CleanStatus
    orders: Orders
    sha256_before: str
    sha256_after: str


def record_cleaned(database: Database, request: Request, made: CleanedFile, orders: Orders) -> None:
    """Remember a copy that was made."""
    row = {
        "request_id": request.id, "source_id": made.source_id, "path": made.path,
        "at": datetime.now(UTC).isoformat(timespec="seconds"), "status": made.status,
        "orders": _to_json(orders), "sha256_before": made.sha256_before,
        "sha256_after": made.sha256_after or "",
    }  # fmt: skip
    with database.transaction():
        database.tables.table("cleaned_copy").insert(row)


def read_cleaned(database: Database, request: Request) -> tuple[CleanedCopy, ...]:
    """Return the copy that was made last of each place, in their order."""
    rows = database.connection.execute(
        "SELECT source_id, path, status, orders, sha256_before, sha256_after FROM cleaned_copy "
        "WHERE id IN (SELECT max(id) FROM cleaned_copy WHERE request_id = ? GROUP BY path) "
        "ORDER BY id",
        (request.id,),
    )
    return tuple(
        CleanedCopy(source, path, CleanStatus(status), _from_json(orders), before, after)
        for source, path, status, orders, before, after in rows.fetchall()
    )


def _to_json(orders: Orders) -> str:
    return json.dumps(
        {
            sheet: [[n, None if cut is None else sorted(cut)] for n, cut in rows.items()]
            for sheet, rows in orders.items()
        }
    )


def _from_json(text: str) -> dict[str, dict[int, Columns]]:
    return {
        sheet: {n: None if cut is None else frozenset(cut) for n, cut in rows}
        for sheet, rows in json.loads(text).items()
    }
