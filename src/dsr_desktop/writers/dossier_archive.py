"""Writes a dossier as a ZIP, and opens it again to see that it holds what it should."""

import zipfile
import zlib
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import BinaryIO

from dsr_desktop.domain.errors import OutputFileError
from dsr_desktop.domain.marking import mark
from dsr_desktop.writers.bundle import MANIFEST, manifest

_UNIX = 3
_PRIVATE_FILE = 0o100600


def fill_dossier(
    stream: BinaryIO, folder: str, files: Mapping[str, bytes], made_on: date
) -> dict[str, bytes]:
    """Write the files and their manifest below `folder`; returns what the archive holds, read back.

    The same files on the same day give the same bytes. `stream` is empty and can be read back.
    Raises OutputFileError if the archive does not hold what it should.
    """
    whole = {**files, MANIFEST: manifest(files)}
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in sorted(whole.items()):
            archive.writestr(_entry(f"{folder}/{path}", made_on), content)
    stream.write(packed.getbuffer())
    return check_dossier(stream, folder)


def check_dossier(stream: BinaryIO, folder: str) -> dict[str, bytes]:
    """Open an archive and return its files by their path below `folder`.

    Raises OutputFileError if a file is missing, too many, changed, or does not open.
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            files = {
                name.removeprefix(f"{folder}/"): archive.read(name) for name in archive.namelist()
            }
    except (zipfile.BadZipFile, zlib.error, ValueError, RuntimeError, KeyError) as error:
        raise failed_check() from error
    if files.get(MANIFEST) != manifest(files):
        raise failed_check()
    return files


def failed_check() -> OutputFileError:
    """Return the error of a dossier that is not what it should be."""
    return OutputFileError(
        mark("The dossier did not pass its own check and was not kept. Make it again.")
    )


def _entry(path: str, made_on: date) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, (made_on.year, made_on.month, made_on.day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _PRIVATE_FILE << 16
    return entry
