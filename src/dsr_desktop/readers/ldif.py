"""Reads address books in LDIF (RFC 2849), as Thunderbird, OpenLDAP and Active Directory write them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.charsets import decode, from_base64
from dsr_desktop.readers.content_lines import LONGEST_LINE, physical_lines, single_byte_charset
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.encodings import detect_encoding, doubts_about, readings
from dsr_desktop.readers.ldif_columns import record_of_entry
from dsr_desktop.readers.messages import FileFound, UnreadableError, Warned
from dsr_desktop.readers.parts import Part
from dsr_desktop.readers.records import Record, sheet_of_records
from dsr_desktop.readers.vcard_columns import CONTACT_TITLES

_ATTRIBUTE = re.compile(rb"([A-Za-z0-9][\w.\-]*)((?:;[\w.\-]*)*):([:<]?)[ \t]*")
_BINARY = re.compile("[\0-\x08\x0e-\x1a\x7f]")
_RESULT = frozenset({"version", "search", "result", "ref", "matcheddn", "text"})
_CHANGES = frozenset({"modify", "delete", "modrdn", "moddn"})
_OPERATIONS = frozenset({"add", "replace", "delete", "increment"})
_MOST_VALUES = 100_000

Entry = list[tuple[str, str]]


@dataclass
class _Counted:
    links: int = 0
    changes: int = 0


def read_ldif(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield one sheet: titles in row 1, entry k of the file in row k + 1.

    Values that stand in another file are not fetched and change records are not applied, both are
    read as they stand and counted in a warning; pictures and certificates are left out. Raises
    UnreadableError for content that is no text and for a value that is too long.
    """
    encoding = detect_encoding(document)
    charset = single_byte_charset(encoding)
    counted = _Counted()

    def records() -> Iterator[Record]:
        counted.links = counted.changes = 0
        for lines in entries(logical_lines(physical_lines(document, encoding))):
            entry = list(_values(lines, charset, counted))
            counted.changes += _is_change(entry)
            if not {name for name, _ in entry} <= _RESULT:
                yield record_of_entry(_without_operations(entry), limits.cell_characters)

    yield FileFound("ldif", encoding.name, readings(document, encoding))
    yield sheet_of_records(document.stem, records, CONTACT_TITLES, limits)
    yield from doubts_about(encoding)
    if counted.links:
        yield Warned(Problem.VALUES_ELSEWHERE, {"count": counted.links})
    if counted.changes:
        yield Warned(Problem.CHANGES_NOT_APPLIED, {"count": counted.changes})


def logical_lines(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Join folded lines and leave comments out; blank lines stay, they end an entry."""
    held: list[bytes] = []
    size = 0
    for number, line in enumerate(lines, 1):
        if held and line.strip() and (line[:1] == b" " or not _is_begin(line)):
            size += len(line)
            if size > LONGEST_LINE:
                raise UnreadableError(Problem.CELL_TOO_LONG, row=number)
            held.append(line.removeprefix(b" "))
            continue
        if held and not held[0].startswith(b"#"):
            yield b"".join(held)
        held, size = [line], len(line)
        if not line.strip():
            yield b""
            held = []
    if held and not held[0].startswith(b"#"):
        yield b"".join(held)


def entries(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    """Group logical lines into entries, which blank lines divide."""
    entry: list[bytes] = []
    for line in lines:
        if not line:
            if entry:
                yield entry
            entry = []
        elif len(entry) >= _MOST_VALUES:
            raise UnreadableError(Problem.TOO_MANY_ROWS, most=_MOST_VALUES)
        else:
            entry.append(line)
    if entry:
        yield entry


def _is_begin(line: bytes) -> bool:
    return line[:1] in b"#-" or _ATTRIBUTE.match(line) is not None


def _values(lines: Iterable[bytes], charset: str, counted: _Counted) -> Iterator[tuple[str, str]]:
    """Yield attribute names without options, in lower case, with their values."""
    for line in lines:
        found = _ATTRIBUTE.match(line)
        if not found:
            if line.strip() != b"-":
                yield "note", decode(line, "", charset)
            continue
        content = line[found.end() :]
        counted.links += found[3] == b"<"
        yield found[1].decode().lower(), _text(content, charset, packed=found[3] == b":")


def _text(content: bytes, charset: str, *, packed: bool) -> str:
    """Decode a value; empty for a binary one."""
    unpacked = from_base64(content) if packed else None
    if unpacked is None:
        return decode(content, "", charset)
    text = decode(unpacked, "", charset)
    return "" if _BINARY.search(text) else text


def _is_change(entry: Entry) -> bool:
    return any(name == "changetype" and value.lower() in _CHANGES for name, value in entry)


def _without_operations(entry: Entry) -> Entry:
    """Leave out the lines of a change that only name the attribute which follows."""
    if not _is_change(entry):
        return entry
    return [(name, value) for name, value in entry if name not in _OPERATIONS]
