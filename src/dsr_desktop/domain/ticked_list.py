"""A checklist that comes back ticked: what its rows say, and everything in it that was not expected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dsr_desktop.domain.erasure_decisions import LineMark, Outcome
from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.notice import Notice

TICKED = frozenset({"☑", "x", "oui", "yes", "ok", "1"})
UNTICKED = frozenset({"", "☐"})


@dataclass(frozen=True)
class TickedColumns:
    """Where our own columns stand in a sheet, from 0: id of the line, tick, day, initials."""

    line: int
    done: int
    day: int
    initials: int


@dataclass(frozen=True)
class TickedList:
    """What a list says was done, and what of it cannot be taken, by row."""

    marks: tuple[LineMark, ...] = ()
    problems: tuple[Notice, ...] = ()
    unticked: int = 0


def columns_in(titles: Sequence[str], wanted: Sequence[Sequence[str]]) -> TickedColumns | None:
    """Return where the columns stand whose titles are `wanted`, in the order of TickedColumns.

    Each is given in every language. None where one is missing or stands there twice.
    """
    places = [[at for at, title in enumerate(titles) if title.strip() in names] for names in wanted]
    if any(len(found) != 1 for found in places):
        return None
    line, done, day, initials = (found[0] for found in places)
    return TickedColumns(line, done, day, initials)


def read_ticks(
    rows: Sequence[tuple[int, Sequence[str]]],
    columns: TickedColumns,
    outcomes: Mapping[str, Outcome],
    first: date,
    today: date,
) -> TickedList:
    """Read the rows below the titles: only our own columns, and only lines with an exact id.

    `outcomes` are the lines of the checklist with what a tick of each means. Anything else is a
    problem that names its row: an id that is not ours or stands there twice, a tick that is none, a day that
    cannot be, a ticked line that nobody signed.
    """
    marks: dict[str, LineMark] = {}
    problems: list[Notice] = []
    unticked = 0
    for number, cells in rows:
        line, done, day, by = (
            _cell(cells, at) for at in (columns.line, columns.done, columns.day, columns.initials)
        )
        if not any((line, done, day, by)):
            continue
        try:
            _check_line(line, number, outcomes, marks)
            if not _is_ticked(done, number):
                unticked += 1
                continue
            on = _day(day, number, first, today)
            marks[line] = LineMark(line, outcomes[line], on, _signed(by, number))
        except InvalidInputError as error:
            problems.append(Notice(error.sentence, error.details))
    return TickedList(tuple(marks.values()), tuple(problems), unticked)


def _cell(cells: Sequence[str], at: int) -> str:
    return cells[at].strip() if at < len(cells) else ""


def _check_line(
    line: str, number: int, outcomes: Mapping[str, Outcome], marks: Mapping[str, LineMark]
) -> None:
    if line not in outcomes:
        raise InvalidInputError(
            mark("Row {row}: {line} is no line of this checklist. Use the list made last."),
            row=number, line=line[:20] or "—",
        )  # fmt: skip
    if line in marks:
        raise InvalidInputError(
            mark("Row {row}: line {line} stands there twice. Remove one."), row=number, line=line
        )


def _is_ticked(done: str, number: int) -> bool:
    if done.casefold() in TICKED:
        return True
    if done in UNTICKED:
        return False
    raise InvalidInputError(
        mark("Row {row}: what stands under “Done” is no tick. Choose ☑ or ☐."), row=number
    )


def _day(text: str, number: int, first: date, today: date) -> date:
    day = _as_day(text)
    if day is None or not first <= day <= today:
        raise InvalidInputError(
            mark("Row {row}: the day is missing or cannot be. Write it as 2026-11-30."),
            row=number,
        )
    return day


def _as_day(text: str) -> date | None:
    """Read a day as ISO, or as spreadsheets show it in French: 30/11/2026."""
    parts = text.replace("/", "-").replace(".", "-").split(" ")[0].split("-")
    is_three = len(parts) == len(("year", "month", "day"))
    if not is_three or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    if len(parts[0]) != len("2026"):
        numbers.reverse()
    try:
        return date(*numbers)
    except ValueError:
        return None


def _signed(by: str, number: int) -> str:
    if not by:
        raise InvalidInputError(
            mark("Row {row}: ticked, but nobody signed. Write the initials."), row=number
        )
    return by[:200]
