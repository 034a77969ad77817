"""What looking into the automated decision of a request showed, as it is kept: one at most."""

from datetime import date

from dsr_desktop.domain.automated_decision import Examination, Finding
from dsr_desktop.domain.request import Request
from dsr_desktop.store.database import Database


def keep_examination(database: Database, request: Request, found: Examination) -> None:
    """Keep an examination; a later one takes the place of the earlier."""
    with database.transaction() as connection:
        connection.execute(
            "INSERT OR REPLACE INTO automated_decision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (request.id, found.finding, found.on.isoformat(), found.decision, found.basis,
             found.reviewer, found.view, found.result, found.by),
        )  # fmt: skip


def read_examination(database: Database, request: Request) -> Examination | None:
    """Return the examination of a request, None if there was none."""
    row = database.connection.execute(
        "SELECT finding, found_on, decision, basis, reviewer, view, result, recorded_by "
        "FROM automated_decision WHERE request_id = ?",
        (request.id,),
    ).fetchone()
    if row is None:
        return None
    finding, on, decision, basis, reviewer, view, result, by = row
    return Examination(
        Finding(finding), date.fromisoformat(on), decision or "", basis, reviewer or "", view or "",
        result or "", by,
    )  # fmt: skip
