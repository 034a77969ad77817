"""SHA-256 of a file: what proves that two copies are the same."""

import hashlib
from pathlib import Path

from dsr_desktop.domain.progress import OnWait

_CHUNK = 1 << 20


def sha256_of(path: Path, on_wait: OnWait) -> str:
    """Hash a file in pieces; `on_wait` is called between them and may cancel."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            on_wait()
    return digest.hexdigest()
