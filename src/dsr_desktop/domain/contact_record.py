"""The record of a person that a row becomes in a portability bundle (GDPR art. 20)."""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dsr_desktop.domain.dates import days_meant
from dsr_desktop.domain.fields import Field, Origin
from dsr_desktop.domain.headers import Column
from dsr_desktop.domain.person import canonical_phone
from dsr_desktop.domain.source import Place, Source

CONTACT_FIELDS = (
    Field.NAME, Field.GIVEN_NAME, Field.FAMILY_NAME, Field.EMAIL, Field.PHONE, Field.COMPANY,
    Field.ADDRESS, Field.POSTCODE, Field.CITY, Field.BIRTH_DATE, Field.IDENTIFIER, Field.NOTE,
)  # fmt: skip
PROVENANCE_FIELDS = (Field.COLLECTED_ON, Field.CHANNEL)


@dataclass(frozen=True, kw_only=True)
class ContactRecord:
    """One row about the person; the attributes are the columns of the table, in their order.

    `phone` is E.164, `phone_raw` as written; what the row does not have is empty. Names, e-mail and
    phone are the person's own: of a cell that holds other people's too, her part exactly as written.
    """

    record_id: str
    name: str = ""
    given_name: str = ""
    family_name: str = ""
    email: str = ""
    phone: str = ""
    phone_raw: str = ""
    company: str = ""
    address: str = ""
    postcode: str = ""
    city: str = ""
    birth_date: str = ""
    identifier: str = ""
    note: str = ""
    collected_on: str = ""
    channel: str = ""
    origin: Origin
    legal_basis: str
    activity_id: str
    source_file: str
    source_sheet: str
    source_row: int


@dataclass(frozen=True)
class OtherValue:
    """A value that a contact record has no room for: a further e-mail, an unusual column."""

    record_id: str
    field: str
    header: str
    value: str
    origin: Origin
    legal_basis: str


@dataclass(frozen=True)
class Value:
    """A text under its column: a whole cell, or the part of one that is the person's."""

    column: Column
    text: str


def record_id(place: Place) -> str:
    """Name a row by file content, sheet and row number: the same each time a bundle is built."""
    where = json.dumps([place.source.sha256, place.sheet.name, place.row.n])
    return hashlib.sha256(where.encode()).hexdigest()[:16]


def make_record(
    place: Place, basis: str, portable: Sequence[Value], about: Sequence[Value], country: str
) -> tuple[ContactRecord, tuple[OtherValue, ...]]:
    """Put values of a row in their places; what has no place there comes as other values.

    `basis` is the legal basis, `about` says where and when the values were collected, `country`
    (ISO 3166) is where their phone numbers are dialled.
    """
    origin = _leading_origin(portable)
    leading = [one for one in portable if one.column.origin is origin]
    chosen = first_of_each(leading, CONTACT_FIELDS)
    provenance = first_of_each(about, PROVENANCE_FIELDS)
    placed = (*chosen.values(), *provenance.values())
    contact = ContactRecord(
        record_id=record_id(place),
        origin=origin,
        legal_basis=basis,
        activity_id=place.source.activity or "",
        source_file=place.source.name,
        source_sheet=place.sheet.name,
        source_row=place.row.n,
        **_contact_texts(chosen, country),
        **_provenance_texts(place.source, provenance),
    )
    rest = (one for one in portable if one not in placed)
    return contact, tuple(other for one in rest for other in _other_values(contact, one, country))


def first_of_each(values: Iterable[Value], fields: Collection[Field]) -> dict[Field, Value]:
    """Return the first value of each of `fields`."""
    found: dict[Field, Value] = {}
    for value in values:
        field = value.column.field
        if field in fields and field is not None:
            found.setdefault(field, value)
    return found


def _leading_origin(values: Sequence[Value]) -> Origin:
    """Choose the origin of the record as a whole; values of the other one are listed beside it."""
    of_contact = [one for one in values if one.column.field in CONTACT_FIELDS] or values
    origins = {one.column.origin for one in of_contact}
    return Origin.PROVIDED if Origin.PROVIDED in origins else Origin.OBSERVED


def _contact_texts(chosen: Mapping[Field, Value], country: str) -> dict[str, str]:
    texts = {str(field): value.text for field, value in chosen.items()}
    if phone := chosen.get(Field.PHONE):
        texts |= {"phone": canonical_phone(phone.text, country) or "", "phone_raw": phone.text}
    return texts


def _provenance_texts(source: Source, about: Mapping[Field, Value]) -> dict[str, str]:
    collected, channel = about.get(Field.COLLECTED_ON), about.get(Field.CHANNEL)
    return {
        "collected_on": _iso_day(collected.text) if collected else source.collected_on or "",
        "channel": channel.text if channel else source.channel or "",
    }


def _iso_day(text: str) -> str:
    days = days_meant(text)
    return next(iter(days)).isoformat() if len(days) == 1 else text


def _other_values(contact: ContactRecord, value: Value, country: str) -> Iterator[OtherValue]:
    """Name a value as the contact columns do; a phone number is given twice, as there."""
    column = value.column
    named = [(str(column.field or ""), value.text)]
    if column.field is Field.PHONE:
        canonical = canonical_phone(value.text, country)
        named = [("phone", canonical)] if canonical else []
        named.append(("phone_raw", value.text))
    for field, text in named:
        origin = column.origin or contact.origin
        yield OtherValue(contact.record_id, field, column.header, text, origin, contact.legal_basis)
