"""How each version of the binary format lays out what the tokens of formulas hold.

BIFF2 to BIFF8 are xls ([MS-XLS] 2.5.198; OpenOffice's description of the Excel file format, 3),
BIFF12 is xlsb ([MS-XLSB] 2.5.98). Sizes are in bytes, without the token itself.
"""

from dataclasses import dataclass
from enum import IntEnum

from dsr_desktop.readers.formulas.reading import Reading


class Version(IntEnum):
    """Versions of the format that differ in their formulas."""

    BIFF2 = 2
    BIFF3 = 3
    BIFF4 = 4
    BIFF5 = 5
    BIFF8 = 8
    BIFF12 = 12


@dataclass(frozen=True)
class Layout:
    """One version of the format; `encoding` is that of texts with one byte for each character.

    `rows` and `columns` are the numbers of the last ones. A token that points into another sheet
    has `abroad` bytes before its cells; None where the version has no such tokens.
    """

    version: Version
    offset: int
    function: int
    cell: int
    name: int
    array: int
    memory: int
    abroad: int | None
    foreign_name: int | None
    rows: int
    columns: int
    encoding: str = "latin-1"

    def literal(self, reading: Reading) -> str:
        """Return the text of PtgStr."""
        if self.version is Version.BIFF12:
            return _wide(reading, reading.number(2))
        return self._text(reading, reading.number(1))

    def constant(self, reading: Reading) -> str:
        """Return a text among the constants of an array (SerStr)."""
        is_long = self.version >= Version.BIFF8
        length = reading.number(2 if is_long else 1)
        if self.version is Version.BIFF12:
            return _wide(reading, length)
        return self._text(reading, length)

    def _text(self, reading: Reading, length: int) -> str:
        if self.version < Version.BIFF8:
            return reading.take(length).decode(self.encoding, "replace")
        is_wide = reading.number(1) & 1
        return _wide(reading, length) if is_wide else reading.take(length).decode("latin-1")


def _wide(reading: Reading, length: int) -> str:
    return reading.take(2 * length).decode("utf-16-le", "replace")


def layout_of(version: Version, encoding: str = "latin-1") -> Layout:
    """Return the layout of a version; `encoding` counts before BIFF8 only."""
    return Layout(version, *_SIZES[version], encoding)


_SIZES: dict[Version, tuple[int, int, int, int, int, int, int | None, int | None, int, int]] = {
    Version.BIFF2: (1, 1, 3, 7, 6, 4, None, None, 0x3FFF, 0xFF),
    Version.BIFF3: (2, 1, 3, 10, 7, 6, None, None, 0x3FFF, 0xFF),
    Version.BIFF4: (2, 2, 3, 10, 7, 6, None, None, 0x3FFF, 0xFF),
    Version.BIFF5: (2, 2, 3, 14, 7, 6, 14, 24, 0x3FFF, 0xFF),
    Version.BIFF8: (2, 2, 4, 4, 7, 6, 2, 6, 0xFFFF, 0xFF),
    Version.BIFF12: (2, 2, 6, 4, 14, 6, 2, 6, 0xFFFFF, 0x3FFF),
}
