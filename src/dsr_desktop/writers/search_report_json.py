"""Writes the report of a search as JSON, every hit included; docs/json.md describes its keys."""

import json
from collections.abc import Iterable, Mapping
from typing import BinaryIO

from dsr_desktop.domain.iso_days import iso
from dsr_desktop.domain.matching import CONTRADICTIONS, Reason
from dsr_desktop.domain.own_record import OwnFound
from dsr_desktop.domain.search_report import (
    LostResult,
    ReportedHit,
    SearchReport,
    SourceResult,
    count_levels,
)
from dsr_desktop.domain.search_rounds import SearchRound
from dsr_desktop.domain.system_answer import SystemAnswer
from dsr_desktop.wording import search_report as words
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.matching import explain_reason
from dsr_desktop.wording.own_records import record_name
from dsr_desktop.wording.systems import answer_line

_VERSION = 1
_Document = dict[str, object]


def write_search_report_json(stream: BinaryIO, report: SearchReport, tr: Tr) -> None:
    """Write the report as one JSON document (UTF-8); its sentences are in the language of `tr`."""
    text = json.dumps(report_document(report, tr), ensure_ascii=False, indent=1)
    stream.write(text.encode("utf-8", "replace"))


def report_document(report: SearchReport, tr: Tr) -> _Document:
    """Return the document: what was not searched stands before the results."""
    return {
        "format": "dsr-search-report",
        "version": _VERSION,
        "app_version": report.version,
        "request": report.ref,
        "company": report.company,
        "made_on": report.made_on.isoformat(),
        "made_by": report.made_by,
        "searched_at": report.searched_at.isoformat(timespec="seconds"),
        "searched_by": report.searched_by,
        "is_current": report.is_current,
        "criteria": _given(report.criteria),
        "not_searched": [
            {"file": file, "reason": reason} for file, reason in words.not_seen(tr, report)
        ],
        "warnings": list(words.warnings(tr, report)),
        "searched": {"files": report.files, "rows": report.rows},
        "held": report.held,
        "earlier_versions": len(report.earlier),
        "total": len(report.hits),
        "sources": [_source(tr, report, one) for one in report.sources],
        "systems": [_system(tr, one) for one in report.systems],
        "left_the_register": [_lost(tr, one) for one in report.lost],
        "own_records": [_own_record(tr, one) for one in report.own_records],
        "suppression_list_searched": report.was_list_searched,
        "rounds": [_round(one) for one in report.rounds],
        "event_log": report.fingerprint,
    }


def _source(tr: Tr, report: SearchReport, result: SourceResult) -> _Document:
    source, seen = result.source, result.coverage
    return {
        "id": source.id,
        "path": source.path,
        "copies": [copy.path for copy in source.copies],
        "sha256": source.sha256,
        "kind": source.kind,
        "collected_on": source.collected_on,
        "imported_at": source.imported_at,
        "listed_on": seen.listed_on.isoformat(),
        "age_days": seen.age_on(report.made_on),
        "rows": source.row_count,
        "searched": "later" if result.is_later else seen.sight,
        "not_seen": list(words.unseen_of(tr, seen)),
        "result": words.result_line(tr, result),
        "found": _found(result.hits),
        "hits": [_hit(tr, hit) for hit in result.hits],
    }


def _system(tr: Tr, answer: SystemAnswer) -> _Document:
    return {
        "name": answer.name, "kind": answer.kind, "owner": answer.owner, "state": answer.state,
        "day": iso(answer.day), "by": answer.by or None, "reason": answer.reason or None,
        "due_on": iso(answer.due_on), "listed_on": iso(answer.listed_on),
        "result": answer_line(tr, answer),
    }  # fmt: skip


def _lost(tr: Tr, lost: LostResult) -> _Document:
    return {
        "path": lost.path, "sha256": lost.sha256, "found": _found(lost.hits),
        "hits": [_hit(tr, hit) for hit in lost.hits],
    }  # fmt: skip


def _found(hits: Iterable[ReportedHit]) -> _Document:
    return {str(level): number for level, number in count_levels(hits).items()}


def _hit(tr: Tr, hit: ReportedHit) -> _Document:
    return {
        "sheet": hit.sheet, "row": hit.row, "level": hit.level, "score": hit.score,
        "verdict": hit.verdict, "reasons": [_reason(tr, one) for one in hit.reasons],
    }  # fmt: skip


def _own_record(tr: Tr, found: OwnFound) -> _Document:
    return {
        "kind": found.kind, "ref": found.ref or None, "entries": found.entries,
        "name": record_name(tr, found), "level": found.grade.level, "score": found.grade.score,
        "reasons": [
            {**_reason(tr, one), "part": found.part(one.column)} for one in found.grade.reasons
        ],
    }  # fmt: skip


def _reason(tr: Tr, reason: Reason) -> _Document:
    return {
        "criterion": reason.criterion, "column": reason.column, "cell": reason.cell,
        "how": explain_reason(tr, reason), "against": reason.how in CONTRADICTIONS,
    }  # fmt: skip


def _round(one: SearchRound) -> _Document:
    return {
        "round": one.number,
        "added": _given(one.added),
        "removed": _given(one.removed),
        "searches": [
            {
                "at": run.at, "by": run.actor, "files": run.files, "rows": run.rows,
                "total": run.total,
            }
            for run in one.runs
        ],
    }  # fmt: skip


def _given(criteria: Mapping[str, tuple[str, ...]]) -> _Document:
    return {name: list(values) for name, values in criteria.items()}
