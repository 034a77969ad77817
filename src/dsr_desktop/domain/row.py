"""A row of a list as matching sees it: its texts and what its columns mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import Self

from dsr_desktop.domain.fields import Field
from dsr_desktop.domain.notes import CellNote
from dsr_desktop.domain.source import Place


@dataclass(frozen=True)
class Row:
    """Display texts with field and title of each column, and the notes; a list may have no titles."""

    cells: Sequence[str]
    fields: Sequence[Field | None]
    headers: Sequence[str] = ()
    notes: Sequence[CellNote] = ()

    @classmethod
    def at(cls, place: Place) -> Self:
        """Return the row that stands at `place`."""
        sheet = place.sheet
        return cls(place.row.all_cells, sheet.fields, sheet.headers, place.row.notes)

    def filled(self) -> Iterator[tuple[int, str, Field | None]]:
        """Yield (column from 1, text, field) of the cells that hold something."""
        return iter(self._filled)

    @cached_property
    def _filled(self) -> tuple[tuple[int, str, Field | None], ...]:
        cells, fields = self.cells, self.fields
        if len(fields) < len(cells):
            fields = (*fields, *[None] * (len(cells) - len(fields)))
        return tuple([each for each in zip(count(1), cells, fields, strict=False) if each[1]])

    def of_field(self, field: Field) -> Iterator[tuple[int, str]]:
        """Yield (column, text) of the cells mapped to `field`."""
        return ((column, text) for column, text, meaning in self.filled() if meaning is field)

    def header(self, column: int) -> str:
        """Return the title of a column (from 1), empty without one."""
        return self.headers[column - 1].strip() if column <= len(self.headers) else ""
