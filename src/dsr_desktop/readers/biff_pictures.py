"""Finds the pictures that a binary workbook stores ([MS-ODRAW] 2.2.32, OfficeArtFBSE)."""

import re
from collections.abc import Iterator

from dsr_desktop.readers.picture_size import HEAD

_ENTRY = re.compile(rb"([\x22\x32\x42\x52\x62\x72])\x00\x07\xf0.{4}(.)(.).{22}(.{4})", re.DOTALL)
_CONTENT = re.compile(rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff")
_FURTHEST = 128


def picture_heads(workbook: bytes) -> Iterator[bytes]:
    """Yield the first bytes of each picture in use; empty where it is neither PNG nor JPEG."""
    for entry in _ENTRY.finditer(workbook):
        kind = entry[1][0] >> 4
        is_in_use = int.from_bytes(entry[4], "little") > 0
        if is_in_use and kind in {entry[2][0], entry[3][0]}:
            content = _CONTENT.search(workbook, entry.end(), entry.end() + _FURTHEST)
            yield workbook[content.start() : content.start() + HEAD] if content else b""
