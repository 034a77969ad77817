"""Reads one message as a person handed it in: a mail, an Outlook file, pasted text, or a scan."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from dsr_desktop.domain.incoming import Mailbox, MessagePart, MessageRead
from dsr_desktop.domain.person import without_invisible
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.encodings import detect_encoding
from dsr_desktop.readers.mail_columns import text_of_mail
from dsr_desktop.readers.mail_headers import (
    Fields,
    addresses_in,
    iso_date,
    raw_values,
    text_of,
    unfolded,
    words_of,
)
from dsr_desktop.readers.mail_text import html_to_text
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.mime import Entity, contents_of, entity_of
from dsr_desktop.readers.outlook_message import is_outlook_file, read_outlook_message
from dsr_desktop.readers.packed_text import without_packed
from dsr_desktop.readers.web_form import form_fields

_KEPT_FIELDS = (
    "from", "reply-to", "sender", "to", "cc", "date", "subject", "message-id", "in-reply-to",
)  # fmt: skip
_HEADERS = re.compile(rb"\s*(?:>?From [^\n]*\n)?((?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,})")
_TELLING = re.compile(
    rb"^(?:received|message-id|mime-version|return-path|delivered-to|date|to|subject):",
    re.IGNORECASE | re.MULTILINE,
)
_FROM = re.compile(rb"^(?:from|reply-to):.*@", re.IGNORECASE | re.MULTILINE)
_TEXT_ENDINGS = frozenset({".txt", ".text", ".eml", ".md", ""})
_PAGE_ENDINGS = frozenset({".htm", ".html"})


def read_message(name: str, content: bytes) -> MessageRead:
    """Read a file by its content; what is no text and no mail is a scan: one document without words.

    A text with the header of a mail is read as one, whatever its name or encoding. Raises
    UnreadableError for an Outlook file that is damaged.
    """
    if is_outlook_file(content):
        return _of_entity(*read_outlook_message(content))
    text, is_named_mail = _text_of(name, content), name.lower().endswith(".eml")
    if text is None and not is_named_mail:
        return MessageRead("", parts=(MessagePart(name, content),))
    if text is None or is_mail(content):
        return _mail(content)
    read = read_pasted(text)
    return _mail(content) if is_named_mail and not read.is_mail else read


def read_pasted(text: str) -> MessageRead:
    """Read text that was pasted or typed: raw mail as mail, anything else as what the person wrote."""
    text = without_invisible(text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    raw = text.encode("utf-8", "replace")
    if is_mail(raw + b"\n"):
        return _mail(raw)
    said, parts = without_packed(text)
    return MessageRead(said, form=tuple(form_fields(said)), parts=parts)


def is_mail(content: bytes) -> bool:
    """Tell whether bytes begin with the header of a mail: an author and one more telling field."""
    head = _HEADERS.match(content.replace(b"\r\n", b"\n")[:100_000])
    if head is None:
        return False
    return bool(_FROM.search(head[1]) and _TELLING.search(head[1]))


def _text_of(name: str, content: bytes) -> str | None:
    document = Document(name, content=content)
    if document.suffix not in _TEXT_ENDINGS | _PAGE_ENDINGS and b"\0" in content[:4096]:
        return None
    if content.startswith((b"%PDF", b"\xff\xd8\xff", b"\x89PNG", b"PK\x03\x04", b"II*", b"MM\0*")):
        return None
    try:
        encoding = detect_encoding(document)
        with document.open_text(encoding.name, encoding.errors) as file:
            text = file.read()
    except (UnreadableError, UnicodeError):
        return None
    return html_to_text(text) if document.suffix in _PAGE_ENDINGS else text


def _mail(content: bytes) -> MessageRead:
    entity = entity_of(content.lstrip())
    contents = contents_of(entity)
    files = [MessagePart(_name(file), file.body()) for file in contents.files]
    mails = [
        MessagePart(f"{_name(mail) if mail.name else 'message'}.eml".replace(".eml.eml", ".eml"),
                    mail.body())
        for mail in contents.mails
    ]  # fmt: skip
    return _of_entity(entity, text_of_mail(contents), [*files, *mails], None)


def _of_entity(
    entity: Entity, text: str, files: Sequence[MessagePart], arrived_at: datetime | None
) -> MessageRead:
    fields = entity.fields
    said, packed = without_packed(without_invisible(text.replace("\r\n", "\n")).strip())
    return MessageRead(
        text=said,
        subject=text_of(fields, "subject"),
        senders=_mailboxes(fields, "from"),
        reply_to=_mailboxes(fields, "reply-to"),
        arrived_at=next(_arrivals(fields), None) or arrived_at,
        written_at=_moment(text_of(fields, "date")),
        headers=tuple(_kept_lines(fields)),
        form=tuple(form_fields(said)),
        parts=(*(part for part in files if part.content), *packed),
        is_mail=True,
    )


def _arrivals(fields: Fields) -> Iterator[datetime]:
    """Yield the moments of the Received fields: the first was written by the server that has it."""
    for raw in raw_values(fields, "received"):
        moment = _moment(unfolded(raw).rpartition(";")[2])
        if moment is not None:
            yield moment


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(iso_date(text))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _mailboxes(fields: Fields, header: str) -> tuple[Mailbox, ...]:
    return tuple(
        Mailbox(*one) for raw in raw_values(fields, header) for one in addresses_in(unfolded(raw))
    )


def _kept_lines(fields: Fields) -> Iterator[str]:
    """Yield the lines worth keeping: people, day, subject, and the newest Received (R-DL-1)."""
    for name in _KEPT_FIELDS:
        for raw in raw_values(fields, name):
            yield f"{name.title()}: {' '.join(words_of(unfolded(raw)).split())}"
    for raw in raw_values(fields, "received"):
        yield f"Received: {' '.join(unfolded(raw).split())}"
        return


def _name(file: Entity) -> str:
    return file.name or file.content_type.replace("/", ".")
