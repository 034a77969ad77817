"""Request files: items, criteria, identity checks and clock events."""

import json
from collections.abc import Sequence
from datetime import date

from dsr_desktop.domain.clock import Extension, ExtensionReason, Pause, PauseReason
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.domain.identity import IdentityMethod, IdentityResult
from dsr_desktop.domain.marking import mark
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
        mark("There is no request {ref}. Take one from the list of requests."), ref=ref[:40]
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
    answer_channel: Channel | None = None,
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
    method: IdentityMethod,
    result: IdentityResult,
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


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: object) -> date | None:
    return date.fromisoformat(str(text)) if text else None
