"""Writes a zip again with some of its parts changed or left out; the others keep every byte."""

import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from pathlib import Path
from typing import BinaryIO

from dsr_desktop.cleaners.obstacles import CannotCleanError
from dsr_desktop.domain.cleaning import Obstacle

_CHUNK = 1 << 20
_ENCRYPTED = 0x1


class Parts:
    """The parts of an open zip by their names in small letters, without a slash before them."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._infos = {plain_name(info.filename): info for info in archive.infolist()}
        if any(info.flag_bits & _ENCRYPTED for info in self._infos.values()):
            raise CannotCleanError(Obstacle.LOCKED)
        self.changed: dict[str, bytes] = {}
        self.dropped: set[str] = set()

    @property
    def names(self) -> list[str]:
        """The names of the parts that are to stay, in small letters."""
        return [name for name in self._infos if name not in self.dropped and not name.endswith("/")]

    def __contains__(self, name: str) -> bool:
        name = plain_name(name)
        return name in self._infos and name not in self.dropped

    def read(self, name: str) -> bytes:
        """Return the content of a part, as it was changed so far."""
        name = plain_name(name)
        if name in self.changed:
            return self.changed[name]
        return self._archive.read(self._infos[name])

    def change(self, name: str, content: bytes) -> None:
        """Put other content into a part."""
        self.changed[plain_name(name)] = content

    def drop(self, name: str) -> None:
        """Leave a part out."""
        self.dropped.add(plain_name(name))

    def write(self, out: BinaryIO, on_part: Callable[[], None]) -> None:
        """Write the zip with all parts in their order; `on_part` is called between them."""
        with zipfile.ZipFile(out, "w") as target:
            target.comment = self._archive.comment
            for name, info in self._infos.items():
                on_part()
                if name not in self.dropped:
                    self._write_one(target, name, info)

    def _write_one(self, target: zipfile.ZipFile, name: str, info: zipfile.ZipInfo) -> None:
        written = copy(info)
        written.extra = (
            b""  # sizes of large files and times of other systems: made anew, or told in the entry
        )
        if name in self.changed:
            target.writestr(written, self.changed[name])
            return
        with self._archive.open(info) as source, target.open(written, "w") as part:
            while chunk := source.read(_CHUNK):
                part.write(chunk)


@contextmanager
def open_parts(path: Path) -> Iterator[Parts]:
    """Open the zip at `path`; CannotCleanError if it is none (an encrypted workbook is not)."""
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise CannotCleanError(Obstacle.LOCKED) from error
    with archive:
        yield Parts(archive)


def plain_name(name: str) -> str:
    """Return the name of a part as names are compared."""
    return name.replace("\\", "/").lstrip("/").lower()


def unpacked(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the name and content of every part of a zip, of a file that is none its own content."""
    if not zipfile.is_zipfile(path):
        yield "", path.read_bytes()
        return
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            yield info.filename, archive.read(info)
