"""Reads a message that Outlook saved as a file, with its documents, for the file of a request."""

import io
from collections.abc import Iterator
from datetime import datetime

import olefile

from dsr_desktop.domain.incoming import MessagePart
from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.mail_text import fuller_text
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.mime import Entity
from dsr_desktop.readers.outlook_mail import EMBEDDED, EMBEDDED_HEAD, fields_of_item, name_of_part
from dsr_desktop.readers.outlook_properties import OutlookFile, Properties

_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DELIVERED = 0x0E06

OutlookMessage = tuple[Entity, str, list[MessagePart], datetime | None]
"""Header, text, documents, and when the mailbox had it."""


def is_outlook_file(content: bytes) -> bool:
    """Tell whether bytes are a compound file, as Outlook writes its messages."""
    return content.startswith(_SIGNATURE)


def read_outlook_message(content: bytes) -> OutlookMessage:
    """Read a message; one attached to it counts as a document, by its text alone.

    Raises UnreadableError for a compound file that is damaged or holds no message.
    """
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as storage:
            item = Properties(OutlookFile(storage, len(content)))
            if not item.is_message():
                raise UnreadableError(Problem.UNKNOWN_KIND, kind="OLE")
            text = fuller_text(item.text(0x1000), item.html())
            header = Entity(fields_of_item(item), b"", 0, 0)
            return header, text, list(_documents(item)), item.moment(_DELIVERED)
    except (OSError, ValueError, IndexError, KeyError) as error:
        raise UnreadableError(Problem.DAMAGED) from error


def _documents(item: Properties) -> Iterator[MessagePart]:
    for part in item.inner("__attach_version1.0_"):
        data = part.binary(0x3701)
        if data:
            yield MessagePart(name_of_part(part).replace("/", "_").replace("\\", "_"), data)
        for mail in part.inner(EMBEDDED, EMBEDDED_HEAD):
            said = "\n\n".join(filter(None, (mail.text(0x0037), mail.text(0x1000) or mail.html())))
            yield MessagePart("message.txt", said.encode("utf-8", "replace"))
