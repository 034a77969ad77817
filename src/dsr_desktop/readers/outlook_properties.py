"""Reads the properties of an Outlook message file ([MS-OXMSG], tags of [MS-OXPROPS])."""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property

import olefile

from dsr_desktop.readers.charsets import decode

_PROPERTIES = "__PROPERTIES_VERSION1.0"
_STREAM = "__SUBSTG1.0_"
_NAMES = "__NAMEID_VERSION1.0"
_MESSAGE_CODE_PAGE = 0x3FFD
_INTERNET_CODE_PAGE = 0x3FDE
_CODE_PAGES = {
    1200: "utf-16-le", 20127: "ascii", 20866: "koi8-r", 50220: "iso2022_jp", 51932: "euc_jp",
    54936: "gb18030", 65000: "utf-7", 65001: "utf-8",
}  # fmt: skip
_ENTRY = struct.Struct("<IIQ")
_NAME_ENTRY = struct.Struct("<IHH")
_FIRST_NAMED = 0x8000
_PUBLIC_STRINGS = 2
_ONE_OFF_HEAD = 24
_ONE_OFF_UNICODE = 0x8000
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)

Path = tuple[str, ...]


class OutlookFile:
    """The storages of a message file; streams that are damaged are read as far as they go."""

    def __init__(self, storage: olefile.OleFileIO, size: int) -> None:
        self._storage = storage
        self._size = size
        self._overlong = False
        self._names: dict[Path, dict[str, str]] = {}
        for path in storage.listdir(streams=True, storages=True):
            self._names.setdefault(tuple(path[:-1]), {})[path[-1].upper()] = path[-1]

    @property
    def is_damaged(self) -> bool:
        """Whether something could not be read, as far as the reading went."""
        return self._overlong or bool(self._storage.parsing_issues)

    def names(self, path: Path) -> dict[str, str]:
        """Names in a storage: in capitals, and as they are."""
        return self._names.get(path, {})

    def stream(self, path: Path) -> bytes:
        """Content of a stream; one larger than its file is a loop and counts as empty."""
        name = list(path)
        if self._storage.get_size(name) > self._size:
            self._overlong = True
            return b""
        content: bytes = self._storage.openstream(name).read()
        return content


@dataclass(frozen=True)
class Properties:
    """Properties of one message, recipient or attachment."""

    file: OutlookFile
    path: Path = ()
    head: int = 32
    parent: "Properties | None" = None

    def text(self, tag: int) -> str:
        """Text of a property, in Unicode or the message's code page; empty where it is not."""
        if (content := self._stream(tag, "001F")) is not None:
            return content.decode("utf-16-le", "replace").rstrip("\0")
        content = self._stream(tag, "001E")
        return decode((content or b"").rstrip(b"\0"), self._charset(_MESSAGE_CODE_PAGE))

    def texts(self, tag: int) -> list[str]:
        """Texts of a property with several values."""
        contents = self._values(tag, "101F")
        return [content.decode("utf-16-le", "replace").rstrip("\0") for content in contents] or [
            decode(content.rstrip(b"\0"), self._charset(_MESSAGE_CODE_PAGE))
            for content in self._values(tag, "101E")
        ]

    def html(self) -> str:
        """Return the formatted text of a message."""
        content = self._stream(0x1013, "0102")
        return decode(content, self._charset(_INTERNET_CODE_PAGE)) if content else self.text(0x1013)

    def binary(self, tag: int) -> bytes | None:
        """Binary value of a property; None where it is not."""
        return self._stream(tag, "0102")

    def number(self, tag: int) -> int:
        """Whole number of a property; 0 where it is not."""
        return self._fixed.get((tag, 0x0003), 0) & 0xFFFFFFFF

    def moment(self, tag: int) -> datetime | None:
        """Moment of a property, in UTC."""
        ticks = self._fixed.get((tag, 0x0040))
        try:
            return _EPOCH + timedelta(microseconds=ticks // 10) if ticks else None
        except OverflowError:
            return None

    def text_tags(self) -> Iterator[int]:
        """Yield the tags of all properties that are texts."""
        for name in self.file.names(self.path):
            code = name.removeprefix(_STREAM)
            if code[4:] in {"001F", "001E"} and len(code) == 8:
                yield int(code[:4], 16)

    def inner(self, prefix: str, head: int = 8) -> "list[Properties]":
        """Return the storages in this one whose names begin so, in order."""
        names = sorted(self.file.names(self.path).items())
        return [
            Properties(self.file, (*self.path, name), head, self)
            for upper, name in names
            if upper.startswith(prefix.upper())
        ]

    def is_message(self) -> bool:
        """Tell whether the storage holds properties: an object of another program does not."""
        return _PROPERTIES in self.file.names(self.path)

    def one_off_addresses(self, tag: int) -> list[str]:
        """Name and address of each member of a distribution list ([MS-OXCDATA] 2.2.5.1)."""
        return [_one_off(content) for content in self._values(tag, "1102")]

    def _stream(self, tag: int, kind: str) -> bytes | None:
        name = self.file.names(self.path).get(f"{_STREAM}{tag:04X}{kind}")
        return None if name is None else self.file.stream((*self.path, name))

    def _values(self, tag: int, kind: str) -> list[bytes]:
        start = f"{_STREAM}{tag:04X}{kind}-"
        names = sorted(self.file.names(self.path).items())
        return [
            self.file.stream((*self.path, name)) for upper, name in names if upper.startswith(start)
        ]

    @cached_property
    def _fixed(self) -> dict[tuple[int, int], int]:
        name = self.file.names(self.path).get(_PROPERTIES)
        content = self.file.stream((*self.path, name)) if name else b""
        entries = content[self.head :]
        whole = entries[: len(entries) // _ENTRY.size * _ENTRY.size]
        return {
            (tag >> 16, tag & 0xFFFF): value for tag, _flags, value in _ENTRY.iter_unpack(whole)
        }

    def _charset(self, tag: int) -> str:
        page = self.number(tag) or self.number(_MESSAGE_CODE_PAGE)
        if not page and self.parent:
            return self.parent._charset(tag)  # noqa: SLF001 - the same class
        return _CODE_PAGES.get(page) or (f"iso8859-{page - 28590}" if page // 10 in {2859, 2860} else f"cp{page}")  # fmt: skip


@dataclass(frozen=True)
class NamedTags:
    """Tags that a file gives to named properties: by set and number, and users' own by name."""

    numbered: dict[tuple[bytes, int], int]
    own: dict[str, int]


def named_tags(file: OutlookFile) -> NamedTags:
    """Read the table of named properties ([MS-OXMSG] 2.2.3)."""
    folder = next((name for upper, name in file.names(()).items() if upper == _NAMES), None)
    if folder is None:
        return NamedTags({}, {})
    names = file.names((folder,))
    sets, entries, texts = (
        file.stream((folder, names[part])) if part in names else b""
        for part in (f"{_STREAM}{number:04X}0102" for number in (2, 3, 4))
    )
    named = NamedTags({}, {})
    whole = entries[: len(entries) // _NAME_ENTRY.size * _NAME_ENTRY.size]
    for value, kind, place in _NAME_ENTRY.iter_unpack(whole):
        tag, number = _FIRST_NAMED + place, kind >> 1
        if not kind & 1:
            named.numbered[sets[16 * (number - 3) : 16 * (number - 2)], value] = tag
        elif number == _PUBLIC_STRINGS:
            named.own[_name_at(texts, value)] = tag
    return named


def _name_at(texts: bytes, place: int) -> str:
    length = int.from_bytes(texts[place : place + 4], "little")
    return texts[place + 4 : place + 4 + min(length, 500)].decode("utf-16-le", "replace")


def _one_off(content: bytes) -> str:
    flags = int.from_bytes(content[22:24], "little")
    wide = flags & _ONE_OFF_UNICODE
    text = content[_ONE_OFF_HEAD:].decode("utf-16-le" if wide else "cp1252", "replace")
    parts: Sequence[str] = [*text.split("\0"), "", "", ""]
    return f"{parts[0]} <{parts[2]}>" if parts[2] else parts[0]
