"""What searches for a request found, the DPO's verdicts, and which sources requests cite."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.hit import Hit, HitCounts, HitGroup, SearchRun, Verdict, count_hits
from dsr_desktop.domain.matching import How, Level, Reason
from dsr_desktop.domain.request import Request, Stage
from dsr_desktop.store.database import Database
from dsr_desktop.store.request_selection import ALL_REQUESTS, RequestSelection
from dsr_desktop.store.sqlcipher import Connection

_COUNTED = "SELECT request_id, verdict, level, source_id, count(*) FROM hit"
_RUNS = "SELECT at, actor, files, rows, total, criteria FROM search_run WHERE request_id = ? ORDER BY id"


def record_search(
    database: Database, request: Request, run: SearchRun, criteria: Criteria, hits: Sequence[Hit]
) -> None:
    """Store a search and its hits.

    A row found before keeps its hit's id, and its verdict if it has one; rows that nobody judged
    and that are found no more are forgotten.
    """
    with database.transaction() as connection:
        before = {hit.row_id: hit for hit in read_hits(database, request)}
        found = {hit.row_id for hit in hits}
        gone = [
            hit
            for hit in before.values()
            if hit.verdict is None and not hit.waits_for_verdict and hit.row_id not in found
        ]
        connection.execute(
            "INSERT INTO search_run(request_id, at, actor, criteria, files, rows, total) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (request.id, run.at, run.actor, json.dumps(criteria.given(), ensure_ascii=False),
             run.files, run.rows, run.total),
        )  # fmt: skip
        connection.executemany("DELETE FROM hit WHERE id = ?", [(hit.id,) for hit in gone])
        connection.executemany(
            "UPDATE hit SET level = ?, score = ?, reasons = ? WHERE id = ?",
            [
                (hit.level, hit.score, _reasons_json(hit.reasons), before[hit.row_id].id)
                for hit in hits
                if hit.row_id in before
            ],
        )
        _add_hits(connection, request, [hit for hit in hits if hit.row_id not in before])


def read_hits(database: Database, request: Request) -> tuple[Hit, ...]:
    """Return the hits of a request, best first, then in the order of import."""
    rows = database.connection.execute(
        "SELECT id, row_id, source_id, file, sha256, sheet, row, level, score, reasons, verdict, "
        "verdict_reason, decided_at, decided_by FROM hit WHERE request_id = ?",
        (request.id,),
    )
    hits = [_hit(row) for row in rows]
    return tuple(sorted(hits, key=lambda hit: (hit.level.rank, -hit.score, hit.row_id or 0)))


def count_hits_of_requests(
    database: Database, which: RequestSelection = ALL_REQUESTS
) -> dict[int, HitCounts]:
    """Return how many hits each request has, by the request's id; one without hits is left out."""
    groups: dict[int, list[HitGroup]] = {}
    only, given = which.within("request_id")
    query = f"{_COUNTED} WHERE {only} GROUP BY request_id, verdict, level, source_id"
    for request_id, verdict, level, source_id, number in database.connection.execute(query, given):
        group = HitGroup(_verdict(verdict), Level(level), source_id, number)
        groups.setdefault(request_id, []).append(group)
    return {request_id: count_hits(found) for request_id, found in groups.items()}


def set_verdicts(
    database: Database,
    request: Request,
    hit_ids: Sequence[int],
    verdict: Verdict | None,
    reason: str | None,
    actor: str,
) -> None:
    """Record the DPO's verdict on hits, None to open them again."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with database.transaction() as connection:
        connection.executemany(
            "UPDATE hit SET verdict = ?, verdict_reason = ?, decided_at = ?, decided_by = ? "
            "WHERE request_id = ? AND id = ?",
            [(verdict, reason, at, actor, request.id, hit_id) for hit_id in hit_ids],
        )


def set_grades(
    database: Database, grades: Iterable[tuple[int, Level, float, tuple[Reason, ...]]]
) -> None:
    """Record how surely rows are the person, and why, as (hit id, level, score, reasons)."""
    with database.transaction() as connection:
        connection.executemany(
            "UPDATE hit SET level = ?, score = ?, reasons = ? WHERE id = ?",
            [(level, score, _reasons_json(reasons), id_) for id_, level, score, reasons in grades],
        )


def last_search(database: Database, request: Request) -> SearchRun | None:
    """Return the latest search for a request, None before the first."""
    row = database.connection.execute(f"{_RUNS} DESC LIMIT 1", (request.id,)).fetchone()
    return _run(row) if row else None


def search_runs(database: Database, request: Request) -> tuple[SearchRun, ...]:
    """Return every search for a request, oldest first."""
    return tuple(map(_run, database.connection.execute(_RUNS, (request.id,))))


def sources_cited_by_open_requests(database: Database, but: Request | None = None) -> set[int]:
    """Ids of sources whose rows an open request cites (a hit not rejected); `but` is left out."""
    rows = database.connection.execute(
        "SELECT DISTINCT hit.source_id FROM hit JOIN request ON request.id = request_id "
        "WHERE request.status <> ? AND coalesce(verdict, '') <> ? AND request.id <> ?",
        (Stage.CLOSED, Verdict.REJECTED, but.id if but else 0),
    )
    return {source_id for (source_id,) in rows}


def sources_cited_by(database: Database, request: Request) -> set[int]:
    """Ids of the sources that a request has hits in."""
    rows = database.connection.execute(
        "SELECT DISTINCT source_id FROM hit WHERE request_id = ?", (request.id,)
    )
    return {source_id for (source_id,) in rows}


def requests_citing(database: Database, row_id: int) -> tuple[str, ...]:
    """Return the references of the requests that found a row and did not reject it."""
    rows = database.connection.execute(
        "SELECT ref FROM hit JOIN request ON request.id = request_id "
        "WHERE row_id = ? AND verdict IS NOT 'rejected' ORDER BY request.id",
        (row_id,),
    )
    return tuple(ref for (ref,) in rows)


def _add_hits(connection: Connection, request: Request, hits: Sequence[Hit]) -> None:
    connection.executemany(
        "INSERT INTO hit(request_id, row_id, source_id, file, sha256, sheet, row, level, "
        "score, reasons) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (request.id, hit.row_id, hit.source_id, hit.file, hit.sha256, hit.sheet, hit.row,
             hit.level, hit.score, _reasons_json(hit.reasons))
            for hit in hits
        ],
    )  # fmt: skip


def _run(row: Sequence[Any]) -> SearchRun:
    at, actor, files, rows, total, criteria = row
    given = json.loads(criteria) if criteria else {}
    return SearchRun(
        at, actor, files, rows, total, {name: tuple(values) for name, values in given.items()}
    )


def _hit(row: Sequence[Any]) -> Hit:
    id_, row_id, source_id, file, sha256, sheet, n, level, score, reasons, verdict, *decided = row
    return Hit(
        id_, row_id, source_id, file, sha256, sheet, n, Level(level), score, _reasons(reasons),
        _verdict(verdict), *decided,
    )  # fmt: skip


def _verdict(text: str | None) -> Verdict | None:
    return Verdict(text) if text else None


def _reasons_json(reasons: tuple[Reason, ...]) -> str:
    listed = [[one.criterion, one.column, one.cell, one.how, one.header] for one in reasons]
    return json.dumps(listed)


@lru_cache(maxsize=4_096)
def _reasons(text: str) -> tuple[Reason, ...]:
    """Read reasons; namesakes by the thousand have the same ones."""
    return tuple(
        Reason(criterion, column, cell, How(how), *header)
        for criterion, column, cell, how, *header in json.loads(text)
    )
