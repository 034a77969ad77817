"""The JSON documents of the command line; their keys are described in docs/json.md."""

from collections.abc import Collection, Iterable, Sequence

from dsr_desktop.cli.column_shapes import column_document
from dsr_desktop.cli.difference_shapes import replaces_document
from dsr_desktop.cli.own_record_shapes import own_record_document
from dsr_desktop.cli.request_file_shapes import people_document
from dsr_desktop.cli.task_shapes import progress_document
from dsr_desktop.domain.activity import Activity
from dsr_desktop.domain.clock import Deadline
from dsr_desktop.domain.gone_place import GonePlace
from dsr_desktop.domain.hit import Hit
from dsr_desktop.domain.iso_days import iso
from dsr_desktop.domain.lifecycle import side_states
from dsr_desktop.domain.matching import CONTRADICTIONS, Reason
from dsr_desktop.domain.namesakes import Namesakes
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.portability import Exclusion
from dsr_desktop.domain.request_view import RequestSummary
from dsr_desktop.domain.restriction import RowState
from dsr_desktop.domain.skipped_columns import SkippedColumns
from dsr_desktop.domain.source import Place, Sheet, Source
from dsr_desktop.services.importing import FileResult, ImportReport
from dsr_desktop.services.rescanning import Rescan
from dsr_desktop.services.searching import Found, SearchResult
from dsr_desktop.services.source_views import SourceView
from dsr_desktop.wording.deadlines import explain_step
from dsr_desktop.wording.errors import word_sentence
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.mapping import column_remarks
from dsr_desktop.wording.matching import explain_reason
from dsr_desktop.wording.replacing import verdict_reason_text
from dsr_desktop.wording.skipped_columns import imported_on
from dsr_desktop.wording.sources import left_out_of

Document = dict[str, object]


def import_document(tr: Tr, report: ImportReport) -> Document:
    """Shape of `import`."""
    return {
        "files": [_file(tr, file) for file in report.files],
        "totals": {
            "files": len(report.files),
            "rows": report.rows,
            "unreadable": len(report.not_read),
            "skipped": report.skipped,
            "held": report.held,
            "marketing_blocked": report.marketing_blocked,
            "not_searched": [
                {"kind": kind, "files": files} for kind, files in report.not_searched.items()
            ],
        },
        "unused_mappings": list(report.unused_mappings),
        "elapsed_ms": report.elapsed_ms,
    }


def source_document(tr: Tr, view: SourceView) -> Document:
    """Shape of one entry of `sources`."""
    source = view.source
    return {
        "id": source.id,
        "path": source.path,
        "copies": _copies(source),
        "gone": [{"path": one.path, **gone_document(one)} for one in view.gone],
        "kind": source.kind,
        "status": source.status,
        "reason": notice_text(tr, source.reason),
        "warnings": [notice_text(tr, warning) for warning in source.warnings],
        "rows": source.row_count,
        "sha256": source.sha256,
        "format": source.format,
        "encoding": source.encoding,
        "supplied_by": view.supplied_by or None,
        "delivery": source.delivery_id,
        "activity": source.activity,
        "channel": source.channel,
        "collected_on": source.collected_on,
        "policy_version": source.policy_version,
        "retention": source.retention,
        "imported_at": source.imported_at,
        "imported_by": source.imported_by,
        "purge_on": source.purge_on,
        "superseded_by": source.superseded_by,
        "superseded_on": source.superseded_on,
        "sheets": [_sheet(tr, sheet) for sheet in view.sheets],
    }


def activity_document(activity: Activity) -> Document:
    """Shape of `activities confirm` and of each entry of `activities`."""
    return {
        "code": activity.code,
        "name": activity.name,
        "legal_basis": activity.legal_basis,
        "confirmed": activity.confirmed,
    }


def search_document(tr: Tr, result: SearchResult, query_id: object) -> Document:
    """Shape of `search` and of each line of a batch, whose id comes back as it was given."""
    return {
        "id": query_id,
        "criteria": {name: list(values) for name, values in result.criteria.given().items()},
        "searched": {"files": result.files, "rows": result.rows},
        **not_searched_document(tr, result.unreadable, result.partly, result.skipped),
        "total": result.total,
        "hits": [_found(tr, found) for found in result.hits],
        "held": result.held,
        "own_records": [own_record_document(tr, one) for one in result.own_records],
        "hints": [notice_text(tr, hint) for hint in result.hints],
        "elapsed_ms": result.elapsed_ms,
    }


def not_searched_document(
    tr: Tr, unread: Iterable[Source], partly: Iterable[Source], skipped: Iterable[SkippedColumns]
) -> Document:
    """Shape of what a search could not look into."""
    return {
        "unreadable": [
            {"path": source.path, "reason": notice_text(tr, source.reason)} for source in unread
        ],
        "partly": [{"path": source.path, "reason": left_out_of(tr, source)} for source in partly],
        "skipped_columns": [_skipped(one) for one in skipped],
    }


def _skipped(skipped: SkippedColumns) -> Document:
    return {
        "path": skipped.source.path,
        "sheet": skipped.sheet,
        "imported_on": imported_on(skipped).isoformat(),
        "columns": [
            {
                "column": one.number, "header": one.header, "undeclared": one.undeclared,
                "reason": one.reason,
            }
            for one in skipped.columns
        ],
    }  # fmt: skip


def due_document(tr: Tr, deadline: Deadline) -> Document:
    """Shape of `due`."""
    return {
        "received": deadline.received_on.isoformat(),
        "first_raw": deadline.first_raw.isoformat(),
        "first_due": deadline.first_due.isoformat(),
        "extended_raw": deadline.extended_raw.isoformat(),
        "extended_due": deadline.extended_due.isoformat(),
        "internal_target": deadline.internal_target.isoformat(),
        "refusal_deadline": deadline.refusal_deadline.isoformat(),
        "unsuspended_due": deadline.unsuspended_due.isoformat(),
        "current_due": deadline.current_due.isoformat(),
        "provisional": deadline.provisional,
        "steps": [
            {"date": step.day.isoformat(), "why": explain_step(tr, step)} for step in deadline.steps
        ],
    }


def request_document(tr: Tr, view: RequestSummary) -> Document:
    """Shape of `request show`, of each entry of `request list` and of all that change a request."""
    request = view.request
    clock = due_document(tr, view.deadline)
    return {
        "ref": request.ref,
        "stage": request.stage,
        "status": view.status,
        "days_left": view.days_left,
        "channel": request.channel,
        "language": request.language,
        "recorded_on": request.recorded_on.isoformat(),
        "answered_on": iso(request.answered_on),
        "closed_on": iso(request.closed_on),
        "rights": [
            {"right": item.right, "decision": item.decision, "reason_code": item.reason_code}
            for item in request.items
        ],
        "criteria": {name: list(values) for name, values in request.criteria.given().items()},
        "hits": {
            "confirmed": view.found.confirmed,
            "rejected": view.found.rejected,
            "open": view.found.open,
        },
        "sources": progress_document(view.sources),
        **people_document(request),
        "side_states": list(side_states(request, extended=view.deadline.extended)),
        **clock,
    }


def hit_document(
    tr: Tr, hit: Hit, naming_others: Collection[int], apart: Sequence[RowState]
) -> Document:
    """Shape of one entry of `hits`: `naming_others` has the ids of rows named after somebody else.

    `apart` says why its row is out of use.
    """
    return {
        "id": hit.id,
        "file": hit.file,
        "sha256": hit.sha256,
        "sheet": hit.sheet,
        "row": hit.row,
        "level": hit.level,
        "score": hit.score,
        "reasons": [_reason(tr, reason) for reason in hit.reasons],
        "verdict": hit.verdict or "open",
        "verdict_reason": verdict_reason_text(tr, hit.verdict_reason),
        "decided_at": hit.decided_at,
        "decided_by": hit.decided_by,
        "names_another": hit.id in naming_others,
        "set_apart": list(apart),
    }


def namesakes_document(found: Namesakes) -> Document:
    """Shape of one contradiction among confirmed hits: its kind, and each value with its hits."""
    return {
        "about": found.about,
        "values": [{"value": one.text, "hits": list(one.hits)} for one in found.said],
    }


def place_document(place: Place) -> Document:
    """Shape of a row that is pointed at: where it stands, and never whose it is."""
    return {"file": place.source.path, "sheet": place.sheet.name, "row": place.row.n}


def rescan_document(result: Rescan) -> Document:
    """Shape of `rescan`."""
    return {
        "ref": result.ref,
        "sources": [
            {
                "path": source.path,
                "status": source.status,
                "locked": source.is_locked,
                "sha256_before": source.sha256_before,
                "sha256_after": source.sha256_after,
                "gone": gone_document(source.gone) if source.gone else None,
                "hits": [
                    {"sheet": one.sheet, "row": one.row, "what": list(one.what)}
                    for one in source.left
                ],
            }
            for source in result.sources
        ],
        "clean": result.clean,
    }


def gone_document(gone: GonePlace) -> Document:
    """Shape of what was said of a place that is gone for good."""
    return {"on": gone.said_on.isoformat(), "by": gone.said_by, "reason": gone.reason}


def exclusion_document(excluded: Exclusion) -> Document:
    """Shape of one value or column that a portability bundle leaves out, with the reason."""
    return {
        "file": excluded.file,
        "sheet": excluded.sheet,
        "column": excluded.column,
        "header": excluded.header,
        "field": excluded.field,
        "reason": excluded.reason,
        "values": excluded.values,
    }


def notice_text(tr: Tr, notice: Notice | None) -> str | None:
    """Words of a notice, None for none."""
    return word_sentence(tr, notice.sentence, notice.details) if notice else None


def outcome_text(tr: Tr, file: FileResult) -> str | None:
    """Words of why a file was not stored, and what that means for what was; None if it was."""
    told = (notice_text(tr, notice) for notice in (file.reason, file.remark))
    return " ".join(filter(None, told)) or None


def _copies(source: Source) -> list[str]:
    return [copy.path for copy in source.copies]


def _file(tr: Tr, file: FileResult) -> Document:
    return {
        "path": str(file.path),
        "sha256": file.sha256,
        "format": file.format,
        "encoding": file.encoding,
        "status": file.status,
        "reason": outcome_text(tr, file),
        "rows": file.rows,
        "held": file.held,
        "marketing_blocked": file.marketing_blocked,
        "cleared": file.cleared,
        "warnings": [
            *(notice_text(tr, warning) for warning in file.warnings),
            *column_remarks(tr, file.sheets),
        ],
        "sheets": [_sheet(tr, sheet) for sheet in file.sheets],
        "source_id": file.source_id,
        "replaces": replaces_document(tr, file.replaces) if file.replaces else None,
    }


def _sheet(tr: Tr, sheet: Sheet) -> Document:
    return {
        "name": sheet.name,
        "hidden": sheet.hidden,
        "rows": sheet.row_count,
        "columns": len(sheet.columns),
        "header_row": sheet.header_row,
        "mapping": [column_document(tr, column) for column in sheet.columns],
    }


def _found(tr: Tr, found: Found) -> Document:
    place = found.place
    return {
        "file": place.source.path,
        "copies": _copies(place.source),
        "sheet": place.sheet.name,
        "hidden": place.sheet.hidden,
        "row": place.row.n,
        "level": found.grade.level,
        "score": found.grade.score,
        "reasons": [_reason(tr, reason) for reason in found.grade.reasons],
        "names_another": found.names_another,
        "values": _values(place),
        "notes": [
            {"column": note.column, "kind": note.kind, "text": note.text}
            for note in place.row.notes
        ],
    }


def _values(place: Place) -> list[Document]:
    kept = {one.column: one.kept_from for one in place.row.kept}
    columns = {column.number: column for column in place.sheet.columns}
    return [
        {
            "column": number,
            "header": columns[number].header if number in columns else "",
            "field": columns[number].field if number in columns else None,
            "hidden": number in columns and columns[number].hidden,
            "text": text,
            "kept_from": kept.get(number),
        }
        for number, text in enumerate(place.row.all_cells, 1)
        if text
    ]


def _reason(tr: Tr, reason: Reason) -> Document:
    return {
        "criterion": reason.criterion,
        "column": reason.column,
        "cell": reason.cell,
        "how": explain_reason(tr, reason),
        "against": reason.how in CONTRADICTIONS,
    }
