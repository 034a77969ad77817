"""Reads what stands behind the tokens of a formula (RgbExtra): arrays of constants, areas.

[MS-XLS] 2.5.198.59 to 61 and 112 to 117, [MS-XLSB] 2.5.98.41 to 44 and 93 to 97.
"""

import struct
from collections.abc import Iterator
from enum import IntEnum

from dsr_desktop.readers.display import show_error, show_truth
from dsr_desktop.readers.formulas.layout import Layout, Version
from dsr_desktop.readers.formulas.reading import BrokenFormulaError, Reading

_MOST_COLUMNS = 256


class _Constant(IntEnum):
    NOTHING = 0
    NUMBER = 1
    TEXT = 2
    TRUTH = 4
    ERROR = 16


_XLSB = {0: _Constant.NUMBER, 1: _Constant.TEXT, 2: _Constant.TRUTH, 4: _Constant.ERROR}


def quoted(text: str) -> str:
    """Return a text as formulas write it."""
    return '"' + text.replace('"', '""') + '"'


def written(number: float) -> str:
    """Return a number as formulas write it."""
    return f"{number:.15G}"


def array_of(extra: Reading, layout: Layout) -> Iterator[str]:
    """Yield the constants of an array as formulas write them, and the signs between them."""
    rows, columns = _extent(extra, layout)
    for number in range(rows * columns):
        if number:
            yield "," if number % columns else ";"
        yield _constant(extra, layout)


def pass_areas(extra: Reading, layout: Layout) -> None:
    """Read the areas that an expression of references gave when it was last computed."""
    if layout.version is Version.BIFF12:
        extra.take(extra.number(4) * 16)
    else:
        extra.take(extra.number(2) * (8 if layout.version is Version.BIFF8 else 6))


def pass_labels(extra: Reading) -> None:
    """Read the cells of a label that has several ([MS-XLS] 2.5.198.60)."""
    extra.take((extra.number(4) & 0x3FFFFFFF) * 4)


def _extent(extra: Reading, layout: Layout) -> tuple[int, int]:
    if layout.version is Version.BIFF12:
        return extra.number(4), extra.number(4)
    columns, rows = extra.number(1), extra.number(2)
    if layout.version is Version.BIFF8:
        return rows + 1, columns + 1
    return rows, columns or _MOST_COLUMNS


def _constant(extra: Reading, layout: Layout) -> str:
    code = extra.number(1)
    is_xlsb = layout.version is Version.BIFF12
    kind = _XLSB.get(code) if is_xlsb else code
    if kind == _Constant.TEXT:
        return quoted(layout.constant(extra))
    if kind == _Constant.NUMBER:
        return written(struct.unpack("<d", extra.take(8))[0])
    if kind == _Constant.TRUTH:
        return show_truth(bool(extra.take(1 if is_xlsb else 8)[0]))
    if kind == _Constant.ERROR:
        return show_error(extra.take(4 if is_xlsb else 8)[0])
    if kind == _Constant.NOTHING:
        extra.take(8)
        return ""
    raise BrokenFormulaError
