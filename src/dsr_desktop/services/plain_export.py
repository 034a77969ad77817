"""Hands the whole register over as a plain SQLite file: against lock-in, and at the DPO's own risk."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from dsr_desktop.domain.errors import RegisterFileError
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.progress import Progress, no_progress
from dsr_desktop.services.register import Register
from dsr_desktop.store.making_lock import only_maker
from dsr_desktop.store.plain_copy import is_whole, write_plain_copy
from dsr_desktop.store.suppression import suppression_secret
from dsr_desktop.writers.atomic import whole_files

_STAGES = 3
_PART = ".register.plain.part"


@dataclass(frozen=True)
class PlainExport:
    """The file, how many tables are in it, its size in bytes and its SHA-256."""

    path: Path
    tables: int
    size: int
    sha256: str


def export_plain(
    register: Register, file: Path, *, progress: Progress = no_progress
) -> PlainExport:
    """Write the whole register without encryption to `file`, which must be free; check and log it.

    The file is for its owner only (mode 0600) and holds everything: people, documents, and the
    secret of the suppression list, with which its hashes can be tried out. File and event appear
    together or not at all. Raises RegisterFileError if there is a file of that name, if the disk is
    full or the copy is not whole, OutputFileError if the folder cannot be written.
    """
    file = file.absolute()
    if os.path.lexists(file):
        raise _exists(file)
    suppression_secret(register.database)  # without it the digests in the file say nothing
    part = file.with_name(_PART)
    with only_maker(register.path), whole_files() as files:
        progress(0, _STAGES, file.name)
        stream = files.plan(file, replaces=False, part=_PART).open()
        tables = write_plain_copy(register.database, part)
        progress(1, _STAGES, file.name)
        if not is_whole(register.database, part):
            raise _not_whole(file)
        progress(2, _STAGES, file.name)
        stream.seek(0)
        sha256, size = hashlib.file_digest(stream, "sha256").hexdigest(), part.stat().st_size
        with register.database.transaction():
            register.log(
                EventKind.PLAIN_COPY_WRITTEN, None, tables=tables, size=size, sha256=sha256
            )
            try:
                files.put_in_place()
            except FileExistsError as error:
                raise _exists(file) from error
    progress(_STAGES, _STAGES, file.name)
    return PlainExport(file, tables, size, sha256)


def _exists(file: Path) -> RegisterFileError:
    return RegisterFileError(
        mark("{name} exists already and is not overwritten. Name another file."), name=file.name
    )


def _not_whole(file: Path) -> RegisterFileError:
    return RegisterFileError(
        mark(
            "{name} was written and is not whole: it was removed. Check the disk, then the register "
            "itself."
        ),
        name=file.name,
    )
