"""Follows the markup of a part of a Word document: its paragraphs and the rows of its tables.

WordprocessingML: ISO/IEC 29500-1, 17. Names are without namespaces, so that drawings, formulas and
diagrams (`a:p`, `m:t`) are read like paragraphs. Text deleted under revision is read too.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from dsr_desktop.domain.notes import CellNote, NoteKind
from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.links import readable_target
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.ooxml.markup import local
from dsr_desktop.readers.parts import ReadRow

_TEXT = frozenset({"t", "delText"})
_FIELD = frozenset({"instrText", "delInstrText"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_FIELD_LINK = re.compile(r'HYPERLINK\s+(?:"([^"]+)"|([^\s"\\]\S*))')
_WIDEST = 63
"""Columns that a table of Word has at most."""


@dataclass
class _Written:
    """Text of a paragraph or a cell, and the targets of the links in it."""

    pieces: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    field_code: str = ""


class WordListener:
    """Collects rows as they end in `rows`: the number of their table (0 for none) and the row.

    Paragraphs count from 1, those in tables left out; each is a row, with a cell for each tab in
    it; the author of a comment comes first. Raises UnreadableError for a cell longer than
    `longest`. `links` are the targets of links by their ids.
    """

    def __init__(self, links: Mapping[str, str], longest: int) -> None:
        self.rows: list[tuple[int, ReadRow]] = []
        self.tables = _Tables(self.rows)
        self._links = links
        self._longest = longest
        self._number = 0
        self._characters = 0
        self._author = ""
        self._paragraphs: list[_Written] = []
        self._collected = ""
        self._runs = 0
        self._skipped = 0
        tables = self.tables
        self._begins: dict[str, Callable[[Mapping[str, str]], None]] = {
            "p": self._paragraph_begins, "r": self._run_begins, "hyperlink": self._link_begins,
            "hlinkClick": self._link_begins, "fldSimple": self._field_begins,
            "textpath": self._word_art, "comment": self._comment_begins, "tbl": tables.table_begins,
            "tr": tables.row_begins, "tc": self._cell_begins, "gridSpan": tables.spans,
            "gridBefore": tables.leaves_out,
        }  # fmt: skip
        self._ends: dict[str, Callable[[], None]] = {
            "p": self._paragraph_ends, "r": self._run_ends, "comment": self._comment_ends,
            "tbl": self._table_ends, "tr": tables.row_ends, "tc": tables.cell_ends,
        }  # fmt: skip

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take notice of an element."""
        if self._skipped or name == "Fallback":  # what stands before it says the same
            self._skipped += 1
        elif name in _TEXT or name in _FIELD:
            self._collected = name
        elif name in _SIGNS:
            if self._runs:
                self._add(_SIGNS[name])
        elif begins := self._begins.get(name):
            begins({local(key): value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        """Take notice of the end of an element."""
        if self._skipped:
            self._skipped -= 1
        elif name in _TEXT or name in _FIELD:
            self._collected = ""
        elif ends := self._ends.get(name):
            ends()

    def data(self, text: str) -> None:
        """Take the text of a run."""
        if self._skipped:
            return
        if self._collected in _TEXT:
            self._add(text)
        elif self._collected in _FIELD:
            self._add_field_code(text)

    def _add(self, text: str) -> None:
        self._characters += len(text)
        if self._characters > self._longest:
            row = self.tables.row or self._number + 1
            raise UnreadableError(Problem.CELL_TOO_LONG, row=row)
        if self._paragraphs:
            self._paragraphs[-1].pieces.append(text)
        else:
            self._paragraphs.append(_Written([text]))
            self._paragraph_ends()

    def _add_field_code(self, text: str) -> None:
        if self._paragraphs:
            paragraph = self._paragraphs[-1]
            paragraph.field_code = (paragraph.field_code + text)[: self._longest]

    def _run_begins(self, _attributes: Mapping[str, str]) -> None:
        self._runs += 1

    def _run_ends(self) -> None:
        self._runs -= 1

    def _paragraph_begins(self, _attributes: Mapping[str, str]) -> None:
        self._paragraphs.append(_Written())

    def _paragraph_ends(self) -> None:
        if not self._paragraphs:
            return
        paragraph = self._paragraphs.pop()
        paragraph.links += ["".join(found) for found in _FIELD_LINK.findall(paragraph.field_code)]
        if self.tables.row:
            self.tables.add(paragraph)
            return
        self._number += 1
        self.rows.append((0, self._row(paragraph)))
        if not self._paragraphs:
            self._characters = 0

    def _row(self, paragraph: _Written) -> ReadRow:
        text = "".join(paragraph.pieces).strip("\n")
        author = [self._author] if self._author else []
        notes = _notes(paragraph.links, text, len(author) + 1)
        return ReadRow(self._number, [*author, *text.split("\t")], notes=notes)

    def _cell_begins(self, _attributes: Mapping[str, str]) -> None:
        if self.tables.cell_begins():
            self._characters = 0

    def _table_ends(self) -> None:
        if self.tables.table_ends():
            self._characters = 0

    def _link_begins(self, attributes: Mapping[str, str]) -> None:
        target = self._links.get(attributes.get("id", ""))
        if target and self._paragraphs:
            self._paragraphs[-1].links.append(target)

    def _field_begins(self, attributes: Mapping[str, str]) -> None:
        self._add_field_code(attributes.get("instr", ""))

    def _word_art(self, attributes: Mapping[str, str]) -> None:
        self._add(attributes.get("string", ""))

    def _comment_begins(self, attributes: Mapping[str, str]) -> None:
        self._author = attributes.get("author", "")

    def _comment_ends(self) -> None:
        self._author = ""


class _Tables:
    """The table that is open; a table inside a table is text of the cell around it."""

    def __init__(self, rows: list[tuple[int, ReadRow]]) -> None:
        self.count = 0
        self.row = 0
        self._rows = rows
        self._depth = 0
        self._cells: list[str] = []
        self._notes: list[CellNote] = []
        self._cell = _Written()
        self._width = 1

    def add(self, paragraph: _Written) -> None:
        """Add a paragraph to the cell that is open."""
        self._cell.pieces.append("".join(paragraph.pieces))
        self._cell.links.extend(paragraph.links)

    def table_begins(self, _attributes: Mapping[str, str]) -> None:
        """Open a table, or notice one inside it."""
        self._depth += 1
        if self._depth == 1:
            self.count += 1
            self.row = 0

    def table_ends(self) -> bool:
        """Tell whether it is the outer one that ends."""
        self._depth -= 1
        if not self._depth:
            self.row = 0
        return not self._depth

    def row_begins(self, _attributes: Mapping[str, str]) -> None:
        """Open the next row."""
        if self._depth == 1:
            self.row += 1
            self._cells, self._notes, self._cell = [], [], _Written()

    def row_ends(self) -> None:
        """Hand the row on."""
        if self._depth == 1:
            self._rows.append((self.count, ReadRow(self.row, self._cells, notes=self._notes)))

    def cell_begins(self) -> bool:
        """Tell whether it is a cell of the outer table."""
        if self._depth == 1:
            self._cell, self._width = _Written(), 1
        return self._depth == 1

    def cell_ends(self) -> None:
        """Place the cell, with empty ones after it for the columns that it spans."""
        if self._depth == 1:
            text = "\n".join(self._cell.pieces).strip("\n")
            self._notes.extend(_notes(self._cell.links, text, len(self._cells) + 1))
            self._cells.extend([text, *[""] * (self._width - 1)])

    def spans(self, attributes: Mapping[str, str]) -> None:
        """Note how many columns the cell spans."""
        if self._depth == 1:
            self._width = _columns(attributes)

    def leaves_out(self, attributes: Mapping[str, str]) -> None:
        """Leave columns out at the begin of the row."""
        if self._depth == 1:
            self._cells.extend([""] * _columns(attributes))


def _columns(attributes: Mapping[str, str]) -> int:
    value = attributes.get("val", "")
    return max(1, min(int(value), _WIDEST)) if re.fullmatch("[0-9]{1,9}", value) else 1


def _notes(links: Iterable[str], text: str, column: int) -> list[CellNote]:
    targets = map(readable_target, links)
    return [CellNote(column, NoteKind.LINK, target) for target in targets if target not in text]
