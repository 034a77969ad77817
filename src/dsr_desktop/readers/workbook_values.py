"""Reads the bare values of workbooks whose XML is not well-formed but can be followed (calamine)."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

import python_calamine

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import FileFound, UnreadableError, Warned
from dsr_desktop.readers.ooxml.book import MOST_SHEETS
from dsr_desktop.readers.ooxml.cells import LAST_COLUMN, LAST_ROW, Columns
from dsr_desktop.readers.ooxml.numbers import read_number
from dsr_desktop.readers.ooxml.package import Package, open_package
from dsr_desktop.readers.parts import Part, ReadRow, ReadSheet

_MARKUP = re.compile(r".+\.(?:xml|rels)")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_WIDE_ENCODINGS = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_DEFINITION = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_PLACE = re.compile(rb"\sr\s*=\s*[\"']([^\"']*)[\"']")
_CELL = re.compile(rb"([A-Z]{0,3})([0-9]{1,7})")
_VALUE = re.compile(rb"(?<!<v>)</(?:\w+:)?(?:v|is)\s*>")
_BLANK = re.compile(rb"<(?:\w+:)?t\b[^<>]*(?:/>|></(?:\w+:)?t\s*>)\s*</(?:\w+:)?is\s*>")
_ERROR = re.compile(rb"\st\s*=\s*[\"']e[\"']")
_SHARED = re.compile(
    rb"\st\s*=\s*[\"']s[\"'][^<>]*>\s*(?:<(?:\w+:)?f\b[^>]*>(?:[^<]*</[^>]*>)?\s*)?<[^>]*>\s*([^<]*)"
)
_INDEX = re.compile(rb"\d{1,9}")
_LONGEST_PIECE = 4_000_000
_MOST_CELLS = 20_000_000
_VISIBLE = python_calamine.SheetVisibleEnum.Visible


def read_values(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield every worksheet's values; what hangs on cells, and their errors, are left out.

    Raises UnreadableError when the workbook is damaged, when it is more than calamine should be
    given, and when fewer values come out than the markup holds.
    """
    values = _Values()
    with open_package(document, limits) as package:
        for name in filter(_MARKUP.fullmatch, package.names):
            _check(package, name, values)
    workbook = _open(document)
    yield FileFound("xlsx", None)
    for details in workbook.sheets_metadata:
        if details.typ is python_calamine.SheetTypeEnum.WorkSheet:
            rows = values.counted(_rows(workbook, details.name))
            yield ReadSheet(details.name, rows, details.visible is not _VISIBLE)
        else:
            yield Warned(Problem.SHEETS_NOT_READ, {})
    if values.are_missing:
        raise UnreadableError(Problem.DAMAGED)
    yield Warned(Problem.ONLY_VALUES_READ, {})


class _Values:
    """How many values the markup holds and how many were read."""

    def __init__(self) -> None:
        self._left = 0

    @property
    def are_missing(self) -> bool:
        return self._left > 0

    def expect(self, markup: bytes) -> None:
        """Count values in a piece of a sheet; errors and empty texts come out blank."""
        blank = len(_ERROR.findall(markup)) + len(_BLANK.findall(markup))
        self._left += len(_VALUE.findall(markup)) - blank

    def counted(self, rows: Iterator[ReadRow]) -> Iterator[ReadRow]:
        """Pass rows on."""
        for row in rows:
            self._left -= sum(map(bool, row.cells))
            yield row


def _check(package: Package, name: str, values: _Values) -> None:
    """Refuse what calamine passes over in silence or makes up, or needs too much memory for."""
    extent = _Extent()
    is_sheet = _SHEET.fullmatch(name) is not None
    for piece in _cut(package.chunks(name), b"row>" if is_sheet else b">"):
        if _DEFINITION.search(piece):
            raise UnreadableError(Problem.DEFINES_TEXT)
        if b"<![CDATA[" in piece or piece.startswith(_WIDE_ENCODINGS):
            raise UnreadableError(Problem.DAMAGED)
        if is_sheet:
            extent.widen(piece)
            values.expect(piece)
            if not all(map(_INDEX.fullmatch, _SHARED.findall(piece))):
                raise UnreadableError(Problem.DAMAGED)


def _cut(chunks: Iterator[bytes], end: bytes) -> Iterator[bytes]:
    """Yield content in pieces behind tags that end like this."""
    waiting = b""
    for chunk in chunks:
        waiting += chunk
        cut = waiting.rfind(end) + len(end)
        if cut >= len(end):
            yield waiting[:cut]
            waiting = waiting[cut:]
        if len(waiting) > _LONGEST_PIECE:
            raise UnreadableError(Problem.DAMAGED)
    yield waiting


class _Extent:
    """The rectangle that the cells of a sheet span: calamine makes room for all of it."""

    def __init__(self) -> None:
        self._columns = Columns()
        self._edges = (LAST_ROW, 1, LAST_COLUMN, 1)

    def widen(self, markup: bytes) -> None:
        """Take in more cells; UnreadableError when there is too much between them, or no cell."""
        for place in _PLACE.findall(markup):
            found = _CELL.fullmatch(place)
            if not found or not 1 <= int(found[2]) <= LAST_ROW:
                raise UnreadableError(Problem.DAMAGED)
            if found[1]:
                self._take(int(found[2]), self._columns[found[1].decode()])

    def _take(self, row: int, column: int) -> None:
        first_row, last_row, first, last = self._edges
        self._edges = first_row, last_row, first, last = (
            min(first_row, row), max(last_row, row), min(first, column), max(last, column),
        )  # fmt: skip
        if (last_row - first_row + 1) * (last - first + 1) > _MOST_CELLS:
            raise UnreadableError(Problem.DAMAGED)


def _open(document: Document) -> python_calamine.CalamineWorkbook:
    try:
        workbook = _opened(document)
    except python_calamine.PasswordError as error:
        raise UnreadableError(Problem.PASSWORD) from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise UnreadableError(Problem.DAMAGED) from error
    if len(workbook.sheet_names) > MOST_SHEETS:
        raise UnreadableError(Problem.TOO_MANY_SHEETS, most=MOST_SHEETS)
    return workbook


def _opened(document: Document) -> python_calamine.CalamineWorkbook:
    if document.path:
        return python_calamine.CalamineWorkbook.from_path(str(document.path))
    return python_calamine.CalamineWorkbook.from_filelike(document.open())


def _rows(workbook: python_calamine.CalamineWorkbook, name: str) -> Iterator[ReadRow]:
    try:
        sheet = workbook.get_sheet_by_name(name)
        left_out = [""] * (sheet.start[1] if sheet.start else 0)
        for n, values in enumerate(sheet.iter_rows(), 1):
            if n > LAST_ROW:
                raise UnreadableError(Problem.DAMAGED)
            yield _row(n, [*left_out, *values])
    except (python_calamine.CalamineError, ValueError) as error:
        raise UnreadableError(Problem.DAMAGED) from error


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
        return "TRUE" if value else "FALSE"
    if isinstance(value, float | int):
        text, typed[str(column)] = read_number(repr(value))
        return text
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
