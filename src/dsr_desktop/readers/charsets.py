"""Decodes bytes whose charset is named by the file, wrongly named, or not named at all."""

import binascii
import codecs
import re
from functools import lru_cache

import dsr_desktop.readers.encodings  # noqa: F401 - registers how stray bytes are read

_KNOWN = re.compile(
    r"(?:utf|iso|cp\d|windows|mac|koi8|ascii|latin|gb|big5|euc|shift|hz$|johab|tis|ks_c|viscii|ptcp)",
    re.IGNORECASE,
)
_LARGER = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "euc_kr": "cp949",
}  # fmt: skip
_OFTEN_UTF8 = frozenset({"cp1252", "iso8859-15"})
_SINGLE_BYTE_ERRORS = "dsr_latin1"
_UTF8_ERRORS = "dsr_stray"
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_"
_NOT_BASE64 = bytes(set(range(256)) - set(_BASE64))
_URL_SAFE = bytes.maketrans(b"-_", b"+/")
_PADDING = re.compile(rb"=+")
_MOST_FOREIGN = 0.05


def decode(content: bytes, declared: str = "", otherwise: str = "cp1252") -> str:
    """Decode a text; a declared charset that is Western or unknown yields to valid UTF-8.

    `otherwise` is the charset of bytes that declare none and are no UTF-8. Never fails: what a
    charset leaves undefined is read as Windows-1252, or stands as a replacement character.
    """
    codec = _codec(declared)
    if codec is None or codec in _OFTEN_UTF8:
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError:
            codec = codec or otherwise
    return content.decode(codec, _errors(codec))


def tells_charset(declared: str) -> bool:
    """Tell whether a declared charset is one that bytes which are no UTF-8 can be in."""
    return _codec(declared) not in {None, "utf-8"}


def from_base64(content: bytes) -> bytes | None:
    """Decode base64 with foreign signs, missing or early padding; None if it is no base64."""
    packed = b"".join(content.split())
    clean = packed.translate(_URL_SAFE, _NOT_BASE64)
    if len(packed) - len(clean) > _MOST_FOREIGN * len(packed):
        return None
    return b"".join(map(_decode_run, _PADDING.split(clean.rstrip(b"="))))


def from_quoted_printable(content: bytes) -> bytes:
    """Decode quoted-printable; what is none of it stands as it is."""
    return binascii.a2b_qp(content)


def _decode_run(run: bytes) -> bytes:
    if len(run) % 4 == 1:
        run = run[:-1]
    return binascii.a2b_base64(run + b"=" * (-len(run) % 4))


@lru_cache(maxsize=256)
def _codec(declared: str) -> str | None:
    """Python's name of a charset; None for one that is unknown or no charset ("punycode")."""
    name = declared.strip(" \t\"'<>;=")
    if not _KNOWN.match(name):
        return None
    try:
        codec = codecs.lookup(name).name
        b"".decode(codec)
    except (LookupError, ValueError):
        return None
    return _LARGER.get(codec, codec)


@lru_cache(maxsize=256)
def _errors(codec: str) -> str:
    if codec in {"utf-8", "utf-8-sig"}:
        return _UTF8_ERRORS
    try:
        bytes(range(256)).decode(codec, _SINGLE_BYTE_ERRORS).encode(codec, "ignore")
    except UnicodeError:
        return "replace"
    return "replace" if codec.startswith("utf") else _SINGLE_BYTE_ERRORS
