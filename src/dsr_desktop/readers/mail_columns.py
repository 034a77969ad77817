"""Turns the header and the text of a mail into the values of a record."""

from collections.abc import Iterable

from dsr_desktop.domain.person import emails_in, words
from dsr_desktop.domain.reading import Limits
from dsr_desktop.readers.mail_headers import addresses_in, iso_date, raw_values, text_of, unfolded
from dsr_desktop.readers.mail_text import text_of_forms
from dsr_desktop.readers.mime import Contents, Entity
from dsr_desktop.readers.records import Record, Titles
from dsr_desktop.readers.web_form import form_fields

MAIL_TITLES = Titles(
    ("Date", "Contact name", "Contact email", "Subject", "Message"),
    (
        "Date", "Contact name", "Contact email", "Reply-to", "To", "Cc", "Bcc", "Subject",
        "Attached to", "Attachments", "Message", "Other headers",
    ),
)  # fmt: skip
_RECIPIENTS = {"reply-to": "Reply-to", "to": "To", "cc": "Cc", "bcc": "Bcc"}
_OTHER_HEADERS = (
    "sender", "resent-from", "resent-to", "resent-cc", "return-path", "delivered-to",
    "x-original-to", "envelope-to", "x-envelope-to", "x-envelope-from", "apparently-to",
    "disposition-notification-to", "return-receipt-to", "errors-to", "mail-followup-to",
    "x-forwarded-to", "x-forwarded-for", "x-failed-recipients", "x-sender", "x-gm-original-to",
    "x-authenticated-sender", "organization", "comments", "keywords",
)  # fmt: skip
LONGEST_MESSAGE = 5_000_000
_SEALED_TEXT = "-----BEGIN PGP MESSAGE-----"
_MOST_FORM_TITLES = 5_000


class FormTitles:
    """Titles of the columns for labels of web forms: as first written, one for all its writings."""

    def __init__(self) -> None:
        self._by_words: dict[tuple[str, ...], str] = {}

    def of(self, label: str) -> str:
        """Return the title for a label; one that is a mail's own title is marked."""
        key = words(label)
        if key not in self._by_words and len(self._by_words) < _MOST_FORM_TITLES:
            self._by_words[key] = f"{label} (form)" if key in _OWN_TITLES else label
        return self._by_words.get(key, label)


def text_of_mail(contents: Contents) -> str:
    """Return all that a mail says."""
    return "\n\n".join(filter(None, map(text_of_forms, contents.texts)))


def record_of_mail(
    mail: Entity,
    text: str,
    files: Iterable[str],
    attached_to: int,
    forms: FormTitles,
    limits: Limits,
) -> Record:
    """Return the values of a mail that says `text`, has `files` and lies in mail `attached_to`.

    Of a text longer than LONGEST_MESSAGE only the beginning is taken; the caller says so.
    """
    record = Record(limits.cell_characters)
    record.add("Date", iso_date(text_of(mail.fields, "date")))
    senders = _mailboxes(mail, "from")
    record.add("Contact name", ", ".join(name for name, _ in senders if name))
    record.add("Contact email", ", ".join(address for _, address in senders if address))
    for header, title in _RECIPIENTS.items():
        record.add(title, _mailboxes_shown(mail, header))
    record.add("Subject", text_of(mail.fields, "subject"))
    record.add("Attached to", f"mail {attached_to}" if attached_to else "")
    record.add("Attachments", ", ".join(files))
    record.add("Other headers", _other_headers(mail, record))
    record.add("Message", text[:LONGEST_MESSAGE])
    for label, value in dict.fromkeys(form_fields(text)):
        record.add(forms.of(label), value)
    return record


def is_sealed(text: str) -> bool:
    """Tell whether a text is encrypted with PGP."""
    return _SEALED_TEXT in text


def _mailboxes(mail: Entity, header: str) -> list[tuple[str, str]]:
    raw = raw_values(mail.fields, header)
    return [mailbox for value in raw for mailbox in addresses_in(unfolded(value))]


def _mailboxes_shown(mail: Entity, header: str) -> str:
    mailboxes = _mailboxes(mail, header)
    return ", ".join(
        f"{name} <{address}>" if name and address else name or address
        for name, address in mailboxes
    )


def _other_headers(mail: Entity, record: Record) -> str:
    """Fields that may name somebody whom the columns do not name yet."""
    known = set(emails_in(" ".join(record.cells.values())))
    lines = []
    for header in _OTHER_HEADERS:
        text = text_of(mail.fields, header)
        found = set(emails_in(text))
        if found:
            text = _mailboxes_shown(mail, header)
        if text.strip(" <>") and (not found or found - known):
            lines.append(f"{header}: {text}")
            known |= found
    return "\n".join(lines)


_OWN_TITLES = frozenset(words(title) for title in MAIL_TITLES.order)
