"""Makes the erasure checklist of a request from its confirmed hits, and writes it (R-MAT-2)."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from dsr_desktop.domain.checklist import (
    Checklist,
    ChecklistLine,
    UnreadSource,
    line_of_lost_row,
    lines_of_mention,
    lines_of_row,
    short_names,
)
from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.hit import Hit
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.source import Place, Source, SourceStatus
from dsr_desktop.services.handling import view_request
from dsr_desktop.services.register import Register
from dsr_desktop.services.row_context import places_of
from dsr_desktop.services.searching import unread_sources
from dsr_desktop.store.events import fingerprint
from dsr_desktop.store.hits import last_search
from dsr_desktop.store.lookup import count_rows
from dsr_desktop.store.sources import read_sources
from dsr_desktop.wording.language import Tr
from dsr_desktop.writers.atomic import whole_files
from dsr_desktop.writers.free_names import free_paths

_FINGERPRINT_LENGTH = 16
_TEXT_FORMATS = frozenset({"csv", "tsv"})
_NO_REASON = Notice(mark("It could not be read. Import it again."))


@dataclass(frozen=True)
class ChecklistFiles:
    """The checklist and where its two documents lie."""

    pdf: Path
    xlsx: Path
    checklist: Checklist


def write_checklist(
    register: Register, ref: str, folder: Path, today: date, tr: Tr
) -> ChecklistFiles:
    """Write the checklist as PDF and XLSX into `folder`, named after the request (R-SEC-8).

    An earlier checklist, on which somebody may have ticked off cells, stays: the new one gets a
    number. The event log gets the digests of both files. Raises NotFoundError for an unknown
    reference, NotAllowedError while no hit is confirmed, OutputFileError when the folder cannot be
    written; then neither file and no event is left.
    """
    with whole_files() as files, register.database.transaction():
        checklist = make_checklist(register, ref, today, tr)
        name = f"{checklist.ref}_checklist"
        pdf, xlsx = free_paths(folder, f"{name}.pdf", f"{name}.xlsx")
        pdf_stream, xlsx_stream = (files.open(path, replaces=False) for path in (pdf, xlsx))
        _write(checklist, pdf_stream, xlsx_stream, tr)
        register.log(
            "checklist_made", checklist.ref, rows=checklist.rows_to_erase,
            cells=len(checklist.lines), unread=len(checklist.unread),
            pdf_sha256=_sha256(pdf_stream), xlsx_sha256=_sha256(xlsx_stream),
        )  # fmt: skip
        files.put_in_place()
    return ChecklistFiles(pdf, xlsx, checklist)


def make_checklist(register: Register, ref: str, today: date, tr: Tr) -> Checklist:
    """Gather the checklist of a request without writing anything.

    Raises NotFoundError for an unknown reference, NotAllowedError while no hit is confirmed.
    """
    view = view_request(register, ref, today)
    if not view.confirmed:
        raise NotAllowedError(
            mark("{ref} has nothing to erase yet: find the person and confirm hits first."),
            ref=view.request.ref,
        )
    names = _Names(read_sources(register.database), view.confirmed, tr)
    files, rows, current = _searched(register, view.request)
    return Checklist(
        ref=view.request.ref,
        company=register.company.name,
        made_on=today,
        received_on=view.request.received_on,
        due_on=view.deadline.current_due,
        lines=tuple(_lines(register, view, names)),
        unread=tuple(_unread(register, names)),
        rows_to_erase=view.found.confirmed,
        rows_not_ours=view.found.rejected,
        rows_undecided=view.found.open,
        files_searched=files,
        rows_searched=rows,
        fingerprint=_fingerprint(register),
        search_is_current=current,
    )


def _write(checklist: Checklist, pdf: BinaryIO, xlsx: BinaryIO, tr: Tr) -> None:
    # Loaded when met: 70 ms that the start of the window does without.
    from dsr_desktop.writers.checklist_pdf import write_checklist_pdf  # noqa: PLC0415
    from dsr_desktop.writers.checklist_xlsx import write_checklist_xlsx  # noqa: PLC0415

    write_checklist_pdf(pdf, checklist, tr)
    write_checklist_xlsx(xlsx, checklist, tr)


def _searched(register: Register, request: Request) -> tuple[int, int, bool]:
    """Files and rows of the last search, and whether the register still has just these."""
    now = count_rows(register.database)
    run = last_search(register.database, request)
    then = (run.files, run.rows) if run else now
    return *then, then == now


def _lines(register: Register, view: RequestView, names: "_Names") -> Iterator[ChecklistLine]:
    places = places_of(register, view.confirmed)
    found = [(hit, places.get(hit.id)) for hit in view.confirmed]
    for hit, place in sorted(found, key=_order):
        if place is None:
            yield line_of_lost_row(names.of_hit(hit), hit.sheet, hit.row)
        else:
            lines = _lines_of_place(place, names)
            mentions = hit.mentioning_cells
            yield from lines_of_mention(lines, mentions) if mentions else lines


def _order(found: tuple[Hit, Place | None]) -> tuple[int, int, int]:
    hit, place = found
    return hit.source_id, (place.sheet.id or 0) if place else 0, hit.row


def _lines_of_place(place: Place, names: "_Names") -> tuple[ChecklistLine, ...]:
    return lines_of_row(
        names.of_source(place.source),
        "" if place.source.format in _TEXT_FORMATS else place.sheet.name,
        place.row.n,
        place.row.cells,
        [column.header for column in place.sheet.columns],
        place.row.notes,
        sheet_hidden=place.sheet.hidden,
        row_hidden=place.row.hidden,
    )


def _unread(register: Register, names: "_Names") -> Iterator[UnreadSource]:
    for source in unread_sources(register):
        reason = source.reason or _NO_REASON
        yield UnreadSource(names.of_source(source), reason.sentence, reason.details)
    for source in read_sources(register.database):
        for warning in source.warnings if source.status is SourceStatus.PARTLY else ():
            yield UnreadSource(names.of_source(source), warning.sentence, warning.details)


class _Names:
    """What each file is called: its name, with what tells it from others of that name."""

    def __init__(self, sources: Sequence[Source], hits: Sequence[Hit], tr: Tr) -> None:
        self._tr = tr
        paths = [source.path for source in sources]
        self._short = short_names({*paths, *(hit.file for hit in hits)})
        self._versions: dict[str, list[int | None]] = {}
        for source in sources:
            self._versions.setdefault(source.path, []).append(source.id)

    def of_source(self, source: Source) -> str:
        """Name of a source; imports of one path at different times are numbered."""
        versions = self._versions[source.path]
        if len(versions) == 1:
            return self._short[source.path]
        return self._tr(
            "{file} (version {n} of {total}, imported on {day})",
            file=self._short[source.path],
            n=versions.index(source.id) + 1,
            total=len(versions),
            day=self._tr.date(date.fromisoformat(source.imported_at[:10])),
        )

    def of_hit(self, hit: Hit) -> str:
        """Name of the file in which a hit was found, also when its import was removed."""
        return self._short[hit.file]


def _fingerprint(register: Register) -> str:
    return fingerprint(register.database)[:_FINGERPRINT_LENGTH]


def _sha256(stream: BinaryIO) -> str:
    stream.seek(0)
    return hashlib.sha256(stream.read()).hexdigest()
