"""What the formulas of an xlsb workbook call by number: its names, its sheets ([MS-XLSB] 2.4)."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

from dsr_desktop.readers.formulas.layout import Version, layout_of
from dsr_desktop.readers.formulas.parsed import ParsedFormula, formula_at
from dsr_desktop.readers.formulas.references import KnownNames
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.xlsb_records import Kind, text_at, uint_at

LAYOUT = layout_of(Version.BIFF12)
_SOURCES = frozenset(
    {Kind.OTHER_BOOK, Kind.THIS_BOOK, Kind.THIS_SHEET, Kind.ADD_IN_SOURCE}
)  # fmt: skip


@dataclass
class BookNames:
    """Gathers names and references to sheets from the records of the workbook."""

    names: list[str] = field(default_factory=list)
    formulas: list[ParsedFormula] = field(default_factory=list)
    _sources: list[int] = field(default_factory=list)
    _references: bytes = b""

    def take(self, kind: int, data: bytes) -> None:
        """Keep what a record says of names or sheets."""
        if kind == Kind.NAME:
            name, formula = _name_in(data)
            self.names.append(name)
            self.formulas.append(formula)
        elif kind in _SOURCES:
            self._sources.append(kind)
        elif kind == Kind.SHEET_REFERENCES:
            self._references = data

    def known(self, titles: Sequence[str]) -> KnownNames:
        """Return all of it; `titles` are those of the sheets in their order."""
        names = tuple(self.names)
        sheets: dict[int, str] = {}
        own: dict[int, tuple[str, ...]] = {}
        for number, at in enumerate(range(4, len(self._references) - 11, 12)):
            source, first, last = (uint_at(self._references, at + skip) for skip in (0, 4, 8))
            if source < len(self._sources) and self._sources[source] == Kind.THIS_BOOK:
                own[number] = names
                if first <= last < len(titles):
                    is_one = first == last
                    sheets[number] = titles[first] if is_one else f"{titles[first]}:{titles[last]}"
        return KnownNames(names, sheets, own)


def _name_in(data: bytes) -> tuple[str, ParsedFormula]:
    """Return a name and its formula; a damaged one is no reason to refuse the sheets."""
    try:
        name, end = text_at(data, 9)
    except (UnreadableError, struct.error):
        return "", formula_at(b"", 0, 4)
    return name, xlsb_formula_at(data, end)


def xlsb_formula_at(data: bytes, at: int) -> ParsedFormula:
    """Return the formula that stands here; what its tokens need besides has a length of its own."""
    rgce, rest = formula_at(data, at, 4)
    return ParsedFormula(rgce, rest[4 : 4 + int.from_bytes(rest[:4], "little")])
