"""The JSON of the suppression list and of held rows; their keys are described in docs/json.md."""

from datetime import date

from dsr_desktop.cli.shapes import Document
from dsr_desktop.domain.held_row import HeldRow
from dsr_desktop.domain.iso_days import iso
from dsr_desktop.domain.suppression import SuppressionEntry
from dsr_desktop.services.suppressing import Checked, Listed


def entry_document(entry: SuppressionEntry, today: date) -> Document:
    """Shape of one entry of `suppression`."""
    return {
        "id": entry.id,
        "kind": entry.kind,
        "digest": entry.digest,
        "scope": entry.scope,
        "reason": entry.reason,
        "created_on": entry.created_on.isoformat(),
        "request_ref": entry.request_ref,
        "review_on": entry.review_on.isoformat(),
        "review_due": entry.review_on <= today,
    }


def listed_document(listed: Listed) -> Document:
    """Shape of one entry of `suppression add`."""
    return {
        **entry_document(listed.entry, listed.entry.created_on),
        "new": listed.is_new,
        "rows": listed.rows,
    }


def checked_document(text: str, checked: Checked, today: date) -> Document:
    """Shape of one entry of `suppression check`."""
    return {
        "value": text,
        "kind": checked.kind,
        "listed": bool(checked.entries),
        "entries": [entry_document(one, today) for one in checked.entries],
    }


def held_document(held: HeldRow) -> Document:
    """Shape of `held decide` and of each entry of `held`."""
    return {
        "id": held.id,
        "source_id": held.source_id,
        "path": held.path,
        "copies": list(held.copies),
        "content": held.content,
        "sheet": held.sheet,
        "row": held.row,
        "kind": held.kind,
        "entry_id": held.entry_id,
        "found_on": held.found_on.isoformat(),
        "decision": held.decision,
        "decided_on": iso(held.decided_on),
        "decided_by": held.decided_by,
        "reason": held.reason,
    }
