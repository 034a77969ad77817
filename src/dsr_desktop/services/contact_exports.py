"""Hands contacts of the company's lists over to a recipient: counted, written, recorded (R-DIS-1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from dsr_desktop.domain.contact_table import Head
from dsr_desktop.domain.disclosure import AgainstPolicy, Disclosure, against_policy
from dsr_desktop.domain.document import DocumentKind
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.outgoing import ListUse, Why, left_out_of
from dsr_desktop.domain.progress import Progress, no_progress
from dsr_desktop.domain.written import written
from dsr_desktop.services.contact_clocks import count_clocks
from dsr_desktop.services.contact_rows import ContactChoice, ContactRows, OnRows
from dsr_desktop.services.disclosures import Disclosed, record_disclosure
from dsr_desktop.services.documents import Document, documents
from dsr_desktop.services.recipients import recipient_of
from dsr_desktop.services.register import Register
from dsr_desktop.services.suppressing import TypedKeys
from dsr_desktop.wording.contact_export import head_label
from dsr_desktop.wording.language import Tr
from dsr_desktop.writers.contact_files import (
    write_contacts_csv,
    write_contacts_json,
    write_contacts_xlsx,
)
from dsr_desktop.writers.workbook_texts import MOST_ROWS

__all__ = [
    "ContactChoice", "ContactsCounted", "ContactsExported", "ExportFormat", "count_contacts",
    "export_contacts",
]  # fmt: skip
_NOBODY = TypedKeys()


class ExportFormat(StrEnum):
    """The files that contacts are handed over in."""

    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"


@dataclass(frozen=True)
class ContactsCounted:
    """How many contacts go, how many stay behind and why.

    `twice` were the same in all that goes, `doubtful` go though they look like somebody on the
    suppression list. `warning` tells why the purpose is against the policy.
    """

    kept: int
    left: Mapping[Why, int]
    twice: int
    doubtful: int
    heads: tuple[Head, ...]
    lists: int
    consent_needed: bool
    warning: AgainstPolicy | None


@dataclass(frozen=True)
class ContactsExported:
    """The file that was written, with its digest, and how the hand-over is recorded."""

    path: Path
    sha256: str
    counted: ContactsCounted
    disclosed: Disclosed


def count_contacts(
    register: Register, choice: ContactChoice, use: ListUse, today: date,
    progress: Progress = no_progress,
) -> ContactsCounted:  # fmt: skip
    """Count who would go and who would not; no file is written and nothing is recorded.

    Raises what `ContactRows` does, InvalidInputError without a purpose, NotFoundError for an
    unknown recipient.
    """
    count_clocks(register, today)
    with register.database.snapshot():
        contacts = _contacts(register, choice, use, today)
        for _row in contacts.rows(_telling(contacts, progress)):
            pass
        return _counted(contacts, use)


def export_contacts(
    register: Register, choice: ContactChoice, use: ListUse, kind: ExportFormat, folder: Path,
    today: date, tr: Tr, progress: Progress = no_progress,
) -> ContactsExported:  # fmt: skip
    """Write the contacts that may leave into `folder` and record the hand-over, together or not at all.

    Raises as `count_contacts`, InvalidInputError where nobody is left or there are more than a
    workbook holds, OutputFileError where the folder cannot be written.
    """
    recorded: list[Disclosed] = []
    name = tr("contacts") + f".{kind}"
    count_clocks(register, today)
    with documents(register, DocumentKind.CONTACTS) as made:
        contacts = _contacts(register, choice, use, today)
        (file,) = made.begin("", folder, name)
        _write(contacts, file, kind, today, tr, progress)
        counted = _counted(contacts, use)
        if not counted.kept:
            raise InvalidInputError(
                mark("Nobody of these contacts may go: nothing was written. Choose others.")
            )
        digest = file.sha256

        def record() -> None:
            told = record_disclosure(register, _disclosure(contacts, use, today), _NOBODY, today)
            recorded.append(told)
            register.log(
                EventKind.CONTACTS_EXPORTED, None, disclosure=told.disclosure.id, format=kind,
                rows=counted.kept, sha256=digest,
            )  # fmt: skip

        made.then(record)
    return ContactsExported(file.path, digest, counted, recorded[0])


def _contacts(register: Register, choice: ContactChoice, use: ListUse, today: date) -> ContactRows:
    written("purpose", use.purpose)
    recipient_of(register, use.recipient_id)
    return ContactRows(register, choice, use, today)


def _write(
    contacts: ContactRows, file: Document, kind: ExportFormat, today: date, tr: Tr,
    progress: Progress,
) -> None:  # fmt: skip
    rows = contacts.rows(_telling(contacts, progress))
    headings = [head_label(tr, one) for one in contacts.heads]
    match kind:
        case ExportFormat.XLSX:
            if contacts.expected >= MOST_ROWS:
                raise InvalidInputError(
                    mark("A workbook holds {n} rows at most. Choose CSV, or fewer lists."),
                    n=MOST_ROWS - 1,
                )
            write_contacts_xlsx(
                file.stream, tr("Contacts"), headings, rows, language=tr.language, made_on=today
            )
        case ExportFormat.CSV:
            write_contacts_csv(file.stream, headings, rows)
        case ExportFormat.JSON:
            write_contacts_json(file.stream, [one.key for one in contacts.heads], rows)


def _telling(contacts: ContactRows, progress: Progress) -> OnRows:
    expected = contacts.expected
    return lambda read: progress(read, expected, "")


def _counted(contacts: ContactRows, use: ListUse) -> ContactsCounted:
    counts = contacts.counts
    return ContactsCounted(
        counts.kept, {why: counts.left[why] for why in Why if counts.left[why]}, counts.twice,
        counts.doubtful, contacts.heads, len(contacts.sources), contacts.needs_consent,
        against_policy(use.purpose),
    )  # fmt: skip


def _disclosure(contacts: ContactRows, use: ListUse, today: date) -> Disclosure:
    left = left_out_of(contacts.counts.left)
    return Disclosure(
        use.recipient_id, use.purpose, today,
        tuple(dict.fromkeys(str(one.field) for one in contacts.heads)), contacts.counts.kept,
        sources=tuple(str(one.id) for one in contacts.sources), **vars(left),
    )  # fmt: skip
