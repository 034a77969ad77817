"""What a killed program leaves of two files that appear together: a key file without its register."""

import os
from pathlib import Path

from dsr_desktop.services.register import keys_path


def remove_lone_key_file(file: Path, original: Path) -> None:
    """Remove the key file of `file` where that is missing, if it is a copy of that of `original`.

    Another one stays: it may be all that is left of a register.
    """
    keys, like = keys_path(file), keys_path(original)
    if os.path.lexists(file) or not keys.is_file() or not like.is_file():
        return
    if not keys.samefile(like) and keys.read_bytes() == like.read_bytes():
        keys.unlink()
