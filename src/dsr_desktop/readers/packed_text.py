"""Takes files out of the text of a message: packed by uuencode, as base64 lines, or as data links."""

import binascii
import re
from collections.abc import Iterator

from dsr_desktop.domain.incoming import MessagePart
from dsr_desktop.readers.charsets import from_base64

_BEGINS = re.compile(r"^begin(?:-base64)? [0-7]{3,4} ([^\n]{1,200})\n", re.MULTILINE)
_ENDS = re.compile(r"^(?:end|====)[ \t]*$", re.MULTILINE)
_LONG_LINE = re.compile(r"[^\n]{91}")
_DATA_LINK = re.compile(r"data:[\w.+\-/]{0,80};base64,[A-Za-z0-9+/=%\s]{40,}")
_LINES = re.compile(
    r"(?:^[ \t>]*[A-Za-z0-9+/]{56,90}={0,2}[ \t]*\n){4,}[^\n]{0,90}={0,2}", re.MULTILINE
)


def without_packed(text: str) -> tuple[str, tuple[MessagePart, ...]]:
    """Return a text without the files packed into it, and these as documents to decide on."""
    text, parts = _without_uuencoded(text)
    for pattern in (_DATA_LINK, _LINES):
        parts += (_part(found) for found in pattern.finditer(text))
        text = pattern.sub("", text)
    return text.strip(), tuple(parts)


def _without_uuencoded(text: str) -> tuple[str, list[MessagePart]]:
    """Take out what stands between a line "begin" and its "end", in lines that are never long.

    Each place is looked at once, however many begin and never end.
    """
    kept, parts, done, place = [], [], 0, 0
    while (begins := _BEGINS.search(text, place)) and (ends := _ENDS.search(text, begins.end())):
        if long := _LONG_LINE.search(text, begins.end(), ends.start()):
            place = long.end()
            continue
        lines = text[begins.end() : ends.start()]
        if lines:
            kept.append(text[done : begins.start()])
            parts.append(_uuencoded(begins[1], lines))
            done = ends.end()
        place = ends.end()
    return "".join((*kept, text[done:])), parts


def _uuencoded(name: str, lines: str) -> MessagePart:
    content = b"".join(_uudecoded(lines)) or lines.encode("utf-8", "replace")
    return MessagePart(name.strip().replace("/", "_").replace("\\", "_"), content)


def _part(found: re.Match[str]) -> MessagePart:
    packed = found[0].partition(",")[2] if found.re is _DATA_LINK else found[0].replace(">", "")
    raw = packed.encode("ascii", "replace")
    return MessagePart("packed.bin", from_base64(raw) or raw)


def _uudecoded(lines: str) -> Iterator[bytes]:
    for line in lines.splitlines():
        try:
            yield binascii.a2b_uu(line)
        except binascii.Error:
            yield b""
