"""Makes the erasure checklist of a request from its confirmed hits, and writes it (R-MAT-2)."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import BinaryIO, NamedTuple

from dsr_desktop.domain.asked import Asked, make_ready
from dsr_desktop.domain.checklist import (
    Checklist,
    ChecklistLine,
    GoneFile,
    UnreadSource,
    line_id,
    line_of_lost_row,
    lines_of_anonymised_row,
    lines_of_kept_row,
    lines_of_mention,
    lines_of_row,
    lines_of_shared_row,
    only_in_register,
    short_names,
)
from dsr_desktop.domain.document import DocumentKind
from dsr_desktop.domain.erasure_decisions import Choice, DatasetDecision
from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.gone_place import GonePlace
from dsr_desktop.domain.hit import Hit, Verdict
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.own_names import own_names
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.source import Place, Source, SourceStatus
from dsr_desktop.services.beside_files import others_of
from dsr_desktop.services.documents import documents
from dsr_desktop.services.earlier_places import earlier_rows
from dsr_desktop.services.gone_places import places_gone_now
from dsr_desktop.services.handling import view_request
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.services.reviewing import last_searched
from dsr_desktop.services.row_context import places_of
from dsr_desktop.services.searching import columns_left_out, unread_sources
from dsr_desktop.services.shared_rows import may_be_several_peoples
from dsr_desktop.store.erasure_decisions import read_decisions
from dsr_desktop.store.events import short_fingerprint
from dsr_desktop.store.held_rows import count_open_held_rows
from dsr_desktop.store.sources import read_sources
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.skipped_columns import columns_named, imported_on

_TEXT_FORMATS = frozenset({"csv", "tsv", "txt"})
_LEFT_OUT = mark("Left out at the import on {day}: {columns}.")
_LEFT_OUT_OF_SHEET = mark("Sheet {sheet}, left out at the import on {day}: {columns}.")
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
    written; then neither file and no event is left, nor after a crash (`services.documents`).
    """
    with documents(register, DocumentKind.CHECKLIST) as made:
        checklist = make_checklist(register, ref, today, tr)
        name = f"{checklist.ref}_checklist"
        pdf, xlsx = made.begin(checklist.ref, folder, f"{name}.pdf", f"{name}.xlsx")
        _write(checklist, pdf.stream, xlsx.stream, tr)
        made.log(
            EventKind.CHECKLIST_MADE, checklist.ref, rows=checklist.rows_to_erase,
            cells=len(checklist.lines), unread=len(checklist.unread),
            pdf_sha256=pdf.sha256, xlsx_sha256=xlsx.sha256,
            **({"gone": [one.said.id for one in checklist.gone]} if checklist.gone else {}),
        )  # fmt: skip
    return ChecklistFiles(pdf.path, xlsx.path, checklist)


@at_one_moment
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
    files, rows, current = last_searched(register, view.request)
    everywhere = tuple(_found(register, view))
    gone = places_gone_now(register)
    found = tuple(one for one in everywhere if one.path not in gone)
    asked = make_ready(view.request.criteria, register.company.country)
    decided = {one.source_id: one for one in read_decisions(register.database, view.request)}
    kept = sum(one.hit.source_id in _kept(decided.values()) for one in found)
    return Checklist(
        ref=view.request.ref,
        company=register.company.name,
        made_on=today,
        received_on=view.request.received_on,
        due_on=view.deadline.current_due,
        lines=tuple(_lines(found, names, asked, _Decided(view.request.ref, decided))),
        unread=tuple(_unread(register, names, gone)),
        rows_to_erase=len(found) - kept,
        rows_to_keep=kept,
        rows_not_ours=view.found.rejected,
        rows_undecided=view.found.open,
        files_searched=files,
        rows_searched=rows,
        fingerprint=short_fingerprint(register.database),
        search_is_current=current,
        copies=len({(one.hit.source_id, one.number) for one in found if one.number}),
        rows_held=count_open_held_rows(register.database),
        gone=tuple(_gone_files(everywhere, gone, names)),
        skipped=tuple(_skipped(register, names, tr)),
        others=others_of(register, view.request, today),
    )


def _write(checklist: Checklist, pdf: BinaryIO, xlsx: BinaryIO, tr: Tr) -> None:
    # Loaded when met: 70 ms that the start of the window does without.
    from dsr_desktop.writers.checklist_pdf import write_checklist_pdf  # noqa: PLC0415
    from dsr_desktop.writers.checklist_xlsx import write_checklist_xlsx  # noqa: PLC0415

    write_checklist_pdf(pdf, checklist, tr)
    write_checklist_xlsx(xlsx, checklist, tr)


def _kept(decided: Iterable[DatasetDecision]) -> frozenset[int]:
    return frozenset(one.source_id for one in decided if one.kept)


@dataclass(frozen=True)
class _Decided:
    """What is decided per file of a request, and the ids that its lines get."""

    ref: str
    by_source: Mapping[int, DatasetDecision]

    def apply(self, found: "_Found", lines: Sequence[ChecklistLine]) -> Iterator[ChecklistLine]:
        """Word the lines as it was decided on their file, each with its id."""
        hit, place, path, _number = found
        sha256 = place.source.sha256 if place else hit.sha256
        decision = self.by_source.get(hit.source_id)
        if decision and decision.until:
            lines = lines_of_kept_row(lines, decision.reason_code, decision.until)
        elif decision and decision.choice is Choice.ANONYMISE:
            lines = lines_of_anonymised_row(lines)
        for line in lines:
            what = (line.sheet, line.row, line.column, line.note or "")
            yield replace(line, id=line_id(self.ref, path, sha256, *what))


def _lines(
    found: Iterable["_Found"], names: "_Names", asked: Asked, decided: _Decided
) -> Iterator[ChecklistLine]:
    for one in sorted(found, key=_order):
        yield from decided.apply(one, _lines_found(one, names, asked))


def _lines_found(found: "_Found", names: "_Names", asked: Asked) -> tuple[ChecklistLine, ...]:
    hit, place, path, _number = found
    if place is None:
        return (line_of_lost_row(names.of_hit(hit), hit.sheet, hit.row),)
    lines = _lines_of_place(place, names.of_source(place.source, path))
    if mentions := hit.mentioning_cells:
        lines = lines_of_mention(lines, mentions)
    elif _is_shared(place, asked):
        lines = lines_of_shared_row(lines)
    return only_in_register(lines, {one.column for one in place.row.kept})


def _is_shared(place: Place, asked: Asked) -> bool:
    """Tell whether a row is others' too: a couple's, or several people's that a quote ran together."""
    return may_be_several_peoples(place) or own_names(asked, Row.at(place)).several


class _Found(NamedTuple):
    """A confirmed row in one of the files that hold it; `number` counts these, 0 is the source's own.

    `place` is None when the import left the register.
    """

    hit: Hit
    place: Place | None
    path: str
    number: int


def _found(register: Register, view: RequestView) -> Iterator[_Found]:
    """Yield each row at its places; of its earlier versions at those that no newer one has taken."""
    places = places_of(register, view.confirmed)
    for hit in view.confirmed:
        place = places.get(hit.id)
        paths = place.source.paths if place else (hit.file,)
        for number, path in enumerate(paths):
            yield _Found(hit, place, path, number)
    for row in earlier_rows(register, view.request, view.hits):
        if row.hit.verdict is Verdict.CONFIRMED:
            for number, path in enumerate(row.paths, 1):
                yield _Found(row.hit, row.place, path, number)


def _gone_files(
    found: Iterable[_Found], gone: Mapping[str, GonePlace], names: "_Names"
) -> Iterator[GoneFile]:
    rows = Counter(one.path for one in found if one.path in gone)
    for path, number in rows.items():
        yield GoneFile(names.of_path(path), number, gone[path])


def _order(found: _Found) -> tuple[int, int, int, int]:
    sheet_id = (found.place.sheet.id or 0) if found.place else 0
    return found.hit.source_id, found.number, sheet_id, found.hit.row


def _lines_of_place(place: Place, name: str) -> tuple[ChecklistLine, ...]:
    return lines_of_row(
        name,
        "" if place.source.format in _TEXT_FORMATS else place.sheet.name,
        place.row.n,
        place.row.all_cells,
        place.sheet.columns,
        place.row.notes,
        sheet_hidden=place.sheet.hidden,
        row_hidden=place.row.hidden,
    )


def _unread(register: Register, names: "_Names", gone: Container[str]) -> Iterator[UnreadSource]:
    for source in unread_sources(register):
        reason = source.reason or _NO_REASON
        yield UnreadSource(names.of_source(source, source.path), reason.sentence, reason.details)
    for source in read_sources(register.database):
        is_partly = source.is_current and source.status is SourceStatus.PARTLY
        warnings = source.warnings if is_partly else ()
        there = [path for path in source.paths if path not in gone]
        for path, warning in product(there, warnings):
            yield UnreadSource(names.of_source(source, path), warning.sentence, warning.details)


def _skipped(register: Register, names: "_Names", tr: Tr) -> Iterator[UnreadSource]:
    """Yield the columns left out at an import, at each place where the file lies."""
    for skipped in columns_left_out(register):
        for path in skipped.source.paths:
            file = names.of_source(skipped.source, path)
            details = {
                "sheet": skipped.own_sheet, "day": imported_on(skipped),
                "columns": columns_named(tr, skipped.columns),
            }  # fmt: skip
            yield UnreadSource(
                file, _LEFT_OUT_OF_SHEET if skipped.own_sheet else _LEFT_OUT, details
            )


class _Names:
    """What each file is called: its name, with what tells it from others of that name."""

    def __init__(self, sources: Sequence[Source], hits: Sequence[Hit], tr: Tr) -> None:
        self._tr = tr
        seen = [(source.path, source.imported_at, source.id) for source in sources]
        seen += [(one.path, one.seen_at, source.id) for source in sources for one in source.copies]
        self._short = short_names({*(path for path, *_rest in seen), *(hit.file for hit in hits)})
        self._versions: dict[str, dict[int | None, str]] = {}
        for path, at, source_id in sorted(seen, key=lambda one: one[1:]):
            self._versions.setdefault(path, {})[source_id] = at

    def of_source(self, source: Source, path: str) -> str:
        """Name of a source at one of its places; what lay there at different times is numbered."""
        versions = self._versions[path]
        if len(versions) == 1:
            return self._short[path]
        return self._tr(
            "{file} (version {n} of {total}, imported on {day})",
            file=self._short[path],
            n=list(versions).index(source.id) + 1,
            total=len(versions),
            day=self._tr.date(date.fromisoformat(versions[source.id][:10])),
        )

    def of_path(self, path: str) -> str:
        """Name of whatever lay at a place."""
        return self._short[path]

    def of_hit(self, hit: Hit) -> str:
        """Name of the file in which a hit was found, also when its import was removed."""
        return self._short[hit.file]
