"""Writes formulas as binary workbooks store them: tokens in reverse Polish order (rgce).

Versions are 2 to 8 (xls) and 12 (xlsb); cells count from 0, as in the files.
"""

import struct

CONCAT, PAREN, PERCENT, MINUS, MISSING = b"\x08", b"\x15", b"\x14", b"\x13", b"\x16"
HYPERLINK, CONCATENATE, IF, SUM, CHOOSE, USER = 359, 336, 1, 4, 100, 255
LEN, NOW, VLOOKUP = 32, 74, 102
_ROW_MOVES, _COLUMN_MOVES = 0x8000, 0x4000


def text(version, words):
    if version == 12:
        content = words.encode("utf-16-le")
        return b"\x17" + struct.pack("<H", len(content) // 2) + content
    return b"\x17" + _short(version, words)


def _short(version, words):
    if version < 8:
        content = words.encode("cp1252")
        return bytes([len(content)]) + content
    if words.isascii():
        return bytes([len(words), 0]) + words.encode("latin-1")
    content = words.encode("utf-16-le")
    return bytes([len(content) // 2, 1]) + content


def whole(number):
    return b"\x1e" + struct.pack("<H", number)


def real(number):
    return b"\x1f" + struct.pack("<d", number)


def call(version, function, count):
    index = struct.pack("<B" if version < 4 else "<H", min(function, 255 if version < 4 else 999))
    return bytes([0x42, count]) + index


def fixed(version, function):
    return b"\x41" + struct.pack("<B" if version < 4 else "<H", function)


def _corners(version, corners, *, moves):
    rows, columns = zip(*corners, strict=True)
    flags = (_ROW_MOVES | _COLUMN_MOVES) if moves else 0
    if version < 8:
        return struct.pack(f"<{len(rows)}H", *(row & 0x3FFF | flags for row in rows)) + bytes(
            column & 0xFF for column in columns
        )
    row_format, row_mask = ("I", 0xFFFFF) if version == 12 else ("H", 0xFFFF)
    column_mask = 0x3FFF if version == 12 else 0xFF
    return struct.pack(f"<{len(rows)}{row_format}", *(row & row_mask for row in rows)) + (
        struct.pack(f"<{len(columns)}H", *(column & column_mask | flags for column in columns))
    )


def cell(version, row, column, *, moves=True):
    return b"\x44" + _corners(version, [(row, column)], moves=moves)


def near_cell(version, down, right):
    """A cell counted from the one that has the formula."""
    return b"\x4c" + _corners(version, [(down, right)], moves=True)


def area(version, first, last, *, moves=True):
    return b"\x25" + _corners(version, [first, last], moves=moves)


def near_area(version, first, last):
    return b"\x2d" + _corners(version, [first, last], moves=True)


def cell_abroad(version, sheet, row, column):
    where = struct.pack("<H", sheet)
    if version == 5:
        where = struct.pack("<h8xHH", -1, sheet, sheet)
    return b"\x5a" + where + _corners(version, [(row, column)], moves=True)


def choose(version, count):
    width = "B" if version == 2 else "H"
    return b"\x19\x04" + struct.pack(f"<{count + 2}{width}", count, *range(count + 1))


def attribute(version, what):
    return bytes([0x19, what]) + bytes(1 if version == 2 else 2)


def name(version, number):
    return b"\x23" + struct.pack("<H", number) + bytes({2: 5, 3: 8, 4: 8, 5: 12}.get(version, 2))


def shared(version, row, column):
    """Says that the formula of another cell holds; in xlsb the column stands in rgcb."""
    if version == 12:
        return b"\x01" + struct.pack("<I", row)
    return b"\x01" + struct.pack("<HB" if version == 2 else "<HH", row, column)


def array(version):
    return b"\x60" + bytes({2: 6, 12: 14}.get(version, 7))


def constants(version, rows):
    """What an array token needs behind the tokens: texts, numbers, truths, None for an error."""
    columns = len(rows[0])
    if version == 12:
        head = struct.pack("<II", len(rows), columns)
    elif version == 8:
        head = struct.pack("<BH", columns - 1, len(rows) - 1)
    else:
        head = struct.pack("<BH", columns % 256, len(rows))
    return head + b"".join(_constant(version, one) for row in rows for one in row)


def _constant(version, one):
    if version == 12:
        if isinstance(one, str):
            return b"\x01" + text(12, one)[1:]
        if isinstance(one, bool):
            return bytes([2, one])
        return b"\x04\x2a\0\0\0" if one is None else b"\0" + struct.pack("<d", one)
    if isinstance(one, str):
        short = _short(version, one)
        return b"\x02" + (short[:1] + b"\0" + short[1:] if version == 8 else short)
    if isinstance(one, bool):
        return bytes([4, one]) + bytes(7)
    return b"\x10\x2a" + bytes(7) if one is None else b"\x01" + struct.pack("<d", one)
