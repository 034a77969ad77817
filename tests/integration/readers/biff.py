"""Writes small binary workbooks of Excel 2 to 97 as bare record streams, without their container."""

import struct

BEGIN = {2: 0x0009, 3: 0x0209, 4: 0x0409, 5: 0x0809, 8: 0x0809}
GLOBALS, WORKSHEET = 0x0005, 0x0010
_SHEET_RECORD = 0x0085


def record(kind, content=b""):
    return struct.pack("<HH", kind, len(content)) + content


def begin(version, stream):
    if version == 8:
        return record(BEGIN[8], struct.pack("<HHHHII", 0x0600, stream, 0, 1997, 0, 0))
    if version == 5:
        return record(BEGIN[5], struct.pack("<HHHH", 0x0500, stream, 0, 1993))
    extra = b"" if version == 2 else b"\0\0"
    return record(BEGIN[version], struct.pack("<HH", version, stream) + extra)


def label(version, row, column, text):
    if version == 2:
        content = text.encode("cp1252")
        return record(0x0004, struct.pack("<HH3sB", row, column, b"\0\0\0", len(content)) + content)
    place = struct.pack("<HHH", row, column, 0)
    if version == 8:
        return record(0x0204, place + unicode_text(text))
    content = text.encode("cp1252")
    return record(0x0204, place + struct.pack("<H", len(content)) + content)


def unicode_text(text):
    content = text.encode("utf-16-le")
    return struct.pack("<HB", len(content) // 2, 1) + content


def number(version, row, column, value):
    if version == 2:
        return record(0x0003, struct.pack("<HH3sd", row, column, b"\0\0\0", value))
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def cells(version, table):
    """Labels for the texts of a table."""
    return b"".join(
        label(version, row, column, text)
        for row, texts in enumerate(table)
        for column, text in enumerate(texts)
        if text
    )


def old_sheet(version, *records):
    """A file of Excel 2, 3 or 4: one sheet."""
    return begin(version, WORKSHEET) + b"".join(records) + record(0x000A)


def workbook(version, *sheets, settings=b""):
    """A file of Excel 5 or 97; each sheet is a name, whether it is hidden, and its records."""
    bodies = [begin(version, WORKSHEET) + body + record(0x000A) for _, _, body in sheets]
    head = begin(version, GLOBALS) + settings
    names = [_sheet_name(version, name) for name, _, _ in sheets]
    place = len(head) + sum(10 + len(name) for name in names) + len(record(0x000A))
    entries = b""
    for (_, hidden, _), name, body in zip(sheets, names, bodies, strict=True):
        entries += record(_SHEET_RECORD, struct.pack("<IBB", place, hidden, 0) + name)
        place += len(body)
    return head + entries + record(0x000A) + b"".join(bodies)


def _sheet_name(version, name):
    if version == 8:
        content = name.encode("utf-16-le")
        return struct.pack("<BB", len(content) // 2, 1) + content
    return struct.pack("<B", len(name)) + name.encode("cp1252")


def formula(version, row, column, rgce, rgcb=b"", *, flags=0):
    """A cell whose formula gave 1.5; flag 8 where it is one of those that share one."""
    result = struct.pack("<d", 1.5)
    if version == 2:
        head = struct.pack("<HH3s8sB", row, column, b"\0\0\0", result, flags)
        return record(0x0006, head + struct.pack("<B", len(rgce)) + rgce + rgcb)
    head = struct.pack("<HHH8sH", row, column, 0, result, flags) + (
        b"" if version < 5 else bytes(4)
    )
    kind = {3: 0x0206, 4: 0x0406}.get(version, 0x0006)
    return record(kind, head + struct.pack("<H", len(rgce)) + rgce + rgcb)


def array_formula(version, first_row, last_row, first, last, rgce, rgcb=b""):
    """Stands behind the formula of the first cell that it fills."""
    area = struct.pack("<HHBB", first_row, last_row, first, last)
    if version == 2:
        return record(0x0021, area + struct.pack("<BB", 0, len(rgce)) + rgce + rgcb)
    flags = bytes(2 if version < 5 else 6)
    return record(0x0221, area + flags + struct.pack("<H", len(rgce)) + rgce + rgcb)


def shared_formula(first_row, last_row, first, last, rgce):
    """Stands behind the first formula that is one of those."""
    area = struct.pack("<HHBB", first_row, last_row, first, last)
    return record(0x04BC, area + struct.pack("<BBH", 0, last_row - first_row, len(rgce)) + rgce)


def defined_name(version, name, rgce):
    """A name of the workbook that stands for a formula (Excel 5 and 97)."""
    title = (b"\0" if version == 8 else b"") + name.encode("latin-1")
    head = struct.pack("<HBBHHH4B", 0, 0, len(name), len(rgce), 0, 0, 0, 0, 0, 0)
    return record(0x0018, head + title + rgce)
