"""Words of a retention run: what it would do, what it did, and its report without names (R-RT-2)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from dsr_desktop.domain.contact_retention import RetentionRule
from dsr_desktop.domain.register_table import RegisterTable, TableSection
from dsr_desktop.domain.retention_run import RunPart, RunPlan
from dsr_desktop.domain.source import sheet_apart
from dsr_desktop.wording.contact_retention import no_clock_sentence, rule_line
from dsr_desktop.wording.fingerprint import log_line
from dsr_desktop.wording.language import Tr

Positions = Mapping[tuple[str, str], Sequence[int]]
"""Numbers of rows by file and sheet."""


def plan_lines(tr: Tr, plan: RunPlan) -> list[str]:
    """Say what a run would do, file by file, and what stays."""
    lines = [_part_line(tr, one) for one in plan.parts]
    if not lines:
        lines = [tr("No contact is due for deletion until {day}.", day=tr.date(plan.until))]
    if plan.held:
        lines.append(
            tr.count(
                "{n} contact stays though its day has come: held, restricted or needed.",
                "{n} contacts stay though their day has come: held, restricted or needed.",
                plan.held,
            )
        )
    if plan.without_clock:
        lines.append(no_clock_sentence(tr, plan.without_clock))
    if plan.copies_due:
        lines.append(
            tr.count(
                "{n} working copy is due too: it goes when the register is opened next.",
                "{n} working copies are due too: they go when the register is opened next.",
                plan.copies_due,
            )
        )
    return lines


def deleted_sentence(tr: Tr, contacts: int) -> str:
    """Say how many contacts a run deleted."""
    return tr.count(
        "{n} contact was deleted from the register.", "{n} contacts were deleted from the register.",
        contacts,
    )  # fmt: skip


def run_table(
    tr: Tr,
    company: str,
    name: str,
    plan: RunPlan,
    positions: Positions,
    rules: Mapping[int, RetentionRule],
    operator: str,
    made_on: date,
    fingerprint: str,
) -> RegisterTable:
    """Return the report of a run: counts, rule and operator, where the rows stood, no name."""
    return RegisterTable(
        name=name,
        title=tr("Retention run"),
        facts=(
            (tr("Controller"), company),
            (tr("Made on"), tr.date(made_on)),
            (tr("Run by"), operator),
            (tr("Due until"), tr.date(plan.until)),
            (tr("Contacts deleted"), tr.number(plan.contacts)),
            (tr("Kept though due: held, restricted or needed"), tr.number(plan.held)),
            (tr("Contacts without a clock"), tr.number(plan.without_clock)),
        ),
        notes=(
            tr("Storage limitation, art. 5(1)(e) of the GDPR. The report names no person."),
            tr("The company's own files were not touched: take the rows below out of them, or they come back with the next import."),
        ),
        sections=(_deleted(tr, plan, rules), _rows_to_take_out(tr, positions)),
        made_on=made_on,
        footer=log_line(tr, fingerprint),
    )  # fmt: skip


def row_ranges(numbers: Sequence[int]) -> str:
    """Write numbers of rows shortly: 2–5, 9."""
    ordered = sorted(set(numbers))
    starts = [ordered[0], *(b for a, b in pairwise(ordered) if b != a + 1)] if ordered else []
    ends = [*(a for a, b in pairwise(ordered) if b != a + 1), ordered[-1]] if ordered else []
    spans = zip(starts, ends, strict=True)
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in spans)


def _part_line(tr: Tr, one: RunPart) -> str:
    days = _days(tr, one)
    return tr.count(
        "{file}: {n} contact, due {days}", "{file}: {n} contacts, due {days}", one.contacts,
        file=one.file, days=days,
    )  # fmt: skip


def _days(tr: Tr, one: RunPart) -> str:
    first, last = tr.date(one.first_day), tr.date(one.last_day)
    return first if first == last else f"{first} – {last}"


def _deleted(tr: Tr, plan: RunPlan, rules: Mapping[int, RetentionRule]) -> TableSection:
    headings = (tr("File"), tr("Activity"), tr("Contacts"), tr("Due"), tr("Rule"))
    rows = tuple(
        (one.file, one.activity, tr.number(one.contacts), _days(tr, one),
         rule_line(tr, rules[one.source_id]))
        for one in plan.parts
    )  # fmt: skip
    return TableSection(tr("Deleted"), headings, (2.4, 1, 1, 2, 2.6), rows)


def _rows_to_take_out(tr: Tr, positions: Positions) -> TableSection:
    rows = tuple(_positions(positions))
    return TableSection(
        tr("Rows to take out of the files"), (tr("File"), tr("Sheet"), tr("Rows")), (2, 1, 3), rows
    )


def _positions(positions: Positions) -> Iterator[tuple[str, str, str]]:
    for (file, sheet), numbers in positions.items():
        yield file, sheet_apart(file, sheet), row_ranges(numbers)
