"""The JSON documents of the company's records; their keys are described in docs/json.md."""

from dataclasses import fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING

from dsr_desktop.domain.consent import Consent
from dsr_desktop.domain.notice import Notice
from dsr_desktop.domain.policy_version import PolicyUse
from dsr_desktop.domain.processing import ProcessingActivity
from dsr_desktop.domain.register_import import ImportedRequest
from dsr_desktop.services.consents import ConsentFound
from dsr_desktop.services.disclosures import Disclosed
from dsr_desktop.services.recipients import RecipientView
from dsr_desktop.services.register_imports import RegisterPreview
from dsr_desktop.wording.errors import word_sentence
from dsr_desktop.wording.language import Tr

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Document = dict[str, object]
_KEPT_INSIDE = frozenset({"digests"})


def record_document(record: "DataclassInstance") -> Document:
    """Return a record by the names of its fields; keyed hashes stay inside the register."""
    return {
        one.name: _plain(getattr(record, one.name))
        for one in fields(record)
        if one.name not in _KEPT_INSIDE
    }


def recipient_document(view: RecipientView) -> Document:
    """Shape of each entry of `recipients`."""
    return {
        **record_document(view.recipient),
        "gaps": [str(gap) for gap in view.gaps],
        "received": [one.id for one in view.received],
    }


def disclosed_document(one: Disclosed) -> Document:
    """Shape of each entry of `disclosures`."""
    warning = one.warning and str(one.warning)
    return {**record_document(one.disclosure), "recipient": one.recipient.name, "warning": warning}


def consent_document(consent: Consent, found: ConsentFound | None = None) -> Document:
    """Shape of each entry of `consents`; with the row that it was read from."""
    document = record_document(consent)
    if found is None or found.place is None:
        return document
    place = found.place
    where = {"file": place.source.path, "sheet": place.sheet.name, "row": place.row.n}
    return {**document, "id": None, **where}


def policy_document(use: PolicyUse) -> Document:
    """Shape of each entry of `policies`."""
    version = record_document(use.recorded) if use.recorded else None
    return {"name": use.name, "recorded": version, "sources": [one.id for one in use.sources]}


def processing_document(entry: ProcessingActivity) -> Document:
    """Shape of each entry of `activities show`."""
    return {
        **record_document(entry.activity),
        "details": {str(detail): text for detail, text in entry.details.items()},
        "proposed": sorted(str(one) for one in entry.proposed),
        "recipients": [one.name for one in entry.recipients],
    }


def preview_document(tr: Tr, preview: RegisterPreview) -> Document:
    """Shape of `registers preview` and `registers import`."""
    return {
        "register": str(preview.kind),
        "sheet": preview.sheet,
        "header_row": preview.header_row,
        "columns": [{"title": title, "column": one} for title, one in preview.columns],
        "entries": len(preview.entries),
        "requests": [
            {"row": one.row, "former": one.former, "received_on": str(one.request.received_on),
             "rights": [str(item.right) for item in one.request.items],
             "stage": str(one.request.stage)}
            for one in preview.entries if isinstance(one, ImportedRequest)
        ],
        "problems": worded(tr, preview.problems),
        "warnings": worded(tr, preview.warnings),
        "other_sheets": list(preview.other_sheets),
    }  # fmt: skip


def worded(tr: Tr, notices: tuple[Notice, ...]) -> list[str]:
    """Word each notice."""
    return [word_sentence(tr, one.sentence, one.details) for one in notices]


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return record_document(value)
    return str(value) if isinstance(value, str) else value
