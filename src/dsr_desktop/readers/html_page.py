"""Walks through an HTML page: each table is a sheet, the text outside of tables is the last one.

Rows have the numbers that a spreadsheet program gives them, which puts it all on one sheet.
A small table inside a cell is layout and belongs to its text; a larger one is a sheet of its own.
"""

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.html_stack import RowStack
from dsr_desktop.readers.html_table import Cell, Table
from dsr_desktop.readers.html_text import ShownText
from dsr_desktop.readers.messages import UnreadableError, Warned
from dsr_desktop.readers.open_row import OpenRow
from dsr_desktop.readers.sheet_stream import Met, SheetOpened

_DEEPEST = 50
_MOST_INNER = 200
_SHEET_NAME = re.compile(r"<x:Name>([^<]{1,255})</x:Name>")
_UNSEEN = frozenset({"script", "style", "title"})
_CELLS = frozenset({"td", "th"})
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "center", "cite", "code", "col", "data", "em",
    "font", "i", "img", "input", "ins", "kbd", "label", "mark", "meta", "q", "s", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_TAKES_ROWS = frozenset({"a", "hr", "p", "pre", "tr", "h1", "h2", "h3", "h4", "h5", "h6"})
_TAKES_LINES = frozenset({"hr", "pre"})
_NO_BREAK = "\xa0"
_TYPED_IN = frozenset({"", "email", "number", "search", "tel", "text", "url", "date"})
_OPENS_NOTHING = ("#", "javascript:")


class Page(HTMLParser):
    """Parser of a page; what was met is taken after each piece of it."""

    def __init__(self, name: str, limits: Limits) -> None:
        super().__init__(convert_charrefs=True)
        self._name = name
        self._limits = limits
        self._met: list[Met] = []
        self._tables: list[Table] = []
        self._inner: list[Table] = []
        self._count = 0
        self._names: list[str] = []
        self._outside = Cell()
        self._lines: list[Met] = []
        self._stack = RowStack()
        self._unseen = 0

    def is_at_rest(self) -> bool:
        """Tell whether the parser waits for nothing that would end what it has begun."""
        return not self.rawdata and self.cdata_elem is None

    def take(self) -> list[Met]:
        """Return what was met since the last time."""
        length, n = self._outside.text.length, self._stack.last + 1
        if self._tables:
            length, n = self._tables[-1].length(), self._tables[-1].row_number
        if length > self._limits.cell_characters:
            raise UnreadableError(Problem.CELL_TOO_LONG, row=n)
        met, self._met = self._met, []
        return met

    def rest(self) -> Iterator[Met]:
        """Yield what is left at the end of the page."""
        not_closed = bool(self._tables)
        while self._tables:
            self._close_table()
        self._close_line()
        yield from self.take()
        if self._lines:
            yield SheetOpened(self._name)
            yield from self._lines
        if not_closed:
            yield Warned(Problem.TABLE_NOT_CLOSED, {})
        if (first := self._stack.first_in_doubt) is not None:
            yield Warned(Problem.PAGE_COUNTED_OTHERWISE, {"row": first})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open what the tag opens."""
        self.tag_begins(tag, {name: value or "" for name, value in attrs})

    def tag_begins(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open what the tag opens; attributes without a value have an empty one."""
        table = self._tables[-1] if self._tables else None
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._open_table(attributes)
        elif tag == "tr" and table:
            table.open_row(attributes)
            self._hand_out(table)
        elif tag in _CELLS and table:
            table.open_cell(attributes)
        elif tag == "caption" and table:
            table.caption = ShownText()
            self._stack.doubt(table.row_number + 1)
        elif tag == "col" and table:
            table.columns.add(attributes)
        elif tag == "colgroup" and table:
            table.columns.open_group(attributes)
        else:
            self._content(tag, attributes)

    def cell(self, tag: str, attributes: Mapping[str, str], text: str) -> None:
        """Take a whole cell that holds only text."""
        table = self._tables[-1] if self._tables else None
        if table and not (table.caption or self._unseen) and table.takes_plainly(attributes):
            table.put_cell(text)
            return
        self.tag_begins(tag, attributes)
        if text:
            self.handle_data(text)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close what the tag closes."""
        table = self._tables[-1] if self._tables else None
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "table" and table:
            self._close_table()
        elif tag == "tr" and table:
            table.close_row()
            self._hand_out(table)
        elif tag in _CELLS and table:
            table.close_cell()
        elif tag == "caption" and table and table.caption:
            table.name, table.caption = table.caption.shown(), None
        elif tag not in _INLINE:
            self._break_block()

    def handle_data(self, data: str) -> None:
        """Add text to where it stands."""
        if not self._unseen:
            self._text().add(data)
            if not self._tables and _NO_BREAK in data:
                self._stack.doubt(self._stack.last + 1)

    def handle_comment(self, data: str) -> None:
        """Note the names of sheets, which Excel hides in a comment."""
        self._names.extend(_SHEET_NAME.findall(data))

    def unknown_decl(self, data: str) -> None:
        """Pass over `<![if …]>` of Office."""

    def _content(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._doubt_behind(tag)
        target = attributes.get("href", "").strip()
        if tag == "br":
            self._break_line()
        elif tag == "a" and target and not target.lower().startswith(_OPENS_NOTHING):
            self._cell().links.append(target)
        elif tag == "input" and attributes.get("type", "").lower() in _TYPED_IN:
            self._text().add(f" {attributes.get('value', '')} ")
        elif tag not in _INLINE:
            self._break_block()

    def _doubt_behind(self, tag: str) -> None:
        """Doubt the count behind what takes rows, or none, in some programs though it is empty."""
        if self._tables:
            table = self._tables[-1]
            if tag == "tfoot":
                self._stack.doubt(table.row_number + 1)
            elif tag in _TAKES_LINES:
                table.mark_uneven()
        elif tag in _TAKES_ROWS or (tag == "br" and not self._stack.has_tables):
            self._stack.doubt(self._stack.last + 1)

    def _cell(self) -> Cell:
        """Return the cell that is open; text between cells counts as outside of the table."""
        return (self._tables[-1].cell if self._tables else None) or self._outside

    def _text(self) -> ShownText:
        caption = self._tables[-1].caption if self._tables else None
        return caption or self._cell().text

    def _break_line(self) -> None:
        if self._text() is self._outside.text:
            self._close_line()
        else:
            self._text().break_line()

    def _break_block(self) -> None:
        if self._text() is self._outside.text:
            self._close_line()
        else:
            self._text().break_block()

    def _close_line(self) -> None:
        outside, self._outside = self._outside, Cell()
        text = outside.text.shown()
        if not (text or outside.links):
            return
        row = OpenRow(self._stack.add_line())
        row.put(1, text)
        for link in outside.links:
            row.link(1, link)
        if line := row.closed():
            self._lines.append(line)

    def _open_table(self, attributes: Mapping[str, str]) -> None:
        if len(self._tables) >= _DEEPEST:
            raise UnreadableError(Problem.OUT_OF_PROPORTION)
        self._unseen = 0
        if not self._tables:
            self._close_line()
            self._tables.append(Table(attributes, self._stack.begin_table()))
            return
        around = self._tables[-1]
        around.mark_uneven()
        self._tables.append(Table(attributes, max(0, around.row_number - 1)))

    def _close_table(self) -> None:
        table = self._tables.pop()
        table.end()
        if not self._tables:
            if table.row_number == self._stack.last:
                self._stack.doubt(self._stack.last + 1)
            self._stack.end_table(table.row_number)
            self._doubt_below(table)
            for one in (table, *self._inner):
                self._hand_out(one)
            self._inner = []
        elif len(table.rows) > 1 and table.width > 1 and len(self._inner) < _MOST_INNER:
            self._inner.append(table)
        else:
            self._melt(table)

    def _hand_out(self, table: Table) -> None:
        """Hand out the rows of an outermost table as they come; those of inner ones wait."""
        if len(self._tables) > 1 or not table.rows:
            return
        if not table.is_handed_out:
            named = self._names[self._count : self._count + 1]
            self._count += 1
            name = table.name or "".join(named) or f"Table {self._count}"
            self._met.append(SheetOpened(name, table.hidden, table.columns.hidden()))
            table.is_handed_out = True
        self._met.extend(table.take_rows())

    def _doubt_below(self, table: Table) -> None:
        if table.uneven is not None:
            self._stack.doubt(table.uneven + 1)

    def _melt(self, table: Table) -> None:
        """Make a small inner table part of the cell around it."""
        around = self._cell()
        for row in table.rows:
            around.text.break_block()
            around.text.add(" ".join(filter(None, row.cells)))
            around.links.extend(note.text for note in row.notes)
        around.text.break_block()
