"""Makes the certificate of an erasure: what, where, when, what was read again, what stays and why."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dsr_desktop.domain.document import DocumentKind
from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.register_table import RegisterTable
from dsr_desktop.services.beside_files import others_of
from dsr_desktop.services.documents import documents
from dsr_desktop.services.erasure_decisions import datasets_of
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.services.rescanning import Rescan, last_rescan
from dsr_desktop.store.erasure_decisions import read_marks
from dsr_desktop.store.erasure_ledger import read_ledger
from dsr_desktop.store.events import last_event, short_fingerprint
from dsr_desktop.store.requests import read_request
from dsr_desktop.wording.certificate import Certified, CertifiedFile, certificate_table
from dsr_desktop.wording.language import Tr


@dataclass(frozen=True)
class CertificateFile:
    """The certificate and where it lies."""

    pdf: Path
    table: RegisterTable


def write_certificate(
    register: Register, ref: str, folder: Path, today: date, tr: Tr
) -> CertificateFile:
    """Write the certificate of a request as PDF into `folder`, in the language of `tr`.

    Raises NotFoundError, NotAllowedError while the files were not read again and seen to hold no more than what is
    kept, OutputFileError when the folder cannot be written.
    """
    with documents(register, DocumentKind.CERTIFICATE) as made:
        table = certificate_of(register, ref, today, tr)
        ref = read_request(register.database, ref).ref
        (pdf,) = made.begin(ref, folder, f"{table.name}.pdf")
        # Loaded when met: 70 ms that the start of the window does without.
        from dsr_desktop.writers.register_files import write_register_pdf  # noqa: PLC0415

        write_register_pdf(pdf.stream, table, tr)
        made.log(EventKind.ERASURE_CERTIFIED, ref, pdf_sha256=pdf.sha256)
    return CertificateFile(pdf.path, table)


@at_one_moment
def certificate_of(register: Register, ref: str, today: date, tr: Tr) -> RegisterTable:
    """Return the certificate without writing it; raises as `write_certificate` does."""
    request = read_request(register.database, ref)
    reading = last_rescan(register, ref)
    if reading is None or not reading.clean:
        raise NotAllowedError(
            mark(
                "There is nothing to certify for {ref} yet: read its files again, until nothing is "
                "left but what is kept."
            ),
            ref=request.ref,
        )
    ledger = read_ledger(register.database)
    read = last_event(register.database, EventKind.SOURCES_READ_AGAIN, request.ref)
    return certificate_table(
        tr,
        Certified(
            request, register.company.name, _files(register, ref, reading),
            others_of(register, request, today), read_marks(register.database, request),
            tuple(one for one in ledger if one.ref == request.ref and one.done_at),
            date.fromisoformat(read.at[:10]) if read else today,
            short_fingerprint(register.database), today,
        ),
    )  # fmt: skip


def _files(register: Register, ref: str, reading: Rescan) -> tuple[CertifiedFile, ...]:
    return tuple(
        CertifiedFile(
            Path(one.file).name, one.rows, one.decision,
            tuple(each for each in reading.sources if each.source_id == one.source_id),
        )
        for one in datasets_of(register, ref).files
    )  # fmt: skip
