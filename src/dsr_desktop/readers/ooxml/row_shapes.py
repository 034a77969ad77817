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
    """Return attributes written with one space and two quotes each; NotPlainError for others."""
    if not _ATTRIBUTES.fullmatch(about):
        raise NotPlainError
    return dict(_ATTRIBUTE.findall(about))


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


class RowShapes:
    """The shapes of the rows of one sheet."""

    def __init__(self, values: CellValues) -> None:
        self._values = values
        self._columns = Columns()
        self._plans: dict[tuple[str, ...], Plan] = {}

    def plan(self, letters: Sequence[str], about: Sequence[str]) -> Plan:
        """Return the plan for cells by their columns and attributes; NotPlainError if out of order."""
        shape = (*letters, *about)
        plan = self._plans.get(shape)
        if plan is None:
            if len(self._plans) >= _MOST_SHAPES:
                self._plans.clear()
            plan = self._plans[shape] = self._planned(letters, about)
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
        others = [
            (index, str(positions[index] + 1), self.show(one))
            for index, one in enumerate(about)
            if not shared[index]
        ]
        is_dense = positions == list(range(len(positions)))
        return Plan(shared, others, None if is_dense else positions, positions[-1] + 1)
