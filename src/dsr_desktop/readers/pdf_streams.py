"""Unpacks the streams of a PDF, and tells whether packed text is damaged: pdfium leaves the rest out.

ISO 32000-1, 7.3.8 (streams), 7.4.3 and 7.4.4 (their filters). Encrypted files tell nothing here.
"""

import base64
import re
import zlib
from collections.abc import Iterator

from dsr_desktop.readers.document import Document

_STREAM = re.compile(rb">>\s*stream\r?\n")
_FILTERS = re.compile(rb"/Filter\s*(?:/(\w+)|\[\s*/(\w+)(?:\s*/(\w+))?\s*\])")
_LONGEST_HEAD = 2_000
_FLATE, _ASCII = b"FlateDecode", b"ASCII85Decode"
_BLANKS = b" \t\r\n\f\0"
_MOST_UNPACKED = 64_000_000
_STEP = 256


def has_damaged_text(document: Document) -> bool:
    """Tell whether a packed stream that is no picture cannot be unpacked to its end."""
    content = document.read()
    if b"/Encrypt" in content:
        return False
    return any(_is_damaged(filters, packed) for filters, packed in _streams(content))


def unpacked_streams(content: bytes) -> Iterator[bytes]:
    """Yield the streams that are no pictures, each as far as it can be unpacked.

    One that is cut off with the file comes too; none of an encrypted file.
    """
    if b"/Encrypt" in content:
        return
    for filters, packed in _streams(content + b"endstream"):
        if filters == [_FLATE]:
            yield _as_far_as_it_goes(packed)
        elif filters == [_ASCII, _FLATE]:
            yield _as_far_as_it_goes(_from_ascii(packed))


def _streams(content: bytes) -> Iterator[tuple[list[bytes], bytes]]:
    for begin in _STREAM.finditer(content):
        head = content[max(0, begin.start() - _LONGEST_HEAD) : begin.start()].rpartition(b" obj")[2]
        filters = _FILTERS.search(head)
        end = content.find(b"endstream", begin.end())
        if filters and end >= 0 and b"/Image" not in head:
            yield [name for name in filters.groups() if name], content[begin.end() : end]


def _is_damaged(filters: list[bytes], packed: bytes) -> bool:
    if filters == [_ASCII, _FLATE]:
        packed = _from_ascii(packed)
        if not packed:
            return True
    elif filters != [_FLATE]:
        return False
    return not _unpacks(packed)


def _from_ascii(packed: bytes) -> bytes:
    """Return bytes written in ASCII; nothing where these are none."""
    text = b"".join(packed.split()).removeprefix(b"<~").partition(b"~")[0]
    try:
        return base64.a85decode(text)
    except ValueError:
        return b""


def _as_far_as_it_goes(packed: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    text = bytearray()
    for at in range(0, len(packed), _STEP):
        try:
            text += unpacker.decompress(packed[at : at + _STEP], _MOST_UNPACKED)
        except zlib.error:
            break
        if len(text) > _MOST_UNPACKED:
            break
    return bytes(text)


def _unpacks(packed: bytes) -> bool:
    """Unpack what is packed; a checksum that is left out is no damage, as readers do not need it."""
    unpacker = zlib.decompressobj()
    try:
        unpacker.decompress(packed, _MOST_UNPACKED)
        if unpacker.eof or unpacker.unconsumed_tail:
            return True
        without_sum = zlib.decompressobj(-zlib.MAX_WBITS)
        without_sum.decompress(packed[2:], _MOST_UNPACKED)
    except zlib.error:
        return False
    return without_sum.eof or not packed.strip(_BLANKS)
