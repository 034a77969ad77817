"""Which cells name the person in rows that are somebody else's too: proposed to be emptied alone."""

from dataclasses import dataclass
from pathlib import PurePath

from dsr_desktop.domain.asked import make_ready
from dsr_desktop.domain.checklist import column_letters
from dsr_desktop.domain.cleaning import Cleaning, Obstacle
from dsr_desktop.domain.hit import Verdict
from dsr_desktop.services.cleaning_orders import ChosenCells, is_somebody_elses
from dsr_desktop.services.one_moment import at_one_moment
from dsr_desktop.services.register import Register
from dsr_desktop.services.row_context import places_of
from dsr_desktop.services.tracing import shared_columns
from dsr_desktop.store.hits import read_hits
from dsr_desktop.store.requests import read_request


@dataclass(frozen=True)
class SharedCell:
    """A cell that names the person in somebody else's row: where it stands, and its text."""

    hit: int
    file: str
    sheet: str
    row: int
    column: int
    text: str

    @property
    def address(self) -> str:
        """Where the cell stands, as a spreadsheet shows it: C14."""
        return f"{column_letters(self.column)}{self.row}"


@at_one_moment
def shared_cells(register: Register, ref: str) -> tuple[SharedCell, ...]:
    """Return the cells of a request's confirmed rows that could be emptied where the row stays.

    Nothing of a row in which no cell can be told: its owner sees to it. Raises NotFoundError.
    """
    request = read_request(register.database, ref)
    hits = [one for one in read_hits(register.database, request)
            if one.verdict is Verdict.CONFIRMED]  # fmt: skip
    places = places_of(register, hits)
    asked = make_ready(request.criteria, register.company.country)
    return tuple(
        SharedCell(
            hit.id, PurePath(place.source.path).name, place.sheet.name, place.row.n, column,
            place.row.cells[column - 1],
        )
        for hit in hits
        if (place := places.get(hit.id)) and is_somebody_elses(hit, place, asked)
        for column in shared_columns(place, hit, asked)
        if 0 < column <= len(place.row.cells)
    )  # fmt: skip


def left_by_hand(cells: tuple[SharedCell, ...], cleaning: Cleaning) -> tuple[SharedCell, ...]:
    """Return the cells of the rows that a cleaning left to the owners of the lists."""
    left = {
        (PurePath(file.path).name, one.sheet, one.row)
        for file in cleaning.files
        for one in file.by_hand
        if one.why is Obstacle.OTHERS_ROW
    }
    return tuple(one for one in cells if (one.file, one.sheet, one.row) in left)


def chosen_of(cells: tuple[SharedCell, ...]) -> tuple[ChosenCells, ...]:
    """Return what cleaning takes: the cells of each hit together."""
    hits = dict.fromkeys(one.hit for one in cells)
    return tuple(
        ChosenCells(hit, frozenset(one.column for one in cells if one.hit == hit)) for hit in hits
    )
