"""Opens the zip of an Office Open XML file; its parts are found whatever their spelling."""

import lzma
import posixpath
import zipfile
import zlib
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import unquote
from xml.etree import ElementTree

from dsr_desktop.domain.reading import Limits, Problem
from dsr_desktop.readers.document import Document
from dsr_desktop.readers.messages import UnreadableError
from dsr_desktop.readers.ooxml.markup import read_tree
from dsr_desktop.readers.strict_xml import XML_PER_TEXT

CHUNK = 64 * 1024  # what a piece becomes stays in the cache of a processor
_LARGE, _TIGHTEST = 100_000_000, 400  # whole sheets of one empty cell pack 15-fold
_LARGEST_TREE = 50_000_000
_MOST_KEPT = 64_000_000
_ENCRYPTED = 0x1
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError, NotImplementedError,
)  # fmt: skip


@dataclass(frozen=True)
class Relation:
    """A link from one part to another, or to a target outside; `kind` is the end of its type."""

    id: str
    kind: str
    target: str
    external: bool


class Package:
    """The parts of an open file; names are compared as OPC does, regardless of case."""

    def __init__(self, archive: zipfile.ZipFile, limits: Limits) -> None:
        self._archive = archive
        self._limits = limits
        self._left = limits.text * XML_PER_TEXT
        self._kept: dict[str, deque[bytes]] = {}
        self._parts: dict[str, zipfile.ZipInfo] = {}
        for info in archive.infolist():
            name = _plain(info.filename)
            if name in self._parts:  # which of the two is meant, every program decides otherwise
                raise UnreadableError(Problem.DAMAGED)
            self._parts[name] = info

    @property
    def names(self) -> list[str]:
        """Names of the parts in lower case, without a slash before them."""
        return [name for name in self._parts if not name.endswith("/")]

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._parts

    def chunks(self, name: str, *, will_return: bool = False) -> Iterator[bytes]:
        """Yield a part's content; UnreadableError if it is missing, damaged or without end.

        Who `will_return` for it gets it once more without unpacking, unless it is long.
        """
        kept = self._kept.pop(name, None)
        chunks = self._unpacked(name) if kept is None else _emptied(kept)
        keeps, again = will_return and self._size(name) <= _MOST_KEPT, deque[bytes]()
        for chunk in chunks:
            self._left -= len(chunk)
            if self._left < 0:
                raise UnreadableError(Problem.TOO_MUCH_TEXT, most=self._limits.text)
            if keeps:
                again.append(chunk)
            yield chunk
        if keeps:
            self._kept = {name: again}

    def _unpacked(self, name: str) -> Iterator[bytes]:
        if self._size(name) > _LARGE and self._tightness(name) > _TIGHTEST:
            raise UnreadableError(Problem.PACKED_TOO_TIGHTLY)
        try:
            with self._archive.open(self._parts[_plain(name)]) as part:
                while chunk := part.read(CHUNK):
                    yield chunk
        except KeyError as error:
            raise UnreadableError(Problem.DAMAGED) from error
        except _DAMAGE as error:
            raise UnreadableError(_problem(self._parts[_plain(name)])) from error

    def tree(self, name: str) -> ElementTree.Element:
        """Return a small part as a tree of elements, names without their namespaces."""
        if self._size(name) > _LARGEST_TREE:
            raise UnreadableError(Problem.TOO_MUCH_MEMORY)
        return read_tree(self.chunks(name))

    def relations(self, name: str) -> list[Relation]:
        """Return what a part ("" for the package) points to; nothing if it has no such list."""
        folder, file = posixpath.split(name)
        listed = posixpath.join(folder, "_rels", f"{file}.rels")
        if listed not in self:
            return []
        return [_relation(one.attrib, folder) for one in self.tree(listed).iter("Relationship")]

    def related(self, name: str, kind: str) -> list[str]:
        """Return the parts of one kind that a part points to."""
        return [one.target for one in self.relations(name) if one.kind == kind and not one.external]

    def _tightness(self, name: str) -> float:
        info = self._parts[_plain(name)]
        return info.file_size / max(info.compress_size, 1)

    def _size(self, name: str) -> int:
        info = self._parts.get(_plain(name))
        return info.file_size if info else 0


@contextmanager
def open_package(document: Document, limits: Limits) -> Iterator[Package]:
    """Open a file as a package; UnreadableError if its zip is damaged or holds a part twice."""
    with document.open() as file:
        try:
            archive = zipfile.ZipFile(file)
        except (*_DAMAGE, ValueError) as error:
            raise UnreadableError(Problem.DAMAGED) from error
        with archive:
            yield Package(archive, limits)


def _emptied(chunks: deque[bytes]) -> Iterator[bytes]:
    while chunks:
        yield chunks.popleft()


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _problem(info: zipfile.ZipInfo) -> Problem:
    return Problem.PASSWORD if info.flag_bits & _ENCRYPTED else Problem.DAMAGED


def _relation(attributes: dict[str, str], folder: str) -> Relation:
    target = attributes.get("Target", "")
    external = attributes.get("TargetMode", "").lower() == "external"
    return Relation(
        id=attributes.get("Id", ""),
        kind=attributes.get("Type", "").rpartition("/")[2],
        target=target if external else _resolved(target, folder),
        external=external,
    )


def _resolved(target: str, folder: str) -> str:
    target = unquote(target).replace("\\", "/")
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
