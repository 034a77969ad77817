"""Request files: items, criteria, clock events and what was found."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from dsr_desktop.domain.clock import Extension, ExtensionReason, Pause, PauseReason
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.domain.hit import Hit, SearchRun
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.matching import How, Level, Reason
from dsr_desktop.domain.request import Channel, Decision, Item, Request, Right, Stage
from dsr_desktop.store.database import Database


def next_ref(database: Database, year: int) -> str:
    """Return the next reference of the year, DSR-2026-0001 being the first."""
    rows = database.connection.execute(
        "SELECT ref FROM request WHERE ref LIKE ?", (f"DSR-{year}-%",)
    )
    number = max((int(ref.rsplit("-", 1)[1]) for (ref,) in rows), default=0) + 1
    return f"DSR-{year}-{number:04d}"


def add_request(database: Database, request: Request) -> None:
    """Store a new request with its items and criteria."""
    with database.transaction() as connection:
        cursor = connection.execute(
            "INSERT INTO request(ref, received_on, recorded_on, channel, language, status) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (request.ref, request.received_on.isoformat(), request.recorded_on.isoformat(),
             request.channel, request.language, request.stage),
        )  # fmt: skip
        request_id = cursor.lastrowid
        connection.executemany(
            "INSERT INTO request_item(request_id, right) VALUES (?, ?)",
            [(request_id, item.right) for item in request.items],
        )
        _write_criteria(database, request_id, request.criteria)


def set_criteria(database: Database, request: Request, criteria: Criteria) -> None:
    """Replace what is known about the person of a request."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM request_criterion WHERE request_id = ?", (request.id,))
        _write_criteria(database, request.id, criteria)


def read_requests(database: Database) -> tuple[Request, ...]:
    """Return every request, oldest receipt first."""
    query = (
        "SELECT id, ref, received_on, recorded_on, channel, language, status, answered_on, "
        "closed_on FROM request ORDER BY received_on, ref"
    )
    return tuple(_request(database, row) for row in database.connection.execute(query).fetchall())


def read_request(database: Database, ref: str) -> Request:
    """Return the request with this reference; NotFoundError if there is none."""
    for row in database.connection.execute(
        "SELECT id, ref, received_on, recorded_on, channel, language, status, answered_on, "
        "closed_on FROM request WHERE ref = ?",
        (ref.strip().upper(),),
    ):
        return _request(database, row)
    raise NotFoundError(
        mark("There is no request {ref}. `request list` shows all references."), ref=ref[:40]
    )


def set_decision(database: Database, request: Request, item: Item) -> None:
    """Record what was decided on one right."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE request_item SET decision = ?, reason_code = ?, reason_text = ?, "
            "decided_on = ? WHERE request_id = ? AND right = ?",
            (item.decision, item.reason_code, item.reason_text, _iso(item.decided_on), request.id,
             item.right),
        )  # fmt: skip


def set_stage(
    database: Database,
    request: Request,
    stage: Stage,
    *,
    answered_on: date | None = None,
    answer_channel: str | None = None,
    closed_on: date | None = None,
) -> None:
    """Move a request to a stage; dates given are recorded, those left out stay."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE request SET status = ?, answered_on = coalesce(?, answered_on), "
            "answer_channel = coalesce(?, answer_channel), closed_on = coalesce(?, closed_on) "
            "WHERE id = ?",
            (stage, _iso(answered_on), answer_channel, _iso(closed_on), request.id),
        )


def add_pause(database: Database, request: Request, pause: Pause) -> None:
    """Record a question to the person that may stop the clock."""
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO pause(request_id, reason, asked_on, answered_on, text) "
            "VALUES (?, ?, ?, ?, ?)",
            (request.id, pause.reason, pause.asked_on.isoformat(), _iso(pause.answered_on),
             pause.text),
        )  # fmt: skip


def answer_pause(database: Database, request: Request, answered_on: date) -> None:
    """Record that the person answered the open question."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE pause SET answered_on = ? WHERE request_id = ? AND answered_on IS NULL",
            (answered_on.isoformat(), request.id),
        )


def set_extension(database: Database, request: Request, extension: Extension) -> None:
    """Record the extension of a request, its notice's sending or its withdrawal."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM extension WHERE request_id = ?", (request.id,))
        connection.execute(
            "INSERT INTO extension(request_id, reasons, text, sent_on, withdrawn) "
            "VALUES (?, ?, ?, ?, ?)",
            (request.id, json.dumps(sorted(extension.reasons)), extension.text,
             _iso(extension.sent_on), int(extension.withdrawn)),
        )  # fmt: skip


def add_identity_check(
    database: Database,
    request: Request,
    performed_on: date,
    *,
    doubt: str | None,
    method: str,
    result: str,
) -> None:
    """Log one identity check: facts only, never a document, number or image (R-ID-6)."""
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO identity_check(request_id, performed_on, doubt, doubt_reason, method, "
            "result) VALUES (?, ?, ?, ?, ?, ?)",
            (request.id, performed_on.isoformat(), int(doubt is not None), doubt, method, result),
        )


def has_doubt(database: Database, request: Request) -> bool:
    """Tell whether a reasonable doubt about identity is on record (R-SUS-4)."""
    row = database.connection.execute(
        "SELECT 1 FROM identity_check WHERE request_id = ? AND doubt = 1", (request.id,)
    ).fetchone()
    return row is not None


def record_search(
    database: Database, request: Request, run: SearchRun, criteria: Criteria, hits: Sequence[Hit]
) -> None:
    """Store a search and its hits.

    A row found before keeps its hit's id, and its verdict if it has one; rows that nobody judged
    and that are found no more are forgotten.
    """
    before = {hit.row_id: hit for hit in read_hits(database, request)}
    found = {hit.row_id for hit in hits}
    gone = [hit for hit in before.values() if hit.verdict is None and hit.row_id not in found]
    again = [(before[hit.row_id].id, hit) for hit in hits if hit.row_id in before]
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO search_run(request_id, at, actor, criteria, files, rows, total) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (request.id, run.at, run.actor, json.dumps(criteria.given(), ensure_ascii=False),
             run.files, run.rows, run.total),
        )  # fmt: skip
        connection.executemany("DELETE FROM hit WHERE id = ?", [(hit.id,) for hit in gone])
        connection.executemany(
            "UPDATE hit SET level = ?, score = ?, reasons = ? WHERE id = ?",
            [(hit.level, hit.score, _reasons_json(hit.reasons), id_) for id_, hit in again],
        )
        connection.executemany(
            "INSERT INTO hit(request_id, row_id, source_id, file, sha256, sheet, row, level, "
            "score, reasons) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (request.id, hit.row_id, hit.source_id, hit.file, hit.sha256, hit.sheet, hit.row,
                 hit.level, hit.score, _reasons_json(hit.reasons))
                for hit in hits
                if hit.row_id not in before
            ],
        )  # fmt: skip


def read_hits(database: Database, request: Request) -> tuple[Hit, ...]:
    """Return the hits of a request, best first, then in the order of import."""
    rows = database.connection.execute(
        "SELECT id, row_id, source_id, file, sha256, sheet, row, level, score, reasons, verdict, "
        "verdict_reason FROM hit WHERE request_id = ?",
        (request.id,),
    )
    hits = [_hit(row) for row in rows]
    return tuple(sorted(hits, key=lambda hit: (hit.level.rank, -hit.score, hit.row_id or 0)))


def set_verdicts(
    database: Database,
    request: Request,
    hit_ids: Sequence[int],
    verdict: str | None,
    reason: str | None,
    actor: str,
) -> None:
    """Record the DPO's verdict ("confirmed", "rejected" or None for open) on hits."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with database.transaction() as connection:
        connection.executemany(
            "UPDATE hit SET verdict = ?, verdict_reason = ?, decided_at = ?, decided_by = ? "
            "WHERE request_id = ? AND id = ?",
            [(verdict, reason, at, actor, request.id, hit_id) for hit_id in hit_ids],
        )


def last_search(database: Database, request: Request) -> SearchRun | None:
    """Return the latest search for a request, None before the first."""
    row = database.connection.execute(
        "SELECT at, actor, files, rows, total FROM search_run WHERE request_id = ? "
        "ORDER BY id DESC LIMIT 1",
        (request.id,),
    ).fetchone()
    return SearchRun(*row) if row else None


def sources_cited_by_open_requests(database: Database, but: Request | None = None) -> set[int]:
    """Ids of sources whose rows an open request cites (a hit not rejected); `but` is left out."""
    rows = database.connection.execute(
        "SELECT DISTINCT hit.source_id FROM hit JOIN request ON request.id = request_id "
        "WHERE request.status <> 'closed' AND coalesce(verdict, '') <> 'rejected' "
        "AND request.id <> ?",
        (but.id if but else 0,),
    )
    return {source_id for (source_id,) in rows}


def sources_cited_by(database: Database, request: Request) -> set[int]:
    """Ids of the sources that a request has hits in."""
    rows = database.connection.execute(
        "SELECT DISTINCT source_id FROM hit WHERE request_id = ?", (request.id,)
    )
    return {source_id for (source_id,) in rows}


def record_rescan(database: Database, request: Request, result: dict[str, object]) -> None:
    """Store what reading a source again found."""
    with database.transaction():
        database.tables.table("rescan_result").insert({"request_id": request.id, **result})


def read_rescan(database: Database, request: Request) -> tuple[dict[str, object], ...]:
    """Return the latest result per source of reading the files again."""
    rows = database.tables.query(
        "SELECT * FROM rescan_result WHERE id IN (SELECT max(id) FROM rescan_result "
        "WHERE request_id = ? GROUP BY source_id) ORDER BY source_id",
        (request.id,),
    )
    return tuple(rows)


def _hit(row: Sequence[Any]) -> Hit:
    id_, row_id, source_id, file, sha256, sheet, n, level, score, reasons, verdict, reason = row
    return Hit(
        id_, row_id, source_id, file, sha256, sheet, n, Level(level), score, _reasons(reasons),
        verdict, reason,
    )  # fmt: skip


def _write_criteria(database: Database, request_id: int | None, criteria: Criteria) -> None:
    database.connection.executemany(
        "INSERT INTO request_criterion(request_id, criterion, value) VALUES (?, ?, ?)",
        [
            (request_id, criterion, value)
            for criterion, values in criteria.given().items()
            for value in values
        ],
    )


def _request(database: Database, row: Sequence[object]) -> Request:
    id_, ref, received, recorded, channel, language, status, answered, closed = row
    return Request(
        id=int(str(id_)),
        ref=str(ref),
        received_on=date.fromisoformat(str(received)),
        recorded_on=date.fromisoformat(str(recorded)),
        channel=Channel(str(channel)),
        stage=Stage(str(status)),
        language=str(language or "fr"),
        answered_on=_day(answered),
        closed_on=_day(closed),
        items=_items(database, id_),
        criteria=_criteria(database, id_),
        pauses=_pauses(database, id_),
        extension=_extension(database, id_),
    )


def _items(database: Database, request_id: object) -> tuple[Item, ...]:
    rows = database.connection.execute(
        "SELECT right, decision, reason_code, reason_text, decided_on FROM request_item "
        "WHERE request_id = ? ORDER BY id",
        (request_id,),
    )
    return tuple(
        Item(Right(right), Decision(decision) if decision else None, code, text, _day(day))
        for right, decision, code, text, day in rows
    )


def _criteria(database: Database, request_id: object) -> Criteria:
    values: dict[str, list[str]] = {}
    for criterion, value in database.connection.execute(
        "SELECT criterion, value FROM request_criterion WHERE request_id = ? ORDER BY id",
        (request_id,),
    ):
        values.setdefault(criterion, []).append(value)
    return Criteria(**{criterion: tuple(given) for criterion, given in values.items()})


def _pauses(database: Database, request_id: object) -> tuple[Pause, ...]:
    rows = database.connection.execute(
        "SELECT reason, asked_on, answered_on, text FROM pause WHERE request_id = ? ORDER BY id",
        (request_id,),
    )
    return tuple(
        Pause(PauseReason(reason), date.fromisoformat(asked), _day(answered), text or "")
        for reason, asked, answered, text in rows
    )


def _extension(database: Database, request_id: object) -> Extension | None:
    row = database.connection.execute(
        "SELECT reasons, text, sent_on, withdrawn FROM extension WHERE request_id = ?",
        (request_id,),
    ).fetchone()
    if row is None:
        return None
    reasons = frozenset(ExtensionReason(reason) for reason in json.loads(row[0]))
    return Extension(reasons, _day(row[2]), row[1] or "", withdrawn=bool(row[3]))


def _reasons_json(reasons: tuple[Reason, ...]) -> str:
    return json.dumps([[one.criterion, one.column, one.cell, one.how] for one in reasons])


def _reasons(text: str) -> tuple[Reason, ...]:
    return tuple(
        Reason(criterion, column, cell, How(how))
        for criterion, column, cell, how in json.loads(text)
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: object) -> date | None:
    return date.fromisoformat(str(text)) if text else None
