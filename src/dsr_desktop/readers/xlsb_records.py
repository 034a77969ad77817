"""Records of a binary Excel 2007 part, and the values inside them ([MS-XLSB] 2.1.4, 2.5)."""

import struct
from collections.abc import Iterable, Iterator
from enum import IntEnum

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import UnreadableError

_LONGEST = 8_000_000
_BYTE = struct.Struct("<B")
_UINT = struct.Struct("<I")
_DOUBLE = struct.Struct("<d")


class Kind(IntEnum):
    """Records that are read, by the number of their type."""

    ROW = 0
    BLANK = 1
    RK = 2
    ERROR = 3
    TRUTH = 4
    REAL = 5
    TEXT = 6
    SHARED_TEXT = 7
    FORMULA_TEXT = 8
    FORMULA_REAL = 9
    FORMULA_TRUTH = 10
    FORMULA_ERROR = 11
    SHORT_BLANK = 12
    SHORT_SHARED_TEXT = 18
    SHARED_ITEM = 19
    NAME = 39
    NUMBER_FORMAT = 44
    CELL_FORMAT = 47
    COLUMNS = 60
    RICH_TEXT = 62
    ROWS_BEGIN = 145
    ROWS_END = 146
    BOOK_PROPERTIES = 153
    SHEET = 156
    OTHER_BOOK = 355
    THIS_BOOK = 357
    THIS_SHEET = 358
    SHEET_REFERENCES = 362
    ARRAY_FORMULA = 426
    SHARED_FORMULA = 427
    LINK = 494
    CELL_FORMATS_BEGIN = 617
    CELL_FORMATS_END = 618
    COMMENT_AUTHOR = 632
    COMMENT = 635
    COMMENT_TEXT = 637
    ADD_IN_SOURCE = 667


def records(chunks: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield type and content of each record; UnreadableError where the part is cut off."""
    left = b""
    for chunk in chunks:
        data = left + chunk
        at = 0
        while (header := _header(data, at)) and header[1] + header[2] <= len(data):
            kind, begin, size = header
            yield kind, data[begin : begin + size]
            at = begin + size
        left = data[at:]
    if left:
        raise UnreadableError(Problem.DAMAGED)


def _header(data: bytes, at: int) -> tuple[int, int, int] | None:
    """Return type, place and size of the content of the record at `at`; None for half a header."""
    try:
        kind = data[at]
        at += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (data[at] & 0x7F) << 7
            at += 1
        size = 0
        for shift in (0, 7, 14, 21):
            byte = data[at]
            at += 1
            size |= (byte & 0x7F) << shift
            if not byte & 0x80:
                break
    except IndexError:
        return None
    if size > _LONGEST:
        raise UnreadableError(Problem.DAMAGED)
    return kind, at, size


def text_at(data: bytes, at: int) -> tuple[str, int]:
    """Return a text (XLWideString) and where it ends; a missing one (length -1) is empty."""
    length = uint_at(data, at)
    if length == 0xFFFFFFFF:
        return "", at + 4
    end = at + 4 + 2 * length
    if end > len(data):
        raise UnreadableError(Problem.DAMAGED)
    return data[at + 4 : end].decode("utf-16-le", "replace"), end


def byte_at(data: bytes, at: int) -> int:
    """Return a whole number of one byte."""
    number: int = _BYTE.unpack_from(data, at)[0]
    return number


def uint_at(data: bytes, at: int) -> int:
    """Return a whole number of four bytes."""
    number: int = _UINT.unpack_from(data, at)[0]
    return number


def real_at(data: bytes, at: int) -> float:
    """Return a number of eight bytes."""
    number: float = _DOUBLE.unpack_from(data, at)[0]
    return number


def short_number_at(data: bytes, at: int) -> float:
    """Return a number packed into four bytes (RkNumber)."""
    packed = uint_at(data, at)
    if packed & 2:
        number = float((packed ^ 0x80000000) - 0x80000000 >> 2)
    else:
        number = _DOUBLE.unpack(bytes(4) + _UINT.pack(packed & 0xFFFFFFFC))[0]
    return number / 100 if packed & 1 else number
