"""Finds the formulas of a binary workbook of Excel 2 to 2003: xlrd reads their results only.

[MS-XLS] 2.4.127 (Formula), 2.4.4 (Array), 2.4.277 (ShrFmla).
"""

import io
import struct
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from xlrd.compdoc import SIGNATURE, CompDoc

from dsr_desktop.readers.biff_around import AROUND, BiffAround
from dsr_desktop.readers.formulas.layout import Layout, Version, layout_of
from dsr_desktop.readers.formulas.parsed import ParsedFormula, formula_at, formula_of
from dsr_desktop.readers.formulas.references import KnownNames, Place
from dsr_desktop.readers.formulas.sheet import SheetFormulas, names_spell_words

_VERSIONS = {
    20: Version.BIFF2, 21: Version.BIFF2, 30: Version.BIFF3, 40: Version.BIFF4,
    45: Version.BIFF4, 50: Version.BIFF5, 70: Version.BIFF5, 80: Version.BIFF8,
}  # fmt: skip
_BEGINS = frozenset({0x0009, 0x0209, 0x0409, 0x0809})
_ENDS = 0x000A
_FORMULAS = frozenset({0x0006, 0x0206, 0x0406})
_ARRAYS = frozenset({0x0021, 0x0221})
_SHARED = 0x04BC
_OF_INTEREST = _BEGINS | _FORMULAS | _ARRAYS | AROUND | {_ENDS, _SHARED}
_HEADER = struct.Struct("<HH")


@dataclass(frozen=True)
class _Lengths:
    """Where a record has the length of its formula, which takes `size` bytes."""

    formula: int
    array: int
    shared: int = 8
    size: int = 2


_LENGTHS = {
    Version.BIFF2: _Lengths(16, 7, size=1),
    Version.BIFF3: _Lengths(16, 8),
    Version.BIFF4: _Lengths(16, 8),
    Version.BIFF5: _Lengths(20, 12),
    Version.BIFF8: _Lengths(20, 12),
}


class BiffSheetFormulas:
    """The formulas of one sheet by row; they are spelled when their row is read.

    `around` has what the other records of the sheet say.
    """

    def __init__(
        self,
        cells: Iterable[tuple[Place, ParsedFormula]],
        formulas: SheetFormulas,
        around: BiffAround,
    ) -> None:
        self.around = around
        self._formulas = formulas
        self._rows: dict[int, list[tuple[int, ParsedFormula]]] = defaultdict(list)
        for (row, column), formula in cells:
            self._rows[row].append((column, formula))

    def of_row(self, row: int) -> Iterator[tuple[int, str]]:
        """Yield column and text of the formulas with words; rows and columns count from 0."""
        for column, formula in self._rows.get(row, ()):
            if text := self._formulas.text((row, column), formula):
                yield column, text


class BiffFormulas:
    """The formulas of one workbook; `file` gives its bytes where xlrd has let go of them."""

    def __init__(self, book: Any, file: Callable[[], bytes]) -> None:  # noqa: ANN401 - xlrd has no types
        self._content: bytes = book.mem or _stream_in(file())
        version = _VERSIONS[book.biff_version]
        self._layout: Layout = layout_of(version, book.encoding or "latin-1")
        self._lengths = _LENGTHS[version]
        self._names = _names(book)
        self._named = [
            formula_of(name.raw_formula, name.basic_formula_len) for name in book.name_obj_list
        ]
        self._sheets: list[tuple[SheetFormulas, BiffAround]] = []

    def of_sheet(self, sheet: Any) -> BiffSheetFormulas:  # noqa: ANN401 - as above
        """Return the formulas of a sheet that xlrd has read."""
        formulas = SheetFormulas(self._layout, self._names)
        around = BiffAround(self._layout, self._names)
        self._sheets.append((formulas, around))
        cells = self._cells(vars(sheet)["_position"], formulas, around)
        return BiffSheetFormulas(cells, formulas, around)

    def unread(self) -> int:
        """Return how many formulas of the rows read so far could not be read to their end."""
        return sum(formulas.unread + around.unread for formulas, around in self._sheets)

    def around(self) -> list[BiffAround]:
        """Return what stands around the cells of each sheet read so far."""
        return [around for _, around in self._sheets]

    def names_spell_words(self) -> bool:
        """Tell whether a defined name stands for words rather than for cells."""
        return names_spell_words(self._named, self._layout, self._names)

    def _cells(
        self, begin: int, formulas: SheetFormulas, around: BiffAround
    ) -> Iterator[tuple[Place, ParsedFormula]]:
        """Yield the formulas of cells; those of several are kept by the cell before their record."""
        lengths = self._lengths
        cell = (0, 0)
        for kind, record in _records(self._content, begin):
            if kind in _FORMULAS:
                cell = int.from_bytes(record[:2], "little"), int.from_bytes(record[2:4], "little")
                yield cell, formula_at(record, lengths.formula, lengths.size)
            elif kind == _SHARED:
                formulas.share(cell, formula_at(record, lengths.shared, lengths.size))
            elif kind in _ARRAYS:
                formulas.spread(cell, formula_at(record, lengths.array, lengths.size))
            else:
                around.take(kind, record)


def _records(content: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records of interest of the sheet that begins here, without those of its charts."""
    header = _HEADER.unpack_from
    last = len(content) - _HEADER.size
    is_inside = False
    while at <= last:
        kind, size = header(content, at)
        at += 4
        if kind in _OF_INTEREST:
            if kind == _ENDS and not is_inside:
                return
            if kind == _ENDS or kind in _BEGINS:
                is_inside = kind != _ENDS
            elif not is_inside:
                yield kind, content[at : at + size]
        at += size


def _stream_in(file: bytes) -> bytes:
    """Return the records in a file of Excel 2 to 4, which xlrd has let go of."""
    if not file.startswith(SIGNATURE):
        return file
    package = CompDoc(file, logfile=io.StringIO())
    found = (package.locate_named_stream(name)[0] for name in ("Workbook", "Book"))
    stream: bytes = next(filter(None, found), b"")
    return stream


def _names(book: Any) -> KnownNames:  # noqa: ANN401 - as above
    inner = vars(book)
    names = tuple(str(one.name) for one in book.name_obj_list)
    called = {
        inner["_supbook_locals_inx"]: names,
        inner["_supbook_addins_inx"]: tuple(map(str, book.addin_func_names)),
    }
    foreign = {
        number: called[source]
        for number, (source, *_) in enumerate(inner["_externsheet_info"])
        if source in called
    }
    return KnownNames(names, _sheets(book), foreign)


def _sheets(book: Any) -> dict[int, str]:  # noqa: ANN401 - as above
    """Return the sheets that formulas point to: by the list of references, before BIFF8 as they are."""
    inner = vars(book)
    known, titles = inner["_all_sheets_map"], book.sheet_names()
    by_number = {at: titles[known[at]] for at in range(len(known)) if 0 <= known[at] < len(titles)}
    if _VERSIONS[book.biff_version] < Version.BIFF8:
        return by_number
    return {
        number: by_number[first] if first == last else f"{by_number[first]}:{by_number[last]}"
        for number, (source, first, last) in enumerate(inner["_externsheet_info"])
        if source == inner["_supbook_locals_inx"] and first in by_number and last in by_number
    }
