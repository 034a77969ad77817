"""Writes a portability bundle: data files, manifest, and the encrypted archive around them.

The files are the same bytes for the same contents (R-BND-3); only the archive's salt differs.
"""

import dataclasses
import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pyzipper

from dsr_desktop.domain.contact_record import ContactRecord, OtherValue
from dsr_desktop.domain.errors import OutputFileError
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.portability import BundleContents, Scope
from dsr_desktop.wording.bundle import readme_name, readme_text
from dsr_desktop.wording.language import Tr
from dsr_desktop.writers.csv_text import ESCAPING, read_csv, to_csv

MANIFEST = "manifest-sha256.txt"
RIGHT = "https://w3id.org/dpv/legal/eu/gdpr#A20"


@dataclass(frozen=True)
class Table:
    """A table of the bundle: data/{name}.json and data/{name}.csv, with the same columns."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


def bundle_files(contents: BundleContents, tr: Tr, formats: Sequence[str]) -> dict[str, bytes]:
    """Make every file of the bundle, by its path in the folder, manifest included.

    `formats` are "json", "csv" or both; `tr` speaks the language of the request (R-COM-11).
    """
    head = _head(contents, tr, formats)
    files: dict[str, bytes] = {}
    for table in _tables(contents.scope):
        if "json" in formats:
            files[f"data/{table.name}.json"] = _to_json(head, table)
        if "csv" in formats:
            files[f"data/{table.name}.csv"] = to_csv(table.columns, table.rows)
    files[readme_name(tr)] = readme_text(tr, contents, sorted(files)).encode()
    files[MANIFEST] = manifest(files)
    return dict(sorted(files.items()))


def manifest(files: Mapping[str, bytes]) -> bytes:
    """List the SHA-256 of every file but the manifest, as `sha256sum -c` reads it."""
    lines = (
        f"{hashlib.sha256(content).hexdigest()}  {path}\n"
        for path, content in sorted(files.items())
        if path != MANIFEST
    )
    return "".join(lines).encode()


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
    """Open an archive and verify manifest, JSON and that CSV rows equal JSON rows (R-BND-2).

    Raises OutputFileError if anything is missing, too much, changed or does not open.
    """
    try:
        files = _unpack(stream, folder, passphrase)
        whole = files.get(MANIFEST) == manifest(files) and _formats_agree(files)
    except (pyzipper.BadZipFile, zlib.error, RuntimeError, ValueError, KeyError) as error:
        raise OutputFileError(_NOT_AS_MEANT) from error
    if not whole:
        raise OutputFileError(_NOT_AS_MEANT)


_NOT_AS_MEANT = mark("The package did not pass its own check and was not kept. Build it again.")


def _tables(scope: Scope) -> tuple[Table, ...]:
    return (
        _table("contacts", ContactRecord, scope.contacts),
        _table("other_values", OtherValue, scope.other_values),
    )


def _table(
    name: str,
    kind: type[ContactRecord | OtherValue],
    records: Sequence[ContactRecord | OtherValue],
) -> Table:
    columns = tuple(column.name for column in dataclasses.fields(kind))
    rows = tuple(tuple(getattr(one, column) for column in columns) for one in records)
    return Table(name, columns, rows)


def _head(contents: BundleContents, tr: Tr, formats: Sequence[str]) -> dict[str, object]:
    excluded = [dataclasses.asdict(one) for one in contents.scope.excluded]
    escaping = {"csvEscaping": ESCAPING} if "csv" in formats else {}
    return {
        "requestRef": contents.ref,
        "right": RIGHT,
        "language": tr.language,
        **escaping,
        "excluded": excluded,
    }


def _to_json(head: Mapping[str, object], table: Table) -> bytes:
    records = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    document = {"dsr": head, table.name: records}
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


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


def _formats_agree(files: Mapping[str, bytes]) -> bool:
    return all(_same_rows(path, files) for path in files if path.endswith(".json"))


def _same_rows(path: str, files: Mapping[str, bytes]) -> bool:
    records = json.loads(files[path])[Path(path).stem]
    beside = files.get(path.removesuffix("json") + "csv")
    if beside is None:
        return True
    header, *rows = read_csv(beside)
    same_columns = all(list(record) == header for record in records)
    return same_columns and rows == [list(map(str, record.values())) for record in records]
