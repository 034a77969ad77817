"""Reads binary workbooks of Excel 2 to 2003 (xls) by xlrd, also where the file around them is odd."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Literal

import xlrd

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.biff_around import BiffAround
from dsr_desktop.readers.biff_formulas import BiffFormulas, BiffSheetFormulas
from dsr_desktop.readers.biff_pictures import picture_heads
from dsr_desktop.readers.biff_stream import whole_stream
from dsr_desktop.readers.biff_texts import paired
from dsr_desktop.readers.display import Meaning, meaning_of, show_error, show_stored, show_truth
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.document_properties import with_properties
from dsr_desktop.readers.messages import FileFound, UnreadableError, Warned
from dsr_desktop.readers.ooxml.number_formats import Shown
from dsr_desktop.readers.ooxml.serial_days import Calendar
from dsr_desktop.readers.open_row import OpenRow
from dsr_desktop.readers.parts import Part, ReadRow, ReadSheet
from dsr_desktop.readers.picture_size import is_small
from dsr_desktop.readers.property_sources import said_in_storage

_FIRST_WITH_UNICODE = 80
_FIRST_WITH_SHEETS = 45
_LINK_RECORD = re.compile(rb"\xb8\x01..(.{8})\xd0\xc9\xea\x79\xf9\xba\xce\x11", re.DOTALL)
_TEXT_RECORD = re.compile(rb"\xb6\x01\x12\x00.{10}(?!\0\0)..", re.DOTALL)
_WORKSHEET_BEGINS = re.compile(rb"\x09\x08(?:\x10\x00\x00\x06|\x08\x00\x00\x05)\x10\x00")
_MOST_LINKED_CELLS = 1_000_000


def read_binary_workbook(document: Document, _limits: Limits) -> Iterator[Part]:
    """Yield every worksheet with comments, links, rules, text boxes and what is hidden.

    Raises UnreadableError when the workbook is damaged or protected.
    """
    parts = _parts(document, document.read)
    yield from with_properties(parts, partial(said_in_storage, document))


def read_taken_out(document: Document, _limits: Limits) -> Iterator[Part]:
    """Yield the same of a workbook whose compound file xlrd refuses: olefile takes the stream out.

    What lies beside the stream may be damaged. Raises UnreadableError when itself is not whole.
    """
    yield from _parts(document, partial(whole_stream, document))
    yield Warned(Problem.DAMAGED_IN_PART, {})


def read_without_formats(document: Document, _limits: Limits) -> Iterator[Part]:
    """Yield the worksheets of a workbook whose formats are damaged: nothing tells what is hidden."""
    yield from _parts(document, document.read, with_formats=False)


class _Silence:
    """Where xlrd writes what it notices; standard output belongs to the rows."""

    def write(self, _text: str) -> None:
        pass

    def flush(self) -> None:
        pass


def _open(content: bytes, *, with_formats: bool) -> Any:  # noqa: ANN401 - xlrd has no types
    _refuse_link_bombs(content)
    book = _load(content, with_formats=with_formats)
    if book.codepage is None and book.biff_version < _FIRST_WITH_UNICODE:
        return _load(content, with_formats=with_formats, encoding="cp1252")
    return book


def _load(content: bytes, *, with_formats: bool, encoding: str | None = None) -> Any:  # noqa: ANN401 - as above
    try:
        return xlrd.open_workbook(
            file_contents=content,
            logfile=_Silence(),
            formatting_info=with_formats,
            on_demand=True,
            ragged_rows=True,
            encoding_override=encoding,
        )
    except xlrd.XLRDError as error:
        is_encrypted = "encrypted" in str(error)
        raise UnreadableError(Problem.PASSWORD if is_encrypted else Problem.DAMAGED) from error


def _refuse_link_bombs(content: bytes) -> None:
    """Refuse a link on more cells than anybody links: xlrd keeps one entry for each."""
    for found in _LINK_RECORD.finditer(content):
        first, last, left, right = memoryview(found[1]).cast("H")
        if (last - first + 1) * (right - left + 1) > _MOST_LINKED_CELLS:
            raise UnreadableError(Problem.OUT_OF_PROPORTION)


def _parts(
    document: Document, read: Callable[[], bytes], *, with_formats: bool = True
) -> Iterator[Part]:
    book = _open(read(), with_formats=with_formats)
    yield FileFound("xls", book.encoding if book.biff_version < _FIRST_WITH_UNICODE else None)
    formulas = BiffFormulas(book, read)
    for number in range(book.nsheets):
        sheet = book.sheet_by_index(number)
        name = paired(sheet.name) if book.biff_version >= _FIRST_WITH_SHEETS else document.stem
        columns = frozenset(at + 1 for at, one in sheet.colinfo_map.items() if one.hidden)
        rows = _Rows(book, sheet, formulas.of_sheet(sheet)).read()
        yield ReadSheet(name, rows, bool(sheet.visibility), columns)
        book.unload_sheet(number)
    yield from _left_out(book, formulas.around())
    if count := formulas.unread():
        yield Warned(Problem.FORMULAS_NOT_READ, {"count": count})
    if formulas.names_spell_words():
        yield Warned(Problem.NAMES_NOT_READ, {})


def _left_out(book: Any, around: Sequence[BiffAround]) -> Iterator[Warned]:  # noqa: ANN401 - as above
    content = book.mem or b""
    if -1 in vars(book).get("_all_sheets_map", ()):
        yield Warned(Problem.SHEETS_NOT_READ, {})
    boxes = sum(1 for _ in _TEXT_RECORD.finditer(content))
    if boxes > sum(one.boxes for one in around) or any(one.has_old_boxes for one in around):
        yield Warned(Problem.DRAWN_TEXT_NOT_READ, {})
    if any(one.has_pivot_table for one in around):
        yield Warned(Problem.PIVOT_NOT_READ, {})
    if any(one.has_page_text for one in around):
        yield Warned(Problem.PAGE_TEXT_NOT_READ, {})
    if len(_WORKSHEET_BEGINS.findall(content)) > book.nsheets:
        yield Warned(Problem.DAMAGED_IN_PART, {})
    yield from _pictures(content)


def _pictures(content: bytes) -> Iterator[Warned]:
    sizes = [is_small(None, head) for head in picture_heads(content)]
    if large := sizes.count(False):
        yield Warned(Problem.OBJECTS_NOT_READ, {"count": large})
    if small := sizes.count(True):
        yield Warned(Problem.SMALL_PICTURES, {"count": small})


class _Rows:
    """Reads the rows of one sheet."""

    def __init__(self, book: Any, sheet: Any, formulas: BiffSheetFormulas) -> None:  # noqa: ANN401 - as above
        self._book = book
        self._sheet = sheet
        self._formulas = formulas
        self._calendar = Calendar(from_1904=bool(book.datemode))
        self._meanings: dict[int, Meaning | Literal["unknown"]] = {}

    def read(self) -> Iterator[ReadRow]:
        sheet = self._sheet
        comments, links = _by_row(sheet.cell_note_map), _by_row(sheet.hyperlink_map)
        around = self._formulas.around.rows()
        last = max(sheet.nrows, *(number + 1 for number in (*comments, *links, *around)), 0)
        for number in range(last):
            row = OpenRow(number + 1, hidden=self._is_hidden(number))
            if number < sheet.nrows:
                self._put_cells(row, number)
            for column, formula in self._formulas.of_row(number):
                row.formula(column + 1, paired(formula))
            for column, note in comments.get(number, ()):
                row.comment(column + 1, paired(note.text), paired(note.author))
            for column, link in links.get(number, ()):
                row.link(column + 1, _target(link))
            for column, kind, text in around.get(number, ()):
                row.note(column + 1, kind, text)
            if read := row.closed():
                yield read

    def _is_hidden(self, number: int) -> bool:
        about = self._sheet.rowinfo_map.get(number)
        return bool(about.hidden if about else self._sheet.default_row_hidden)

    def _put_cells(self, row: OpenRow, number: int) -> None:
        sheet = self._sheet
        values: Sequence[Any] = sheet.row_values(number)
        for column, (kind, value) in enumerate(zip(sheet.row_types(number), values, strict=True)):
            if kind == xlrd.XL_CELL_TEXT:
                if value:
                    row.put(column + 1, paired(value))
            elif kind not in {xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK}:
                row.put(column + 1, *self._shown_and_typed(kind, value, number, column))

    def _shown_and_typed(
        self, kind: int, value: float, number: int, column: int
    ) -> tuple[str, object]:
        if kind == xlrd.XL_CELL_ERROR:
            return show_error(int(value)), None
        if kind == xlrd.XL_CELL_BOOLEAN:
            return show_truth(bool(value)), bool(value)
        meaning = self._meaning(number, column)
        if meaning == "unknown":
            meaning = Shown.EITHER if kind == xlrd.XL_CELL_DATE else None
        return show_stored(value, meaning, self._calendar)

    def _meaning(self, number: int, column: int) -> Meaning | Literal["unknown"]:
        """Return what the format of a cell means; of some, xlrd knows only whether it is a date."""
        if not self._book.formatting_info:
            return "unknown"
        index = self._sheet.cell_xf_index(number, column)
        if index not in self._meanings:
            formats = self._book.xf_list
            key = formats[index].format_key if 0 <= index < len(formats) else 0
            known = self._book.format_map.get(key)
            self._meanings[index] = meaning_of(known.format_str) if known else "unknown"
        return self._meanings[index]


def _by_row(by_cell: Mapping[tuple[int, int], Any]) -> dict[int, list[tuple[int, Any]]]:
    rows: dict[int, list[tuple[int, Any]]] = defaultdict(list)
    for (row, column), what in sorted(by_cell.items(), key=lambda item: item[0]):
        rows[row].append((column, what))
    return rows


def _target(link: Any) -> str:  # noqa: ANN401 - xlrd has no types
    path = link.url_or_path or ""
    target = path.decode("cp1252", "replace") if isinstance(path, bytes) else str(path)
    return paired(f"{target}#{link.textmark}" if link.textmark else target)
