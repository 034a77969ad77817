"""Where a hit stands in the register: its row with headers, and the rows beside it."""

from collections.abc import Iterable

from dsr_desktop.domain.hit import Hit
from dsr_desktop.domain.source import Place, StoredRow
from dsr_desktop.services.register import Register
from dsr_desktop.store.lookup import load_places
from dsr_desktop.store.lookup import neighbours as rows_around
from dsr_desktop.store.suppression import blocked_among


def places_of(register: Register, hits: Iterable[Hit]) -> dict[int, Place]:
    """Return the rows of `hits` by hit id; a hit whose row left the register has none."""
    wanted = {hit.row_id: hit for hit in hits if hit.row_id is not None}
    places = load_places(register.database, set(wanted))
    return {wanted[place.row.id].id: place for place in places if wanted[place.row.id].cites(place)}


def neighbours(register: Register, row: StoredRow) -> tuple[StoredRow, ...]:
    """Return the row above, `row` itself and the row below, for checking by eye."""
    return rows_around(register.database, row)


def not_for_marketing(register: Register, places: Iterable[Place]) -> frozenset[int]:
    """Return the ids of those rows that are not to be used for marketing (R-SUP-4)."""
    return blocked_among(register.database, [place.row.id for place in places])
