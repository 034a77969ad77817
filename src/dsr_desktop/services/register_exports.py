"""Hands over the company's registers and the yearly report: PDF, workbook, CSV, and a calendar."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from dsr_desktop.domain.calendar_entries import entries_of
from dsr_desktop.domain.document import DocumentKind
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.fingerprint import PRINTED
from dsr_desktop.domain.lifecycle import EARLIEST_RECEIPT
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.register_table import RegisterTable
from dsr_desktop.domain.request_figures import (
    CountedRequest,
    RequestFigures,
    figures_of,
    received_in,
)
from dsr_desktop.services.documents import documents
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.processing import read_record
from dsr_desktop.services.register import Register
from dsr_desktop.services.request_lists import list_open_requests, list_requests
from dsr_desktop.services.suppressing import list_entries
from dsr_desktop.store.events import events, first_broken, short_fingerprint
from dsr_desktop.store.records import read_former_references
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.processing import record_table
from dsr_desktop.wording.request_figures import yearly_table
from dsr_desktop.wording.request_register import request_table
from dsr_desktop.wording.suppression_register import suppression_table
from dsr_desktop.writers.calendar_file import to_calendar
from dsr_desktop.writers.register_files import (
    write_register_csv,
    write_register_pdf,
    write_register_xlsx,
)


class RegisterKind(StrEnum):
    """The registers that are handed over."""

    ACTIVITIES = "activities"
    REQUESTS = "requests"
    SUPPRESSION = "suppression"


BROUGHT_IN = (RegisterKind.ACTIVITIES, RegisterKind.REQUESTS)
"""Those that are brought in too, and that the dossier of the company has."""


class RegisterFormat(StrEnum):
    """The kinds of files in which a register is handed over."""

    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True)
class RegisterFiles:
    """Where the documents lie, and what stands in them; None for one that was not made."""

    pdf: Path | None
    csv: Path | None
    xlsx: Path | None
    table: RegisterTable

    @property
    def paths(self) -> tuple[Path, ...]:
        """Those that were made."""
        return tuple(filter(None, (self.pdf, self.xlsx, self.csv)))


def export_register(
    register: Register,
    kind: RegisterKind,
    folder: Path,
    today: date,
    tr: Tr,
    *,
    formats: Collection[RegisterFormat] = tuple(RegisterFormat),
) -> RegisterFiles:
    """Write a register as PDF, XLSX and CSV into `folder`, or only as some, in the language of `tr`.

    All of them and the event appear together or not at all. Raises InvalidInputError without any
    format, OutputFileError when the folder cannot be written.
    """
    wanted = [one for one in RegisterFormat if one in formats]
    if not wanted:
        raise InvalidInputError(mark("No kind of file is chosen. Choose at least one."))
    with documents(register, DocumentKind.REGISTER) as made:
        table = register_table(register, kind, today, tr)
        files = dict(
            zip(wanted, made.begin("", folder, *(f"{table.name}.{one}" for one in wanted)),
                strict=True)
        )  # fmt: skip
        for one, document in files.items():
            _write(one, document.stream, table, tr)
        digests = {f"{one}_sha256": document.sha256 for one, document in files.items()}
        made.log(
            EventKind.REGISTER_EXPORTED, None, register=kind, rows=len(table.sections[0].rows),
            **digests,
        )  # fmt: skip
    paths = {str(one): document.path for one, document in files.items()}
    return RegisterFiles(paths.get("pdf"), paths.get("csv"), paths.get("xlsx"), table)


def _write(kind: RegisterFormat, stream: BinaryIO, table: RegisterTable, tr: Tr) -> None:
    match kind:
        case RegisterFormat.PDF:
            write_register_pdf(stream, table, tr)
        case RegisterFormat.XLSX:
            write_register_xlsx(stream, table, tr)
        case RegisterFormat.CSV:
            write_register_csv(stream, table)


@at_one_moment
def register_table(register: Register, kind: RegisterKind, today: date, tr: Tr) -> RegisterTable:
    """Return a register as a table, without writing anything; warns of a broken event log (R-LOG-1)."""
    stands_at = short_fingerprint(register.database)
    if kind is RegisterKind.ACTIVITIES:
        record = read_record(register, tr)
        table = record_table(tr, record.controller, record.activities, today, stands_at)
    elif kind is RegisterKind.SUPPRESSION:
        entries = list_entries(register)
        table = suppression_table(tr, register.company.name, entries, today, stands_at)
    else:
        requests = list_requests(register, today)
        former = read_former_references(register.database)
        table = request_table(tr, register.company.name, requests, former, today, stands_at)
    return replace(table, warnings=_log_warnings(register, tr))


def yearly_figures(register: Register, year: int, today: date) -> RequestFigures:
    """Return the figures of the requests received in a year, as they stand on a day.

    Raises InvalidInputError for a year before the GDPR applied or after this one.
    """
    if not EARLIEST_RECEIPT.year <= year <= today.year:
        raise InvalidInputError(
            mark("There are no figures for {year}. Give a year from {first} to {last}."),
            year=str(year), first=str(EARLIEST_RECEIPT.year), last=str(today.year),
        )  # fmt: skip
    counted = [CountedRequest(one.request, one.deadline) for one in list_requests(register, today)]
    return figures_of(received_in(counted, year), today)


def yearly_report_table(register: Register, year: int, today: date, tr: Tr) -> RegisterTable:
    """Return the figures of a year as a document; raises as `yearly_figures`."""
    figures = yearly_figures(register, year, today)
    stands_at = short_fingerprint(register.database)
    table = yearly_table(tr, register.company.name, year, figures, today, stands_at)
    return replace(table, warnings=_log_warnings(register, tr))


def write_yearly_report(
    register: Register, year: int, folder: Path, today: date, tr: Tr
) -> RegisterFiles:
    """Write the figures of a year as PDF and CSV; raises as `yearly_figures` and `export_register`."""
    with documents(register, DocumentKind.REGISTER) as made:
        figures = yearly_figures(register, year, today)
        table = yearly_report_table(register, year, today, tr)
        pdf, csv = made.begin("", folder, f"{table.name}.pdf", f"{table.name}.csv")
        write_register_pdf(pdf.stream, table, tr)
        write_register_csv(csv.stream, table)
        made.log(
            EventKind.REGISTER_EXPORTED, None, register="figures", rows=figures.received,
            pdf_sha256=pdf.sha256, csv_sha256=csv.sha256,
        )  # fmt: skip
    return RegisterFiles(pdf.path, csv.path, None, table)


def export_deadlines(register: Register, file: Path, today: date, tr: Tr) -> int:
    """Write the open deadlines as a calendar to `file`, which must be free; returns the entries.

    Raises InvalidInputError if there is a file of that name, OutputFileError if it cannot be written.
    """
    if file.exists() or file.is_symlink():
        raise InvalidInputError(
            mark("{name} exists already and is not overwritten. Name another file."), name=file.name
        )
    with documents(register, DocumentKind.CALENDAR) as made:
        entries = entries_of(list_open_requests(register, today))
        (calendar,) = made.begin("", file.parent, beside=file)
        calendar.stream.write(to_calendar(entries, _register_id(register), today, tr))
        made.log(
            EventKind.REGISTER_EXPORTED, None, register="deadlines", rows=len(entries),
            sha256=calendar.sha256,
        )  # fmt: skip
    return len(entries)


def _log_warnings(register: Register, tr: Tr) -> tuple[str, ...]:
    broken = first_broken(events(register.database))
    if broken is None:
        return ()
    return (tr("The event log was changed: it no longer holds from event {n} on.", n=broken),)


def _register_id(register: Register) -> str:
    """Return what tells this register from any other: the hash of its first event."""
    first = next(iter(events(register.database)))
    return first.hash[:PRINTED]
