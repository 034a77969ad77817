"""SHA-256 of a file: what proves that two copies are the same; and whether it is one at all."""

import hashlib
import stat
from pathlib import Path

from dsr_desktop.domain.progress import OnWait
from dsr_desktop.domain.reading import Problem
from dsr_desktop.readers.messages import UnreadableError

_CHUNK = 1 << 20


def sha256_of(path: Path, on_wait: OnWait) -> str:
    """Hash a file in pieces; `on_wait` is called between them and may cancel."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            on_wait()
    return digest.hexdigest()


def size_of(path: Path) -> int:
    """Return the size in bytes; UnreadableError for pipes and devices, which may never end."""
    found = path.stat()
    if not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):
        raise UnreadableError(Problem.NOT_A_FILE)
    return found.st_size
