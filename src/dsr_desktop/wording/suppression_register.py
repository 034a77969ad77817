"""The suppression list as a table to hand over: hashes, scope and days, no person (R-SUP-1)."""

from collections.abc import Iterator, Sequence
from datetime import date

from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.register_table import RegisterTable, TableSection
from dsr_desktop.domain.suppression import SuppressionEntry
from dsr_desktop.wording.fingerprint import log_line
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.suppression import kind_label, reason_label, scope_label

_HEADINGS = (
    mark("Number"), mark("Kind of key"), mark("Keyed hash"), mark("Scope"), mark("Reason"),
    mark("Listed on"), mark("Request"), mark("Review on"),
)  # fmt: skip
_SHARES = (0.7, 1.1, 3.6, 1.1, 1.1, 1.1, 1.4, 1.1)


def suppression_table(
    tr: Tr,
    company: str,
    entries: Sequence[SuppressionEntry],
    made_on: date,
    fingerprint: str,
) -> RegisterTable:
    """Return the list as a document, by number; `fingerprint` is that of the event log."""
    rows = tuple(tuple(_row(tr, one)) for one in sorted(entries, key=lambda one: one.id))
    return RegisterTable(
        name="suppression-list",
        title=tr("Suppression list"),
        facts=(
            (tr("Controller"), company),
            (tr("Entries"), tr.number(len(rows))),
            (tr("Made on"), tr.date(made_on)),
        ),
        notes=(
            tr(
                "It holds no address: only keyed hashes, of which nobody without the register can "
                "say whose they are."
            ),
        ),
        sections=(
            TableSection(
                tr("Entries"), tuple(tr(one) for one in _HEADINGS), _SHARES, rows,
                nothing=tr("Nobody is on the suppression list."),
            ),
        ),
        made_on=made_on,
        footer=log_line(tr, fingerprint),
    )  # fmt: skip


def _row(tr: Tr, one: SuppressionEntry) -> Iterator[str]:
    yield from (str(one.id), kind_label(tr, one.kind), one.digest)
    yield from (scope_label(tr, one.scope), reason_label(tr, one.reason))
    yield from (one.created_on.isoformat(), one.request_ref or "", one.review_on.isoformat())
