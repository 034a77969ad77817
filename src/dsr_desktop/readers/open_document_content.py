"""Parses the content of an OpenDocument spreadsheet, row by row.

OpenDocument 1.3 part 3, 9: tables, repeated rows and cells, what is hidden.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import IO

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.element_parser import ElementParser
from dsr_desktop.readers.messages import UnreadableError, Warned
from dsr_desktop.readers.open_document_besides import Besides
from dsr_desktop.readers.open_document_hiding import Hiding
from dsr_desktop.readers.open_document_names import BARE, PREFIXES
from dsr_desktop.readers.open_document_pictures import Pictures
from dsr_desktop.readers.open_document_rows import PlainRow, RowPieces
from dsr_desktop.readers.open_document_rules import Rules
from dsr_desktop.readers.open_document_text import CellText
from dsr_desktop.readers.open_document_values import shown_and_typed
from dsr_desktop.readers.open_row import MOST_COLUMNS, OpenRow, counted, repeated
from dsr_desktop.readers.parts import ReadRow
from dsr_desktop.readers.sheet_stream import Met, SheetOpened

_LINK_CACHE = re.compile(r"'.*'#\$?.*", re.DOTALL)
_FORMULA_LANGUAGE = re.compile(r"\A[\w.-]+:(?==)")
_HIDDEN = frozenset({"collapse", "filter"})
_MOST_REPEATED_TEXT = 64_000_000


def sheets_in(content: IO[bytes], limits: Limits, rules: Rules) -> Iterator[Met]:
    """Yield sheets, rows and warnings of `content.xml` or of a flat document.

    `rules` are those that were read before; the others are named.

    Raises UnreadableError for damaged XML, for what is no spreadsheet, and beyond the limits.
    """
    parser = ElementParser(PREFIXES, BARE)
    tables = _Tables(parser, limits)
    for _ in RowPieces(parser, tables).feed(content, limits):
        yield from tables.take()
    yield from tables.warnings(rules)


class _Tables:
    """Handles tables, rows and cells; what was met is taken after each piece of the document."""

    def __init__(self, parser: ElementParser, limits: Limits) -> None:
        self._parser = parser
        self._limits = limits
        self._text = CellText(parser, limits)
        self._pictures = Pictures(parser, self._text)
        self._hiding = Hiding(parser)
        self._besides = Besides(parser, self._text)
        self._met: list[tuple[SheetOpened | ReadRow, int]] = []
        self._has_changes = False
        self._opened: SheetOpened | None = None
        self._columns = 0
        self._hidden_columns: set[int] = set()
        self._in_table = False
        self._n = 0
        self._row: OpenRow | None = None
        self._row_repeat = 1
        self._cell: dict[str, str] = {}
        self._column = 0
        cells = ("table:table-cell", "table:covered-table-cell")
        others = ("office:text", "office:presentation", "office:drawing")
        parser.on(
            {
                "table:table": self._table_begins,
                "table:table-column": self._column_begins,
                "table:table-row": self._row_begins,
                **dict.fromkeys(cells, self._cell_begins),
                **dict.fromkeys(others, self._refuse),
                "table:tracked-changes": self._changes_begin,
                "table:dde-links": parser.skip,
                "office:forms": parser.skip,
            },
            {
                "table:table": self._table_ends,
                "table:table-row": self._row_ends,
                **dict.fromkeys(cells, self._cell_ends),
            },
        )

    def stands_between_rows(self) -> bool:
        """Tell whether what follows is in a table and in no row of it."""
        return self._in_table and self._row is None and not self._parser.is_skipping

    def add(self, row: PlainRow) -> None:
        """Add a row that no parser met."""
        about, cells = row
        put = self._open_row(about).put
        for cell, text, link in cells:
            if cell is None and not link:
                if text:
                    put(self._column, text)
                self._column += 1
            else:
                self._text.links.extend((link,) if link else ())
                self._take_cell(cell or {}, text)
        self._row_ends()

    def take(self) -> Iterator[Met]:
        """Yield what was met since the last time."""
        if self._text.is_too_long():
            raise UnreadableError(Problem.CELL_TOO_LONG, row=self._n + 1)
        met, self._met = self._met, []
        for one, repeat in met:
            if isinstance(one, ReadRow) and repeat > 1:
                yield from repeated(one, repeat, self._limits)
            else:
                yield one

    def warnings(self, rules: Rules) -> Iterator[Warned]:
        """Yield what the document holds and was not read; `rules` were."""
        if self._has_changes:
            yield Warned(Problem.CHANGES_NOT_READ, {})
        if self._text.has_drawn_text:
            yield Warned(Problem.DRAWN_TEXT_NOT_READ, {})
        if rules.unplaced or self._besides.conditions > rules.conditions:
            yield Warned(Problem.RULES_NOT_READ, {})
        yield from self._besides.warnings()
        yield from self._pictures.warnings()

    def _refuse(self, _attributes: list[str]) -> None:
        raise UnreadableError(Problem.UNKNOWN_KIND, kind="OpenDocument")

    def _changes_begin(self, attributes: list[str]) -> None:
        self._has_changes = True
        self._parser.skip(attributes)

    def _table_begins(self, attributes: list[str]) -> None:
        table = self._parser.named(attributes)
        name = table.get("name", "")
        if self._in_table:
            self._text.has_drawn_text = True
            self._parser.skip(attributes)
        elif _LINK_CACHE.fullmatch(name):
            self._parser.skip(attributes)
        else:
            self._in_table = True
            self._n = 0
            hidden = self._hiding.hides_table(table.get("style-name"))
            self._opened = SheetOpened(name, hidden)
            self._columns = 0
            self._hidden_columns = set()

    def _table_ends(self) -> None:
        self._open_sheet()
        self._in_table = False

    def _column_begins(self, attributes: list[str]) -> None:
        column = self._parser.named(attributes)
        first = self._columns + 1
        self._columns += _count(column.get("number-columns-repeated"))
        if column.get("visibility") in _HIDDEN or self._hiding.hides_columns():
            self._hidden_columns.update(range(first, min(self._columns, MOST_COLUMNS) + 1))

    def _open_sheet(self) -> None:
        """Tell of the sheet once its columns are known: they stand before its rows."""
        if self._opened:
            columns = frozenset(self._hidden_columns)
            self._met.append((replace(self._opened, hidden_columns=columns), 1))
        self._opened = None

    def _row_begins(self, attributes: list[str]) -> None:
        self._open_row(self._parser.named(attributes))

    def _open_row(self, row: Mapping[str, str]) -> OpenRow:
        self._open_sheet()
        self._row_repeat = _count(row.get("number-rows-repeated"))
        hidden = row.get("visibility") in _HIDDEN or self._hiding.hides_rows()
        self._row = OpenRow(self._n + 1, hidden=hidden)
        self._column = 1
        return self._row

    def _row_ends(self) -> None:
        row = self._row.closed() if self._row else None
        if row:
            self._met.append((row, self._row_repeat))
        self._n += self._row_repeat
        self._row = None

    def _cell_begins(self, attributes: list[str]) -> None:
        self._cell = self._parser.named(attributes)
        self._text.open()

    def _cell_ends(self) -> None:
        self._take_cell(self._cell, self._text.close())

    def _take_cell(self, cell: Mapping[str, str], text: str) -> None:
        shown, typed = shown_and_typed(cell, text)
        formula = cell.get("formula", "")
        if "number-columns-repeated" in cell:
            self._put_repeatedly(_count(cell["number-columns-repeated"]), shown, typed, formula)
            return
        if shown and self._row:
            self._row.put(self._column, shown, typed)
        if formula or self._text.links or self._text.comments:
            self._hang([self._column], formula)
        self._column += 1

    def _put_repeatedly(self, repeat: int, shown: str, typed: object, formula: str) -> None:
        columns = range(self._column, self._column + repeat)
        if repeat * len(shown) > _MOST_REPEATED_TEXT:
            raise UnreadableError(Problem.TOO_MUCH_TEXT, most=_MOST_REPEATED_TEXT)
        if shown and self._row:
            for column in columns:
                self._row.put(column, shown, typed)
        self._hang(columns, formula)
        self._column += repeat

    def _hang(self, columns: Iterable[int], formula: str) -> None:
        """Hang comments, links and the formula of the cell that ends on its columns."""
        text = self._text
        comments, links = text.comments, text.links
        text.comments, text.links = [], []
        if not (self._row and (comments or links or formula)):
            return
        for column in columns:
            for comment, author in comments:
                self._row.comment(column, comment, author)
            for link in links:
                self._row.link(column, link)
            self._row.formula(column, _FORMULA_LANGUAGE.sub("", formula))


def _count(written: str | None) -> int:
    return counted(written, least=1) if written else 1
