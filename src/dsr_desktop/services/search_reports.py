"""Saves a search as a report, PDF and JSON: the proof of what was looked for and where (R-MAT-5)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import BinaryIO, NamedTuple

from dsr_desktop import __version__
from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.checklist import short_names
from dsr_desktop.domain.coverage import Coverage
from dsr_desktop.domain.criteria import Criteria, make_criteria
from dsr_desktop.domain.document import DocumentKind
from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.hit import Hit, SearchRun
from dsr_desktop.domain.listed_keys import has_key_to_list
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.request_view import RequestView
from dsr_desktop.domain.search_report import (
    LostResult,
    ReportedHit,
    SearchReport,
    SourceResult,
    hit_of_request,
    hit_of_search,
)
from dsr_desktop.domain.source import Source
from dsr_desktop.services.coverage import coverage
from dsr_desktop.services.documents import documents
from dsr_desktop.services.last_search import came_later, hints_of
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.services.reviewing import last_searched, review
from dsr_desktop.services.rounds import search_rounds
from dsr_desktop.services.searching import Found, search
from dsr_desktop.store.events import short_fingerprint
from dsr_desktop.wording.language import Tr

_Key = tuple[int | None, str]


class _Group(NamedTuple):
    """The hits in one content of a file, and the place where it lay."""

    path: str
    hits: list[ReportedHit]


_Groups = Mapping[_Key, _Group]


@dataclass(frozen=True)
class ReportFiles:
    """The report and where its two documents lie."""

    pdf: Path
    json: Path
    report: SearchReport


def save_report(
    register: Register, criteria: Criteria, folder: Path, today: date, tr: Tr
) -> ReportFiles:
    """Search for `criteria`, for nobody's request, and write the report into `folder`.

    Raises OutputFileError when the folder cannot be written; then neither file and no event is left.
    """
    name = f"search_{today:%Y%m%d}"
    return _save(register, lambda: make_report(register, criteria, today), folder, name, tr)


def save_report_of_request(
    register: Register, ref: str, folder: Path, today: date, tr: Tr
) -> ReportFiles:
    """Write the report of the last search for a request into `folder`, with the verdicts so far.

    Raises NotFoundError for an unknown reference, NotAllowedError before the first search,
    OutputFileError when the folder cannot be written; then neither file and no event is left.
    """
    report = make_report_of_request(register, ref, today)
    name = f"{report.ref}_search"
    return _save(register, lambda: make_report_of_request(register, ref, today), folder, name, tr)


@at_one_moment
def make_report(register: Register, criteria: Criteria, today: date) -> SearchReport:
    """Search every row, weak hits and all, and gather the report without writing anything."""
    result = search(register, criteria, limit=None)
    seen = coverage(register, today=today)
    sources, lost = _results(seen, _by_source_of_search(result.hits))
    asked = make_ready(criteria, register.company.country)
    return SearchReport(
        ref=None,
        company=register.company.name,
        version=__version__,
        made_on=today,
        made_by=register.actor,
        searched_at=datetime.now(UTC),
        searched_by=register.actor,
        criteria=criteria.given(),
        files=result.files,
        rows=result.rows,
        sources=sources,
        lost=lost,
        earlier=seen.earlier,
        held=result.held,
        own_records=result.own_records,
        hints=result.hints,
        was_list_searched=has_key_to_list(asked),
        fingerprint=short_fingerprint(register.database),
        systems=seen.systems,
    )


@at_one_moment
def make_report_of_request(register: Register, ref: str, today: date) -> SearchReport:
    """Gather the report of the last search for a request without writing or searching anything.

    Raises NotFoundError for an unknown reference, NotAllowedError before the first search.
    """
    found = review(register, ref, today)
    run, request = _run_of(found.run, found.view), found.view.request
    files, rows, is_current = last_searched(register, request)
    seen = coverage(register, ref=request.ref, today=today)
    is_later = came_later(register, run, request.ref)
    sources, lost = _results(seen, _by_source_of_request(found.view.hits), is_later)
    asked = make_ready(make_criteria(run.criteria), register.company.country)
    return SearchReport(
        ref=request.ref,
        company=register.company.name,
        version=__version__,
        made_on=today,
        made_by=register.actor,
        searched_at=datetime.fromisoformat(run.at),
        searched_by=run.actor,
        criteria=run.criteria,
        files=files,
        rows=rows,
        sources=sources,
        lost=lost,
        earlier=seen.earlier,
        held=found.held,
        own_records=found.own_records,
        rounds=search_rounds(register, request.ref),
        hints=hints_of(register, run, request.ref),
        is_current=is_current,
        was_list_searched=has_key_to_list(asked),
        fingerprint=short_fingerprint(register.database),
        systems=seen.systems,
    )


def _save(
    register: Register, make: Callable[[], SearchReport], folder: Path, name: str, tr: Tr
) -> ReportFiles:
    with documents(register, DocumentKind.SEARCH_REPORT) as made:
        report = make()
        pdf, data = made.begin(report.ref or "", folder, f"{name}.pdf", f"{name}.json")
        _write(report, pdf.stream, data.stream, tr)
        made.log(
            EventKind.SEARCH_REPORT_MADE, report.ref, criteria=list(report.criteria),
            files=report.files, rows=report.rows, hits=len(report.hits),
            sources=[one.source.id for one in report.sources if one.was_searched],
            not_searched=[one.source.id for one in report.sources if not one.was_searched],
            pdf_sha256=pdf.sha256, json_sha256=data.sha256,
        )  # fmt: skip
    return ReportFiles(pdf.path, data.path, report)


def _write(report: SearchReport, pdf: BinaryIO, data: BinaryIO, tr: Tr) -> None:
    # Loaded when met: 70 ms that the start of the window does without.
    from dsr_desktop.writers.search_report_json import write_search_report_json  # noqa: PLC0415
    from dsr_desktop.writers.search_report_pdf import write_search_report_pdf  # noqa: PLC0415

    write_search_report_pdf(pdf, report, tr)
    write_search_report_json(data, report, tr)


def _run_of(run: SearchRun | None, view: RequestView) -> SearchRun:
    if run is None:
        raise NotAllowedError(
            mark("{ref} was not searched yet. Find the person first, then save the report."),
            ref=view.request.ref,
        )
    return run


def _results(
    seen: Coverage, groups: _Groups, is_later: Callable[[Source], bool] = lambda _one: False
) -> tuple[tuple[SourceResult, ...], tuple[LostResult, ...]]:
    """Give each source its hits; those of files that are no source any more come by themselves."""
    current = {(one.source.id, one.source.sha256 or ""): one for one in seen.sources}
    lost = {key: group for key, group in groups.items() if key not in current}
    paths = [*(one.source.path for one in seen.sources), *(one.path for one in lost.values())]
    names = short_names(paths)
    results = tuple(
        SourceResult(one, names[one.source.path], _hits_of(groups, key), is_later(one.source))
        for key, one in current.items()
    )
    return results, tuple(
        LostResult(names[group.path], group.path, sha256, tuple(group.hits))
        for (_id, sha256), group in lost.items()
    )


def _hits_of(groups: _Groups, key: _Key) -> tuple[ReportedHit, ...]:
    return tuple(groups[key].hits) if key in groups else ()


def _by_source_of_search(found: Iterable[Found]) -> _Groups:
    groups: dict[_Key, _Group] = {}
    for one in found:
        source = one.place.source
        group = groups.setdefault((source.id, source.sha256 or ""), _Group(source.path, []))
        group.hits.append(hit_of_search(one.place, one.grade))
    return groups


def _by_source_of_request(found: Iterable[Hit]) -> _Groups:
    groups: dict[_Key, _Group] = {}
    for hit in found:
        group = groups.setdefault((hit.source_id, hit.sha256), _Group(hit.file, []))
        group.hits.append(hit_of_request(hit))
    return groups
