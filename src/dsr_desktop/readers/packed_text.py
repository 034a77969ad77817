"""Takes files out of the text of a message: packed by uuencode, as base64 lines, or as data links."""

import binascii
import re
from collections.abc import Iterator

from dsr_desktop.domain.incoming import MessagePart
from dsr_desktop.readers.charsets import from_base64

_UUENCODED = re.compile(
    r"^begin(?:-base64)? [0-7]{3,4} ([^\n]{1,200})\n((?:[^\n]{0,90}\n)+?)(?:end|====)[ \t]*$",
    re.MULTILINE,
)
_DATA_LINK = re.compile(r"data:[\w.+\-/]{0,80};base64,[A-Za-z0-9+/=%\s]{40,}")
_LINES = re.compile(
    r"(?:^[ \t>]*[A-Za-z0-9+/]{56,90}={0,2}[ \t]*\n){4,}[^\n]{0,90}={0,2}", re.MULTILINE
)


def without_packed(text: str) -> tuple[str, tuple[MessagePart, ...]]:
    """Return a text without the files packed into it, and these as documents to decide on."""
    parts: list[MessagePart] = []
    for pattern in (_UUENCODED, _DATA_LINK, _LINES):
        parts += (_part(found) for found in pattern.finditer(text))
        text = pattern.sub("", text)
    return text.strip(), tuple(parts)


def _part(found: re.Match[str]) -> MessagePart:
    if found.re is _UUENCODED:
        content = b"".join(_uudecoded(found[2])) or found[2].encode("utf-8", "replace")
        return MessagePart(found[1].strip().replace("/", "_").replace("\\", "_"), content)
    packed = found[0].partition(",")[2] if found.re is _DATA_LINK else found[0].replace(">", "")
    raw = packed.encode("ascii", "replace")
    return MessagePart("packed.bin", from_base64(raw) or raw)


def _uudecoded(lines: str) -> Iterator[bytes]:
    for line in lines.splitlines():
        try:
            yield binascii.a2b_uu(line)
        except binascii.Error:
            yield b""
