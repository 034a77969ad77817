"""What a newer version of a file changes, in words and as JSON (keys: docs/json.md)."""

from dsr_desktop.domain.versions import CellChangeKind
from dsr_desktop.services.comparing import MOST_LISTED, SheetDifference, VersionDifference
from dsr_desktop.services.superseding import NewerVersion
from dsr_desktop.wording.errors import word_sentence
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.replacing import difference_text, may_be_newer

Document = dict[str, object]


def replaces_document(tr: Tr, found: NewerVersion) -> Document:
    """Shape of `replaces` in `import`: what the file changes of the one that was known."""
    reason = found.reason
    return {
        **difference_counts(found.difference),
        "by": found.likeness,
        "still_at": list(found.still_at),
        "replaced": found.replaced,
        "reason": word_sentence(tr, reason.sentence, reason.details) if reason else None,
    }


def newer_version_text(tr: Tr, found: NewerVersion) -> str:
    """Say that a file is a newer version of a known one, and what became of that."""
    one, reason = found.difference, found.reason
    what = difference_text(tr, one.added, one.removed, one.changed)
    if found.replaced:
        return tr("It took the place of import {id}: {what}.", id=one.earlier.id, what=what)
    if found.likeness.is_sure:
        said = tr("It is a newer version of import {id}: {what}.", id=one.earlier.id, what=what)
    else:
        said = may_be_newer(tr, one.earlier.id or 0, one.earlier.name, what)
    if reason is None:
        return said if found.likeness.is_sure else f"{said} {_how_to_replace(tr, one.earlier.id)}"
    return f"{said} {word_sentence(tr, reason.sentence, reason.details)}"


def _how_to_replace(tr: Tr, source_id: int | None) -> str:
    return tr("If it is, let it take the place: `sources replace {id} PATH`.", id=source_id)


def difference_counts(difference: VersionDifference) -> Document:
    """Shape of what a newer version changes, in numbers of rows; `blanked` counts cells."""
    return {
        "source_id": difference.earlier.id,
        "added": difference.added,
        "removed": difference.removed,
        "changed": difference.changed,
        "unchanged": difference.unchanged,
        "blanked": difference.blanked,
    }


def difference_document(difference: VersionDifference) -> Document:
    """Shape of `sources compare`: positions, never values."""
    sheets = [_sheet_difference(sheet) for sheet in difference.sheets]
    return {**difference_counts(difference), "sheets": sheets}


def _sheet_difference(sheet: SheetDifference) -> Document:
    return {
        "name": sheet.name,
        "unchanged": sheet.unchanged,
        "added": len(sheet.added),
        "removed": len(sheet.removed),
        "changed": sheet.changed_rows,
        "cells": {str(kind): sheet.cells[kind] for kind in CellChangeKind},
        "added_rows": list(sheet.added[:MOST_LISTED]),
        "removed_rows": list(sheet.removed[:MOST_LISTED]),
        "changed_rows": [
            {
                "row": row.row,
                "earlier_row": row.earlier_row,
                "cells": [
                    {"column": one.newer, "earlier_column": one.earlier, "kind": one.kind}
                    for one in row.cells
                ],
            }
            for row in sheet.changed
        ],
    }
