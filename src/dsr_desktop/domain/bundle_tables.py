"""The tables of a portability bundle: which there are, and what their columns mean (catalogue 6.3)."""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from dsr_desktop.domain.consent_event import SCHEMA_VERSION, ConsentEvent
from dsr_desktop.domain.contact_record import ContactRecord, OtherValue
from dsr_desktop.domain.fields import Field, Origin
from dsr_desktop.domain.portability import BundleContents, Scope

Cell = str | int | list[str] | dict[str, str]
_PD = "https://w3id.org/dpv/pd#"


class CellKind(StrEnum):
    """What the cells of a column hold; the values are types of Table Schema and JSON Schema."""

    STRING = "string"
    INTEGER = "integer"
    ARRAY = "array"
    OBJECT = "object"


@dataclass(frozen=True)
class TableColumn:
    """A column; `term` is the IRI of what it means in the Data Privacy Vocabulary, "" for none."""

    name: str
    kind: CellKind = CellKind.STRING
    term: str = ""


@dataclass(frozen=True)
class Table:
    """A table of the bundle: data/{name}.json and data/{name}.csv, with the same columns.

    `key` is the column that tells its rows apart, "" if there is none.
    """

    name: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


def tables_of(contents: BundleContents) -> tuple[Table, ...]:
    """Return the tables: contacts and further values always, the others where there is anything."""
    scope = contents.scope
    tables = [
        _table("contacts", ContactRecord, scope.contacts, "record_id"),
        _table("other_values", OtherValue, scope.other_values),
    ]
    if messages := tuple(messages_in(scope)):
        tables.append(Table("messages", _MESSAGE_COLUMNS, messages, "message_id"))
    if contents.consents:
        rows = tuple(_consent_row(contents, one) for one in contents.consents)
        tables.append(Table("consents", _CONSENT_COLUMNS, rows, "record_id"))
    return tuple(tables)


def messages_in(scope: Scope) -> Iterator[tuple[Cell, ...]]:
    """Yield what the person wrote, in a form or a mail, each with the record that it stands in."""
    further: dict[str, list[OtherValue]] = {}
    for one in scope.other_values:
        if one.field == Field.NOTE and one.origin is Origin.PROVIDED:
            further.setdefault(one.record_id, []).append(one)
    for contact in scope.contacts:
        texts = [contact.note] if contact.note and contact.origin is Origin.PROVIDED else []
        texts += [one.value for one in further.get(contact.record_id, ())]
        for number, text in enumerate(texts, 1):
            yield (f"{contact.record_id}-{number}", contact.record_id, contact.collected_on,
                   contact.channel, text, str(Origin.PROVIDED), contact.legal_basis,
                   contact.source_file, contact.source_sheet, contact.source_row)  # fmt: skip


def _table(
    name: str,
    kind: type[ContactRecord | OtherValue],
    records: Iterable[ContactRecord | OtherValue],
    key: str = "",
) -> Table:
    names = [column.name for column in dataclasses.fields(kind)]
    rows = tuple(tuple(getattr(one, column) for column in names) for one in records)
    return Table(name, _columns(*names), rows, key)


def _columns(*names: str) -> tuple[TableColumn, ...]:
    return tuple(
        TableColumn(name, _KINDS.get(name, CellKind.STRING), _TERMS.get(name, "")) for name in names
    )


def _consent_row(contents: BundleContents, event: ConsentEvent) -> tuple[Cell, ...]:
    controller = {"name": contents.company, "id": "", "contact": contents.dpo_contact}
    purposes = [event.purpose] if event.purpose else []
    when = event.on.isoformat() if event.on else ""
    return (SCHEMA_VERSION, event.record_id, contents.ref, event.notice, "", purposes, [], [],
            controller, event.proof, str(event.state), when, "", contents.company)  # fmt: skip


_KINDS = {
    "source_row": CellKind.INTEGER, "purposes": CellKind.ARRAY, "personal_data": CellKind.ARRAY,
    "recipients": CellKind.ARRAY, "controller": CellKind.OBJECT,
}  # fmt: skip
_TERMS = {
    "name": f"{_PD}Name", "given_name": f"{_PD}Name", "family_name": f"{_PD}Name",
    "email": f"{_PD}EmailAddress", "phone": f"{_PD}TelephoneNumber",
    "phone_raw": f"{_PD}TelephoneNumber", "address": f"{_PD}Contact",
    "identifier": f"{_PD}Identifier",
}  # fmt: skip
_MESSAGE_COLUMNS = _columns(
    "message_id", "record_id", "received_on", "channel", "text", "origin", "legal_basis",
    "source_file", "source_sheet", "source_row",
)  # fmt: skip
_CONSENT_COLUMNS = _columns(
    "schema_version", "record_id", "pii_principal_id", "notice", "language", "purposes",
    "personal_data", "recipients", "controller", "event_type", "event_state", "event_time",
    "validity_duration", "entity_id",
)  # fmt: skip
"""The names of ISO/IEC TS 27560:2023; `event_type` is the column or text by which one knows."""
