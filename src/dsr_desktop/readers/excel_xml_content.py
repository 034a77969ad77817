"""Parses a workbook of "XML Spreadsheet 2003", row by row.

Elements and attributes: Microsoft's "XML Spreadsheet Reference" (2001): Index, MergeAcross, Span,
Hidden.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import IO

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.display import (
    NO_DAY,
    meaning_of,
    show_moment,
    show_span,
    show_stored,
    show_truth,
)
from dsr_desktop.readers.element_parser import ElementParser
from dsr_desktop.readers.excel_xml_rules import Rules
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.ooxml.number_formats import Shown
from dsr_desktop.readers.ooxml.serial_days import Calendar
from dsr_desktop.readers.open_row import MOST_COLUMNS, OpenRow, counted
from dsr_desktop.readers.sheet_stream import Met, SheetOpened

PREFIXES = {
    "urn:schemas-microsoft-com:office:spreadsheet": "ss",
    "urn:schemas-microsoft-com:office:excel": "x",
}
BARE = frozenset({"ss", ""})
_TRUE = frozenset({"1", "true"})
_CALENDAR = Calendar()


def sheets_in(content: IO[bytes], limits: Limits, hidden: frozenset[int]) -> Iterator[Met]:
    """Yield sheets, rows and warnings; `hidden` has the numbers, from 0, of the sheets that are not shown.

    Raises UnreadableError for damaged XML and beyond the limits.
    """
    parser = ElementParser(PREFIXES, BARE)
    sheets, rules = _Sheets(parser, hidden), Rules(parser)
    for _ in parser.feed(content, limits):
        yield from sheets.take(limits)
    yield from rules.warnings()


class _Styles:
    """Number formats by the style that cells, rows and columns name."""

    def __init__(self, parser: ElementParser) -> None:
        self._parser = parser
        self._style = ""
        self._codes: dict[str, str] = {}
        parser.on({"ss:Style": self._style_begins, "ss:NumberFormat": self._format_begins}, {})

    def code(self, *styles: str | None) -> str:
        """Return the number format of the first style that is named."""
        return self._codes.get(next(filter(None, styles), "Default"), "General")

    def _style_begins(self, attributes: list[str]) -> None:
        style = self._parser.named(attributes)
        self._style = style.get("ID", "")
        self._codes[self._style] = self._codes.get(style.get("Parent", ""), "General")

    def _format_begins(self, attributes: list[str]) -> None:
        if code := self._parser.named(attributes).get("Format"):
            self._codes[self._style] = code


class _Sheets:
    """Handles sheets, rows and cells; what was met is taken after each piece of the document."""

    def __init__(self, parser: ElementParser, hidden: frozenset[int]) -> None:
        self._parser = parser
        self._hidden = hidden
        self._styles = _Styles(parser)
        self._met: list[Met] = []
        self._count = 0
        self._n = 0
        self._row: OpenRow | None = None
        self._row_attributes: dict[str, str] = {}
        self._opened: SheetOpened | None = None
        self._column_styles: dict[int, str] = {}
        self._hidden_columns: set[int] = set()
        self._column = 0
        self._cell: dict[str, str] = {}
        self._kind = ""
        self._words: list[str] = []
        self._comment_author: str | None = None
        parser.on(
            {
                "ss:Worksheet": self._sheet_begins,
                "ss:Column": self._column_begins,
                "ss:Row": self._row_begins,
                "ss:Cell": self._cell_begins,
                "ss:Comment": self._comment_begins,
                "ss:Data": self._data_begins,
            },
            {
                "ss:Worksheet": self._open_sheet,
                "ss:Row": self._row_ends,
                "ss:Cell": self._cell_ends,
                "ss:Comment": self._comment_ends,
                "ss:Data": self._data_ends,
            },
        )

    def take(self, limits: Limits) -> list[Met]:
        """Return what was met since the last time."""
        if len(self._words) > 1 and sum(map(len, self._words)) > limits.cell_characters:
            raise UnreadableError(Problem.CELL_TOO_LONG, row=self._n)
        met, self._met = self._met, []
        return met

    def _sheet_begins(self, attributes: list[str]) -> None:
        name = self._parser.named(attributes).get("Name", "")
        self._opened = SheetOpened(name, self._count in self._hidden)
        self._count += 1
        self._n = self._column = 0
        self._column_styles = {}
        self._hidden_columns = set()

    def _open_sheet(self) -> None:
        """Tell of the sheet once its columns are known: they stand before its rows."""
        if self._opened:
            columns = frozenset(self._hidden_columns)
            self._met.append(replace(self._opened, hidden_columns=columns))
        self._opened = None

    def _column_begins(self, attributes: list[str]) -> None:
        column = self._parser.named(attributes)
        first = _number(column, "Index", self._column + 1)
        self._column = min(first + _number(column, "Span", 0), MOST_COLUMNS)
        columns = range(max(first, 1), self._column + 1)
        if style := column.get("StyleID"):
            self._column_styles.update(dict.fromkeys(columns, style))
        if _is_hidden(column, "Width"):
            self._hidden_columns.update(columns)

    def _row_begins(self, attributes: list[str]) -> None:
        self._open_sheet()
        self._row_attributes = row = self._parser.named(attributes)
        self._n = _number(row, "Index", self._n + 1)
        self._row = OpenRow(self._n, hidden=_is_hidden(row, "Height"))
        self._column = 1

    def _row_ends(self) -> None:
        if self._row and (row := self._row.closed()):
            self._met.append(row)
        self._n += _number(self._row_attributes, "Span", 0)
        self._row = None

    def _cell_begins(self, attributes: list[str]) -> None:
        self._cell = cell = self._parser.named(attributes)
        if "Index" in cell:
            self._column = _number(cell, "Index", 0)

    def _cell_ends(self) -> None:
        cell = self._cell
        if self._row:
            self._row.link(self._column, cell.get("HRef", ""))
            self._row.formula(self._column, cell.get("Formula", ""))
        self._column += 1 + (_number(cell, "MergeAcross", 0) if "MergeAcross" in cell else 0)

    def _comment_begins(self, attributes: list[str]) -> None:
        self._comment_author = self._parser.named(attributes).get("Author", "")

    def _comment_ends(self) -> None:
        self._comment_author = None

    def _data_begins(self, attributes: list[str]) -> None:
        self._kind = self._parser.named(attributes).get("Type", "String")
        self._words = []
        self._parser.listen(self._words.append)

    def _data_ends(self) -> None:
        self._parser.listen(None)
        text, self._words = "".join(self._words), []
        if not self._row:
            return
        if self._comment_author is not None:
            self._row.comment(self._column, text, self._comment_author)
        elif self._kind == "String":
            self._row.put(self._column, text)
        else:
            self._row.put(self._column, *_shown_and_typed(self._kind, text, self._code()))

    def _code(self) -> str:
        row, column = self._row_attributes, self._column_styles.get(self._column)
        return self._styles.code(self._cell.get("StyleID"), row.get("StyleID"), column)


def _is_hidden(attributes: dict[str, str], size: str) -> bool:
    return attributes.get("Hidden") in _TRUE or attributes.get(size) == "0"


def _number(attributes: dict[str, str], name: str, otherwise: int) -> int:
    return counted(attributes[name]) if name in attributes else otherwise


def _shown_and_typed(kind: str, text: str, code: str) -> tuple[str, object]:
    if kind == "Number":
        return show_stored(text, meaning_of(code), _CALENDAR)
    if kind == "DateTime":
        return _moment(text, code)
    if kind == "Boolean":
        return show_truth(text == "1"), text == "1"
    return text, None


def _moment(text: str, code: str) -> tuple[str, object]:
    try:
        moment = dt.datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return text, None
    if meaning_of(code) is Shown.DURATION:
        return show_span(moment - NO_DAY)
    return show_moment(moment.time() if moment.date() == NO_DAY.date() else moment)
