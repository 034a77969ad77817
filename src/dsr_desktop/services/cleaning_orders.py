"""Decides for each file of a request which rows and cells are to go, and what is left to its owner."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dsr_desktop.domain.asked import Asked
from dsr_desktop.domain.cleaning import ByHand, Columns, Obstacle, Order, Orders, by_sheet
from dsr_desktop.domain.errors import NotFoundError
from dsr_desktop.domain.hit import Hit, Verdict
from dsr_desktop.domain.marking import mark
from dsr_desktop.domain.own_names import own_names
from dsr_desktop.domain.request import Request
from dsr_desktop.domain.row import Row
from dsr_desktop.domain.source import Place, Source
from dsr_desktop.domain.traces import Left
from dsr_desktop.services.places_to_read import PlaceToRead
from dsr_desktop.services.register import Register
from dsr_desktop.services.row_context import places_of
from dsr_desktop.services.shared_rows import may_be_several_peoples


@dataclass(frozen=True)
class ChosenCells:
    """The cells of a hit's row that are to be emptied, by column from 1; the others stay."""

    hit: int
    columns: frozenset[int]


@dataclass(frozen=True)
class Ordered:
    """What is to go from one version of a file, and the rows that its owner has to see to."""

    source: Source
    orders: Orders
    by_hand: tuple[ByHand, ...]

    def keeps(self, left: Iterable[Left]) -> bool:
        """Tell whether what is left stands only in rows of which cells were chosen to stay."""
        return all(self._is_kept(one) for one in left)

    def _is_kept(self, left: Left) -> bool:
        columns: Columns = self.orders.get(left.sheet, {}).get(left.row)
        return columns is not None


def orders_for(
    register: Register,
    request: Request,
    places: Sequence[PlaceToRead],
    chosen: Sequence[ChosenCells],
    asked: Asked,
) -> list[tuple[PlaceToRead, dict[str, Ordered]]]:
    """Return for each place what is to go from the file there, by the hash of its version.

    Raises NotFoundError for chosen cells of a hit that is not confirmed for this request.
    """
    hits = {
        hit.id: hit for place in places for hit in place.hits if hit.verdict is Verdict.CONFIRMED
    }
    cells = {one.hit: one.columns for one in chosen}
    if unknown := set(cells) - set(hits):
        raise NotFoundError(
            mark("{ref} has no confirmed hit number {number}. The list of its hits has the numbers."),
            ref=request.ref, number=min(unknown),
        )  # fmt: skip
    return [(place, _ordered(register, place, cells, asked)) for place in places]


def _ordered(
    register: Register, place: PlaceToRead, cells: Mapping[int, frozenset[int]], asked: Asked
) -> dict[str, Ordered]:
    found: dict[str, Ordered] = {}
    for source in place.versions:
        hits = [one for one in place.hits
                if one.source_id == source.id and one.verdict is Verdict.CONFIRMED]  # fmt: skip
        rows = places_of(register, hits)
        told = [_told(hit, rows[hit.id], cells, asked) for hit in hits if hit.id in rows]
        if told:
            orders = by_sheet(one for one in told if isinstance(one, Order))
            by_hand = tuple(one for one in told if isinstance(one, ByHand))
            found[source.sha256 or ""] = Ordered(source, orders, by_hand)
    return found


def _told(
    hit: Hit, place: Place, cells: Mapping[int, frozenset[int]], asked: Asked
) -> Order | ByHand:
    """Order a row away, or the cells chosen of it; what is somebody else's too is left to its owner."""
    sheet, n = place.sheet.name, place.row.n
    if hit.id in cells:
        return Order(sheet, n, cells[hit.id])
    if is_somebody_elses(hit, place, asked):
        return ByHand(sheet, n, Obstacle.OTHERS_ROW)
    return Order(sheet, n)


def is_somebody_elses(hit: Hit, place: Place, asked: Asked) -> bool:
    """Tell whether a row is somebody else's too, so that it is never taken out whole."""
    is_shared = may_be_several_peoples(place) or own_names(asked, Row.at(place)).several
    return hit.is_only_mention or is_shared
