"""Reads binary workbooks of Excel 2007 and later (xlsb), record by record.

[MS-XLSB] 2.1.7 (parts), 2.4 (records).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from dsr_desktop.domain.notes import CellNote
from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.display import Meaning, meaning_of
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.document_properties import with_properties
from dsr_desktop.readers.formulas.references import KnownNames
from dsr_desktop.readers.formulas.sheet import SheetFormulas, names_spell_words
from dsr_desktop.readers.messages import FileFound, UnreadableError, Warned
from dsr_desktop.readers.ooxml.leftovers import left_out
from dsr_desktop.readers.ooxml.number_formats import built_in
from dsr_desktop.readers.ooxml.package import Package, open_package
from dsr_desktop.readers.ooxml.remarks import Remarks
from dsr_desktop.readers.ooxml.serial_days import Calendar
from dsr_desktop.readers.open_row import MOST_COLUMNS
from dsr_desktop.readers.parts import Part, ReadSheet
from dsr_desktop.readers.property_sources import said_in_package
from dsr_desktop.readers.xlsb_around import XlsbAround
from dsr_desktop.readers.xlsb_names import LAYOUT, BookNames
from dsr_desktop.readers.xlsb_records import Kind, byte_at, records, text_at, uint_at
from dsr_desktop.readers.xlsb_rows import Hanging, SheetRows

USUAL_WORKBOOK = "xl/workbook.bin"
_MOST_LINKED_CELLS = 1_000_000


def read_xlsb(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield every worksheet with comments, links, rules, text boxes and what is hidden.

    Raises UnreadableError when the workbook is damaged, and beyond the limits.
    """
    with open_package(document, limits) as package:
        yield FileFound("xlsb", None)
        workbook = _Workbook(package, limits)
        yield from with_properties(_sheets(workbook), partial(said_in_package, package))
        if count := workbook.unread_formulas():
            yield Warned(Problem.FORMULAS_NOT_READ, {"count": count})
        if workbook.names_spell_words():
            yield Warned(Problem.NAMES_NOT_READ, {})
        yield from (Warned(problem, {}) for problem in dict.fromkeys(workbook.problems))
        yield from left_out(package)


def _sheets(workbook: "_Workbook") -> Iterator[Part]:
    for sheet in workbook.sheets:
        if sheet.kind == "worksheet":
            columns = _hidden_columns(workbook.package, sheet.part)
            yield ReadSheet(sheet.name, workbook.rows(sheet.part), sheet.hidden, columns)
    if any(sheet.kind != "worksheet" for sheet in workbook.sheets):
        yield Warned(Problem.SHEETS_NOT_READ, {})


@dataclass(frozen=True)
class _Sheet:
    name: str
    hidden: bool
    kind: str
    part: str


@dataclass
class _Workbook:
    """What all sheets share, and where they are."""

    package: Package
    limits: Limits
    sheets: list[_Sheet] = field(default_factory=list)
    calendar: Calendar = field(default_factory=Calendar)
    strings: Sequence[str] = ()
    formats: Sequence[Meaning] = ()
    names: BookNames = field(default_factory=BookNames)
    problems: list[Problem] = field(default_factory=list)
    _formulas: list[SheetFormulas] = field(default_factory=list)
    _unread_rules: int = 0

    def __post_init__(self) -> None:
        package = self.package
        part = next(iter(package.related("", "officeDocument")), USUAL_WORKBOOK)
        targets = {one.id: one for one in package.relations(part)}
        for kind, data in records(package.chunks(part)):
            self.names.take(kind, data)
            if kind == Kind.BOOK_PROPERTIES:
                self.calendar = Calendar(from_1904=bool(uint_at(data, 0) & 1))
            elif kind == Kind.SHEET:
                relation, end = text_at(data, 8)
                if relation not in targets:
                    raise UnreadableError(Problem.DAMAGED)
                target = targets[relation]
                name, _ = text_at(data, end)
                self.sheets.append(
                    _Sheet(name, byte_at(data, 0) & 3 != 0, target.kind, target.target)
                )
        for shared in package.related(part, "sharedStrings"):
            self.strings = _shared_texts(package, shared, self.limits)
        for styles in package.related(part, "styles"):
            self.formats = _cell_formats(package, styles)

    def rows(self, part: str) -> SheetRows:
        """Return the rows of a sheet, to be read while they are taken."""
        comments, links = _comments(self.package, part), _links(self.package, part)
        hanging = Hanging(comments, links, self._others(part))
        content = records(self.package.chunks(part))
        formulas = SheetFormulas(LAYOUT, self._known_names())
        self._formulas.append(formulas)
        return SheetRows(content, self.strings, self.formats, self.calendar, hanging, formulas)

    def unread_formulas(self) -> int:
        """Return how many formulas of the sheets read so far could not be read to their end."""
        return self._unread_rules + sum(formulas.unread for formulas in self._formulas)

    def _others(self, part: str) -> dict[int, list[CellNote]]:
        """Return rules, filters and text boxes of a sheet by row; keep what they say besides."""
        package = self.package
        around = XlsbAround(self._known_names())
        for one in (part, *package.related(part, "table")):
            around.read(records(package.chunks(one)))
        drawings = (one for one in package.relations(part) if one.kind == "drawing")
        remarks = Remarks(package, drawings, {})
        notes: dict[int, list[CellNote]] = defaultdict(list)
        for n, note in (*around.notes, *remarks.notes()):
            notes[n].append(note)
        self._unread_rules += around.unread
        self.problems.extend(remarks.problems)
        if around.has_page_text:
            self.problems.append(Problem.PAGE_TEXT_NOT_READ)
        return notes

    def names_spell_words(self) -> bool:
        """Tell whether a defined name stands for words rather than for cells."""
        return names_spell_words(self.names.formulas, LAYOUT, self._known_names())

    def _known_names(self) -> KnownNames:
        return self.names.known([sheet.name for sheet in self.sheets])


def _shared_texts(package: Package, part: str, limits: Limits) -> list[str]:
    texts: list[str] = []
    characters = 0
    for kind, data in records(package.chunks(part)):
        if kind == Kind.SHARED_ITEM:
            text, _ = text_at(data, 1)
            texts.append(text)
            characters += len(text)
            if characters > limits.text:
                raise UnreadableError(Problem.TOO_MUCH_TEXT, most=limits.text)
    return texts


def _cell_formats(package: Package, part: str) -> list[Meaning]:
    codes: dict[int, str] = {}
    formats: list[Meaning] = []
    in_cells = False
    for kind, data in records(package.chunks(part)):
        if kind == Kind.NUMBER_FORMAT:
            codes[int.from_bytes(data[:2], "little")], _ = text_at(data, 2)
        elif kind in {Kind.CELL_FORMATS_BEGIN, Kind.CELL_FORMATS_END}:
            in_cells = kind == Kind.CELL_FORMATS_BEGIN
        elif kind == Kind.CELL_FORMAT and in_cells:
            number = int.from_bytes(data[2:4], "little")
            formats.append(meaning_of(codes[number]) if number in codes else built_in(number))
    return formats


def _comments(package: Package, sheet: str) -> dict[int, list[tuple[int, str, str]]]:
    """Return the comments of a sheet by row: column, text, author."""
    comments: dict[int, list[tuple[int, str, str]]] = defaultdict(list)
    for part in package.related(sheet, "comments"):
        authors: list[str] = []
        author, place = 0, (0, 0)
        for kind, data in records(package.chunks(part)):
            if kind == Kind.COMMENT_AUTHOR:
                authors.append(text_at(data, 0)[0])
            elif kind == Kind.COMMENT:
                author = uint_at(data, 0)
                place = uint_at(data, 4), uint_at(data, 12)
            elif kind == Kind.COMMENT_TEXT:
                name = authors[author] if author < len(authors) else ""
                comments[place[0] + 1].append((place[1] + 1, text_at(data, 1)[0], name))
    return comments


def _links(package: Package, sheet: str) -> dict[int, list[tuple[int, str]]]:
    """Return the links of a sheet by row: column, target. They stand behind the cells."""
    targets = {one.id: one.target for one in package.relations(sheet) if one.external}
    links: dict[int, list[tuple[int, str]]] = defaultdict(list)
    if not targets:
        return links
    left = _MOST_LINKED_CELLS
    for kind, data in records(package.chunks(sheet)):
        if kind != Kind.LINK:
            continue
        first, last, begin, end = (uint_at(data, at) for at in (0, 4, 8, 12))
        left -= (last - first + 1) * (end - begin + 1)
        if left < 0:
            raise UnreadableError(Problem.OUT_OF_PROPORTION)
        target = targets.get(text_at(data, 16)[0], "")
        for row in range(first, last + 1):
            links[row + 1].extend((column + 1, target) for column in range(begin, end + 1))
    return links


def _hidden_columns(package: Package, sheet: str) -> frozenset[int]:
    """Return the hidden columns of a sheet ([MS-XLSB] BrtColInfo); they stand before the rows."""
    hidden: set[int] = set()
    for kind, data in records(package.chunks(sheet)):
        if kind == Kind.ROWS_BEGIN:
            break
        if kind == Kind.COLUMNS and data[16:17] and data[16] & 1:
            last = min(uint_at(data, 4) + 1, MOST_COLUMNS)
            hidden.update(range(uint_at(data, 0) + 1, last + 1))
    return frozenset(hidden)
