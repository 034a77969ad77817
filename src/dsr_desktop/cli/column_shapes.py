"""The JSON of columns, previews and mappings; its keys are described in docs/json.md."""

from dataclasses import asdict

from dsr_desktop.domain.columns import Column
from dsr_desktop.domain.mapping_file import mapping_to_entry
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.preview import ColumnPreview, FilePreview, Preview, SheetPreview
from dsr_desktop.services.mapping import RememberedMapping
from dsr_desktop.wording.errors import word_sentence
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.mapping import why_label

Document = dict[str, object]


def column_document(tr: Tr, column: Column | ColumnPreview) -> Document:
    """Shape of one entry of `mapping` in `import`, `sources` and `preview`."""
    return {
        "column": column.number,
        "header": column.header,
        "field": column.field,
        "origin": column.origin,
        "purpose": column.purpose,
        "confidence": column.confidence,
        "why": why_label(tr, column.told_by),
        "hidden": column.hidden,
        "undeclared": column.undeclared,
        "skipped": column.is_skipped,
        "reason": column.reason,
    }


def preview_document(tr: Tr, preview: Preview) -> Document:
    """Shape of `preview`."""
    return {
        "files": [_file(tr, file) for file in preview.files],
        "totals": {
            "files": len(preview.files),
            "ready": len(preview.ready),
            "with_question": len(preview.with_question),
            "unreadable": len(preview.unreadable),
            "skipped": preview.skipped,
            "rows": preview.rows,
            "new": preview.new,
            "known": preview.known,
            "held": preview.held,
        },
        "elapsed_ms": preview.elapsed_ms,
    }


def mapping_document(remembered: RememberedMapping) -> Document:
    """Shape of one entry of `mapping list`."""
    return {
        "id": remembered.id,
        **mapping_to_entry(remembered.mapping),
        "remembered_at": remembered.remembered_at,
        "remembered_by": remembered.remembered_by,
    }


def _file(tr: Tr, file: FilePreview) -> Document:
    return {
        "path": str(file.path),
        "sha256": file.sha256,
        "format": file.format,
        "encoding": file.encoding,
        "encodings": [
            {"encoding": one.encoding, "lines": list(one.lines)} for one in file.encodings
        ],
        "status": file.status,
        "reason": _words(tr, file.reason),
        "warnings": [_words(tr, warning) for warning in file.warnings],
        "questions": list(file.questions),
        **_earlier(file),
        "changes": asdict(file.changes) if file.changes else None,
        "rows": file.rows,
        "new": file.new,
        "known": file.known,
        "held": file.held,
        "sheets": [_sheet(tr, sheet) for sheet in file.sheets],
    }


def _earlier(file: FilePreview) -> Document:
    known = file.earlier
    return {
        "replaces": file.replaces,
        "replaces_by": known.likeness if known else None,
        "still_at": list(known.still_at) if known else [],
    }


def _sheet(tr: Tr, sheet: SheetPreview) -> Document:
    return {
        "name": sheet.name,
        "hidden": sheet.hidden,
        "fingerprint": sheet.fingerprint,
        "remembered": sheet.is_remembered,
        "header_row": sheet.header_row,
        "header_unsure": sheet.header_unsure,
        "rows": sheet.rows,
        "new": sheet.new,
        "known": sheet.known,
        "held": sheet.held,
        "columns": len(sheet.columns),
        "mapping": [
            {**column_document(tr, column), "samples": list(column.samples)}
            for column in sheet.columns
        ],
        "first_rows": [{"row": n, "cells": list(cells)} for n, cells in sheet.first_rows],
    }


def _words(tr: Tr, notice: Notice | None) -> str | None:
    return word_sentence(tr, notice.sentence, notice.details) if notice else None
