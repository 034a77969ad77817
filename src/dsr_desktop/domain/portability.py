"""Decides what a portability bundle holds and what it leaves out, and why (GDPR art. 20)."""

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.activity import Activity
from dsr_desktop.domain.dates import days_meant
from dsr_desktop.domain.errors import NotAllowedError
from dsr_desktop.domain.fields import Field, Origin
from dsr_desktop.domain.headers import Column
from dsr_desktop.domain.key_columns import is_kept_for_somebody_else
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.notes import NoteKind
from dsr_desktop.domain.person import canonical_phone, emails_in, phones_in
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.source import Place, Source

PORTABLE_BASES = frozenset({"6(1)(a)", "9(2)(a)", "6(1)(b)"})
PORTABLE_ORIGINS = frozenset({Origin.PROVIDED, Origin.OBSERVED})


class ExclusionReason(StrEnum):
    """Why a value stays out; all but the last are reason codes of an answer (catalogue 1.4)."""

    BASIS = "A20_1_basis"
    INFERRED = "A20_1_inferred"
    OTHERS = "A20_4"
    UNKNOWN_ORIGIN = "origin_unknown"


@dataclass(frozen=True, kw_only=True)
class ContactRecord:
    """One row about the person; the attributes are the columns of the table, in their order.

    `phone` is E.164, `phone_raw` as written; what the row does not have is empty.
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
class Exclusion:
    """A column of which `values` cells were left out; `column` counts from 1."""

    file: str
    sheet: str
    column: int
    header: str
    field: str
    reason: ExclusionReason
    values: int


@dataclass(frozen=True)
class Scope:
    """What goes in, sorted by record, and what stays out, sorted by place."""

    contacts: tuple[ContactRecord, ...]
    other_values: tuple[OtherValue, ...]
    excluded: tuple[Exclusion, ...]


@dataclass(frozen=True)
class BundleContents:
    """Everything that the files of a bundle say; `country` (ISO 3166) is the controller's."""

    ref: str
    company: str
    country: str
    dpo_name: str
    dpo_contact: str
    made_on: date
    scope: Scope


def decide_scope(
    places: Iterable[Place],
    activities: Iterable[Activity],
    country: str,
    mentions: Collection[int | None] = (),
    asked_keys: Collection[str] = (),
) -> Scope:
    """Take what was provided or observed under consent or contract; list all the rest.

    `places` are confirmed rows, `country` (ISO 3166) is where their phone numbers are dialled,
    `mentions` are the ids of the rows that are about somebody else and merely mention the person:
    nothing of them goes in (art. 20(4)), and neither does an e-mail or phone that a row keeps for
    somebody else, unless it is one of `asked_keys` (canonical), which are the person's own. Raises
    NotAllowedError while the legal basis of another row is not settled (R-PORT-1).
    """
    confirmed, known = tuple(places), {one.code: one for one in activities}
    rows = [place for place in confirmed if place.row.id not in mentions]
    _check_bases_settled([row.source for row in rows], known)
    own_keys = frozenset(asked_keys)
    bases = {code: one.legal_basis for code, one in known.items()}
    parts = [_decide_row(row, bases[row.source.activity or ""], country, own_keys) for row in rows]
    parts += [_decide_mention(place) for place in confirmed if place.row.id in mentions]
    return Scope(
        tuple(sorted((one for part in parts for one in part.contacts), key=_by_record)),
        tuple(sorted((one for part in parts for one in part.other_values), key=_by_record)),
        _add_up(one for part in parts for one in part.excluded),
    )


def unsettled_sources(
    sources: Iterable[Source], activities: Iterable[Activity]
) -> tuple[Source, ...]:
    """Return the sources whose legal basis is not settled, each once, in the order of their ids.

    It is settled once the DPO has confirmed the activity that the source is kept under (R-PORT-1).
    """
    settled = {one.code for one in activities if one.confirmed}
    left = {one.id or 0: one for one in sources if one.activity not in settled}
    return tuple(left[id_] for id_ in sorted(left))


def record_id(place: Place) -> str:
    """Name a row by file content, sheet and row number: the same each time a bundle is built."""
    where = json.dumps([place.source.sha256, place.sheet.name, place.row.n])
    return hashlib.sha256(where.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class _Value:
    column: Column
    text: str


_CONTACT_FIELDS = (
    Field.NAME, Field.GIVEN_NAME, Field.FAMILY_NAME, Field.EMAIL, Field.PHONE, Field.COMPANY,
    Field.ADDRESS, Field.POSTCODE, Field.CITY, Field.BIRTH_DATE, Field.IDENTIFIER, Field.NOTE,
)  # fmt: skip
_PROVENANCE_FIELDS = (Field.COLLECTED_ON, Field.CHANNEL)


def _check_bases_settled(sources: Iterable[Source], known: Mapping[str, Activity]) -> None:
    blocking = unsettled_sources(sources, known.values())
    if blocking:
        raise NotAllowedError(
            mark(
                "The legal basis of {files} is not settled: no activity is named, or the DPO has "
                "not confirmed it. Say which it is, for example with {commands}."
            ),
            files=", ".join(one.name for one in blocking),
            commands=", ".join(dict.fromkeys(_next_step(one, known) for one in blocking)),
        )


def _next_step(source: Source, known: Mapping[str, Activity]) -> str:
    """Write the command that settles the basis: confirm the activity, or name one."""
    if source.activity in known:
        return f"`activities confirm {source.activity}`"
    return f"`sources activity {source.id} PA3`"


def _decide_row(place: Place, basis: str, country: str, own_keys: Set[str]) -> Scope:
    somebody_elses = _of_somebody_else(place, country, own_keys)
    reasons = {value: _reason_against(value, basis, somebody_elses) for value in _values(place)}
    portable = [value for value, reason in reasons.items() if reason is None]
    # Where and when a value was collected goes with it, whoever noted that (R-PORT-2).
    about = _first_of_each(reasons, _PROVENANCE_FIELDS) if portable else {}
    left_out = (
        _exclusion(place, value.column, reason)
        for value, reason in reasons.items()
        if reason is not None and value not in about.values()
    )
    excluded = (*left_out, *_left_out_notes(place))
    if not portable:
        return Scope((), (), excluded)
    origin = _leading_origin(portable)
    leading = [one for one in portable if one.column.origin is origin]
    chosen = _first_of_each(leading, _CONTACT_FIELDS)
    placed = (*chosen.values(), *about.values())
    contact = ContactRecord(
        record_id=record_id(place),
        origin=origin,
        legal_basis=basis,
        activity_id=place.source.activity or "",
        source_file=place.source.name,
        source_sheet=place.sheet.name,
        source_row=place.row.n,
        **_contact_texts(chosen, country),
        **_provenance_texts(place.source, about),
    )
    rest = (one for one in portable if one not in placed)
    others = tuple(other for one in rest for other in _other_values(contact, one, country))
    return Scope((contact,), others, excluded)


def _decide_mention(place: Place) -> Scope:
    columns = (value.column for value in _values(place))
    excluded = (_exclusion(place, column, ExclusionReason.OTHERS) for column in columns)
    return Scope((), (), tuple(excluded))


def _values(place: Place) -> tuple[_Value, ...]:
    """Return the filled cells; of one beyond the known columns nobody knows the origin."""
    columns = {column.number: column for column in place.sheet.columns}
    return tuple(
        _Value(columns.get(number) or Column(number, "", None), text)
        for number, text in enumerate(place.row.cells, 1)
        if text.strip()
    )


def _of_somebody_else(place: Place, country: str, own_keys: Set[str]) -> frozenset[_Value]:
    """Return the e-mails and phones that the row keeps for somebody else (art. 20(4))."""
    row = Row.at(place)

    def is_somebody_elses(value: _Value) -> bool:
        if not is_kept_for_somebody_else(row, value.column.number):
            return False
        keys = _keys_in(value.text, country)
        return not (keys and keys <= own_keys)

    return frozenset(filter(is_somebody_elses, _values(place)))


def _keys_in(text: str, country: str) -> set[str]:
    """Return the e-mails and phones of a text in canonical form, what is none as it is."""
    numbers = (canonical_phone(written, country) or written for written in phones_in(text))
    return {*emails_in(text), *numbers}


def _reason_against(
    value: _Value, basis: str, somebody_elses: Set[_Value]
) -> ExclusionReason | None:
    column = value.column
    if basis not in PORTABLE_BASES:
        return ExclusionReason.BASIS
    if value in somebody_elses:
        return ExclusionReason.OTHERS
    if column.origin is None:
        return ExclusionReason.UNKNOWN_ORIGIN
    return None if column.origin in PORTABLE_ORIGINS else ExclusionReason.INFERRED


def _left_out_notes(place: Place) -> Iterator[Exclusion]:
    """List comments, which staff wrote, and links, of which nobody knows who set them."""
    columns = {column.number: column for column in place.sheet.columns}
    for note in place.row.notes:
        if reason := _NOTES_OUT.get(note.kind):
            column = columns.get(note.column) or Column(note.column, "", None)
            yield replace(_exclusion(place, column, reason), field=str(note.kind))


_NOTES_OUT = {
    NoteKind.COMMENT: ExclusionReason.INFERRED,
    NoteKind.LINK: ExclusionReason.UNKNOWN_ORIGIN,
}


def _exclusion(place: Place, column: Column, reason: ExclusionReason) -> Exclusion:
    file, sheet, field = place.source.name, place.sheet.name, str(column.field or "")
    return Exclusion(file, sheet, column.number, column.header, field, reason, values=1)


def _first_of_each(values: Iterable[_Value], fields: Collection[Field]) -> dict[Field, _Value]:
    found: dict[Field, _Value] = {}
    for value in values:
        field = value.column.field
        if field in fields and field is not None:
            found.setdefault(field, value)
    return found


def _leading_origin(values: Sequence[_Value]) -> Origin:
    """Choose the origin of the record as a whole; values of the other one are listed beside it."""
    of_contact = [one for one in values if one.column.field in _CONTACT_FIELDS] or values
    origins = {one.column.origin for one in of_contact}
    return Origin.PROVIDED if Origin.PROVIDED in origins else Origin.OBSERVED


def _contact_texts(chosen: Mapping[Field, _Value], country: str) -> dict[str, str]:
    texts = {str(field): value.text for field, value in chosen.items()}
    if phone := chosen.get(Field.PHONE):
        texts |= {"phone": canonical_phone(phone.text, country) or "", "phone_raw": phone.text}
    return texts


def _provenance_texts(source: Source, about: Mapping[Field, _Value]) -> dict[str, str]:
    collected, channel = about.get(Field.COLLECTED_ON), about.get(Field.CHANNEL)
    return {
        "collected_on": _iso_day(collected.text) if collected else source.collected_on or "",
        "channel": channel.text if channel else source.channel or "",
    }


def _iso_day(text: str) -> str:
    days = days_meant(text)
    return next(iter(days)).isoformat() if len(days) == 1 else text


def _other_values(contact: ContactRecord, value: _Value, country: str) -> Iterator[OtherValue]:
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


def _add_up(exclusions: Iterable[Exclusion]) -> tuple[Exclusion, ...]:
    counted = Counter(exclusions)
    summed = (replace(one, values=n) for one, n in counted.items())
    return tuple(sorted(summed, key=_by_place))


def _by_place(one: Exclusion) -> tuple[str, str, int, str, str]:
    return one.file, one.sheet, one.column, one.header, one.reason


def _by_record(one: ContactRecord | OtherValue) -> str:
    return one.record_id
