"""Reads xlsx workbooks (calamine); every sheet, the hidden ones marked."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

import python_calamine

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.batches import in_batches
from dsr_desktop.readers.messages import FileFound, Message, ReadRow, SheetBegins, UnreadableError


def read_workbook(path: Path, limits: Limits) -> Iterator[Message]:
    """Yield every worksheet's rows with display texts and typed values.

    Raises UnreadableError when the workbook is damaged, protected or has a cell over the limit.
    """
    workbook = _open(path)
    yield FileFound("xlsx", None)
    for details in workbook.sheets_metadata:
        if details.typ is not python_calamine.SheetTypeEnum.WorkSheet:
            continue
        yield SheetBegins(details.name, hidden=details.visible is not _VISIBLE)
        yield from in_batches(_rows(workbook, details.name, limits), limits)


_VISIBLE = python_calamine.SheetVisibleEnum.Visible


def _open(path: Path) -> python_calamine.CalamineWorkbook:
    try:
        return python_calamine.CalamineWorkbook.from_path(str(path))
    except python_calamine.PasswordError as error:
        raise UnreadableError(Problem.PASSWORD) from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise UnreadableError(Problem.DAMAGED) from error


def _rows(
    workbook: python_calamine.CalamineWorkbook, name: str, limits: Limits
) -> Iterator[ReadRow]:
    try:
        sheet = workbook.get_sheet_by_name(name)
        left_out = [""] * (sheet.start[1] if sheet.start else 0)
        for n, values in enumerate(sheet.iter_rows(), 1):
            yield _row(n, [*left_out, *values] if left_out else values, limits)
    except (python_calamine.CalamineError, ValueError) as error:
        raise UnreadableError(Problem.DAMAGED) from error


def _row(n: int, values: Sequence[object], limits: Limits) -> ReadRow:
    typed: dict[str, object] = {}
    cells = [
        value if type(value) is str else _display(value, column, typed)
        for column, value in enumerate(values, 1)
    ]
    if max(map(len, cells), default=0) > limits.cell_characters:
        raise UnreadableError(Problem.CELL_TOO_LONG, row=n)
    return ReadRow(n, cells, typed or None)


def _display(value: object, column: int, typed: dict[str, object]) -> str:
    """Text as the sheet shows it; what it was before goes to `typed` under the column's number."""
    if isinstance(value, bool):
        typed[str(column)] = value
        return "TRUE" if value else "FALSE"
    if isinstance(value, float | int):
        typed[str(column)] = value
        return str(int(value)) if float(value).is_integer() else repr(value)
    if isinstance(value, dt.datetime):
        typed[str(column)] = value.isoformat()
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(sep=" ")
    if isinstance(value, dt.date | dt.time):
        typed[str(column)] = value.isoformat()
        return value.isoformat()
    if isinstance(value, dt.timedelta):
        typed[str(column)] = value.total_seconds()
    return str(value)
