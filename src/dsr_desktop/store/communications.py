"""What went to and fro about requests, with the documents, encrypted like everything here."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from dsr_desktop.domain.communication import (
    AddressState,
    Attachment,
    Communication,
    CommunicationKind,
    Direction,
)
from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request import Channel, Request
from dsr_desktop.store.database import Database


def add_communication(database: Database, request: Request, sent: Communication) -> int:
    """Add a message without its documents; returns its id."""
    with database.transaction() as connection:
        added = connection.execute(
            "INSERT INTO communication(request_id, breach_id, direction, kind, channel, day, "
            "address, note, recorded_on, recorded_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "RETURNING id",
            (request.id, sent.breach_id, sent.direction, sent.kind, sent.channel,
             sent.day.isoformat(), sent.address, sent.note, sent.recorded_on.isoformat(),
             sent.recorded_by),
        )  # fmt: skip
        return int(added.fetchone()[0])


def add_attachment(
    database: Database, communication_id: int, attachment: Attachment, content: bytes
) -> None:
    """Keep a document of a message."""
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO communication_attachment(communication_id, name, size, sha256, content) "
            "VALUES (?, ?, ?, ?, ?)",
            (communication_id, attachment.name, attachment.size, attachment.sha256, content),
        )


def set_breach(database: Database, communication_id: int, breach_id: int) -> None:
    """Say which breach note a message led to."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE communication SET breach_id = ? WHERE id = ?", (breach_id, communication_id)
        )


def read_communications(database: Database, request: Request) -> tuple[Communication, ...]:
    """Return the messages of a request, by the day on which they went or came."""
    attachments = _attachments(database, request)
    rows = database.connection.execute(
        "SELECT id, breach_id, direction, kind, channel, day, address, note, recorded_on, "
        "recorded_by FROM communication WHERE request_id = ? ORDER BY day, id",
        (request.id,),
    )
    return tuple(_communication(request.ref, row, tuple(attachments[row[0]])) for row in rows)


def read_content(database: Database, attachment: Attachment) -> bytes:
    """Return the content of a document; NotFoundError if it is not there any more."""
    row = database.connection.execute(
        "SELECT content FROM communication_attachment WHERE id = ?", (attachment.id,)
    ).fetchone()
    if row is None:
        raise NotFoundError(mark("This document is not in the register any more."))
    return bytes(row[0])


def _attachments(database: Database, request: Request) -> dict[int, list[Attachment]]:
    found: dict[int, list[Attachment]] = defaultdict(list)
    for communication_id, *attachment in database.connection.execute(
        "SELECT communication_id, name, size, sha256, communication_attachment.id "
        "FROM communication_attachment JOIN communication ON communication.id = communication_id "
        "WHERE request_id = ? ORDER BY communication_attachment.id",
        (request.id,),
    ):
        found[communication_id].append(Attachment(*attachment))
    return found


def _communication(
    ref: str, row: Sequence[object], attachments: tuple[Attachment, ...]
) -> Communication:
    id_, breach_id, direction, kind, channel, day, address, note, recorded_on, recorded_by = row
    return Communication(
        ref, Direction(str(direction)), CommunicationKind(str(kind)), Channel(str(channel)),
        date.fromisoformat(str(day)), date.fromisoformat(str(recorded_on)), str(recorded_by),
        str(note), AddressState(str(address)) if address else None, attachments,
        int(str(breach_id)) if breach_id else None, int(str(id_)),
    )  # fmt: skip
