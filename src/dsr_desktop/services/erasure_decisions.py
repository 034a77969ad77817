"""Decides what becomes of each dataset of an erasure, and records what was done line by line (E03, E06)."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dsr_desktop.domain.checklist import Checklist, ChecklistLine, OtherLine
from dsr_desktop.domain.erasure_decisions import (
    Choice,
    DatasetCounts,
    DatasetDecision,
    LineMark,
    check_decision,
    check_mark,
)
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.hit import Hit, Verdict
from dsr_desktop.domain.lifecycle import check_is_open
from dsr_desktop.domain.request import Request
from dsr_desktop.services.checklists import make_checklist
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.store.erasure_decisions import (
    count_marks,
    keep_decision,
    keep_marks,
    read_decisions,
    read_marks,
)
from dsr_desktop.store.hits import read_hits
from dsr_desktop.store.requests import read_request
from dsr_desktop.store.restrictions import archive_rows, take_out_of_archive
from dsr_desktop.wording.language import Tr


@dataclass(frozen=True)
class Dataset:
    """A file of a request: how many confirmed rows it holds, and what is decided on it."""

    source_id: int
    file: str
    rows: int
    decision: DatasetDecision | None = None


@dataclass(frozen=True)
class Datasets:
    """The files of a request with the three counts in front; `marked` lines are seen to."""

    ref: str = ""
    files: tuple[Dataset, ...] = ()
    counts: DatasetCounts = field(default_factory=lambda: DatasetCounts(0, 0, 0))
    marked: int = 0


@dataclass(frozen=True)
class MarkedLines:
    """The checklist of a request, and what became of its lines by their ids."""

    checklist: Checklist
    marks: dict[str, LineMark]

    @property
    def lines(self) -> tuple[ChecklistLine | OtherLine, ...]:
        """All lines: cells first, then what lies beside the files."""
        return (*self.checklist.lines, *self.checklist.others)

    @property
    def open_lines(self) -> int:
        """How many lines nobody has said anything about."""
        return sum(one.id not in self.marks for one in self.lines)


@at_one_moment
def datasets_of(register: Register, ref: str) -> Datasets:
    """Return the files that hold the person, with what is decided on each.

    Raises NotFoundError for an unknown reference.
    """
    request = read_request(register.database, ref)
    hits = read_hits(register.database, request)
    confirmed = [one for one in hits if one.verdict is Verdict.CONFIRMED]
    decided = {one.source_id: one for one in read_decisions(register.database, request)}
    files = tuple(
        Dataset(source_id, _name_of(confirmed, source_id), _rows_in(confirmed, source_id),
                decided.get(source_id))
        for source_id in sorted({one.source_id for one in confirmed})
    )  # fmt: skip
    kept = sum(one.rows for one in files if one.decision and one.decision.kept)
    others = sum(one.verdict is Verdict.REJECTED for one in hits)
    counts = DatasetCounts(len(confirmed) - kept, kept, others)
    return Datasets(request.ref, files, counts, count_marks(register.database, request))


def decide_dataset(
    register: Register,
    ref: str,
    source_id: int,
    choice: Choice,
    today: date,
    *,
    reason_code: str = "",
    until: date | None = None,
    note: str = "",
) -> Datasets:
    """Decide what becomes of the person's rows in a file; a later decision takes its place.

    What is kept is archived at once: out of every list and export until its day. Raises NotFoundError,
    NotAllowedError for a closed request, InvalidInputError (see `check_decision`).
    """
    with register.database.transaction():
        request = read_request(register.database, ref)
        check_is_open(request)
        rows = _confirmed_rows(register, request)
        decision = check_decision(
            DatasetDecision(source_id, choice, today, register.actor, reason_code, until, note),
            rows.keys(), today,
        )  # fmt: skip
        before = {one.source_id: one for one in read_decisions(register.database, request)}
        keep_decision(register.database, request, decision)
        take_out_of_archive(register.database, request.ref, rows[source_id])
        if decision.kept:
            archive_rows(register.database, request.ref, decision.kept, rows[source_id])
        was_kept = source_id in before and before[source_id].kept is not None
        register.log(
            EventKind.DATASET_DECIDED, request.ref, source=source_id, choice=choice,
            reason=reason_code, until=until.isoformat() if until else None,
            rows=len(rows[source_id]), was_kept=was_kept and not decision.kept,
        )  # fmt: skip
    return datasets_of(register, ref)


@at_one_moment
def marked_lines(register: Register, ref: str, today: date, tr: Tr) -> MarkedLines:
    """Return the checklist with what became of its lines; raises as `make_checklist`."""
    checklist = make_checklist(register, ref, today, tr)
    request = read_request(register.database, ref)
    return MarkedLines(checklist, read_marks(register.database, request))


def mark_lines(
    register: Register, ref: str, marks: Sequence[LineMark], today: date, tr: Tr
) -> MarkedLines:
    """Record what became of lines: all of them, or none.

    Without a name it was whoever records. Raises NotFoundError for a line that the checklist does
    not have now, NotAllowedError for a closed request, InvalidInputError (see `check_mark`).
    """
    with register.database.transaction():
        request = read_request(register.database, ref)
        check_is_open(request)
        shown = marked_lines(register, ref, today, tr)
        known = {one.id for one in shown.lines}
        checked = [
            check_mark(
                replace(one, done_by=one.done_by or register.actor), known, request.received_on,
                today,
            )
            for one in marks
        ]  # fmt: skip
        keep_marks(register.database, request, checked)
        register.log(
            EventKind.CHECKLIST_LINES_SET, request.ref, lines=[one.line for one in checked],
            outcomes=sorted({one.outcome for one in checked}),
        )  # fmt: skip
    return marked_lines(register, ref, today, tr)


def _confirmed_rows(register: Register, request: Request) -> dict[int, list[int]]:
    rows: dict[int, list[int]] = {}
    for one in read_hits(register.database, request):
        if one.verdict is Verdict.CONFIRMED:
            of_file = rows.setdefault(one.source_id, [])
            of_file.extend([one.row_id] if one.row_id is not None else [])
    return rows


def _rows_in(hits: Sequence[Hit], source_id: int) -> int:
    return sum(one.source_id == source_id for one in hits)


def _name_of(hits: Sequence[Hit], source_id: int) -> str:
    return next(one.file for one in hits if one.source_id == source_id)
