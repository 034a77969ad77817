"""Makes the files of a portability bundle: text to read first, data, schemas, descriptor, manifest.

The files are the same bytes for the same contents (R-BND-3).
"""

import hashlib
import json
from collections.abc import Mapping, Sequence

from dsr_desktop.domain.bundle_tables import Cell, Table, tables_of
from dsr_desktop.domain.portability import BundleContents
from dsr_desktop.wording.bundle import readme_name, readme_text
from dsr_desktop.wording.language import Tr
from dsr_desktop.writers.bundle_descriptor import CARD, DESCRIPTOR, descriptor, head_of
from dsr_desktop.writers.bundle_schema import json_schema, schema_path
from dsr_desktop.writers.contact_card import contact_card
from dsr_desktop.writers.csv_text import to_csv

MANIFEST = "manifest-sha256.txt"
_one_line = json.JSONEncoder(ensure_ascii=False).encode


def bundle_files(contents: BundleContents, tr: Tr, formats: Sequence[str]) -> dict[str, bytes]:
    """Make every file of the bundle, by its path in the folder, manifest included.

    `formats` are "json", "csv" or both; `tr` speaks the language of the request (R-COM-11).
    """
    head = head_of(contents, tr, formats)
    tables = tables_of(contents)
    files = _data_files(contents, head, tables, formats)
    made = {
        readme_name(tr): readme_text(tr, contents, sorted(files)).encode(),
        DESCRIPTOR: descriptor(contents, tr, head, tables, files),
    }
    if "json" in formats:
        made |= {schema_path(one.name): _pretty(json_schema(one)) for one in tables}
    files |= made
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


def cell_text(cell: Cell) -> str:
    """Return a cell as the CSV has it: lists and objects as JSON."""
    return str(cell) if isinstance(cell, str | int) else _one_line(cell)


def _data_files(
    contents: BundleContents, head: Mapping[str, object], tables: Sequence[Table],
    formats: Sequence[str],
) -> dict[str, bytes]:  # fmt: skip
    files: dict[str, bytes] = {}
    for table in tables:
        if "json" in formats:
            files[f"data/{table.name}.json"] = _to_json(head, table)
        if "csv" in formats:
            files[f"data/{table.name}.csv"] = to_csv(
                table.names, _plain_rows(table), byte_order_mark=contents.has_byte_order_mark
            )
    if card := contact_card(contents.scope, contents.made_on):
        files[CARD] = card
    return files


def _plain_rows(table: Table) -> list[list[str | int]]:
    return [
        [cell if isinstance(cell, str | int) else cell_text(cell) for cell in row]
        for row in table.rows
    ]


def _to_json(head: Mapping[str, object], table: Table) -> bytes:
    """Write a record a line: as quick to read for people as for programs, and quick to write."""
    names = table.names
    records = ",\n".join(
        f"    {_one_line(dict(zip(names, row, strict=True)))}" for row in table.rows
    )
    listed = f"[\n{records}\n  ]" if records else "[]"
    text = f'{{\n  "dsr": {_one_line(head)},\n  {_one_line(table.name)}: {listed}\n}}\n'
    return text.encode()


def _pretty(document: Mapping[str, object]) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
