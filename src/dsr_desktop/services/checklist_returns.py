"""Takes back a checklist that was ticked in its workbook: the whole of it, or nothing (E06)."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dsr_desktop.domain.checklist import Action, ChecklistLine, OtherLine
from dsr_desktop.domain.erasure_decisions import LineMark, meaning_of_tick
from dsr_desktop.domain.errors import InvalidInputError, NotAllowedError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.lifecycle import check_is_open
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.request import Request
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


@dataclass(frozen=True)
class ReturnShown:
    """What a ticked list would change: each line with what was done about it.

    `known` counts ticks that were recorded before; with any problem nothing would be recorded.
    `sha256` is the hash of the file that was read.
    """

    marks: tuple[tuple[ChecklistLine | OtherLine, LineMark], ...]
    known: int
    unticked: int
    problems: tuple[Notice, ...]
    sha256: str


def show_return(register: Register, ref: str, path: Path, today: date, tr: Tr) -> ReturnShown:
    """Say what reading a ticked workbook back would record, and record nothing.

    Raises what `read_back_checklist` raises.
    """
    file = read_sheets_of(register, path)
    sha256 = _content_of(path)
    with register.database.transaction():
        _request, shown, found = _found_in(register, ref, file, today, tr)
    new = {one.line: one for one in found.marks if not _is_known(one, shown)}
    marks = tuple((one, new[one.id]) for one in shown.lines if one.id in new)
    return ReturnShown(marks, len(found.marks) - len(new), found.unticked, found.problems, sha256)


def read_back_checklist(
    register: Register, ref: str, path: Path, today: date, tr: Tr, *, sha256: str = ""
) -> ReadBack:
    """Record what a ticked workbook of the checklist says was done.

    With any problem nothing is recorded, and each problem names its row. `sha256` is the hash of the
    file as it was shown before, "" if it was not. Raises NotFoundError, NotAllowedError for a closed
    request, one without a checklist, or a file that changed since it was shown, InvalidInputError for
    a file that cannot be read or has none of our columns.
    """
    file = read_sheets_of(register, path)
    content = _content_of(path)
    if sha256 and content != sha256:
        raise NotAllowedError(
            mark("{name} changed since it was shown. Read it again."), name=path.name
        )
    with register.database.transaction():
        request, shown, found = _found_in(register, ref, file, today, tr)
        if found.problems:
            return ReadBack(0, found.unticked, found.problems)
        new = [one for one in found.marks if not _is_known(one, shown)]
        if new:
            mark_lines(register, ref, new, today, tr)
        register.log(EventKind.CHECKLIST_READ_BACK, request.ref, lines=len(new), sha256=content)
    return ReadBack(len(new), found.unticked, ())


def _content_of(path: Path) -> str:
    try:
        return sha256_of(path, lambda: None)
    except OSError as error:
        raise InvalidInputError(
            mark("{name} cannot be read. Close it in its program, then try again."), name=path.name
        ) from error


def _found_in(
    register: Register, ref: str, file: TextFile, today: date, tr: Tr
) -> tuple[Request, MarkedLines, TickedList]:
    request = read_request(register.database, ref)
    check_is_open(request)
    shown = marked_lines(register, ref, today, tr)
    return request, shown, _read(file, shown, request.received_on, today)


def _is_known(one: LineMark, shown: MarkedLines) -> bool:
    """Tell whether the same was said before: what was written with more words stays."""
    known = shown.marks.get(one.line)
    return known is not None and (known.outcome, known.done_on, known.done_by) == (
        one.outcome, one.done_on, one.done_by,
    )  # fmt: skip


def _read(file: TextFile, shown: MarkedLines, first: date, today: date) -> TickedList:
    outcomes = {one.id: meaning_of_tick(one) for one in shown.lines}
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
