"""Has xlrd count texts as xls does, in units of UTF-16: else it refuses workbooks with an emoji.

[MS-XLS] 2.5.293 (XLUnicodeRichExtendedString): a sign beyond U+FFFF is two units, which two records
may part.
"""

import re
import struct

import xlrd.biffh
import xlrd.book
import xlrd.sheet
import xlrd.timemachine

_HALF = re.compile("[\ud800-\udfff]")
_WIDE = frozenset({"utf_16_le", "UTF-16le"})


def paired(text: str) -> str:
    """Return a text of xlrd with its units put together; one without the other is no sign."""
    if text.isascii() or not _HALF.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _decoded(content: bytes, encoding: str) -> str:
    """Decode a text in the place of xlrd; fails as that does."""
    if encoding not in _WIDE:
        return str(xlrd.timemachine.unicode(content, encoding))
    text = content.decode(encoding, "surrogatepass")
    count = len(content) // 2
    return text if len(text) == count else "".join(map(chr, struct.unpack(f"<{count}H", content)))


for _module in (xlrd.biffh, xlrd.book, xlrd.sheet):
    _module.unicode = _decoded
