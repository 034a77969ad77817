"""How large a picture is: a scanned list fills a page, a logo does not (ADR 0021)."""

import struct
from collections.abc import Iterator

_PNG, _JPEG, _GIF, _BITMAP = b"\x89PNG\r\n\x1a\n", b"\xff\xd8", (b"GIF87a", b"GIF89a"), b"BM"
_NO_FRAME = frozenset({0xC4, 0xC8, 0xCC})
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_MOST_SHOWN = 60.0
_MOST_PIXELS = 1_500_000
_PIXELS_PER_CM2 = (96 / 2.54) ** 2
HEAD = 262_144
"""Bytes from the beginning of a picture that tell its size."""


def is_small(shown: float | None, head: bytes) -> bool:
    """Tell whether a picture is too small for a list, or a form, to be read in it.

    `shown` is the area it is shown on in cm², None where that is not known; `head` its first bytes.
    A large scan that is shown small is not small.
    """
    pixels = pixels_of(head)
    if shown is None:
        return pixels is not None and pixels <= _MOST_SHOWN * _PIXELS_PER_CM2
    return shown <= _MOST_SHOWN and (pixels or 0) <= _MOST_PIXELS


def pixels_of(head: bytes) -> int | None:
    """Return how many pixels a PNG, JPEG, GIF or BMP says it has; None for anything else."""
    try:
        if head.startswith(_PNG):
            width, height = struct.unpack_from(">II", head, 16)
        elif head.startswith(_GIF):
            width, height = struct.unpack_from("<HH", head, 6)
        elif head.startswith(_BITMAP):
            width, height = map(abs, struct.unpack_from("<ii", head, 18))
        elif head.startswith(_JPEG):
            height, width = next(_frames(head))
        else:
            return None
    except (struct.error, StopIteration):
        return None
    return int(width * height)


def _frames(head: bytes) -> Iterator[tuple[int, int]]:
    """Yield height and width of the frames of a JPEG (ITU T.81, B.2)."""
    at = len(_JPEG)
    while at + 4 <= len(head) and head[at] == 0xFF:
        marker = head[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in _NO_FRAME:
            yield struct.unpack_from(">HH", head, at + 5)
        if marker == 0xFF:
            at += 1
        elif marker in _ALONE:
            at += 2
        else:
            at += 2 + int.from_bytes(head[at + 2 : at + 4], "big")
