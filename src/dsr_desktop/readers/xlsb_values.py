"""Reads the bare values of binary workbooks of Excel 2007 (xlsb) that our own reader refuses.

Comments, links, formats may be damaged; the records of every sheet must be whole.
"""

from collections.abc import Iterator

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.calamine_sheets import Extent, Values, sheets_of
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.ooxml.cells import LAST_COLUMN, LAST_ROW
from dsr_desktop.readers.ooxml.package import Package, open_package
from dsr_desktop.readers.parts import Part
from dsr_desktop.readers.xlsb import USUAL_WORKBOOK
from dsr_desktop.readers.xlsb_records import Kind, records, text_at, uint_at

_TEXTS = {Kind.TEXT: 8, Kind.FORMULA_TEXT: 8, Kind.RICH_TEXT: 9}
_VALUES = frozenset({
    Kind.RK, Kind.TRUTH, Kind.REAL, Kind.SHARED_TEXT, Kind.FORMULA_REAL, Kind.FORMULA_TRUTH,
})  # fmt: skip


def read_xlsb_values(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield every worksheet's values; what hangs on cells, and their errors, are left out.

    Raises UnreadableError when the workbook is damaged, when it is more than calamine should be
    given, and when fewer values come out than the records hold.
    """
    values = Values()
    with open_package(document, limits) as package:
        for name in package.names:
            _read_through(package, name)
        workbook = next(iter(package.related("", "officeDocument")), USUAL_WORKBOOK)
        for sheet in package.related(workbook, "worksheet"):
            _check(package, sheet, values)
    yield from sheets_of(document, "xlsb", values)


def _read_through(package: Package, name: str) -> None:
    """Hold a part to the limits of what may be unpacked: calamine knows none."""
    for _chunk in package.chunks(name):
        pass


def _check(package: Package, name: str, values: Values) -> None:
    extent, row, column = Extent(), 0, 0
    for kind, data in records(package.chunks(name)):
        if kind == Kind.ROWS_END:
            return
        if kind == Kind.ROW:
            row, column = uint_at(data, 0) + 1, 0
        elif kind <= Kind.SHORT_SHARED_TEXT or kind == Kind.RICH_TEXT:
            is_short = Kind.SHORT_BLANK <= kind <= Kind.SHORT_SHARED_TEXT
            column = column + 1 if is_short else uint_at(data, 0) + 1
            if not (row <= LAST_ROW and column <= LAST_COLUMN):
                raise UnreadableError(Problem.DAMAGED)
            extent.take(row, column)
            values.expect(_is_value(kind, data))
    raise UnreadableError(Problem.DAMAGED)


def _is_value(kind: int, data: bytes) -> bool:
    """Tell whether a cell holds what calamine gives back; short cells count, though it knows none."""
    if kind in _TEXTS:
        return bool(text_at(data, _TEXTS[Kind(kind)])[0])
    return kind in _VALUES or Kind.SHORT_BLANK < kind <= Kind.SHORT_SHARED_TEXT
