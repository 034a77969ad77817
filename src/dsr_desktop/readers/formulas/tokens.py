"""Splits a stored formula (rgce) into its tokens (Ptg): [MS-XLS] 2.5.198.25, [MS-XLSB] 2.5.98.16."""

from collections.abc import Iterator, Mapping
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from dsr_desktop.readers.formulas.layout import Layout, Version
from dsr_desktop.readers.formulas.reading import BrokenFormulaError, Reading

LONGEST = 16_384
"""The most bytes that the tokens of a formula take ([MS-XLSB] 2.5.98.88); in xls it is less."""


class Ptg(IntEnum):
    """Tokens that are no operators; those with a class (reference, value, array) without it."""

    EXP = 0x01
    TABLE = 0x02
    FIRST_OPERATOR = 0x03
    LAST_OPERATOR = 0x15
    MISSING = 0x16
    TEXT = 0x17
    EXTENDED = 0x18
    ATTRIBUTE = 0x19
    SHEET = 0x1A
    SHEET_END = 0x1B
    ERROR = 0x1C
    TRUTH = 0x1D
    WHOLE = 0x1E
    REAL = 0x1F
    ARRAY = 0x20
    FUNCTION = 0x21
    CALL = 0x22
    NAME = 0x23
    CELL = 0x24
    AREA = 0x25
    MEMORY_AREA = 0x26
    MEMORY_ERROR = 0x27
    MEMORY_NONE = 0x28
    MEMORY_FUNCTION = 0x29
    LOST_CELL = 0x2A
    LOST_AREA = 0x2B
    NEAR_CELL = 0x2C
    NEAR_AREA = 0x2D
    NEAR_MEMORY = 0x2E
    NEAR_NO_MEMORY = 0x2F
    COMMAND = 0x38
    FOREIGN_NAME = 0x39
    CELL_ABROAD = 0x3A
    AREA_ABROAD = 0x3B
    LOST_CELL_ABROAD = 0x3C
    LOST_AREA_ABROAD = 0x3D


class Token(NamedTuple):
    """A token: what it is, the bytes after it, and its text if it is one."""

    kind: int
    content: bytes
    text: str = ""


class Extended(IntEnum):
    """What follows an extended token; labels are those of natural language formulas."""

    RADICAL = 0x0A
    RADICAL_OF_LABELS = 0x0B
    COLUMN_OF_LABELS = 0x0D
    COLUMN_VALUE_OF_LABELS = 0x0F
    RADICAL_OF_LABEL = 0x10
    TABLE = 0x19


CHOOSE, SUM = 0x04, 0x10
_ATTRIBUTES = frozenset({0x00, 0x01, 0x02, CHOOSE, 0x08, SUM, 0x20, 0x21, 0x40, 0x41, 0x80})
_LABELS = frozenset({0x01, 0x02, 0x03, 0x06, 0x07, 0x0A, 0x0B, 0x0D, 0x0F, 0x10, 0x1D})
_KINDS = tuple(code & 0x1F | 0x20 if code & 0x60 else code & 0x1F for code in range(256))
_VARIES = -1


def tokens_of(rgce: bytes, layout: Layout) -> Iterator[Token]:
    """Yield the tokens one after the other; BrokenFormulaError after the last that is sound."""
    sizes = _sizes(layout)
    at, end = 0, len(rgce)
    if end > LONGEST:
        raise BrokenFormulaError
    while at < end:
        kind = _KINDS[rgce[at]]
        size = sizes.get(kind)
        at += 1
        if size is None:
            raise BrokenFormulaError
        if size == _VARIES:
            reading = Reading(rgce, at)
            text = _pass_over(kind, reading, layout)
            size = reading.at - at
            yield Token(kind, rgce[at : at + size], text)
        elif at + size <= end:
            yield Token(kind, rgce[at : at + size])
        else:
            raise BrokenFormulaError
        at += size


def _pass_over(kind: int, reading: Reading, layout: Layout) -> str:
    """Read a token whose size varies; return its text if it is one."""
    if kind == Ptg.TEXT:
        return layout.literal(reading)
    what = reading.number(1)
    if kind == Ptg.ATTRIBUTE and what in _ATTRIBUTES:
        data = reading.number(layout.offset)
        if what == CHOOSE:
            reading.take((data + 1) * layout.offset)
    elif kind == Ptg.EXTENDED and what in _LABELS:
        reading.take(4)
    elif kind == Ptg.EXTENDED and what == Extended.TABLE and layout.version is Version.BIFF12:
        reading.take(12)
    else:
        raise BrokenFormulaError
    return ""


@lru_cache
def _sizes(layout: Layout) -> Mapping[int, int]:
    sizes: dict[int, int] = {
        Ptg.EXP: 3 if layout.version is Version.BIFF2 else 4,
        Ptg.TABLE: 3 if layout.version is Version.BIFF2 else 4,
        **dict.fromkeys(range(Ptg.FIRST_OPERATOR, Ptg.LAST_OPERATOR + 1), 0),
        Ptg.MISSING: 0, Ptg.TEXT: _VARIES, Ptg.ATTRIBUTE: _VARIES,
        Ptg.ERROR: 1, Ptg.TRUTH: 1, Ptg.WHOLE: 2, Ptg.REAL: 8, Ptg.ARRAY: layout.array,
        Ptg.FUNCTION: layout.function, Ptg.CALL: 1 + layout.function, Ptg.NAME: layout.name,
        Ptg.CELL: layout.cell, Ptg.LOST_CELL: layout.cell, Ptg.NEAR_CELL: layout.cell,
        Ptg.AREA: 2 * layout.cell, Ptg.LOST_AREA: 2 * layout.cell, Ptg.NEAR_AREA: 2 * layout.cell,
        **dict.fromkeys((Ptg.MEMORY_AREA, Ptg.MEMORY_ERROR, Ptg.MEMORY_NONE), layout.memory),
        **dict.fromkeys((Ptg.MEMORY_FUNCTION, Ptg.NEAR_MEMORY, Ptg.NEAR_NO_MEMORY), layout.offset),
    }  # fmt: skip
    return sizes | _sizes_of_some_versions(layout)


def _sizes_of_some_versions(layout: Layout) -> dict[int, int]:
    if layout.version >= Version.BIFF8:
        sizes: dict[int, int] = {Ptg.EXTENDED: _VARIES}
    elif layout.version is Version.BIFF2:
        sizes = {Ptg.SHEET: 7, Ptg.SHEET_END: 3, Ptg.COMMAND: 2}
    elif layout.version is Version.BIFF3:
        sizes = {Ptg.SHEET: 10, Ptg.SHEET_END: 4, Ptg.COMMAND: 2}
    elif layout.version is Version.BIFF4:
        sizes = {Ptg.SHEET: 10, Ptg.SHEET_END: 4}
    else:
        sizes = {}
    if layout.abroad is not None and layout.foreign_name is not None:
        cell, area = layout.abroad + layout.cell, layout.abroad + 2 * layout.cell
        sizes |= {
            Ptg.CELL_ABROAD: cell, Ptg.LOST_CELL_ABROAD: cell, Ptg.AREA_ABROAD: area,
            Ptg.LOST_AREA_ABROAD: area, Ptg.FOREIGN_NAME: layout.foreign_name,
        }  # fmt: skip
    return sizes
