"""The text of messages that came in, each beside its communication; their documents lie there too."""

from collections.abc import Sequence
from datetime import date

from dsr_desktop.domain.communication import Communication
from dsr_desktop.domain.incoming import KeptMessage, MessageRead
from dsr_desktop.domain.iso_days import day_of
from dsr_desktop.domain.request import Request
from dsr_desktop.store.communications import read_communications
from dsr_desktop.store.database import Database


def add_message(
    database: Database, communication_id: int, message: MessageRead, *, cut_out: int, left_out: int
) -> None:
    """Keep header lines and text of a message; of what was refused or left out the number alone."""
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO incoming_message(communication_id, sender, subject, headers, text, "
            "cut_out, left_out) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (communication_id, message.sender, message.subject, "\n".join(message.headers),
             message.text, cut_out, left_out),
        )  # fmt: skip


def read_messages(database: Database, request: Request) -> tuple[KeptMessage, ...]:
    """Return the messages of a request whose text was kept, by day."""
    rows = database.connection.execute(
        "SELECT communication_id, sender, subject, headers, text, cut_out, left_out, removed_on "
        "FROM incoming_message JOIN communication ON communication.id = communication_id "
        "WHERE request_id = ?",
        (request.id,),
    )
    kept = {row[0]: row[1:] for row in rows}
    return tuple(
        _message(one, kept[one.id])
        for one in read_communications(database, request)
        if one.id in kept
    )


def remove_text(database: Database, communication_id: int, on: date) -> None:
    """Take the text and all documents of a message out; that it came stays."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE incoming_message SET sender = '', subject = '', headers = '', text = '', "
            "removed_on = ? WHERE communication_id = ?",
            (on.isoformat(), communication_id),
        )
        connection.execute("UPDATE communication SET note = '' WHERE id = ?", (communication_id,))
        connection.execute(
            "DELETE FROM communication_attachment WHERE communication_id = ?", (communication_id,)
        )


def cut_out_document(database: Database, communication_id: int, attachment_id: int) -> None:
    """Take one document out as an identity document: name, size and content; the number counts."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM communication_attachment WHERE id = ?", (attachment_id,))
        connection.execute(
            "UPDATE incoming_message SET cut_out = cut_out + 1 WHERE communication_id = ?",
            (communication_id,),
        )


def _message(communication: Communication, row: Sequence[object]) -> KeptMessage:
    sender, subject, headers, text, cut_out, left_out, removed_on = row
    return KeptMessage(
        communication, str(sender), str(subject), str(text), tuple(str(headers).splitlines()),
        int(str(cut_out)), int(str(left_out)),
        day_of(removed_on),
    )  # fmt: skip
