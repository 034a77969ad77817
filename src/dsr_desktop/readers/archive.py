"""Reads zip archives: each member that is a list is read as if it lay on its own."""

import itertools
import lzma
import re
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import IO, Any

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.inside import WarningsByReason, not_read, parts_of
from dsr_desktop.readers.messages import FileFound, UnreadableError
from dsr_desktop.readers.parts import Part, ReadSheet

MOST_MEMBERS = 50_000
_TIGHTEST = 200
_SMALL = 10_000_000
_LOCAL_HEADER = 30
_ENCRYPTED, _STRONGLY_ENCRYPTED, _UTF_8 = 0x1, 0x40, 0x800
_UNICODE_PATH = 0x7075
_LONGEST_LABEL = 150
_SYSTEM_FILES = frozenset({".ds_store", "thumbs.db", "desktop.ini", ".directory"})
_SYSTEM_STARTS = ("~$", "._", ".~lock.")
_NOWHERE = re.compile(r"\.*|[A-Za-z]:")
_DOS_LETTERS = re.compile(rb"[\x80-\xa5]")
_WINDOWS_LETTERS = re.compile(rb"[\xc0-\xff]")
_FAILURES = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, RuntimeError,
    struct.error, IndexError, KeyError,
)  # fmt: skip


def read_archive(document: Document, limits: Limits) -> Iterator[Part]:
    """Yield the sheets of all members, then one warning for each reason why some were not read.

    Members are unpacked in memory only. Raises UnreadableError for a damaged archive, one with
    more than MOST_MEMBERS, one whose members overlap, and one in which nothing could be read.
    """
    yield FileFound("zip", None)
    warnings = WarningsByReason()
    is_read = False
    with document.open() as file, _open(file) as archive:
        unpacker = _Unpacker(document, limits, file, archive)
        for label, info in _members(archive):
            for part in warnings.sift(unpacker.parts_of(label, info)):
                is_read = is_read or isinstance(part, ReadSheet)
                yield part
    if not is_read:
        raise warnings.refusal()
    yield from warnings.warnings()


def _open(file: IO[bytes]) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(file)
    except (*_FAILURES, NotImplementedError) as error:
        raise UnreadableError(Problem.DAMAGED) from error
    infos = archive.infolist()
    if len(infos) > MOST_MEMBERS:
        raise UnreadableError(Problem.TOO_MANY_PARTS, most=MOST_MEMBERS)
    if _overlap(infos):
        raise UnreadableError(Problem.PACKED_TOO_TIGHTLY)
    return archive


def _overlap(infos: list[zipfile.ZipInfo]) -> bool:
    """Tell whether members share bytes, by which a small archive unpacks to a giant one."""
    places = sorted((info.header_offset, info.compress_size) for info in infos)
    return any(
        offset + _LOCAL_HEADER + size > following
        for (offset, size), (following, _) in itertools.pairwise(places)
    )


def _members(archive: zipfile.ZipFile) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """Yield the members that are files of somebody, each under a name of its own."""
    seen: Counter[str] = Counter()
    for info in archive.infolist():
        label = label_of(info)
        if info.is_dir() or stat.S_ISLNK(info.external_attr >> 16) or _is_system_file(label):
            continue
        seen[label] += 1
        yield (f"{label} ({seen[label]})" if seen[label] > 1 else label), info


def _is_system_file(label: str) -> bool:
    name = label.rpartition("/")[2]
    is_mac_copy = label.startswith("__MACOSX/")
    return is_mac_copy or name.startswith(_SYSTEM_STARTS) or name.lower() in _SYSTEM_FILES


def label_of(info: zipfile.ZipInfo) -> str:
    """Return a member's path for people, without what would lead out of the archive."""
    name = _name(info).replace("\\", "/")
    steps = [step for step in name.split("/") if not _NOWHERE.fullmatch(step)]
    label = "".join(sign if sign.isprintable() else "�" for sign in "/".join(steps))
    return f"…{label[-_LONGEST_LABEL:]}" if len(label) > _LONGEST_LABEL else label or "?"


def _name(info: zipfile.ZipInfo) -> str:
    """Decode the name: marked as UTF-8, or else UTF-8, Windows or DOS, whichever it looks like."""
    if info.flag_bits & _UTF_8:
        return info.orig_filename
    if unicode_name := _unicode_path(info.extra):
        return unicode_name
    raw = info.orig_filename.encode("cp437")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        is_dos = len(_DOS_LETTERS.findall(raw)) >= len(_WINDOWS_LETTERS.findall(raw))
        return raw.decode("cp850" if is_dos else "cp1252", "replace")


def _unicode_path(extra: bytes) -> str:
    """Return the name from the Info-ZIP field for it (APPNOTE 4.6.9), empty if there is none."""
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        if kind == _UNICODE_PATH:
            return extra[9 : 4 + size].decode("utf-8", "replace")
        extra = extra[4 + size :]
    return ""


class _Unpacker:
    """Unpacks members in memory, within the limits, with the password that opens them."""

    def __init__(
        self, document: Document, limits: Limits, file: IO[bytes], archive: zipfile.ZipFile
    ) -> None:
        self._document = document
        self._limits = limits
        self._file = file
        self._archive = archive
        self._passwords = [*dict.fromkeys(_password_bytes(document.passwords))]

    def parts_of(self, label: str, info: zipfile.ZipInfo) -> Iterator[Part]:
        """Yield the parts of one member, or the warning that names it."""
        try:
            content = self._unpack(info)
        except UnreadableError as error:
            yield not_read(error, label)
            return
        except MemoryError:
            yield not_read(UnreadableError(Problem.TOO_MUCH_MEMORY), label)
            return
        inner = self._document.inside(label.rpartition("/")[2], content)
        yield from parts_of(inner, self._limits, label)

    def _unpack(self, info: zipfile.ZipInfo) -> bytes:
        if info.file_size > self._limits.file_size:
            raise UnreadableError(Problem.FILE_TOO_LARGE, most=self._limits.file_size)
        if info.file_size > max(_SMALL, _TIGHTEST * info.compress_size):
            raise UnreadableError(Problem.PACKED_TOO_TIGHTLY)
        try:
            if info.flag_bits & (_ENCRYPTED | _STRONGLY_ENCRYPTED):
                return self._decrypt(info)
            return self._archive.read(info)
        except NotImplementedError as error:
            kind = f"zip, method {info.compress_type}"
            raise UnreadableError(Problem.UNKNOWN_KIND, kind=kind) from error
        except _FAILURES as error:
            raise UnreadableError(Problem.DAMAGED) from error

    def _decrypt(self, info: zipfile.ZipInfo) -> bytes:
        """Unpack with the first password that fits, and try that one first from then on."""
        archive, infos = self._encrypted
        for password in self._passwords:
            try:
                content: bytes = archive.read(infos[info.header_offset], password)
            except MemoryError:
                raise
            except Exception:  # noqa: BLE001, S112 - a wrong password makes noise of the content
                continue
            self._passwords.remove(password)
            self._passwords.insert(0, password)
            return content
        raise UnreadableError(Problem.PASSWORD)

    @cached_property
    def _encrypted(self) -> tuple[Any, dict[int, Any]]:
        """The archive as the library for encrypted ones sees it, its members by their place."""
        import pyzipper  # noqa: PLC0415 - few archives need it

        archive = pyzipper.AESZipFile(self._file)
        return archive, {info.header_offset: info for info in archive.infolist()}


def _password_bytes(passwords: tuple[str, ...]) -> Iterator[bytes]:
    """Write passwords as the packing programs do: they do not agree on an encoding."""
    for password in passwords:
        yield password.encode("utf-8", "replace")
        yield password.encode("cp1252", "replace")
        yield password.encode("cp850", "replace")
