"""The form of a message that came in on the pipe from the reader process: plain JSON values."""

import base64
from datetime import datetime
from typing import Any

from dsr_desktop.domain.incoming import Mailbox, MessagePart, MessageRead


def values_of_message(message: MessageRead) -> dict[str, object]:
    """Return what JSON can hold; documents are written in base64."""
    return {
        "text": message.text,
        "subject": message.subject,
        "senders": [(one.name, one.address) for one in message.senders],
        "reply_to": [(one.name, one.address) for one in message.reply_to],
        "arrived_at": message.arrived_at and message.arrived_at.isoformat(),
        "written_at": message.written_at and message.written_at.isoformat(),
        "headers": message.headers,
        "form": message.form,
        "parts": [(one.name, base64.b64encode(one.content).decode()) for one in message.parts],
        "is_mail": message.is_mail,
    }


def message_from_values(values: dict[str, Any]) -> MessageRead:
    """Read a message back; TypeError, ValueError or LookupError for what is none."""
    return MessageRead(
        text=str(values["text"]),
        subject=str(values["subject"]),
        senders=_mailboxes(values["senders"]),
        reply_to=_mailboxes(values["reply_to"]),
        arrived_at=_moment(values["arrived_at"]),
        written_at=_moment(values["written_at"]),
        headers=tuple(map(str, values["headers"])),
        form=tuple((str(label), str(value)) for label, value in values["form"]),
        parts=tuple(
            MessagePart(str(name), base64.b64decode(content, validate=True))
            for name, content in values["parts"]
        ),
        is_mail=bool(values["is_mail"]),
    )


def _mailboxes(pairs: list[list[str]]) -> tuple[Mailbox, ...]:
    return tuple(Mailbox(str(name), str(address)) for name, address in pairs)


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None
