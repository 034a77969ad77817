"""Packs the files of a bundle into an archive with AES-256, and opens it again to check it.

The files are the same bytes for the same contents (R-BND-3); only the archive's salt differs.
"""

import hashlib
import json
import zlib
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import BinaryIO

import pyzipper

from dsr_desktop.domain.errors import OutputFileError
from dsr_desktop.domain.marking import mark
from dsr_desktop.writers.bundle import MANIFEST, cell_text, manifest
from dsr_desktop.writers.bundle_descriptor import DESCRIPTOR, resources_agree
from dsr_desktop.writers.bundle_schema import fits, schema_path
from dsr_desktop.writers.csv_text import read_csv


def fill_archive(
    stream: BinaryIO, folder: str, files: Mapping[str, bytes], passphrase: str, made_on: date
) -> str:
    """Write the files below `folder` into a ZIP with AES-256 (R-HND-1); returns its SHA-256.

    `stream` is empty and can be read back: the archive is opened again and checked. Raises
    OutputFileError if it does not hold what it should.
    """
    _pack(stream, folder, files, passphrase, made_on)
    check_archive(stream, folder, passphrase)
    stream.seek(0)
    return hashlib.sha256(stream.read()).hexdigest()


def check_archive(stream: BinaryIO, folder: str, passphrase: str) -> None:
    """Open an archive and verify manifest, descriptor, schemas and that CSV rows equal JSON rows (R-BND-2).

    Descriptor and tables are those of a bundle; the answer to access has a manifest alone.

    Raises OutputFileError if anything is missing, too much, changed or does not open.
    """
    try:
        files = _unpack(stream, folder, passphrase)
        whole = _is_whole(files)
    except (
        pyzipper.BadZipFile,
        zlib.error,
        RuntimeError,
        ValueError,
        KeyError,
        TypeError,
    ) as error:
        raise OutputFileError(_NOT_AS_MEANT) from error
    if not whole:
        raise OutputFileError(_NOT_AS_MEANT)


_NOT_AS_MEANT = mark("The package did not pass its own check and was not kept. Build it again.")


def _pack(
    stream: BinaryIO, folder: str, files: Mapping[str, bytes], passphrase: str, made_on: date
) -> None:
    whole = BytesIO()  # on a full disk pyzipper fails at its own close and hides the reason
    with pyzipper.AESZipFile(whole, "w", compression=pyzipper.ZIP_DEFLATED) as archive:
        archive.setpassword(passphrase.encode())
        archive.setencryption(pyzipper.WZ_AES, nbits=256)
        for path, content in sorted(files.items()):
            archive.writestr(_entry(f"{folder}/{path}", made_on), content)
    stream.write(whole.getbuffer())


def _entry(path: str, made_on: date) -> pyzipper.AESZipFile.zipinfo_cls:
    midnight = (made_on.year, made_on.month, made_on.day, 0, 0, 0)
    entry = pyzipper.AESZipFile.zipinfo_cls(path, midnight)
    entry.compress_type = pyzipper.ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _PRIVATE_FILE << 16
    return entry


_UNIX = 3
_PRIVATE_FILE = 0o100600


def _unpack(stream: BinaryIO, folder: str, passphrase: str) -> dict[str, bytes]:
    with pyzipper.AESZipFile(stream) as archive:
        archive.setpassword(passphrase.encode())
        return {name.removeprefix(f"{folder}/"): archive.read(name) for name in archive.namelist()}


def _is_whole(files: Mapping[str, bytes]) -> bool:
    if files.get(MANIFEST) != manifest(files):
        return False
    if DESCRIPTOR in files and not resources_agree(files):
        return False
    names = [path[5:-5] for path in files if path.startswith("data/") and path.endswith(".json")]
    return all(_table_agrees(name, files) for name in names)


def _table_agrees(name: str, files: Mapping[str, bytes]) -> bool:
    document = json.loads(files[f"data/{name}.json"])
    if not fits(document, json.loads(files[schema_path(name)])):
        return False
    beside = files.get(f"data/{name}.csv")
    if beside is None:
        return True
    header, *rows = read_csv(beside)
    records = document[name]
    same_columns = all(list(record) == header for record in records)
    return same_columns and rows == [list(map(cell_text, one.values())) for one in records]
