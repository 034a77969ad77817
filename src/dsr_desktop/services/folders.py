"""Which files an import of files and folders means."""

from collections.abc import Iterator, Sequence
from pathlib import Path

_SYSTEM_FILES = frozenset({".ds_store", "thumbs.db", "desktop.ini", ".directory"})


def list_files(paths: Sequence[Path]) -> tuple[tuple[Path, ...], int]:
    """Return the files meant, absolute and each once, and how many system files were skipped.

    Folders are gone through recursively in the order of their names, without following links to
    folders. A file named directly is never skipped; a folder that may not be opened is returned
    itself, so that it is named among what could not be read.
    """
    chosen: dict[Path, None] = {}
    skipped = 0
    for path in paths:
        if not path.is_dir():
            chosen[path.absolute()] = None
            continue
        for file in _files_below(path.absolute()):
            if _is_system_file(file.name):
                skipped += 1
            else:
                chosen[file] = None
    return tuple(chosen), skipped


def _files_below(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _files_below(entry)
        else:
            yield entry


def _is_system_file(name: str) -> bool:
    return name.startswith(("~$", "._", ".~lock.")) or name.lower() in _SYSTEM_FILES
