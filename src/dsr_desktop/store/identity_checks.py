"""The identity log of requests: facts only, never a document, number or image (R-ID-6)."""

import json
from collections.abc import Sequence
from datetime import date

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.identity import (
    CopyOutcome,
    DocumentSeen,
    IdentityCheck,
    IdentityMethod,
    IdentityResult,
    LoggedCheck,
    PaperChecked,
    UnaskedCopy,
)
from dsr_desktop.domain.iso_days import day_of, iso
from dsr_desktop.domain.request import Request
from dsr_desktop.store.database import Database

CHECK_COLUMNS = (
    "performed_on", "performed_by", "doubt", "doubt_reason", "proportionality", "method",
    "fields_compared", "result", "asked_on", "answered_on", "document_seen",
    "document_deleted_on", "papers",
)  # fmt: skip
"""Columns of a check in the order of `row_of_check` and `logged_check`."""


def row_of_check(logged: LoggedCheck) -> tuple[object, ...]:
    """Return a check as its table has it."""
    check = logged.check
    return (
        logged.performed_on.isoformat(), logged.performed_by, int(logged.has_doubt), check.doubt,
        check.proportionality, check.method, json.dumps(check.fields_compared), check.result,
        iso(check.asked_on), iso(check.answered_on), check.document_seen,
        iso(check.document_deleted_on), json.dumps(sorted(check.papers)),
    )  # fmt: skip


def add_unasked_copy(
    database: Database, request: Request, copy: UnaskedCopy, recorded_on: date, actor: str
) -> None:
    """Tick that a copy came unasked and is gone."""
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO unasked_id_copy(request_id, received_on, outcome, day, recorded_on, "
            "recorded_by) VALUES (?, ?, ?, ?, ?, ?)",
            (request.id, copy.received_on.isoformat(), copy.outcome, copy.day.isoformat(),
             recorded_on.isoformat(), actor),
        )  # fmt: skip


def read_unasked_copies(database: Database, request: Request) -> tuple[UnaskedCopy, ...]:
    """Return the ticks of a request in the order of recording."""
    rows = database.connection.execute(
        "SELECT received_on, outcome, day FROM unasked_id_copy WHERE request_id = ? ORDER BY id",
        (request.id,),
    )
    return tuple(
        UnaskedCopy(date.fromisoformat(came), CopyOutcome(outcome), date.fromisoformat(gone))
        for came, outcome, gone in rows
    )


def logged_check(row: Sequence[str | None]) -> LoggedCheck:
    """Return a check from its row; of one of an earlier version less is known."""
    on, by, doubt, reason, note, method, fields, result, asked, answered, seen, deleted, papers = (
        row
    )
    return LoggedCheck(
        IdentityCheck(
            method=IdentityMethod(method or ""),
            result=IdentityResult(result or ""),
            doubt=(reason or "") if doubt else None,
            proportionality=note or "",
            fields_compared=tuple(Field(one) for one in json.loads(fields or "[]")),
            asked_on=day_of(asked),
            answered_on=day_of(answered),
            document_seen=DocumentSeen(seen or DocumentSeen.NONE),
            document_deleted_on=day_of(deleted),
            papers=frozenset(PaperChecked(one) for one in json.loads(papers or "[]")),
        ),
        date.fromisoformat(on or ""),
        by or "",
    )
