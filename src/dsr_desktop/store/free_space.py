"""Tells a full disk from a failing one: the database names both an input/output error."""

import errno
import os
import tempfile
from pathlib import Path

_ENOUGH = b"\0" * 131_072
_NO_ROOM = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})


def is_full(folder: Path) -> bool:
    """Try to write 128 KiB to `folder`: quotas and limits count, which no figure shows."""
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(_ENOUGH)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return says_full(error)
    return False


def says_full(error: OSError) -> bool:
    """Tell whether the system refused to write for want of room."""
    return error.errno in _NO_ROOM
