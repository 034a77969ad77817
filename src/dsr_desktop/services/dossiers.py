"""Makes a dossier for the authority: one ZIP that proves itself, whole or not at all (ADR 0033)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from dsr_desktop.domain.document import DocumentKind
from dsr_desktop.domain.dossier import DossierFrame, RequestDossier
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.progress import Progress, no_progress
from dsr_desktop.domain.register_table import RegisterTable
from dsr_desktop.resources import resource_path
from dsr_desktop.services.documents import documents
from dsr_desktop.services.dossier_contents import (
    activities_concerned,
    gather_company,
    gather_request,
)
from dsr_desktop.services.register import Register
from dsr_desktop.services.register_exports import BROUGHT_IN, register_table, yearly_report_table
from dsr_desktop.services.search_reports import make_report_of_request
from dsr_desktop.store.communications import read_content
from dsr_desktop.store.events import event_line, events, first_broken, read_event_line
from dsr_desktop.wording.dossier import (
    EVENTS,
    INDEX,
    PAGE,
    VERIFIER,
    attached_words,
    file_words,
    files_section,
    report_words,
)
from dsr_desktop.wording.dossier_company import company_dossier_table
from dsr_desktop.wording.dossier_request import request_dossier_table
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.processing import record_table
from dsr_desktop.writers.dossier_archive import failed_check, fill_dossier
from dsr_desktop.writers.dossier_page import dossier_page
from dsr_desktop.writers.register_files import (
    write_register_csv,
    write_register_pdf,
    write_register_xlsx,
)
from dsr_desktop.writers.search_report_json import write_search_report_json
from dsr_desktop.writers.search_report_pdf import write_search_report_pdf

_Made = Callable[[], bytes]


@dataclass(frozen=True)
class DossierMade:
    """A dossier that passed its own check; `broken_at` is the first event that no longer holds."""

    path: Path
    sha256: str
    files: int
    fingerprint: str
    broken_at: int | None = None


@dataclass(frozen=True)
class _Plan:
    """The files of a dossier beside its index, each with what it is and how it is made.

    `ref` is "" for the dossier of the company.
    """

    ref: str
    table: RegisterTable
    frame: DossierFrame
    files: Mapping[str, tuple[str, _Made]]


def write_dossier(
    register: Register, ref: str, folder: Path, today: date, tr: Tr, *, has_texts: bool = True,
    progress: Progress = no_progress,
) -> DossierMade:  # fmt: skip
    """Write the dossier of a request into `folder`, in the language of `tr`.

    Without `has_texts`, what may tell of other people stays out. Raises NotFoundError for an
    unknown reference, OutputFileError when the folder cannot be written or the dossier does not
    pass its own check, CancelledError from `progress`; then no file and no event is left.
    """
    return _write(
        register, folder, today, tr, progress,
        lambda: _plan_of_request(register, ref, today, tr, has_texts=has_texts),
    )  # fmt: skip


def write_company_dossier(
    register: Register, folder: Path, today: date, tr: Tr, *, progress: Progress = no_progress
) -> DossierMade:
    """Write the dossier of the whole company; raises as `write_dossier`."""
    return _write(
        register, folder, today, tr, progress, lambda: _plan_of_company(register, today, tr)
    )


def _write(
    register: Register, folder: Path, today: date, tr: Tr, progress: Progress,
    plan_now: Callable[[], _Plan],
) -> DossierMade:  # fmt: skip
    with documents(register, DocumentKind.DOSSIER) as made:
        plan = plan_now()
        frame, name = plan.frame, plan.table.name
        (archive,) = made.begin(plan.ref, folder, f"{name}.zip")
        files = _contents(register, plan, tr, progress)
        packed = fill_dossier(archive.stream, name, files, today)
        _check_chain(packed[EVENTS], frame)
        sha256 = archive.sha256
        made.log(
            EventKind.DOSSIER_MADE, plan.ref or None, files=len(packed), sha256=sha256,
            log=frame.fingerprint,
        )  # fmt: skip
    return DossierMade(archive.path, sha256, len(packed), frame.fingerprint, frame.broken_at)


def _plan_of_request(
    register: Register, ref: str, today: date, tr: Tr, *, has_texts: bool
) -> _Plan:
    one = gather_request(register, ref, today, has_texts=has_texts)
    table = request_dossier_table(tr, one)
    concerned = activities_concerned(register, one.view.request, tr)
    record = record_table(tr, one.frame.controller, concerned, today, one.frame.fingerprint)
    table = replace(table, sections=(*table.sections, *record.sections))
    files = {**_attached(register, tr, one), **_search_report(register, tr, one, today)}
    return _Plan(one.view.request.ref, table, one.frame, files)


def _plan_of_company(register: Register, today: date, tr: Tr) -> _Plan:
    one = gather_company(register, today)
    tables = (
        *(register_table(register, kind, today, tr) for kind in BROUGHT_IN),
        yearly_report_table(register, today.year, today, tr),
    )
    files = {path: made for table in tables for path, made in _register_files(tr, table)}
    return _Plan("", company_dossier_table(tr, one), one.frame, files)


def _attached(register: Register, tr: Tr, one: RequestDossier) -> dict[str, tuple[str, _Made]]:
    kept = {attached.id: attached for sent in one.messages for attached in sent.attachments}
    return {
        path: (attached_words(tr), partial(read_content, register.database, kept[id_]))
        for id_, path in (one.paths or {}).items()
    }


def _search_report(
    register: Register, tr: Tr, one: RequestDossier, today: date
) -> dict[str, tuple[str, _Made]]:
    if not (one.rounds and one.has_texts):
        return {}
    report = make_report_of_request(register, one.view.request.ref, today)
    words = report_words(tr)
    return {
        "search-report.pdf": (
            words,
            lambda: _written(lambda out: write_search_report_pdf(out, report, tr)),
        ),
        "search-report.json": (
            words,
            lambda: _written(lambda out: write_search_report_json(out, report, tr)),
        ),
    }


def _register_files(tr: Tr, table: RegisterTable) -> Iterator[tuple[str, tuple[str, _Made]]]:
    for ending, write in (
        ("pdf", lambda out: write_register_pdf(out, table, tr)),
        ("xlsx", lambda out: write_register_xlsx(out, table, tr)),
        ("csv", lambda out: write_register_csv(out, table)),
    ):
        yield f"{table.name}.{ending}", (table.title, partial(_written, write))


def _contents(register: Register, plan: _Plan, tr: Tr, progress: Progress) -> dict[str, bytes]:
    """Make every file but the manifest, telling before each what is made."""
    listed = [(path, what) for path, (what, _made) in plan.files.items()]
    index = files_section(tr, [*file_words(tr), *listed])
    whole = replace(plan.table, sections=(*plan.table.sections, index))
    made: dict[str, _Made] = {
        EVENTS: lambda: _chain(register),
        VERIFIER: resource_path("dossier", VERIFIER).read_bytes,
        **{path: make for path, (_what, make) in plan.files.items()},
        PAGE: lambda: dossier_page(tr, plan.table, index),
        f"{INDEX}.pdf": lambda: _written(lambda out: write_register_pdf(out, whole, tr)),
    }
    contents = {}
    for done, (path, make) in enumerate(made.items()):
        progress(done, len(made), path)
        contents[path] = make()
    return contents


def _written(write: Callable[[BinaryIO], None]) -> bytes:
    stream = BytesIO()
    write(stream)
    return stream.getvalue()


def _chain(register: Register) -> bytes:
    return "".join(f"{event_line(one)}\n" for one in events(register.database)).encode()


def _check_chain(text: bytes, frame: DossierFrame) -> None:
    """Read the events back from the dossier: they must stand as those of the register do."""
    chain = [read_event_line(line) for line in text.decode().removesuffix("\n").split("\n")]
    head = chain[-1].hash if chain else ""
    stands_alike = first_broken(chain) == frame.broken_at and len(chain) == frame.events
    if not (stands_alike and head.startswith(frame.fingerprint)):
        raise failed_check()
