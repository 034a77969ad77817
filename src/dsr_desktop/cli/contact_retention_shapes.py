"""The JSON documents of the retention of contacts; their keys are described in docs/json.md."""

from dsr_desktop.cli.record_shapes import Document, record_document
from dsr_desktop.domain.contact_retention import ContactState, RetentionRule
from dsr_desktop.domain.retention_hold import RetentionHold
from dsr_desktop.domain.retention_run import RunPlan
from dsr_desktop.services.retaining import RetentionRun
from dsr_desktop.services.retention_review import (
    ContactUnderReview,
    HoldView,
    ListCounts,
    RetentionOverview,
)


def contact_document(one: ContactUnderReview) -> Document:
    """Shape of each entry of `contacts`."""
    left_out = {"key", "rule", "dates", "row_id", "stale", "by_law"}
    plain = {name: value for name, value in record_document(one).items() if name not in left_out}
    return {
        "id": one.row_id,
        "key": f"{one.key[0]}:{one.key[1]}",
        **plain,
        **record_document(one.dates),
        "stale": one.stale,
        "kept_by_law": one.by_law,
        "may_go": one.may_go,
    }


def overview_document(overview: RetentionOverview) -> Document:
    """Shape of the counts of `retention list`."""
    return {
        "counts": {str(state): overview.count(state) for state in ContactState},
        "without_clock": overview.count(ContactState.ACTIVE),
        "stale": overview.stale,
        "lists": [_list_document(one) for one in overview.lists],
        "holds": [_hold_view(one) for one in overview.holds],
        "copies": [
            {"id": one.id, "name": one.name, "purge_on": one.purge_on} for one in overview.copies
        ],
    }


def rule_document(activity: str, rule: RetentionRule) -> Document:
    """Shape of `retention rule`."""
    return {"activity": activity, **record_document(rule)}


def hold_document(hold: RetentionHold) -> Document:
    """Shape of `retention hold` and `retention release`."""
    return record_document(hold)


def plan_document(plan: RunPlan) -> Document:
    """Shape of `retention run --dry-run`."""
    return {**record_document(plan), "contacts": plan.contacts}


def run_document(done: RetentionRun) -> Document:
    """Shape of `retention run`."""
    return {
        **plan_document(done.plan),
        "pdf": str(done.pdf),
        "csv": str(done.csv),
        "wiped": done.wiped,
        "unreached": [str(one) for one in done.unreached],
    }


def _list_document(one: ListCounts) -> Document:
    return {
        "id": one.source.id,
        "name": one.source.name,
        "activity": one.source.activity,
        "rule": record_document(one.rule),
        "states": {str(state): number for state, number in one.states.items()},
        "without_clock": one.without_clock,
        "stale": one.stale,
        "misread": one.misread,
    }


def _hold_view(one: HoldView) -> Document:
    return {
        **record_document(one.hold),
        "contacts": one.contacts,
        "expired": one.is_expired,
        "file": one.file,
    }
