"""Takes back a checklist that was ticked in its workbook: the whole of it, or nothing (E06)."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dsr_desktop.domain.checklist import Action, ChecklistLine, OtherKind, OtherLine
from dsr_desktop.domain.erasure_decisions import LineMark, Outcome
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.lifecycle import check_is_open
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.ticked_list import TickedList, columns_in, read_ticks
from dsr_desktop.services.erasure_decisions import MarkedLines, mark_lines, marked_lines
from dsr_desktop.services.hashing import sha256_of
from dsr_desktop.services.register import Register
from dsr_desktop.services.table_reading import TextFile, read_sheets_of
from dsr_desktop.store.requests import read_request
from dsr_desktop.wording.checklist import headings, line_id_heading
from dsr_desktop.wording.language import LANGUAGES, Tr, speak

_DONE, _DAY, _INITIALS = 5, 6, 7


@dataclass(frozen=True)
class ReadBack:
    """What a ticked list said: lines marked, lines left open, and what stands in the way."""

    marked: int
    unticked: int
    problems: tuple[Notice, ...]


def read_back_checklist(register: Register, ref: str, path: Path, today: date, tr: Tr) -> ReadBack:
    """Record what a ticked workbook of the checklist says was done.

    With any problem nothing is recorded, and each problem names its row. Raises NotFoundError,
    NotAllowedError for a closed request or one without a checklist, InvalidInputError for a file that cannot be
    read or has none of our columns.
    """
    file = read_sheets_of(register, path)
    with register.database.transaction():
        request = read_request(register.database, ref)
        check_is_open(request)
        shown = marked_lines(register, ref, today, tr)
        found = _read(file, shown, request.received_on, today)
        if found.problems:
            return ReadBack(0, found.unticked, found.problems)
        new = [one for one in found.marks if not _is_known(one, shown)]
        if new:
            mark_lines(register, ref, new, today, tr)
        register.log(
            EventKind.CHECKLIST_READ_BACK, request.ref, lines=len(new),
            sha256=sha256_of(path, lambda: None),
        )  # fmt: skip
    return ReadBack(len(new), found.unticked, ())


def _is_known(one: LineMark, shown: MarkedLines) -> bool:
    """Tell whether the same was said before: what was written with more words stays."""
    known = shown.marks.get(one.line)
    return known is not None and (known.outcome, known.done_on, known.done_by) == (
        one.outcome, one.done_on, one.done_by,
    )  # fmt: skip


def _read(file: TextFile, shown: MarkedLines, first: date, today: date) -> TickedList:
    outcomes = {one.id: _meaning(one) for one in shown.lines}
    spoken = [speak(language) for language in LANGUAGES]
    titles = [
        [line_id_heading(tr) for tr in spoken],
        *([headings(tr)[at] for tr in spoken] for at in (_DONE, _DAY, _INITIALS)),
    ]
    marks: list[LineMark] = []
    problems: list[Notice] = []
    unticked, sheets = 0, 0
    for sheet in file.sheets:
        columns = columns_in(sheet.rows[0][1], titles) if sheet.rows else None
        if columns is None:
            continue
        sheets += 1
        found = read_ticks(sheet.rows[1:], columns, outcomes, first, today)
        marks += found.marks
        problems += found.problems
        unticked += found.unticked
    if not sheets:
        raise InvalidInputError(
            mark(
                "This is no checklist of ours: a sheet with the columns {columns} is missing. Take the "
                "workbook that was made last, and leave its titles as they are."
            ),
            columns=", ".join(one[0] for one in titles),
        )
    kept = {one.id: one for one in shown.checklist.lines if one.action is Action.KEEP}
    said = (_with_reason(one, kept.get(one.line)) for one in marks)
    return TickedList(tuple(said), tuple(problems), unticked)


def _with_reason(one: LineMark, kept: ChecklistLine | None) -> LineMark:
    """Complete the tick of a line that stays by why and until when it was decided to stay."""
    return replace(one, reason_code=kept.reason_code, until=kept.until) if kept else one


def _meaning(line: ChecklistLine | OtherLine) -> Outcome:
    """Say what a tick of a line means."""
    if isinstance(line, OtherLine):
        return Outcome.TOLD if line.kind is OtherKind.RECIPIENT else Outcome.ERASED
    return _MEANINGS.get(line.action, Outcome.ERASED)


_MEANINGS = {Action.ANONYMISE: Outcome.ANONYMISED, Action.KEEP: Outcome.KEPT}
