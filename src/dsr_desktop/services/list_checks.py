"""Gives a list that is about to be used back without those who may not go with it (R-DIS-1).

The list is read, never stored: of it the register keeps counts and digests.
"""

import shutil
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from dsr_desktop.cleaners.cleaning import SourceFile, clean_file, parts_with
from dsr_desktop.cleaners.obstacles import CannotCleanError
from dsr_desktop.domain.cleaning import CLEANED_FORMATS, REMOVES_ROWS, Columns
from dsr_desktop.domain.disclosure import Disclosure, against_policy
from dsr_desktop.domain.document import DocumentKind
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.list_check import ListCertificate, is_the_rest
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.outgoing import ListUse, OutgoingList
from dsr_desktop.domain.progress import OnWait, Progress, no_progress
from dsr_desktop.domain.reading import Problem
from dsr_desktop.domain.written import written
from dsr_desktop.readers.encodings import CHOICES
from dsr_desktop.readers.file_faults import look_at
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.process import ReaderProcess
from dsr_desktop.services.contact_clocks import count_clocks
from dsr_desktop.services.disclosures import Disclosed, record_disclosure
from dsr_desktop.services.documents import Document, documents
from dsr_desktop.services.hashing import sha256_of, size_of
from dsr_desktop.services.limits import reading_limits
from dsr_desktop.services.list_reading import ListReading, RowSeen, read_copy
from dsr_desktop.services.mapping import mappings_for
from dsr_desktop.services.outgoing_rules import OutgoingRules
from dsr_desktop.services.reading_outcomes import refusal_for, told_of
from dsr_desktop.services.recipients import recipient_of
from dsr_desktop.services.register import Register
from dsr_desktop.services.suppressing import TypedKeys
from dsr_desktop.store.events import short_fingerprint
from dsr_desktop.wording.language import Tr
from dsr_desktop.writers.free_names import free_paths

_NOBODY = TypedKeys()


@dataclass(frozen=True)
class ListGivenBack:
    """The copy of a list, its certificate, and how the hand-over is recorded."""

    path: Path
    certificate_path: Path
    certificate: ListCertificate
    disclosed: Disclosed


def check_list(
    register: Register, path: Path, use: ListUse, today: date, progress: Progress = no_progress
) -> OutgoingList:
    """Tell who of a list may not go; no file is written and nothing is recorded.

    Raises InvalidInputError for a file that cannot be read whole, or given back, or in which
    nobody can be recognised, and without a purpose; NotFoundError for an unknown recipient.
    """
    count_clocks(register, today)
    with register.database.snapshot():
        return _Check(register, path, use, today, progress).read().told


def give_back_list(
    register: Register, path: Path, use: ListUse, folder: Path, today: date, tr: Tr,
    progress: Progress = no_progress,
) -> ListGivenBack:  # fmt: skip
    """Write the list without those who may not go into `folder`, with a certificate, and record it.

    All of it or nothing. Raises as `check_list`, InvalidInputError where nobody is left or the copy
    is not the rest of the list, OutputFileError where the folder cannot be written.
    """
    recorded: list[Disclosed] = []
    count_clocks(register, today)
    with documents(register, DocumentKind.LIST_CHECK) as made:
        check = _Check(register, path, use, today, progress)
        read = check.read()
        if not read.told.kept:
            raise InvalidInputError(
                mark("Nobody of this list may go: nothing was written. Take another list.")
            )
        (beside,) = free_paths(folder, path.name)
        printed, copy = made.begin("", folder, tr("list-check") + ".pdf", beside=beside)
        check.write(read, copy)
        certificate = _certificate(register, path.name, read.told, copy, use, today)
        # Loaded when met: 70 ms that the start of the window does without.
        from dsr_desktop.writers.list_check_pdf import write_list_check_pdf  # noqa: PLC0415

        write_list_check_pdf(printed.stream, certificate, tr)
        pdf_sha256 = printed.sha256

        def record() -> None:
            told = record_disclosure(register, _disclosure(read.told, use, today), _NOBODY, today)
            recorded.append(told)
            register.log(
                EventKind.LIST_CHECKED, None, disclosure=told.disclosure.id, rows=read.told.rows,
                left_out=read.told.left_out.total, sha256_before=read.told.sha256,
                sha256_after=certificate.sha256_after, pdf_sha256=pdf_sha256,
            )  # fmt: skip

        made.then(record)
    return ListGivenBack(copy.path, printed.path, certificate, recorded[0])


@dataclass(frozen=True)
class _Read:
    """What a list was found to be, with a sign of each of its rows."""

    told: OutgoingList
    seen: list[RowSeen]


class _Check:
    """One list at work."""

    def __init__(
        self, register: Register, path: Path, use: ListUse, today: date, progress: Progress
    ) -> None:
        written("purpose", use.purpose)
        recipient_of(register, use.recipient_id)
        self._register = register
        self._path = path
        self._wait: OnWait = partial(progress, 0, 0, path.name)
        self._rules = OutgoingRules(register, use.purpose, today, needs_consent=use.needs_consent)

    def read(self) -> _Read:
        """Read the list; what cannot be read is told in a sentence."""
        before = look_at(self._path)
        try:
            with ReaderProcess(reading_limits(self._register)) as reader:
                reader.check_size(size_of(self._path))
                digest = sha256_of(self._path, self._wait)
                reading = ListReading(self._rules, mappings_for(self._register, ()))
                reading.take_all(reader.read(self._path, self._wait))
                self._check_same(digest)
        except (UnreadableError, OSError) as error:
            raise _refused(refusal_for(error, self._path, before)) from error
        found = reading.found
        told = OutgoingList(
            reading.sheets, found.format, found.encoding, digest, self._rules.needs_consent
        )
        _check_usable(told)
        return _Read(told, reading.seen)

    def write(self, read: _Read, copy: Document) -> None:
        """Write the copy, and read it again: it has to be the rest of the list and nothing else."""
        told = read.told
        orders: dict[str, dict[int, Columns]] = {
            one.name: dict.fromkeys(one.left) for one in told.sheets
        }
        encoding = told.encoding if told.encoding in CHOICES else None
        try:
            if not any(orders.values()):
                with self._path.open("rb") as file:
                    shutil.copyfileobj(file, copy.stream)
                copy.stream.flush()
            else:
                source = SourceFile(self._path, told.format, encoding)
                needles = clean_file(source, copy.stream, orders, self._wait)
                copy.stream.flush()
                if any(parts_with(copy.part, needles)):
                    raise _not_the_rest()
            self._check_same(told.sha256)
            self._check_copy(read, copy, encoding)
        except CannotCleanError as error:
            raise _not_the_rest() from error
        except UnreadableError as error:
            raise _refused(error) from error

    def _check_copy(self, read: _Read, copy: Document, encoding: str | None) -> None:
        is_text = read.told.format in REMOVES_ROWS
        left = {
            ("" if is_text else one.name, n) for one in read.told.sheets for n in one.left
        }  # fmt: skip
        with ReaderProcess(reading_limits(self._register)) as reader:
            after = read_copy(reader, copy.part, self._wait, encoding, is_text=is_text)
        if not is_the_rest(read.seen, after, left, moves=is_text):
            raise _not_the_rest()

    def _check_same(self, digest: str) -> None:
        if sha256_of(self._path, self._wait) != digest:
            raise UnreadableError(Problem.CHANGED_WHILE_READ)


def _check_usable(told: OutgoingList) -> None:
    if told.format not in CLEANED_FORMATS:
        raise InvalidInputError(
            mark(
                "A list of this kind cannot be given back as it is. Save it as CSV or as an Excel "
                "workbook (.xlsx), and check that."
            )
        )
    if not told.fields:
        raise InvalidInputError(
            mark(
                "The list has no e-mail, phone or name to recognise anybody by. Give its columns "
                "titles, and check it again."
            )
        )


def _refused(error: UnreadableError) -> InvalidInputError:
    _status, notice = told_of(error)
    return InvalidInputError(notice.sentence, **notice.details)


def _not_the_rest() -> InvalidInputError:
    return InvalidInputError(
        mark(
            "Rows of this list cannot be left out without changing others, so nothing was written. "
            "Save it as CSV, and check that."
        )
    )


def _certificate(
    register: Register, name: str, told: OutgoingList, copy: Document, use: ListUse, today: date
) -> ListCertificate:
    return ListCertificate(
        name, told, copy.sha256, recipient_of(register, use.recipient_id).name,
        use.purpose.strip(), against_policy(use.purpose), register.company.name, register.actor,
        today, short_fingerprint(register.database),
    )  # fmt: skip


def _disclosure(told: OutgoingList, use: ListUse, today: date) -> Disclosure:
    return Disclosure(
        use.recipient_id, use.purpose, today, tuple(map(str, told.fields)), told.kept,
        **vars(told.left_out),
    )  # fmt: skip
