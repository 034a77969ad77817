"""The contacts of the company's own lists: found, put in order, and shown a page at a time."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.cells import split_cells
from dsr_desktop.domain.contact_order import ContactOrder, places_to_sort_by, sort_text
from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.keys import KeyKind
from dsr_desktop.domain.person import words
from dsr_desktop.domain.progress import Progress, no_progress
from dsr_desktop.domain.restriction import RowState
from dsr_desktop.domain.row_ids import RowIds
from dsr_desktop.domain.row_title import cells_by_field, title_of
from dsr_desktop.domain.source import Place
from dsr_desktop.services.contact_clocks import contact_lists
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.services.restricted_rows import SetApart, rows_set_apart
from dsr_desktop.services.retention_review import ContactUnderReview, contacts_at
from dsr_desktop.store.contacts import contact_ids, joined_cells, rows_that_begin
from dsr_desktop.store.hits import requests_citing
from dsr_desktop.store.lookup import load_places, rows_with_key
from dsr_desktop.store.sources import read_sheets
from dsr_desktop.store.suppression import blocked_among

_LEAST_FIGURES = 6
_ROWS_BETWEEN_REPORTS = 5_000


@dataclass(frozen=True)
class ContactQuery:
    """Which contacts: of one list or all, whose words begin with what was typed; in which order."""

    text: str = field(default="", repr=False)
    source_id: int | None = None
    order: ContactOrder = ContactOrder.LIST
    descending: bool = False


@dataclass(frozen=True)
class ContactsFound:
    """The rows of the contacts that were asked for, in order, and how many there are in all."""

    ids: RowIds
    total: int


@dataclass(frozen=True)
class ContactSeen:
    """One contact as a line of the list; `apart` tells why it is out of use.

    `is_opposed` tells that it is not to be used for marketing (R-SUP-4).
    """

    row_id: int
    title: str
    email: str
    phone: str
    company: str
    file: str
    sheet: str
    row: int
    apart: tuple[RowState, ...]
    is_opposed: bool


@dataclass(frozen=True)
class ContactDetails:
    """Everything about one contact: its row where it stands, its clock if counted, its requests."""

    seen: ContactSeen
    place: Place
    clock: ContactUnderReview | None
    requests: tuple[str, ...]


@at_one_moment
def find_contacts(
    register: Register, query: ContactQuery, progress: Progress = no_progress
) -> ContactsFound:
    """Return the ids of the contacts asked for; sorting goes through all rows and tells how far it is.

    `progress` may raise CancelledError.
    """
    database = register.database
    everybody = contact_ids(database, query.source_id)
    wanted = _wanted(register, query.text)
    ids = everybody
    if query.order is not ContactOrder.LIST:
        ids = _sorted(register, query.source_id, query.order, len(everybody), progress)
    if wanted is not None:
        ids = RowIds([array("q", (one for one in ids if one in wanted))])
    if query.descending:
        ids = ids.backwards()
    return ContactsFound(ids, len(contact_ids(database)))


@at_one_moment
def contacts_seen(register: Register, row_ids: Sequence[int]) -> tuple[ContactSeen, ...]:
    """Return some contacts in the order of their ids here; those that left the register are left out."""
    places = {one.row.id: one for one in load_places(register.database, frozenset(row_ids))}
    apart = _set_apart(register)
    opposed = blocked_among(register.database, row_ids)
    return tuple(_seen(places[one], apart, opposed) for one in row_ids if one in places)


@at_one_moment
def contact_details(register: Register, row_id: int, today: date) -> ContactDetails | None:
    """Return everything about one contact, None once it has left the register."""
    (place, *_none) = (*load_places(register.database, frozenset({row_id})), None)
    if place is None:
        return None
    seen = _seen(place, _set_apart(register), blocked_among(register.database, [row_id]))
    clocks = contacts_at(register, [row_id], today)
    return ContactDetails(
        seen, place, clocks[0] if clocks else None, requests_citing(register.database, row_id)
    )


def lists_of_contacts(register: Register) -> tuple[tuple[int, str], ...]:
    """Return the id and the name of each list whose rows are contacts."""
    return tuple((one.id or 0, one.name) for one in contact_lists(register))


def _wanted(register: Register, text: str) -> frozenset[int] | None:
    """Return the rows with what was typed, None if nothing was."""
    typed = words(text)
    if not typed:
        return None
    return rows_that_begin(register.database, typed) | _with_number(register, text)


def _with_number(register: Register, text: str) -> frozenset[int]:
    """Return the rows with a phone number, however it is written in them."""
    if sum(map(str.isdecimal, text)) < _LEAST_FIGURES or any(map(str.isalpha, text)):
        return frozenset()
    asked = make_ready(Criteria(phone=(text,)), register.company.country)
    return frozenset(
        rows_with_key(register.database, KeyKind.PHONE, tuple(sorted(asked.phone_tails)))
    )


def _sorted(
    register: Register, source_id: int | None, order: ContactOrder, expected: int,
    progress: Progress,
) -> RowIds:  # fmt: skip
    """Return all ids in an order; the last one asked for is kept until the register changes."""
    database = register.database

    def read() -> RowIds:
        placed = _places_to_sort_by(register, order)
        keyed: list[tuple[str, int]] = []
        for read_so_far, (sheet_id, id_, cells) in enumerate(joined_cells(database, source_id)):
            if not read_so_far % _ROWS_BETWEEN_REPORTS:
                progress(read_so_far, expected, "")
            keyed.append((sort_text(placed[sheet_id], split_cells(cells)), id_))
        keyed.sort()
        return RowIds([array("q", (id_ for _key, id_ in keyed))])

    return database.kept_in_memory("contacts in order", (database.state, source_id, order), read)


def _places_to_sort_by(
    register: Register, order: ContactOrder
) -> dict[int, tuple[tuple[int, ...], ...]]:
    return {
        sheet.id or 0: places_to_sort_by(order, sheet.columns)
        for source in contact_lists(register)
        for sheet in read_sheets(register.database, source.id or 0)
    }


def _set_apart(register: Register) -> SetApart:
    database = register.database
    return database.kept_in_memory("set apart", database.state, lambda: rows_set_apart(register))


def _seen(place: Place, apart: SetApart, opposed: frozenset[int]) -> ContactSeen:
    cell = cells_by_field(place)
    return ContactSeen(
        place.row.id, title_of(place), cell(Field.EMAIL), cell(Field.PHONE), cell(Field.COMPANY),
        place.source.name, place.sheet.name, place.row.n, apart.of(place.row.id),
        place.row.id in opposed,
    )  # fmt: skip
