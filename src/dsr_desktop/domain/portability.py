"""Decides what a portability bundle holds and what it leaves out, and why (GDPR art. 20)."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dsr_desktop.domain.activity import Activity
from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.consent_event import ConsentEvent
from dsr_desktop.domain.contact_record import (
    PROVENANCE_FIELDS,
    ContactRecord,
    OtherValue,
    Value,
    first_of_each,
    make_record,
)
from dsr_desktop.domain.fields import Origin, usual_origin
from dsr_desktop.domain.headers import Column
from dsr_desktop.domain.notes import NoteKind
from dsr_desktop.domain.own_names import Share, own_names
from dsr_desktop.domain.own_texts import text_names_another
from dsr_desktop.domain.own_values import own_values
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.skipped_columns import skipped_in
from dsr_desktop.domain.source import Place
from dsr_desktop.domain.unsettled import UnknownOrigin, UnsettledOriginError, check_bases_settled

PORTABLE_BASES = frozenset({"6(1)(a)", "9(2)(a)", "6(1)(b)"})
PORTABLE_ORIGINS = frozenset({Origin.PROVIDED, Origin.OBSERVED})


class ExclusionReason(StrEnum):
    """Why a value stays out; all but the last two are reason codes of an answer (catalogue 1.4)."""

    BASIS = "A20_1_basis"
    INFERRED = "A20_1_inferred"
    OTHERS = "A20_4"
    UNKNOWN_ORIGIN = "origin_unknown"
    NOT_STORED = "not_stored"


@dataclass(frozen=True)
class Exclusion:
    """A column of which `values` cells were left out, in whole or in part; `column` counts from 1.

    Of one that was skipped at the import (NOT_STORED) `values` is 0: nobody here knows what it holds.
    """

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
    """Everything that the files of a bundle say; `country` (ISO 3166) is the controller's.

    `id` (UUID) and `created` (RFC 3339) are what tells two bundles of the same contents apart.
    `has_byte_order_mark`: the CSV files begin with one, for old spreadsheet programs.
    """

    ref: str
    company: str
    country: str
    dpo_name: str
    dpo_contact: str
    made_on: date
    scope: Scope
    consents: tuple[ConsentEvent, ...] = ()
    id: str = ""
    created: str = ""
    has_byte_order_mark: bool = False


def decide_scope(
    places: Iterable[Place],
    activities: Iterable[Activity],
    asked: Asked,
    withheld: Collection[int | None] = (),
) -> Scope:
    """Take what was provided or observed under consent or contract; list all the rest.

    `places` are confirmed rows. Nobody else's data goes in (art. 20(4)): nothing of the rows whose
    ids are `withheld`, which are about somebody else and merely mention the person or may be
    several people's, and of the others only what is the person's own as far as `asked` tells.
    Raises UnsettledBasisError while the legal basis of another row is not settled, and
    UnsettledOriginError while nobody said who the values of a column come from (R-PORT-1).
    """
    confirmed, known = tuple(places), {one.code: one for one in activities}
    rows = [place for place in confirmed if place.row.id not in withheld]
    check_bases_settled([row.source for row in rows], known)
    bases = {code: one.legal_basis for code, one in known.items()}
    looked = [_look(row, bases[row.source.activity or ""], asked) for row in rows]
    if blocking := _unknown_in(looked):
        raise UnsettledOriginError(blocking)
    parts = [_decide_row(one, asked) for one in looked]
    parts += [_withhold(place) for place in confirmed if place.row.id in withheld]
    sheets = {row.sheet.id: row for row in rows}
    parts += [Scope((), (), tuple(_not_stored(row))) for row in sheets.values()]
    return Scope(
        tuple(sorted((one for part in parts for one in part.contacts), key=_by_record)),
        tuple(sorted((one for part in parts for one in part.other_values), key=_by_record)),
        _add_up(one for part in parts for one in part.excluded),
    )


@dataclass(frozen=True)
class _Cell:
    """A filled cell: what of it is the person's, and whether the rest is somebody else's."""

    column: Column
    values: tuple[Value, ...]
    is_cut: bool = False


@dataclass(frozen=True)
class _Looked:
    """A row, the legal basis it is kept on, and its filled cells."""

    place: Place
    basis: str
    cells: tuple[_Cell, ...]


def unknown_origins(
    places: Iterable[Place],
    activities: Iterable[Activity],
    asked: Asked,
    withheld: Collection[int | None] = (),
) -> tuple[UnknownOrigin, ...]:
    """Return the columns that keep a bundle of these rows from being built, sorted by place.

    Those are the columns with a value that consent or contract would let in, of which nobody said
    who it comes from (R-PORT-1). Rows whose legal basis is not settled are passed over.
    """
    bases = {one.code: one.legal_basis for one in activities if one.confirmed}
    kept = (place for place in places if place.row.id not in withheld)
    return _unknown_in(_look(one, bases.get(one.source.activity or "", ""), asked) for one in kept)


def _unknown_in(looked: Iterable[_Looked]) -> tuple[UnknownOrigin, ...]:
    unknown = {
        UnknownOrigin.of(row.place, cell.column)
        for row in looked
        if row.basis in PORTABLE_BASES
        for cell in row.cells
        if any(value.column.origin is None for value in cell.values)
    }
    return tuple(sorted(unknown))


def _look(place: Place, basis: str, asked: Asked) -> _Looked:
    shares = _shares(place, asked) if basis in PORTABLE_BASES else {}
    cells = (_cell(column, text, shares.get(column.number)) for column, text in _filled(place))
    return _Looked(place, basis, tuple(cells))


def _decide_row(looked: _Looked, asked: Asked) -> Scope:
    place, basis, cells = looked.place, looked.basis, looked.cells
    reasons = {cell: _reason_against(cell, basis) for cell in cells}
    portable = [value for cell in cells for value in cell.values if _is_portable(value, basis)]
    # Where and when a value was collected goes with it, whoever noted that (R-PORT-2).
    said = [value for cell in cells for value in cell.values] if portable else []
    about = tuple(first_of_each(said, PROVENANCE_FIELDS).values())
    left_out = (
        _exclusion(place, cell.column, reason)
        for cell, reason in reasons.items()
        if reason is not None and set(cell.values).isdisjoint(about)
    )
    excluded = (*left_out, *_left_out_notes(place))
    if not portable:
        return Scope((), (), excluded)
    contact, others = make_record(place, basis, portable, about, asked.country)
    return Scope((contact,), others, excluded)


def _shares(place: Place, asked: Asked) -> dict[int, Share]:
    """Return what of each cell is hers; nothing of a text that would go in and names another."""
    row = Row.at(place)
    names = own_names(asked, row)
    texts = (
        column.number
        for column, text in _filled(place)
        if (column.origin in PORTABLE_ORIGINS or column.field in PROVENANCE_FIELDS)
        and text_names_another(asked, row, column.number, text, names)
    )
    return dict.fromkeys(texts, Share(())) | own_values(asked, row)


def _withhold(place: Place) -> Scope:
    columns = (column for column, _text in _filled(place))
    excluded = (_exclusion(place, column, ExclusionReason.OTHERS) for column in columns)
    return Scope((), (), tuple(excluded))


def _filled(place: Place) -> Iterator[tuple[Column, str]]:
    """Yield the filled cells; of one beyond the known columns nobody knows the origin."""
    columns = {column.number: column for column in place.sheet.columns}
    for number, text in enumerate(place.row.all_cells, 1):
        if text.strip():
            yield columns.get(number) or Column(number, "", None), text


def _cell(column: Column, text: str, share: Share | None) -> _Cell:
    if share is None:
        return _Cell(column, (Value(column, text),))
    meant = column
    if share.meaning is not None:
        origin = column.origin or usual_origin(share.meaning)
        meant = replace(column, field=share.meaning, origin=origin)
    return _Cell(column, tuple(Value(meant, part) for part in share.texts), share.is_cut)


def _is_portable(value: Value, basis: str) -> bool:
    return basis in PORTABLE_BASES and value.column.origin in PORTABLE_ORIGINS


def _reason_against(cell: _Cell, basis: str) -> ExclusionReason | None:
    if basis not in PORTABLE_BASES:
        return ExclusionReason.BASIS
    if cell.is_cut:
        return ExclusionReason.OTHERS
    is_hers = all(_is_portable(value, basis) for value in cell.values)
    return None if is_hers else ExclusionReason.INFERRED


def _left_out_notes(place: Place) -> Iterator[Exclusion]:
    """List comments, which staff wrote, and links, of which nobody knows who set them."""
    columns = {column.number: column for column in place.sheet.columns}
    for note in place.row.notes:
        if reason := _NOTES_OUT.get(note.kind):
            column = columns.get(note.column) or Column(note.column, "", None)
            yield replace(_exclusion(place, column, reason), field=str(note.kind))


def _not_stored(place: Place) -> Iterator[Exclusion]:
    """List the columns of a row's sheet that the user skipped at the import."""
    for column in skipped_in(place.sheet.columns):
        yield replace(_exclusion(place, column, ExclusionReason.NOT_STORED), values=0)


_NOTES_OUT = {
    NoteKind.COMMENT: ExclusionReason.INFERRED,
    NoteKind.LINK: ExclusionReason.UNKNOWN_ORIGIN,
}


def _exclusion(place: Place, column: Column, reason: ExclusionReason) -> Exclusion:
    file, sheet, field = place.source.name, place.sheet.name, str(column.field or "")
    return Exclusion(file, sheet, column.number, column.header, field, reason, values=1)


def _add_up(exclusions: Iterable[Exclusion]) -> tuple[Exclusion, ...]:
    counted = Counter(exclusions)
    summed = (replace(one, values=one.values * n) for one, n in counted.items())
    return tuple(sorted(summed, key=_by_place))


def _by_place(one: Exclusion) -> tuple[str, str, int, str, str]:
    return one.file, one.sheet, one.column, one.header, one.reason


def _by_record(one: ContactRecord | OtherValue) -> str:
    return one.record_id
