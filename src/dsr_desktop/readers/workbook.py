"""Reads xlsx workbooks (calamine); every sheet, the hidden ones marked."""

import datetime as dt
import html
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

import python_calamine

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.batches import in_batches
from dsr_desktop.readers.messages import (
    FileFound,
    Message,
    ReadRow,
    SheetBegins,
    UnreadableError,
    Warned,
)

_COMMENTS = re.compile(r"xl/(comments.*\.xml|threadedcomments/.+)", re.IGNORECASE)
_RELATIONS = re.compile(r"xl/worksheets/_rels/.+\.rels", re.IGNORECASE)
_MAIL_LINK = re.compile(r"""\bTarget\s*=\s*["']\s*mailto:([^"'?]+)""", re.IGNORECASE)
_ADDRESS = re.compile(r"[^\s<>()\[\],;:\"']+@[^\s<>()\[\],;:\"']+")
_MOST_RELATIONS = 20_000_000


def read_workbook(path: Path, limits: Limits) -> Iterator[Message]:
    """Yield every worksheet's rows with display texts and typed values, then what was left out.

    Comments, sheets without cells and links to addresses that no cell shows are left out.

    Raises UnreadableError when the workbook is damaged, protected or has a cell over the limit.
    """
    workbook = _open(path)
    yield FileFound("xlsx", None)
    parts = _OtherParts(path)
    all_read = True
    for details in workbook.sheets_metadata:
        if details.typ is not python_calamine.SheetTypeEnum.WorkSheet:
            all_read = False
            continue
        yield SheetBegins(details.name, hidden=details.visible is not _VISIBLE)
        rows = parts.compare(_rows(workbook, details.name, limits))
        yield from in_batches(rows, limits)
    if not all_read:
        yield Warned(Problem.SHEETS_NOT_READ, {})
    yield from parts.warnings()


_VISIBLE = python_calamine.SheetVisibleEnum.Visible


def _open(path: Path) -> python_calamine.CalamineWorkbook:
    try:
        return python_calamine.CalamineWorkbook.from_path(str(path))
    except python_calamine.PasswordError as error:
        raise UnreadableError(Problem.PASSWORD) from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise UnreadableError(Problem.DAMAGED) from error


class _OtherParts:
    """What a workbook holds beside its cells, as far as it may name a person."""

    def __init__(self, path: Path) -> None:
        self._links: set[str] = set()
        self._too_many = False
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            self._has_comments = any(map(_COMMENTS.fullmatch, names))
            try:
                self._read_links(archive, filter(_RELATIONS.fullmatch, names))
            except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
                raise UnreadableError(Problem.DAMAGED) from error

    def compare(self, rows: Iterator[ReadRow]) -> Iterator[ReadRow]:
        """Pass the rows on; a link to an address that a cell shows hides nothing."""
        for row in rows:
            if self._links:
                for cell in row.cells:
                    if "@" in cell:
                        self._links.difference_update(_ADDRESS.findall(cell.lower()))
            yield row

    def warnings(self) -> Iterator[Warned]:
        """Say what was not read, once all rows were compared."""
        if self._has_comments:
            yield Warned(Problem.COMMENTS_NOT_READ, {})
        if self._links or self._too_many:
            yield Warned(Problem.LINKS_NOT_READ, {})

    def _read_links(self, archive: zipfile.ZipFile, names: Iterator[str]) -> None:
        left = _MOST_RELATIONS
        for name in names:
            with archive.open(name) as part:
                content = part.read(left + 1)
            left -= len(content)
            for target in _MAIL_LINK.findall(content.decode("utf-8", "replace")):
                self._links.update(_addresses(target))
            if left < 0:
                self._too_many = True
                return


def _addresses(target: str) -> list[str]:
    return _ADDRESS.findall(unquote(html.unescape(target)).lower())


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
