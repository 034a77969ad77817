"""Packs giant parts for a small price: a piece that repeats is compressed once."""

import io
import struct
import zlib
from itertools import groupby


def packed(parts):
    """Bytes of a zip of these parts, each given as pieces of bytes."""
    stream = io.BytesIO()
    places = []
    for name, pieces in parts.items():
        places.append((name, stream.tell(), *_add(stream, name, pieces)))
    _end(stream, places)
    return stream.getvalue()


def _add(stream, name, pieces):
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    body, checksum, size = bytearray(), 0, 0
    for piece, alike in groupby(pieces):
        times = len(list(alike))
        once = compressor.compress(piece) + compressor.flush(zlib.Z_FULL_FLUSH)
        body += once * times
        size += len(piece) * times
        for _time in range(times):
            checksum = zlib.crc32(piece, checksum)
    body += compressor.flush()
    facts = (checksum, len(body), size)
    written = name.encode()
    stream.write(
        struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", 20, 0, 8, 0, 0, *facts, len(written), 0)
    )
    stream.write(written)
    stream.write(body)
    return facts


def _end(stream, places):
    start = stream.tell()
    for name, place, *facts in places:
        written = name.encode()
        stream.write(
            struct.pack(
                "<4sHHHHHHIIIHHHHHII",
                b"PK\x01\x02",
                20,
                20,
                0,
                8,
                0,
                0,
                *facts,
                len(written),
                0,
                0,
                0,
                0,
                0,
                place,
            )
        )
        stream.write(written)
    size = stream.tell() - start
    stream.write(
        struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, len(places), len(places), size, start, 0)
    )
