"""Writes the files of an access package: a page to read, a PDF to print, JSON for programs."""

import json
from io import BytesIO
from typing import BinaryIO

from dsr_desktop.domain.access_package import AccessPackage
from dsr_desktop.domain.register_table import RegisterTable, with_short_texts
from dsr_desktop.domain.review_item import ReviewItem
from dsr_desktop.wording.access_package import (
    DATA,
    PAGE,
    REPLY,
    access_table,
    files_section,
    provenance,
)
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.review import group_title, place_label, what_label
from dsr_desktop.writers.bundle import MANIFEST, manifest
from dsr_desktop.writers.dossier_page import dossier_page
from dsr_desktop.writers.register_files import write_register_pdf

RIGHT = "https://w3id.org/dpv/legal/eu/gdpr#A15"
_LONGEST_PRINTED = 600


def access_files(package: AccessPackage, tr: Tr) -> dict[str, bytes]:
    """Make every file of the package, by its name, manifest included."""
    table = access_table(tr, package)
    pdf = BytesIO()
    write_access_pdf(pdf, package, tr)
    files = {
        PAGE: dossier_page(tr, table, files_section(tr)),
        REPLY: pdf.getvalue(),
        DATA: _json(package, tr, table),
    }
    files[MANIFEST] = manifest(files)
    return files


def write_access_pdf(stream: BinaryIO, package: AccessPackage, tr: Tr) -> None:
    """Write the whole package as one PDF; no text is cut: a long one goes on in the next line."""
    write_register_pdf(stream, with_short_texts(access_table(tr, package), _LONGEST_PRINTED), tr)


def _json(package: AccessPackage, tr: Tr, table: RegisterTable) -> bytes:
    head = {
        "requestRef": package.request.ref,
        "right": RIGHT,
        "language": tr.language,
        "receivedOn": package.request.received_on.isoformat(),
        "madeOn": package.made_on.isoformat(),
    }
    document = {
        "dsr": head,
        "data": [_piece(tr, one) for one in package.released.items],
        "withheld": [
            {**_place(tr, one.item), "masked": one.masked, "reason": one.reason_code}
            for one in package.released.withheld
        ],
        "sections": [
            {"title": one.title, "headings": one.headings, "rows": one.rows}
            for one in table.sections
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _piece(tr: Tr, item: ReviewItem) -> dict[str, object]:
    return {
        **_place(tr, item),
        "value": item.text,
        "origin": item.origin,
        "provenance": provenance(tr, item),
    }


def _place(tr: Tr, item: ReviewItem) -> dict[str, object]:
    return {
        "source": group_title(tr, item),
        "place": place_label(tr, item),
        "what": what_label(tr, item),
        "field": item.field,
        "kind": item.kind,
    }
