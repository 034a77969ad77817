"""Lets hits of open requests follow their rows into a newer version of a file, and back."""

from datetime import UTC, datetime

from dsr_desktop.domain.hit import ROW_CHANGED, Verdict
from dsr_desktop.domain.request import Stage
from dsr_desktop.domain.source import Source
from dsr_desktop.store.database import Database
from dsr_desktop.store.versions import Succession


def move_hits(database: Database, earlier: Source, newer: Source, actor: str) -> tuple[int, int]:
    """Let the hits of open requests cite the rows of the newer version; the others stay.

    So does one whose request has a hit in the newer row already. A verdict on a row that changed is
    open again. Returns how many hits moved, and how many of them are open again.
    """
    with database.transaction() as connection:
        connection.execute(
            f"INSERT INTO hit_before({_HIT}, replaced_by) SELECT {_HIT}, ? FROM hit "  # noqa: S608
            f"WHERE source_id = ? AND {_OF_OPEN_REQUEST} AND EXISTS (SELECT 1 FROM row_succession "
            "AS next WHERE earlier_row_id = hit.row_id AND NOT EXISTS (SELECT 1 FROM hit AS there "
            "WHERE there.request_id = hit.request_id AND there.row_id = next.row_id))",
            (newer.id, earlier.id, Stage.CLOSED),
        )
        moved = connection.execute(
            "UPDATE hit SET row_id = next.row_id, source_id = ?, file = ?, sha256 = ?, "
            "sheet = sheet.name, row = row.n FROM row_succession AS next "
            "JOIN row ON row.id = next.row_id JOIN sheet ON sheet.id = row.sheet_id "
            "WHERE next.earlier_row_id = hit.row_id "
            "AND hit.id IN (SELECT id FROM hit_before WHERE replaced_by = ?)",
            (newer.id, newer.path, newer.sha256, newer.id),
        ).rowcount
        reopened = connection.execute(
            f"{_REOPEN} AND source_id = ? AND row_id IN "  # noqa: S608
            "(SELECT row_id FROM row_succession WHERE state = ?) "
            "AND id IN (SELECT id FROM hit_before WHERE replaced_by = ?)",
            (ROW_CHANGED, _now(), actor, newer.id, int(Succession.CHANGED), newer.id),
        ).rowcount
    return moved, reopened


def move_hits_back(database: Database, earlier: Source, newer: Source, actor: str) -> None:
    """Let the hits of open requests cite the earlier version again, as they did.

    A verdict on a row that is the same in both stays as it is now; on a row that changed the one
    given before counts, since it was about this very row.
    """
    with database.transaction() as connection:
        connection.execute(
            "UPDATE hit SET row_id = before.earlier_row_id, source_id = ?, file = ?, sha256 = ?, "  # noqa: S608
            "sheet = sheet.name, row = row.n FROM row_succession AS before "
            "JOIN row ON row.id = before.earlier_row_id JOIN sheet ON sheet.id = row.sheet_id "
            f"WHERE before.row_id = hit.row_id AND hit.source_id = ? AND {_OF_OPEN_REQUEST} "
            "AND NOT EXISTS (SELECT 1 FROM hit AS there WHERE there.request_id = hit.request_id "
            "AND there.row_id = before.earlier_row_id)",
            (earlier.id, earlier.path, earlier.sha256, newer.id, Stage.CLOSED),
        )
        connection.execute(
            f"{_REOPEN} AND source_id = ? AND {_OF_OPEN_REQUEST} "
            f"AND row_id IN ({_EARLIER_ROWS} AND state = ?)",
            (
                ROW_CHANGED,
                _now(),
                actor,
                earlier.id,
                Stage.CLOSED,
                newer.id,
                int(Succession.CHANGED),
            ),
        )
        connection.execute(
            f"UPDATE hit SET {_JUDGED} FROM hit_before AS old WHERE old.id = hit.id "  # noqa: S608
            f"AND replaced_by = ? AND hit.row_id IN ({_EARLIER_ROWS} AND state = ?)",
            (newer.id, newer.id, int(Succession.CHANGED)),
        )
        connection.execute(
            f"UPDATE hit SET {_GRADED} FROM hit_before AS old WHERE old.id = hit.id "  # noqa: S608
            f"AND replaced_by = ? AND hit.row_id IN ({_EARLIER_ROWS} AND state = ?)",
            (newer.id, newer.id, int(Succession.OTHER_COLUMNS)),
        )
        _bring_back_forgotten(database, newer)


def reopened_in_requests(database: Database, newer_id: int) -> dict[str, int]:
    """Return how many verdicts a newer version opened again, by the request's reference."""
    rows = database.connection.execute(
        "SELECT ref, count(*) FROM hit_before AS old JOIN hit ON hit.id = old.id "
        "JOIN request ON request.id = hit.request_id WHERE old.replaced_by = ? "
        "AND old.verdict IS NOT NULL AND hit.verdict IS NULL GROUP BY ref ORDER BY ref",
        (newer_id,),
    )
    return dict(rows.fetchall())


def rows_of_cited_hits(database: Database, source_id: int, state: Succession) -> set[int]:
    """Ids of rows of a newer version that open requests have hits in and that have this state."""
    rows = database.connection.execute(
        "SELECT hit.row_id FROM hit JOIN row_succession USING (row_id) "  # noqa: S608
        f"WHERE hit.source_id = ? AND state = ? AND {_OF_OPEN_REQUEST}",
        (source_id, int(state), Stage.CLOSED),
    )
    return {row_id for (row_id,) in rows}


def is_cited_alone(database: Database, source_id: int) -> bool:
    """Tell whether an open request cites a row for which the earlier version has no room.

    Either it lacks the row, or the request has a hit in both.
    """
    found = database.connection.execute(
        "SELECT EXISTS (SELECT 1 FROM hit WHERE source_id = ? AND coalesce(verdict, '') <> ? "  # noqa: S608
        f"AND {_OF_OPEN_REQUEST} AND NOT EXISTS (SELECT 1 FROM row_succession AS before "
        "WHERE before.row_id = hit.row_id AND NOT EXISTS (SELECT 1 FROM hit AS there "
        "WHERE there.request_id = hit.request_id AND there.row_id = before.earlier_row_id)))",
        (source_id, Verdict.REJECTED, Stage.CLOSED),
    )
    return bool(found.fetchone()[0])


_HIT = (
    "id, request_id, row_id, source_id, file, sha256, sheet, row, level, score, reasons, verdict, "
    "verdict_reason, decided_at, decided_by"
)
_OF_OPEN_REQUEST = "request_id IN (SELECT id FROM request WHERE status <> ?)"
_REOPEN = (
    "UPDATE hit SET verdict = NULL, verdict_reason = ?, decided_at = ?, decided_by = ? "
    "WHERE verdict IS NOT NULL"
)
_EARLIER_ROWS = (
    "SELECT earlier_row_id FROM row_succession JOIN row ON row.id = row_id "
    "JOIN sheet ON sheet.id = sheet_id WHERE source_id = ?"
)
_GRADED = "level = old.level, score = old.score, reasons = old.reasons"
_JUDGED = (
    f"{_GRADED}, verdict = old.verdict, verdict_reason = old.verdict_reason, "
    "decided_at = old.decided_at, decided_by = old.decided_by"
)


def _bring_back_forgotten(database: Database, newer: Source) -> None:
    """Store hits again that a search for the person dropped because the row had changed."""
    database.connection.execute(
        f"INSERT INTO hit({_HIT}) SELECT {_HIT} FROM hit_before AS old WHERE replaced_by = ? "  # noqa: S608
        f"AND {_OF_OPEN_REQUEST} AND NOT EXISTS (SELECT 1 FROM hit WHERE hit.id = old.id OR "
        "(hit.request_id = old.request_id AND hit.row_id = old.row_id))",
        (newer.id, Stage.CLOSED),
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
