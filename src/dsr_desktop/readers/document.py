"""A document to read: a file on disk, or what was unpacked or decrypted in memory."""

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import IO


def _tell_nobody(_size: int) -> None:
    pass


@dataclass
class Unpacked:
    """How many bytes were taken out of one file so far, at all depths together.

    `tell` hears how many more bytes there will be to read than the file has, before they are read.
    """

    total: int = 0
    tell: Callable[[int], None] = _tell_nobody


@dataclass(frozen=True)
class Document:
    """Bytes with a name: on disk (`path`) or in memory (`content`); nothing unpacked gets a file.

    `passwords` are those the user gave, to be tried on anything protected inside; `encoding` is the
    one the user named for text. `depth` counts the documents around this one, 0 for a file itself.
    """

    name: str
    path: Path | None = None
    content: bytes = b""
    passwords: tuple[str, ...] = field(default=(), repr=False)
    encoding: str | None = None
    depth: int = 0
    unpacked: Unpacked = field(default_factory=Unpacked, compare=False, repr=False)

    @classmethod
    def on_disk(
        cls,
        path: Path,
        passwords: Iterable[str] = (),
        encoding: str | None = None,
        tell: Callable[[int], None] = _tell_nobody,
    ) -> "Document":
        """Return the document that a file holds; `tell` as in `Unpacked`."""
        unpacked = Unpacked(tell=tell)
        return cls(path.name, path, b"", tuple(passwords), encoding, unpacked=unpacked)

    def inside(self, name: str, content: bytes) -> "Document":
        """Return a document found in this one: it keeps the passwords and counts as unpacked."""
        self.unpacked.total += len(content)
        return replace(self, name=name, path=None, content=content, depth=self.depth + 1)

    def in_clear(self, content: bytes) -> "Document":
        """Return this document decrypted: the bytes stay in memory."""
        return replace(self, path=None, content=content)

    @property
    def stem(self) -> str:
        """Name without its ending."""
        return PurePath(self.name).stem

    @property
    def suffix(self) -> str:
        """Ending of the name in lower case, with its dot."""
        return PurePath(self.name).suffix.lower()

    def size(self) -> int:
        """Return the size in bytes."""
        return self.path.stat().st_size if self.path else len(self.content)

    def open(self) -> IO[bytes]:
        """Open for reading bytes from any position."""
        return self.path.open("rb") if self.path else io.BytesIO(self.content)

    def open_text(self, encoding: str, errors: str = "strict") -> IO[str]:
        """Open for reading text, line ends as they are."""
        return io.TextIOWrapper(self.open(), encoding=encoding, errors=errors, newline="")

    def read(self) -> bytes:
        """Return all bytes."""
        return self.path.read_bytes() if self.path else self.content

    def head(self, size: int = 4096) -> bytes:
        """Return the first `size` bytes."""
        with self.open() as file:
            return file.read(size)

    def lines(self) -> Iterator[bytes]:
        """Yield the lines as bytes, each with its end."""
        with self.open() as file:
            yield from file
