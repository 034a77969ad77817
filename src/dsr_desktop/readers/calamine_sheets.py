"""What calamine reads of a workbook: bare values, in their rows and columns.

It makes room for all cells between the first and the last of a sheet, and passes over in silence
what it does not understand: who asks it checks both before (`Extent`) and after (`Values`).
"""

import contextlib
import datetime as dt
from collections.abc import Iterator, Sequence

import python_calamine

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.display import show_moment, show_span, show_truth
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import FileFound, UnreadableError, Warned
from dsr_desktop.readers.ooxml.book import MOST_SHEETS
from dsr_desktop.readers.ooxml.cells import LAST_COLUMN, LAST_ROW
from dsr_desktop.readers.ooxml.numbers import read_number
from dsr_desktop.readers.parts import Part, ReadRow, ReadSheet

_MOST_CELLS = 20_000_000
_VISIBLE = python_calamine.SheetVisibleEnum.Visible
_PANIC = "PanicException"


class Values:
    """How many values the file is known to hold and how many were read."""

    def __init__(self) -> None:
        self._left = 0

    def expect(self, count: int) -> None:
        """Hear of values in the file; errors and empty texts, which come out blank, are none."""
        self._left += count

    def counted(self, rows: Iterator[ReadRow]) -> Iterator[ReadRow]:
        """Pass rows on."""
        for row in rows:
            self._left -= sum(map(bool, row.cells))
            yield row

    def refuse_missing(self) -> None:
        """Refuse a result that lacks values."""
        if self._left > 0:
            raise UnreadableError(Problem.DAMAGED)


class Extent:
    """The rectangle that the cells of a sheet span."""

    def __init__(self) -> None:
        self._edges = (LAST_ROW, 1, LAST_COLUMN, 1)

    def take(self, row: int, column: int) -> None:
        """Take in a cell; UnreadableError when there is too much between it and the others."""
        first_row, last_row, first, last = self._edges
        self._edges = first_row, last_row, first, last = (
            min(first_row, row), max(last_row, row), min(first, column), max(last, column),
        )  # fmt: skip
        if (last_row - first_row + 1) * (last - first + 1) > _MOST_CELLS:
            raise UnreadableError(Problem.OUT_OF_PROPORTION)


def sheets_of(document: Document, kind: str, values: Values) -> Iterator[Part]:
    """Yield every worksheet's values, held against those expected.

    Raises UnreadableError when the workbook is damaged or protected, or values are missing.
    """
    workbook = _open(document)
    yield FileFound(kind, None)
    for details in workbook.sheets_metadata:
        if details.typ is python_calamine.SheetTypeEnum.WorkSheet:
            rows = values.counted(_rows(workbook, details.name))
            yield ReadSheet(details.name, rows, details.visible is not _VISIBLE)
        else:
            yield Warned(Problem.SHEETS_NOT_READ, {})
    values.refuse_missing()
    yield Warned(Problem.ONLY_VALUES_READ, {})


@contextlib.contextmanager
def _refusing() -> Iterator[None]:
    """Turn what calamine fails with into a refusal; its panics are not even exceptions."""
    try:
        yield
    except python_calamine.PasswordError as error:
        raise UnreadableError(Problem.PASSWORD) from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise UnreadableError(Problem.DAMAGED) from error
    except BaseException as error:
        if type(error).__name__ == _PANIC:
            raise UnreadableError(Problem.DAMAGED) from error
        raise


def _open(document: Document) -> python_calamine.CalamineWorkbook:
    with _refusing():
        workbook = _opened(document)
    if len(workbook.sheet_names) > MOST_SHEETS:
        raise UnreadableError(Problem.TOO_MANY_SHEETS, most=MOST_SHEETS)
    if len(set(workbook.sheet_names)) < len(workbook.sheet_names):
        raise UnreadableError(Problem.DAMAGED)  # it would give the first of them for both
    return workbook


def _opened(document: Document) -> python_calamine.CalamineWorkbook:
    if document.path:
        return python_calamine.CalamineWorkbook.from_path(str(document.path))
    return python_calamine.CalamineWorkbook.from_filelike(document.open())


def _rows(workbook: python_calamine.CalamineWorkbook, name: str) -> Iterator[ReadRow]:
    with _refusing():
        sheet = workbook.get_sheet_by_name(name)
        left_out = [""] * (sheet.start[1] if sheet.start else 0)
        numbered = enumerate(sheet.iter_rows(), 1)
    while True:
        with _refusing():
            n, values = next(numbered, (0, ()))
        if not n:
            return
        if n > LAST_ROW:
            raise UnreadableError(Problem.DAMAGED)
        yield _row(n, [*left_out, *values])


def _row(n: int, values: Sequence[object]) -> ReadRow:
    typed: dict[str, object] = {}
    cells = [
        value if type(value) is str else _display(value, column, typed)
        for column, value in enumerate(values, 1)
    ]
    return ReadRow(n, cells, typed or None)


def _display(value: object, column: int, typed: dict[str, object]) -> str:
    """Text as the sheet shows it; what it was before goes to `typed` under the column's number."""
    if isinstance(value, bool):
        typed[str(column)] = value
        return show_truth(value)
    if isinstance(value, float | int):
        text, typed[str(column)] = read_number(repr(value))
        return text
    if isinstance(value, dt.date | dt.time):
        text, typed[str(column)] = show_moment(value)
        return text
    if isinstance(value, dt.timedelta):
        text, typed[str(column)] = show_span(value)
        return text
    return str(value)
