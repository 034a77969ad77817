"""Writes the cells and areas that a formula points to, as a spreadsheet does: $A$1, B:B."""

from dataclasses import dataclass, field

from dsr_desktop.readers.formulas.layout import Layout, Version
from dsr_desktop.readers.formulas.reading import Reading

UNKNOWN = "?"
_RELATIVE_ROW, _RELATIVE_COLUMN = 0x8000, 0x4000

Place = tuple[int, int]
"""Row and column of a cell, both from 0."""


@dataclass(frozen=True)
class KnownNames:
    """What the formulas of a workbook call by number: its names from 1, other sheets.

    A sheet has its number in the list of references to sheets; before BIFF8, that of the sheet.
    Names of elsewhere, or of one sheet, are grouped by the reference through which they are called.
    """

    names: tuple[str, ...] = ()
    sheets: dict[int, str] = field(default_factory=dict)
    foreign_names: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def name(self, number: int) -> str:
        """Return a name that the workbook defines."""
        return _numbered(self.names, number)

    def foreign_name(self, reference: int, number: int) -> str:
        """Return a name or a function that is called through a reference."""
        return _numbered(self.foreign_names.get(reference, ()), number)

    def sheet(self, number: int) -> str:
        """Return what a formula writes before a cell of another sheet."""
        if number not in self.sheets:
            return f"{UNKNOWN}!"
        name = self.sheets[number]
        return f"{name}!" if name.isidentifier() else "'" + name.replace("'", "''") + "'!"


def _numbered(names: tuple[str, ...], number: int) -> str:
    return (names[number - 1] or UNKNOWN) if 1 <= number <= len(names) else UNKNOWN


@dataclass(frozen=True)
class _Corner:
    row: int
    column: int
    row_moves: bool
    column_moves: bool

    def line(self) -> str:
        return f"{'' if self.row_moves else '$'}{self.row + 1}"

    def letters(self) -> str:
        return f"{'' if self.column_moves else '$'}{_letters(self.column)}"


def cell_in(content: bytes, layout: Layout, base: Place | None = None) -> str:
    """Return a cell; what is relative in it counts from `base` if given (PtgRefN)."""
    (corner,) = _corners(content, layout, base)
    return corner.letters() + corner.line()


def area_in(content: bytes, layout: Layout, base: Place | None = None) -> str:
    """Return an area, as whole columns or rows where it has them all."""
    first, last = _corners(content, layout, base)
    if (first.row, last.row) == (0, layout.rows):
        return f"{first.letters()}:{last.letters()}"
    if (first.column, last.column) == (0, layout.columns):
        return f"{first.line()}:{last.line()}"
    return f"{first.letters()}{first.line()}:{last.letters()}{last.line()}"


def sheet_of(content: bytes, layout: Layout, names: KnownNames) -> str:
    """Return what stands before a cell or an area of another sheet."""
    if layout.version is Version.BIFF5:
        is_own = content[1] & 0x80
        return names.sheet(int.from_bytes(content[10:12], "little") if is_own else -1)
    return names.sheet(int.from_bytes(content[:2], "little"))


def _corners(content: bytes, layout: Layout, base: Place | None) -> list[_Corner]:
    count = len(content) // layout.cell
    rows_first = Reading(content)
    row_size = 4 if layout.version is Version.BIFF12 else 2
    rows = [rows_first.number(row_size) for _ in range(count)]
    columns = [rows_first.number(layout.cell - row_size) for _ in range(count)]
    return [_corner(row, column, layout, base) for row, column in zip(rows, columns, strict=True)]


def _corner(row: int, column: int, layout: Layout, base: Place | None) -> _Corner:
    """Take the flags off; relative ones count modulo the size of a sheet."""
    flags = column if layout.version >= Version.BIFF8 else row
    row_moves, column_moves = bool(flags & _RELATIVE_ROW), bool(flags & _RELATIVE_COLUMN)
    if base and row_moves:
        row += base[0]
    if base and column_moves:
        column += base[1]
    return _Corner(row & layout.rows, column & layout.columns, row_moves, column_moves)


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters
