"""Puts the lines of a vCard together and takes them apart: folds, names, parameters, values."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.charsets import decode, from_base64, from_quoted_printable
from dsr_desktop.readers.content_lines import LONGEST_LINE
from dsr_desktop.readers.messages import UnreadableError

_GROUP = rb"(?:[\w\-]+\.)?"
_PROPERTY = re.compile(rb"[A-Za-z0-9_./\-]+[ \t]*[;:]")
_SURE_PROPERTY = re.compile(
    _GROUP + rb"(?:F?N|TEL|EMAIL|ADR|ORG|NOTE|URL|TITLE|ROLE|BDAY|REV|UID|PHOTO|X-[A-Z\-]+)[;:]"
)
_MARK = re.compile(rb"\s*(?:BEGIN|END)\s*:\s*VCARD\s*\Z", re.IGNORECASE)
_VERSION = re.compile(rb"\s*VERSION[ \t]*:[ \t]*", re.IGNORECASE)
_QUOTED_PRINTABLE = re.compile(rb"[^:;]*;[^:]*QUOTED-PRINTABLE", re.IGNORECASE)
_BASE64 = re.compile(rb"[^:;]*;[^:]*(?:BASE64|ENCODING=B\b)", re.IGNORECASE)
_PICTURE = re.compile(_GROUP + rb"(?:PHOTO|LOGO|KEY)[ \t]*[;:]", re.IGNORECASE)
_SOUND = re.compile(_GROUP + rb"SOUND[ \t]*[;:]", re.IGNORECASE)
_UNBROKEN = re.compile(_GROUP + rb"(?:EMAIL|TEL|URL)[ \t]*[;:]", re.IGNORECASE)
_LONGEST_ADDRESS_OF_PICTURE = 2_000
_HEAD = re.compile(rb'[ \t]*([^;:"]*+)((?:;(?:[^":;]|"[^"]*")*+)*+):')
_PARAMETER = re.compile(r';([^=;"]*+)(?:=((?:[^;"]|"[^"]*")*+))?')
_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT"})
_CARETS = {"^n": "\n", "^'": '"', "^^": "^"}
_CARET = re.compile(r"\^[n'^]")
_BINARY = re.compile("[\0-\x08\x0e-\x1a\x7f]")


@dataclass(frozen=True)
class Head:
    """What stands before the value: Apple's group and the name in capitals, parameters."""

    group: str
    name: str
    parameters: tuple[tuple[str, str], ...]

    @cached_property
    def charset(self) -> str:
        """Charset of the value, empty where none is declared."""
        return self.parameter("CHARSET")

    @cached_property
    def encoding(self) -> str:
        """Transfer encoding of the value in capitals, empty where it has none."""
        return self.parameter("ENCODING").upper()

    @cached_property
    def types(self) -> frozenset[str]:
        """Types in capitals; vCard 2.1 writes them without a name."""
        return frozenset(self.parameter("TYPE").upper().split(","))

    def parameter(self, name: str) -> str:
        """Return all values of a parameter, joined by commas."""
        return ",".join(value for other, value in self.parameters if other == name)


@dataclass(frozen=True)
class Property:
    """One property as it stands in the file, its value in bytes."""

    head: Head
    raw: bytes

    @property
    def name(self) -> str:
        """Name in capitals."""
        return self.head.name

    def text(self, charset: str) -> str:
        """Return the decoded value, escapes as they are; empty for a picture or another binary one.

        `charset` is that of bytes which declare none and are no UTF-8.
        """
        declared, encoding = self.head.charset, self.head.encoding
        if encoding == "QUOTED-PRINTABLE":
            return decode(from_quoted_printable(self.raw), declared, charset)
        unpacked = from_base64(self.raw) if encoding in {"B", "BASE64"} else None
        if unpacked is None:
            return decode(self.raw, declared, charset)
        text = decode(unpacked, declared, charset)
        return "" if _BINARY.search(text) else text

    def holds_card(self) -> bool:
        """Tell whether the value is a whole card: an AGENT of vCard 3.0."""
        return self.name == "AGENT" and b"BEGIN:VCARD" in self.raw[:40].upper()


def logical_lines(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Unfold lines: indented, after the soft break of quoted-printable, or not marked at all.

    vCard 2.1 folds before a blank that belongs to the value; 3.0 and 4.0 insert one. Raises
    UnreadableError for a value that is too long.
    """
    first, unfolded, is_old = b"", None, False
    for number, line in enumerate(lines, 1):
        is_plain = _PROPERTY.match(line) and not first.endswith(b"=") and not unfolded
        if not is_plain and line.strip():
            unfolded = unfolded or _Unfolded(first, keeps_blanks=is_old)
        if not is_plain and (not unfolded or not line.strip() or unfolded.takes(line)):
            if unfolded and unfolded.size > LONGEST_LINE:
                raise UnreadableError(Problem.CELL_TOO_LONG, row=number)
            continue
        if first:
            yield unfolded.joined() if unfolded else first
        is_old = _is_old(line, is_old=is_old)
        first, unfolded = line, None
    if first:
        yield unfolded.joined() if unfolded else first


def _is_old(line: bytes, *, is_old: bool) -> bool:
    """Tell whether version 2.1 holds from this line on, up to a card with another one."""
    if line[:1] in b"Vv \t" and (version := _VERSION.match(line)):
        return line[version.end() :].startswith(b"2")
    return is_old


class _Unfolded:
    """A line of a card and those that go on with it."""

    def __init__(self, line: bytes, *, keeps_blanks: bool) -> None:
        self._pieces = [line]
        self.size = len(line)
        self._is_closed = bool(not line or _MARK.match(line) or _VERSION.match(line))
        has_parameters = b";" in line.partition(b":")[0]
        self._is_quoted = has_parameters and bool(_QUOTED_PRINTABLE.match(line))
        self._is_base64 = has_parameters and bool(_BASE64.match(line))
        self._is_picture = bool(_PICTURE.match(line) or (self._is_base64 and _SOUND.match(line)))
        self._indent = 0 if keeps_blanks and not _UNBROKEN.match(line) else 1

    def takes(self, line: bytes) -> bool:
        """Add a line if it goes on with this one."""
        if self._is_closed or _MARK.match(line):
            return False
        if self._is_quoted and self._pieces[-1].endswith(b"=") and not _SURE_PROPERTY.match(line):
            self._pieces[-1] = self._pieces[-1][:-1]
            self._add(line)
            self.size += 1
        elif line[:1] in b" \t":
            self._add(line[self._indent :])
        elif not _PROPERTY.match(line):
            self._add(line if self._is_base64 else b"\n" + line)
        else:
            return False
        return True

    def joined(self) -> bytes:
        return b"".join(self._pieces)

    def _add(self, piece: bytes) -> None:
        if not (self._is_picture and self.size > _LONGEST_ADDRESS_OF_PICTURE):
            self._pieces.append(piece)
            self.size += len(piece)


def property_of(line: bytes) -> Property:
    """Take a logical line apart; one without a name is a note, so that nothing is lost."""
    found = _HEAD.match(line)
    if found and found[0].strip(b" \t:;"):
        return Property(_head(found[1], found[2]), line[found.end() :])
    return Property(_NOTE, line)


@lru_cache(maxsize=4_096)
def _head(name: bytes, parameters: bytes) -> Head:
    group, _, own = name.decode("latin-1").strip().rpartition(".")
    return Head(group.upper(), own.upper(), tuple(_parameters(decode(parameters))))


def _parameters(text: str) -> Iterator[tuple[str, str]]:
    for name, value in _PARAMETER.findall(text):
        key, content = name.strip().upper(), value.strip()
        if content:
            unquoted = _CARET.sub(lambda caret: _CARETS[caret[0]], content.replace('"', ""))
            yield key, unquoted
        elif key:
            yield ("ENCODING" if key in _ENCODINGS else "TYPE"), key


_NOTE = Head("", "NOTE", ())
