"""The descriptor of a bundle: a Data Package 2.0 (datapackage.org) that names every data file."""

import dataclasses
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence

from dsr_desktop.domain.bundle_tables import Table
from dsr_desktop.domain.portability import BundleContents
from dsr_desktop.wording.bundle import bundle_title
from dsr_desktop.wording.language import Tr
from dsr_desktop.writers.bundle_schema import schema_path, table_schema
from dsr_desktop.writers.csv_text import ESCAPING

DESCRIPTOR = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
RIGHT = "https://w3id.org/dpv/legal/eu/gdpr#A20"
CARD = "data/contact.vcf"
_DIALECT = {
    "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True,
    "header": True,
}  # fmt: skip


def head_of(contents: BundleContents, tr: Tr, formats: Sequence[str]) -> dict[str, object]:
    """Return what the descriptor and every JSON file say of the request and of what is left out."""
    head: dict[str, object] = {
        "requestRef": contents.ref, "right": RIGHT, "language": tr.language,
    }  # fmt: skip
    if "csv" in formats:
        head["csvEscaping"] = ESCAPING
        if contents.has_byte_order_mark:
            head["csvByteOrderMark"] = True
    head["excluded"] = [dataclasses.asdict(one) for one in contents.scope.excluded]
    return head


def descriptor(
    contents: BundleContents,
    tr: Tr,
    head: Mapping[str, object],
    tables: Sequence[Table],
    files: Mapping[str, bytes],
) -> bytes:
    """Make datapackage.json; `files` are the data files, whose size and hash stand in it (R-BND-2)."""
    own = {"id": contents.id} if contents.id else {}
    made = {"created": contents.created} if contents.created else {}
    package = {
        "$schema": PROFILE,
        "name": f"{contents.ref.lower()}-portability",
        **own,
        "title": bundle_title(tr),
        **made,
        "version": "1.0.0",
        "contributors": [_controller(contents)],
        "dsr": head,
        "resources": list(_resources(tables, files)),
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def resources_agree(files: Mapping[str, bytes]) -> bool:
    """Tell whether each resource of the descriptor is there with its size and hash (R-BND-2)."""
    listed = json.loads(files[DESCRIPTOR])["resources"]
    data = {path for path in files if path.startswith("data/")}
    return data == {one["path"] for one in listed} and all(
        one["bytes"] == len(files[one["path"]]) and one["hash"] == _hash(files[one["path"]])
        for one in listed
    )


def _resources(tables: Sequence[Table], files: Mapping[str, bytes]) -> Iterator[dict[str, object]]:
    for table in tables:
        if (path := f"data/{table.name}.csv") in files:
            yield {
                "name": table.name, "type": "table", **_file(path, "csv", "text/csv", files),
                "dialect": _DIALECT, "schema": table_schema(table),
            }  # fmt: skip
        if (path := f"data/{table.name}.json") in files:
            yield {
                "name": f"{table.name}_json", **_file(path, "json", "application/json", files),
                "jsonSchema": schema_path(table.name),
            }  # fmt: skip
    if CARD in files:
        yield {"name": "contact", **_file(CARD, "vcf", "text/vcard", files)}


def _file(path: str, form: str, media: str, files: Mapping[str, bytes]) -> dict[str, object]:
    content = files[path]
    return {
        "path": path, "format": form, "mediatype": media, "encoding": "utf-8",
        "bytes": len(content), "hash": _hash(content),
    }  # fmt: skip


def _hash(content: bytes) -> str:
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def _controller(contents: BundleContents) -> dict[str, object]:
    contact = contents.dpo_contact
    is_address = "@" in contact and not any(sign.isspace() for sign in contact)
    return {
        "title": contents.company, **({"email": contact} if is_address else {}),
        "roles": ["contact"],
    }  # fmt: skip
