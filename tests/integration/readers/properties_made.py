"""Properties of documents that name the person, as parts of a package and as a stream."""

import struct

from tests.integration.readers import workbook_parts

WHO = "Dupont"


def stated(part="docProps/core.xml", about="core-properties", main="xl/workbook.xml", text=None):
    """Parts of a package with a title that names the person."""
    title = f"<cp><title>{WHO}</title><creator>Lea Blanc</creator></cp>"
    return {
        "_rels/.rels": workbook_parts.relations(
            ("rId1", "officeDocument", main), ("rId2", f"metadata/{about}", part)
        ),
        part: title if text is None else text,
    }


def summary(**texts):
    """A property set of a compound file ([MS-OLEPS] 2.21) in Windows-1252."""
    numbers = {"title": 2, "subject": 3, "author": 4, "keywords": 5, "comments": 6}
    values = [(1, struct.pack("<IHH", 2, 1252, 0))]
    for name, text in texts.items():
        content = text.encode("cp1252") + b"\0"
        padded = content + b"\0" * (-len(content) % 4)
        values.append((numbers[name], struct.pack("<II", 30, len(content)) + padded))
    place = 8 + 8 * len(values)
    listed, body = b"", b""
    for number, value in values:
        listed += struct.pack("<II", number, place + len(body))
        body += value
    section = struct.pack("<II", place + len(body), len(values)) + listed + body
    kind = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
    return struct.pack("<HHI16xI", 0xFFFE, 0, 0, 1) + kind + struct.pack("<I", 48) + section
