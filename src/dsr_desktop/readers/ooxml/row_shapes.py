"""Plans once how to read rows whose cells have the same columns, styles and types."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise

from dsr_desktop.readers.ooxml.careful_rows import is_hidden
from dsr_desktop.readers.ooxml.cells import CellValues, Columns
from dsr_desktop.readers.ooxml.pieces import NotPlainError
from dsr_desktop.readers.ooxml.styles import Show

_ATTRIBUTES = re.compile(r'(?: [\w:]+="[^"<&]*")*')
_ATTRIBUTE = re.compile(r' ([\w:]+)="([^"]*)"')
_MOST_SHAPES = 10_000


@lru_cache(_MOST_SHAPES)
def attributes_of(about: str) -> dict[str, str]:
    """Return attributes written with one space and two quotes each; NotPlainError for others.

    The place, which stands before them, may not be among them once more.
    """
    found = _ATTRIBUTE.findall(about)
    attributes = dict(found)
    is_repeated = "r" in attributes or len(attributes) < len(found)
    if is_repeated or not _ATTRIBUTES.fullmatch(about):
        raise NotPlainError
    return attributes


@lru_cache(_MOST_SHAPES)
def hides(about_row: str) -> bool:
    """Tell whether a row is hidden; NotPlainError as above."""
    return is_hidden(attributes_of(about_row))


@dataclass(frozen=True)
class Plan:
    """How to read rows of one shape.

    `shared` says which cells hold shared texts. `others` has of each other cell its index, its
    column as a key, and how it is shown. `positions` are places from 0, None if no column is left
    out; `width` is the number of columns up to the last cell.
    """

    shared: Sequence[bool]
    others: Sequence[tuple[int, str, Show]]
    positions: Sequence[int] | None
    width: int


@dataclass(frozen=True)
class MetColumn:
    """A column, and how its cells are shown by their attributes; None for shared texts."""

    letters: str
    shows: dict[str, Show | None]


class RowShapes:
    """The shapes of the rows of one sheet.

    `columns` has by their places from 0 the columns of shapes that more than one row has, so not
    of most headers; `cells_met` counts what was new in them.
    """

    def __init__(self, values: CellValues) -> None:
        self.columns: dict[int, MetColumn] = {}
        self.cells_met = 0
        self._values = values
        self._columns = Columns()
        self._plans: dict[tuple[str, ...], Plan] = {}
        self._met: set[tuple[str, ...]] = set()

    def plan(self, letters: Sequence[str], about: Sequence[str]) -> Plan:
        """Return the plan for cells by their columns and attributes; NotPlainError if out of order."""
        shape = (*letters, *about)
        plan = self._plans.get(shape)
        if plan is None:
            if len(self._plans) >= _MOST_SHAPES:
                self._plans.clear()
            plan = self._plans[shape] = self._planned(letters, about)
        elif shape not in self._met:
            self._met.add(shape)
            self._meet(plan, letters, about)
        return plan

    def show(self, about: str) -> Callable[[str], tuple[str, object]]:
        """Return how the content of a cell with these attributes is shown."""
        attributes = attributes_of(about)
        kind, style = attributes.get("t"), attributes.get("s")
        if kind is None or kind == "n":
            return self._values.show(style)
        return partial(self._values.read, kind, style)

    def _planned(self, letters: Sequence[str], about: Sequence[str]) -> Plan:
        positions = [self._columns[one] - 1 for one in letters]
        if any(here >= there for here, there in pairwise(positions)):
            raise NotPlainError
        shared = [attributes_of(one).get("t") == "s" for one in about]
        shows = [
            None if is_shared else self.show(one)
            for is_shared, one in zip(shared, about, strict=True)
        ]
        others = [
            (index, str(positions[index] + 1), show) for index, show in enumerate(shows) if show
        ]
        is_dense = positions == list(range(len(positions)))
        return Plan(shared, others, None if is_dense else positions, positions[-1] + 1)

    def _meet(self, plan: Plan, letters: Sequence[str], about: Sequence[str]) -> None:
        shows = {index: show for index, _, show in plan.others}
        positions = plan.positions or range(plan.width)
        for index, (position, one) in enumerate(zip(positions, about, strict=True)):
            met = self.columns.setdefault(position, MetColumn(letters[index], {}))
            self.cells_met += one not in met.shows
            met.shows[one] = shows.get(index)
