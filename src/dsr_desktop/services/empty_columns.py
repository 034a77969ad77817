"""Tells which columns beyond the privacy policy hold nothing in any row: nobody need decide on them.

Exports of address books have dozens of columns that are always there and mostly empty.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from dsr_desktop.domain.cells import split_cells
from dsr_desktop.domain.columns import Column
from dsr_desktop.domain.notes import notes_from_json
from dsr_desktop.readers.messages import PackedRow


class EmptyColumns:
    """Watches the rows of a sheet for the columns on which the user would have to decide."""

    def __init__(self, columns: Iterable[Column]) -> None:
        self._empty = {column.number for column in columns if column.awaits_choice}

    def look(self, rows: Iterable[PackedRow]) -> None:
        """Take note of what these rows hold; nothing is looked at once every column held something."""
        for row in rows:
            if not self._empty:
                return
            self._empty.difference_update(_filled(row, self._empty))

    def settle(self, columns: Sequence[Column]) -> tuple[Column, ...]:
        """Return the columns of the sheet; of those that stayed empty, none is undeclared."""
        return tuple(
            replace(column, undeclared=None) if column.number in self._empty else column
            for column in columns
        )


def _filled(row: PackedRow, columns: Set[int]) -> list[int]:
    """Return those of the columns in which a row has text, a comment or a link."""
    _n, _hidden, text, _typed, notes, _indexed = row
    cells = split_cells(text)
    filled = [at for at in columns if at <= len(cells) and cells[at - 1].strip()]
    return [*filled, *(note.column for note in notes_from_json(notes))] if notes else filled
