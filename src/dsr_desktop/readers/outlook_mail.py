"""Reads mails, contacts and lists that Outlook saved as files (.msg)."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

import olefile

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.attachments import Attachment, attached_parts
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.mail_columns import (
    LONGEST_MESSAGE,
    MAIL_TITLES,
    FormTitles,
    is_sealed,
    record_of_mail,
)
from dsr_desktop.readers.mail_headers import fields_of
from dsr_desktop.readers.mail_text import fuller_text
from dsr_desktop.readers.messages import FileFound, UnreadableError, Warned
from dsr_desktop.readers.mime import Entity
from dsr_desktop.readers.outlook_contact import record_of_contact
from dsr_desktop.readers.outlook_properties import OutlookFile, Properties, named_tags
from dsr_desktop.readers.parts import Part
from dsr_desktop.readers.records import Record, sheet_of_records
from dsr_desktop.readers.vcard_columns import CONTACT_TITLES

_MOST_MAILS_DEEP = 20
_RECIPIENT_FIELDS = {1: "to", 2: "cc", 3: "bcc"}
_SHOWN_RECIPIENTS = {"to": 0x0E04, "cc": 0x0E03, "bcc": 0x0E02}
EMBEDDED_HEAD = 24
EMBEDDED = "__substg1.0_3701000D"
_CONTACTS = ("ipm.contact", "ipm.distlist", "ipm.abchperson")
_SEALED = "ipm.note.smime"


@dataclass(frozen=True)
class Item:
    """A mail or contact, its number in the file from 1, and that of the mail it is attached to."""

    number: int
    properties: Properties
    attached_to: int
    files: tuple[Properties, ...]

    @property
    def message_class(self) -> str:
        """What Outlook takes it for, in lower case."""
        return self.properties.text(0x001A).strip().lower()


@dataclass
class _Counted:
    sealed: int = 0
    only_formatted: int = 0
    cut: int = 0


def read_outlook_mail(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield one sheet: titles in row 1, the mail or contact in row 2, those attached to it below.

    The sheets of attached files follow. Encrypted mails, mails without plain or HTML text and
    damaged parts yield warnings. Raises UnreadableError for a file that is no compound file.
    """
    began = time.monotonic()
    yield FileFound("msg", None)
    with document.open() as stream, olefile.OleFileIO(stream) as storage:
        file = OutlookFile(storage, document.size())
        items = list(_items(Properties(file)))
        counted = _Counted()
        is_contact = items[0].message_class.startswith(_CONTACTS)
        titles = CONTACT_TITLES if is_contact else MAIL_TITLES
        yield sheet_of_records(
            document.stem, lambda: _records(file, items, counted, limits), titles, limits
        )
        yield from _doubts(counted)
        attachments = (_attachment(item, part) for item in items for part in item.files)
        yield from attached_parts(attachments, document, limits, began)
        if file.is_damaged:
            yield Warned(Problem.DAMAGED_IN_PART, {})


def _items(first: Properties) -> Iterator[Item]:
    waiting, number = [(first, 0, 0)], 0
    while waiting:
        properties, attached_to, depth = waiting.pop()
        number += 1
        parts = properties.inner("__attach_version1.0_")
        inner = [mail for part in parts for mail in part.inner(EMBEDDED, EMBEDDED_HEAD)
                 if mail.is_message() and depth < _MOST_MAILS_DEEP]  # fmt: skip
        holders = {mail.path[:-1] for mail in inner}
        files = tuple(part for part in parts if part.path not in holders)
        yield Item(number, properties, attached_to, files)
        waiting += [(mail, number, depth + 1) for mail in reversed(inner)]


def _records(
    file: OutlookFile, items: list[Item], counted: _Counted, limits: Limits
) -> Iterator[Record]:
    named, forms = named_tags(file), FormTitles()
    counted.sealed = counted.only_formatted = counted.cut = 0
    for item in items:
        if item.message_class.startswith(_CONTACTS):
            yield record_of_contact(item.properties, named, limits.cell_characters)
            continue
        text = fuller_text(item.properties.text(0x1000), item.properties.html())
        sealed = item.message_class.startswith(_SEALED) or is_sealed(text)
        counted.sealed += sealed
        counted.cut += len(text) > LONGEST_MESSAGE
        has_rich_text = bool(item.properties.binary(0x1009))
        counted.only_formatted += has_rich_text and not text and not sealed
        mail = Entity(fields_of_item(item.properties), b"", 0, 0)
        files = map(name_of_part, item.files)
        yield record_of_mail(mail, text, files, item.attached_to, forms, limits)


def _doubts(counted: _Counted) -> Iterator[Warned]:
    if counted.sealed:
        yield Warned(Problem.MAILS_SEALED, {"count": counted.sealed})
    if counted.only_formatted:
        yield Warned(Problem.MAILS_ONLY_FORMATTED, {"count": counted.only_formatted})
    if counted.cut:
        yield Warned(Problem.MAILS_CUT, {"count": counted.cut, "most": LONGEST_MESSAGE})


def fields_of_item(mail: Properties) -> list[tuple[str, bytes]]:
    """Header of a mail, of what Outlook keeps and, for the rest, of how the mail arrived."""
    arrived = fields_of(mail.text(0x007D).encode("utf-8", "replace"))
    fields = list(_kept_fields(mail))
    kept = {name for name, _ in fields}
    return fields + [(name, value) for name, value in arrived if name not in kept]


def _kept_fields(mail: Properties) -> Iterator[tuple[str, bytes]]:
    moment = mail.moment(0x0039) or mail.moment(0x0E06)
    if moment:
        yield "date", moment.replace(microsecond=0).isoformat(sep=" ").encode()
    author = _mailbox(mail.text(0x0042), mail.text(0x5D02), mail.text(0x0065))
    sender = _mailbox(mail.text(0x0C1A), mail.text(0x5D01), mail.text(0x0C1F))
    if b"@" in author or b"@" in sender:
        yield "from", author if b"@" in author else sender
    if sender and sender != author:
        yield "sender", sender
    if subject := mail.text(0x0037):
        yield "subject", subject.encode("utf-8", "replace")
    yield from _recipients(mail)


def _recipients(mail: Properties) -> Iterator[tuple[str, bytes]]:
    found = set()
    for one in mail.inner("__recip_version1.0_"):
        field = _RECIPIENT_FIELDS.get(one.number(0x0C15) & 0xF, "to")
        name = one.text(0x3001) or one.text(0x5FF6)
        found.add(field)
        yield field, _mailbox(name, one.text(0x39FE), one.text(0x3003))
    for field, tag in _SHOWN_RECIPIENTS.items():
        if field not in found and (shown := mail.text(tag)):
            yield field, shown.encode("utf-8", "replace")


def _mailbox(name: str, *addresses: str) -> bytes:
    """Write name and address as a header does; one inside Exchange serves where there is no other."""
    real = next((address for address in addresses if "@" in address), "")
    address = real or next(filter(None, addresses), "")
    if not name or name == address:
        return f"<{address}>".encode("utf-8", "replace") if address else b""
    quoted = " ".join(name.replace("\\", "\\\\").replace('"', '\\"').split())
    return f'"{quoted}" <{address}>'.encode("utf-8", "replace")


def name_of_part(part: Properties) -> str:
    """Return the name of an attached file, "?" for one without."""
    return part.text(0x3707) or part.text(0x3704) or part.text(0x3001) or "?"


def _attachment(item: Item, part: Properties) -> Attachment:
    def content() -> bytes:
        data = part.binary(0x3701)
        if data is None:
            raise UnreadableError(Problem.UNKNOWN_KIND, kind="OLE")
        return data

    return Attachment(item.number, name_of_part(part), content)
