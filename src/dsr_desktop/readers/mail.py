"""Reads mails (eml) and mailboxes (mbox): each mail a row, and what is attached to them."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.attachments import Attachment, attached_parts
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.mail_columns import (
    LONGEST_MESSAGE,
    MAIL_TITLES,
    FormTitles,
    is_sealed,
    record_of_mail,
    text_of_mail,
)
from dsr_desktop.readers.mailbox import mails_of_mailbox
from dsr_desktop.readers.messages import FileFound, Warned
from dsr_desktop.readers.mime import Contents, Entity, contents_of, entity_of
from dsr_desktop.readers.parts import Part
from dsr_desktop.readers.records import Record, sheet_of_records

_MOST_MAILS_DEEP = 20


@dataclass(frozen=True)
class Mail:
    """A mail, its number in the file from 1, and the number of the mail it is attached to or 0."""

    number: int
    entity: Entity
    contents: Contents
    attached_to: int


@dataclass
class _Counted:
    sealed: int = 0
    cut: int = 0
    unended: int = 0
    files: int = 0


def read_mail(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield the sheets of one mail: as `read_mailbox` does for many."""
    content = document.read()
    return _read(document, limits, "eml", lambda: iter((content,)))


def read_mailbox(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield one sheet: titles in row 1, mail k in row k + 1; then the sheets of attached files.

    A mail attached to another counts and follows it. Lines of a web form become columns of their
    own. What is encrypted, and every attachment that cannot be read, yields a warning.
    """
    return _read(document, limits, "mbox", lambda: mails_of_mailbox(document))


def _read(
    document: Document, limits: Limits, kind: str, mails: Callable[[], Iterable[bytes]]
) -> Iterator[Part]:
    began = time.monotonic()
    counted = _Counted()
    forms = FormTitles()

    def records() -> Iterator[Record]:
        counted.sealed = counted.cut = counted.unended = counted.files = 0
        for mail in numbered(mails()):
            entity, contents, text = mail.entity, mail.contents, text_of_mail(mail.contents)
            counted.sealed += bool(contents.sealed) or is_sealed(text)
            counted.cut += len(text) > LONGEST_MESSAGE
            counted.unended += bool(contents.unended)
            counted.files += len(contents.files)
            files = map(_name, contents.files)
            yield record_of_mail(entity, text, files, mail.attached_to, forms, limits)

    yield FileFound(kind, None)
    yield sheet_of_records(document.stem, records, MAIL_TITLES, limits)
    if counted.sealed:
        yield Warned(Problem.MAILS_SEALED, {"count": counted.sealed})
    if counted.cut:
        yield Warned(Problem.MAILS_CUT, {"count": counted.cut, "most": LONGEST_MESSAGE})
    if counted.unended:
        yield Warned(Problem.NOT_ENDED, {"count": counted.unended})
    if counted.files:
        yield from attached_parts(_attachments(mails()), document, limits, began)


def numbered(mails: Iterable[bytes]) -> Iterator[Mail]:
    """Yield the mails in order, those attached to a mail right after it."""
    number = 0
    for content in mails:
        waiting = [(entity_of(content), 0, 0)]
        while waiting:
            entity, attached_to, depth = waiting.pop()
            number += 1
            contents = contents_of(entity)
            if depth >= _MOST_MAILS_DEEP:
                contents.files += contents.mails
                contents.mails = []
            yield Mail(number, entity, contents, attached_to)
            inner = [(part.inner_mail(), number, depth + 1) for part in contents.mails]
            waiting += reversed(inner)


def _attachments(mails: Iterable[bytes]) -> Iterator[Attachment]:
    for mail in numbered(mails):
        for part in mail.contents.files:
            yield Attachment(mail.number, _name(part), part.body)


def _name(file: Entity) -> str:
    return file.name or file.content_type
