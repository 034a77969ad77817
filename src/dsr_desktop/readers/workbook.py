"""Reads Excel workbooks (xlsx, xlsm, xltx, xltm, strict Open XML) with what hangs on their cells."""

from collections.abc import Iterator
from functools import partial

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.document_properties import with_properties
from dsr_desktop.readers.messages import FileFound, Warned
from dsr_desktop.readers.ooxml.around import Around, PlacedNote
from dsr_desktop.readers.ooxml.book import Book, SheetEntry
from dsr_desktop.readers.ooxml.careful_rows import RowListener
from dsr_desktop.readers.ooxml.leftovers import left_out
from dsr_desktop.readers.ooxml.package import Package, open_package
from dsr_desktop.readers.ooxml.pieces import Pieces
from dsr_desktop.readers.ooxml.quick_rows import QuickRows
from dsr_desktop.readers.ooxml.remarks import Remarks
from dsr_desktop.readers.parts import Part, ReadRow, ReadSheet
from dsr_desktop.readers.placed_notes import with_notes
from dsr_desktop.readers.property_sources import said_in_package


def read_workbook(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield every worksheet with the texts one reads and their notes, then what was left out.

    Comments, links, text boxes and formulas that spell words are notes of their cells.
    Raises UnreadableError when the workbook is damaged, protected or made to do harm.
    """
    with open_package(document, limits) as package:
        book = Book(package)
        yield FileFound("xlsx", None)
        parts = _Reading(package, book, limits).parts()
        yield from with_properties(parts, partial(said_in_package, package))


class _Reading:
    """Goes through one workbook; each problem is told once, whatever sheets have it."""

    def __init__(self, package: Package, book: Book, limits: Limits) -> None:
        self._package = package
        self._book = book
        self._limits = limits
        self._values = book.values(limits)
        self._people = book.people()
        self._problems: list[Problem] = []
        self._listeners: list[RowListener] = []

    def parts(self) -> Iterator[Part]:
        for entry in self._book.sheets:
            if entry.kind == "worksheet":
                yield self._sheet(entry)
            else:
                self._problems.append(Problem.SHEETS_NOT_READ)
        if self._book.lacks_a_sheet():
            self._problems.append(Problem.DAMAGED_IN_PART)
        if self._book.names_spell_words():
            self._problems.append(Problem.NAMES_NOT_READ)
        yield from (Warned(problem, {}) for problem in dict.fromkeys(self._problems))
        if count := sum(one.formulas.without_result for one in self._listeners):
            yield Warned(Problem.RESULTS_NOT_STORED, {"count": count})
        yield from left_out(self._package)

    def _sheet(self, entry: SheetEntry) -> ReadSheet:
        relations = self._package.relations(entry.part)
        around = Around(self._package.chunks(entry.part, will_return=True))
        if around.has_page_text():
            self._problems.append(Problem.PAGE_TEXT_NOT_READ)
        remarks = Remarks(self._package, relations, self._people)
        notes = sorted([*around.notes(relations), *remarks.notes()], key=_row_of)
        self._problems.extend(remarks.problems)
        rows = with_notes(self._rows(entry), notes) if notes else self._rows(entry)
        return ReadSheet(entry.name, rows, entry.hidden, around.hidden_columns())

    def _rows(self, entry: SheetEntry) -> Iterator[ReadRow]:
        listener = RowListener(self._values, self._limits.cell_characters + 1)
        self._listeners.append(listener)
        quick = QuickRows(self._values, listener)
        pieces = Pieces[ReadRow](listener, "sheetData", "row", quick.read)
        return pieces.read(self._package.chunks(entry.part))


def _row_of(placed: PlacedNote) -> int:
    return placed[0]
