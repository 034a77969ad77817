"""Clears what a crash left of a file that was being written; what is somebody else's stays."""

import hashlib
import os
import stat
from pathlib import Path

from dsr_desktop.writers.atomic import sync_folder


def clear_left_file(path: Path, part: str, sha256: str | None) -> bool:
    """Remove the unfinished `part` of `path`, and `path` itself if its content has this digest.

    `part` is a name that only its writer ever bore. Returns whether a file called `path` is there
    still: it is not, or no longer, what was written. Raises OSError if something that is to go
    cannot be looked at or removed.
    """
    path.with_name(part).unlink(missing_ok=True)
    stays = _is_there(path)
    if stays and sha256 is not None and _digest(path) == sha256:
        path.unlink()
        stays = False
    sync_folder(path.parent)
    return stays


def volume_of(folder: Path) -> str:
    """Return the root of the disk on which a folder lies, or would lie once it is made."""
    place = Path(os.path.realpath(folder))
    while not os.path.ismount(place) and place.parent != place:
        place = place.parent
    return str(place)


def is_folder_gone(folder: Path, volume: str) -> bool:
    """Tell whether a folder is there no more though its disk, `volume`, is.

    False where that cannot be told: the disk is away, was not noted, or does not let itself be
    looked at.
    """
    try:
        is_there = folder.is_dir()
        has_disk = os.path.ismount(volume) and Path(volume).is_dir()
    except OSError:
        return False
    return has_disk and not is_there


def _is_there(path: Path) -> bool:
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    return True


def _digest(path: Path) -> str | None:
    """Return the SHA-256 of a file; None for what is no plain file, such as a link to one."""
    if not stat.S_ISREG(path.lstat().st_mode):
        return None
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
