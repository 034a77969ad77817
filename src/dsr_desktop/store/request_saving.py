"""Stores request files: recorded, and saved after each step."""

import json
from collections.abc import Iterable, Sequence

from dsr_desktop.domain.abuse import Abuse
from dsr_desktop.domain.clock import Extension, Pause
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.iso_days import iso
from dsr_desktop.domain.request import Item, Request
from dsr_desktop.domain.requester import Address, DataSubject, Mandate
from dsr_desktop.store.database import Database
from dsr_desktop.store.fees import FEE_COLUMNS, row_of_fee
from dsr_desktop.store.identity_checks import CHECK_COLUMNS, row_of_check
from dsr_desktop.store.requests import DATA_SUBJECT, REQUESTER


def next_ref(database: Database, year: int) -> str:
    """Return the next reference of the year, DSR-2026-0001 being the first.

    One that the event log knows is never given again: its file may have been purged.
    """
    rows = database.connection.execute(
        "SELECT ref FROM request WHERE ref LIKE :like UNION SELECT ref FROM event "
        "WHERE ref LIKE :like",
        {"like": f"DSR-{year}-%"},
    )
    number = max((int(ref.rsplit("-", 1)[1]) for (ref,) in rows), default=0) + 1
    return f"DSR-{year}-{number:04d}"


def add_request(database: Database, request: Request) -> None:
    """Store a new request with its items, its criteria and whom the message named."""
    with database.transaction() as connection:
        cursor = connection.execute(
            "INSERT INTO request(ref, received_on, recorded_on, channel, status) "
            "VALUES (?, ?, ?, ?, ?)",
            (request.ref, request.received_on.isoformat(), request.recorded_on.isoformat(),
             request.channel, request.stage),
        )  # fmt: skip
        id_ = int(cursor.lastrowid or 0)
        connection.executemany(
            "INSERT INTO request_item(request_id, right) VALUES (?, ?)",
            [(id_, item.right) for item in request.items],
        )
        _add_subject(database, id_, request.data_subject)
        _write_criteria(database, id_, request.criteria)
        _write(database, id_, request)


def save_request(database: Database, request: Request) -> None:
    """Store what a step made of a request; its reference, criteria and person stay."""
    with database.transaction():
        _write(database, request.id, request)


def set_data_subject(database: Database, request: Request) -> None:
    """Replace the names and addresses of the person of a request."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM request_name WHERE request_id = ?", (request.id,))
        connection.execute(
            "DELETE FROM request_address WHERE request_id = ? AND whose = ?",
            (request.id, DATA_SUBJECT),
        )
        _add_subject(database, request.id, request.data_subject)


def set_criteria(database: Database, request: Request, criteria: Criteria) -> None:
    """Replace what is known about the person of a request."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM request_criterion WHERE request_id = ?", (request.id,))
        _write_criteria(database, request.id, criteria)


def _write(database: Database, id_: int, request: Request) -> None:
    authority = request.authority
    database.connection.execute(
        "UPDATE request SET received_on = ?, language = ?, status = ?, answered_on = ?, "
        "answer_channel = ?, closed_on = ?, relation = ?, requester_name = ?, handled_by = ?, "
        "copy_sent_on = ?, remedies_told = ?, authority = ?, authority_file = ?, "
        "authority_answer_by = ? WHERE id = ?",
        (
            request.received_on.isoformat(), request.language, request.stage,
            iso(request.answered_on), request.answer_channel, iso(request.closed_on),
            request.requester.relation, request.requester.name, request.handled_by,
            iso(request.copy_sent_on), int(request.remedies_told),
            authority and authority.authority, authority and authority.file_number,
            authority and authority.answer_by.isoformat(), id_,
        ),
    )  # fmt: skip
    database.connection.executemany(
        "UPDATE request_item SET decision = ?, reason_code = ?, reason_text = ?, decided_on = ?, "
        "scope = ?, duplicate_of = ?, abuse = ? WHERE request_id = ? AND right = ?",
        [(*_item_row(item), id_, item.right) for item in request.items],
    )
    _write_clock(database, id_, request.pauses, request.extension)
    _write_facts(database, id_, request)


def _item_row(item: Item) -> tuple[object, ...]:
    return (
        item.decision, item.reason_code, item.reason_text, iso(item.decided_on), item.scope,
        item.duplicate_of, _abuse_json(item.abuse),
    )  # fmt: skip


def _abuse_json(abuse: Abuse | None) -> str | None:
    if abuse is None:
        return None
    said = [abuse.facts, abuse.why_no_fee, abuse.author, list(abuse.earlier)]
    return json.dumps(said, ensure_ascii=False)


def _write_clock(
    database: Database, id_: int, pauses: Sequence[Pause], extension: Extension | None
) -> None:
    _replace(database, "pause", ("reason", "asked_on", "answered_on", "text"), id_, (
        (one.reason, one.asked_on.isoformat(), iso(one.answered_on), one.text) for one in pauses
    ))  # fmt: skip
    rows = [] if extension is None else [_extension_row(extension)]
    _replace(database, "extension", ("reasons", "text", "sent_on", "withdrawn"), id_, rows)


def _extension_row(extension: Extension) -> tuple[object, ...]:
    reasons = json.dumps(sorted(extension.reasons))
    return reasons, extension.text, iso(extension.sent_on), int(extension.withdrawn)


def _write_facts(database: Database, id_: int, request: Request) -> None:
    _replace(database, "identity_check", CHECK_COLUMNS, id_, map(row_of_check, request.identity))
    _replace(database, "request_condition", ("kind", "seen_on", "seen_by"), id_, (
        (one.kind, one.seen_on.isoformat(), one.seen_by) for one in request.conditions
    ))  # fmt: skip
    _replace(
        database, "request_step", ("code", "done_on", "done_by", "note", "not_applicable"), id_,
        ((one.code, iso(one.done_on), one.done_by, one.note, one.not_applicable)
         for one in request.steps),
    )  # fmt: skip
    rows = [] if request.fee is None else [row_of_fee(request.fee)]
    _replace(database, "request_fee", FEE_COLUMNS, id_, rows)
    _replace(
        database, "mandate", ("asked_on", "received_on", "checked_on", "checked_by", "covers"), id_,
        [_mandate_row(request.requester.mandate)] if request.requester.mandate else [],
    )  # fmt: skip
    database.connection.execute(
        "DELETE FROM request_address WHERE request_id = ? AND whose = ?", (id_, REQUESTER)
    )
    _add_addresses(database, id_, REQUESTER, request.requester.addresses)


def _mandate_row(mandate: Mandate) -> tuple[object, ...]:
    covers = json.dumps(sorted(mandate.covers))
    days = (mandate.asked_on, mandate.received_on, mandate.checked_on)
    return (*map(iso, days), mandate.checked_by, covers)


def _add_subject(database: Database, id_: int, subject: DataSubject) -> None:
    database.connection.executemany(
        "INSERT INTO request_name(request_id, name) VALUES (?, ?)",
        [(id_, name) for name in subject.names],
    )
    _add_addresses(database, id_, DATA_SUBJECT, subject.addresses)


def _add_addresses(database: Database, id_: int, whose: str, given: Iterable[Address]) -> None:
    database.connection.executemany(
        "INSERT INTO request_address(request_id, whose, kind, value) VALUES (?, ?, ?, ?)",
        [(id_, whose, one.kind, one.value) for one in given],
    )


def _replace(
    database: Database,
    table: str,
    columns: Sequence[str],
    id_: int,
    rows: Iterable[Sequence[object]],
) -> None:
    """Write anew what hangs on a request, if it is not as it should be."""
    names, wanted = ", ".join(columns), [tuple(row) for row in rows]
    stored = database.connection.execute(
        f"SELECT {names} FROM {table} WHERE request_id = ? ORDER BY id",  # noqa: S608
        (id_,),
    )
    if [tuple(row) for row in stored] == [tuple(map(_plain, row)) for row in wanted]:
        return
    marks = ", ".join("?" * (len(columns) + 1))
    database.connection.execute(f"DELETE FROM {table} WHERE request_id = ?", (id_,))  # noqa: S608
    database.connection.executemany(
        f"INSERT INTO {table}(request_id, {names}) VALUES ({marks})",  # noqa: S608
        [(id_, *row) for row in wanted],
    )


def _plain(value: object) -> object:
    return str(value) if isinstance(value, str) else value


def _write_criteria(database: Database, request_id: int, criteria: Criteria) -> None:
    database.connection.executemany(
        "INSERT INTO request_criterion(request_id, criterion, value) VALUES (?, ?, ?)",
        [
            (request_id, criterion, value)
            for criterion, values in criteria.given().items()
            for value in values
        ],
    )
