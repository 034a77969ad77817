"""Which files an import of files and folders means, and folders that results go to."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from dsr_desktop.domain.errors import InvalidInputError, OutputFileError
from dsr_desktop.domain.marking import mark
from dsr_desktop.services.file_places import plain_path

_SYSTEM_FILES = frozenset({".ds_store", "thumbs.db", "desktop.ini", ".directory"})


def list_files(paths: Sequence[Path], ours: Sequence[Path] = ()) -> tuple[tuple[Path, ...], int]:
    """Return the files meant, by plain absolute paths and each once, and how many were skipped.

    Folders are gone through recursively in the order of their names, without following links to
    folders; system files in them are skipped. The files `ours` are skipped wherever they are
    named: opening and closing the open register would give up its locks. A folder that may not be
    opened is returned itself, so that it is named among what could not be read.
    """
    identities = _identities(ours)
    chosen: dict[Path, None] = {}
    skipped = 0
    for path, is_named in _with_files_below(paths):
        if _identity(path) in identities or (_is_system_file(path.name) and not is_named):
            skipped += 1
        else:
            chosen[path] = None
    return tuple(chosen), skipped


def is_among(path: Path, files: Sequence[Path]) -> bool:
    """Tell whether a path leads to one of `files`, whatever it is called."""
    return _identity(path) in _identities(files)


def make_folder(folder: Path) -> None:
    """Make a folder for results if it is missing; what is written there reports its own failures.

    Raises InvalidInputError if it is a file, OutputFileError if it cannot be made.
    """
    if folder.is_file():
        raise InvalidInputError(mark("{name} is a file. Name a folder."), name=folder.name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputFileError(
            mark("The folder {folder} cannot be written. Check it and the free space."),
            folder=str(folder),
        ) from error


def _with_files_below(paths: Sequence[Path]) -> Iterator[tuple[Path, bool]]:
    """Yield each file, and whether it was named itself and not found in a folder."""
    for path in paths:
        if _is_folder(path):
            for file in _files_below(plain_path(path)):
                yield file, False
        else:
            yield plain_path(path), True


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # below a folder that may not be opened
        return False


def _identities(files: Iterable[Path]) -> set[tuple[int, int]]:
    return {identity for file in files if (identity := _identity(file))}


def _identity(path: Path) -> tuple[int, int] | None:
    """Tell files apart by what they are, whatever name or link leads to them."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _files_below(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        yield folder
        return
    for entry in entries:
        if _is_folder(entry):
            if not entry.is_symlink():
                yield from _files_below(entry)
        else:
            yield entry


def _is_system_file(name: str) -> bool:
    return name.startswith(("~$", "._", ".~lock.")) or name.lower() in _SYSTEM_FILES
