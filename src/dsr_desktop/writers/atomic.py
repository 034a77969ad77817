"""Writes files whole or not at all: beside their targets first, then moved there together."""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from io import BufferedRandom, FileIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from dsr_desktop.domain.errors import OutputFileError
from dsr_desktop.domain.marking import mark

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open `path` for writing with mode 0600; it appears only when the block ends well.

    The folder is made if missing. Raises OutputFileError when it cannot be written or the disk is
    full; an older file of that name is then still there.
    """
    with whole_files() as files:
        yield files.open(path)


@contextmanager
def whole_files() -> Iterator["WholeFiles"]:
    """Write several files that appear together when the block ends well, or at `put_in_place`.

    Whatever fails in the block, even after they were put in place, leaves all of them as they were
    before, as far as the file system lets itself be undone. Raises OutputFileError when one cannot
    be written; an OSError that has to do with none of them comes through as it is.
    """
    files = WholeFiles()
    try:
        yield files
        files.put_in_place()
    except OSError as error:
        files.put_back()
        raise files.failure(error) from error
    except BaseException:
        files.put_back()
        raise
    files.forget_older()


def digest(stream: BufferedRandom) -> str:
    """Return the SHA-256 of what was written to an open file so far, as hexadecimal."""
    stream.seek(0)
    return hashlib.file_digest(stream, "sha256").hexdigest()


class WholeFiles:
    """Files that are being written beside their targets; made by `whole_files`."""

    def __init__(self) -> None:
        self._files: list[PartFile] = []
        self._in_place = False
        self._stays = False

    def open(self, path: Path, *, replaces: bool = True) -> BinaryIO:
        """Open `path` for writing with mode 0600; its folder is made if missing.

        With `replaces` off, a file that has that name by the end makes all of them fail.
        """
        return self.plan(path, replaces=replaces).open()

    def plan(self, path: Path, *, replaces: bool = True, part: str | None = None) -> "PartFile":
        """Make the folder for a file that is to be opened later.

        `part` is the file's name while it is written, for who has to find it after a crash.
        """
        file = PartFile(path, part or f".{path.name}.part", replaces=replaces)
        self._files.append(file)
        file.make_folder()
        return file

    def put_in_place(self) -> None:
        """Move the files to their names, safe on the disk; OSError if one cannot be moved."""
        if self._in_place:
            return
        for file in self._files:
            file.finish()
        for file in self._files:
            file.move()
        for folder in {file.path.parent for file in self._files}:
            sync_folder(folder)
        self._in_place = True

    def leave(self) -> None:
        """Leave the files as they are from now on, whatever fails."""
        self._stays = True

    def put_back(self) -> None:
        """Take away what was written and bring back what it replaced."""
        if self._stays:
            return
        for file in reversed(self._files):
            file.put_back()

    def forget_older(self) -> None:
        """Remove what was replaced."""
        for file in self._files:
            file.forget_older()

    def failure(self, error: OSError) -> Exception:
        """Say which file could not be written; an error that met none is returned as it is."""
        met = [file for file in self._files if file.failed]
        if not met:
            return error
        return OutputFileError(
            mark("{name} could not be written to {folder}. Check the folder and the free space."),
            name=", ".join(file.path.name for file in met),
            folder=str(met[0].path.parent),
        )


def passing_names(path: Path) -> tuple[Path, Path]:
    """Return what a crash may leave of a file: half of it, and the one it was to replace."""
    return path.with_name(f".{path.name}.part"), path.with_name(f".{path.name}.older")


class PartFile:
    """One file: `part` while it is written, `older` keeps what it replaces until the end."""

    def __init__(self, path: Path, part: str, *, replaces: bool) -> None:
        self.path = path
        self.failed = False
        self._part = path.with_name(part)
        self._older = path.with_name(f".{path.name}.older")
        self._replaces = replaces
        self._stream: BufferedRandom | None = None
        self._has_part = self._is_moved = self._has_older = False

    def make_folder(self) -> None:
        """Make the folder of the file if it is missing."""
        with self._blame():
            self.path.parent.mkdir(parents=True, exist_ok=True)

    def open(self) -> BufferedRandom:
        """Open the part for writing and reading; OSError if it cannot be made."""
        with self._blame():
            self._part.unlink(missing_ok=True)  # left by a crash: readable by others, or a link
            descriptor = os.open(self._part, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
            self._has_part = True
            self._stream = BufferedRandom(_PartIO(descriptor, self._blame))
        return self._stream

    def finish(self) -> None:
        """Bring everything written to the disk; OSError if it has no room."""
        stream = self._stream
        if stream is None or stream.closed:
            return
        with self._blame(), stream:
            stream.flush()
            os.fsync(stream.fileno())

    def move(self) -> None:
        """Give the file its name; OSError if it cannot be had."""
        with self._blame():
            if self._replaces:
                self._keep_older()
                self._part.replace(self.path)
                self._is_moved = True
            else:
                _give_free_name(self._part, self.path)
                self._is_moved = True
                self._part.unlink(missing_ok=True)
            self._has_part = False

    def put_back(self) -> None:
        """Take away what was written, and bring back what it replaced, as far as it goes."""
        with suppress(OSError):
            if self._stream is not None:
                self._stream.close()
        with suppress(OSError):
            if self._has_older:
                self._older.replace(self.path)
                self._older.unlink(missing_ok=True)  # still there if it is the very same file
            elif self._is_moved:
                self.path.unlink(missing_ok=True)
        if self._has_part:
            with suppress(OSError):
                self._part.unlink(missing_ok=True)

    def forget_older(self) -> None:
        """Remove what was replaced."""
        if self._has_older:
            with suppress(OSError):
                self._older.unlink(missing_ok=True)

    def _keep_older(self) -> None:
        if not os.path.lexists(self.path):
            return
        if self.path.is_dir() and not self.path.is_symlink():
            raise IsADirectoryError(str(self.path))
        self._older.unlink(missing_ok=True)
        try:
            os.link(self.path, self._older, follow_symlinks=False)
        except (OSError, NotImplementedError):  # a file system without hard links
            self.path.replace(self._older)
        self._has_older = True

    @contextmanager
    def _blame(self) -> Iterator[None]:
        """Remember that it was this file that could not be written."""
        try:
            yield
        except OSError:
            self.failed = True
            raise


class _PartIO(FileIO):
    """Writes to a descriptor inside `blame`: a full disk is met in the middle of somebody's work."""

    def __init__(self, descriptor: int, blame: Callable[[], AbstractContextManager[None]]) -> None:
        super().__init__(descriptor, "w+")
        self._blame = blame

    def write(self, data: "ReadableBuffer", /) -> int:
        with self._blame():
            return super().write(data)


_BINARY = getattr(os, "O_BINARY", 0)


def _give_free_name(part: Path, path: Path) -> None:
    """Give the file its name; FileExistsError if another file has it by now."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # a file system without hard links
        if os.path.lexists(path):
            raise FileExistsError(str(path)) from None
        part.rename(path)


def sync_folder(folder: Path) -> None:
    """Make new names, and the want of old ones, last through a power cut, where a folder can be synchronised."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
