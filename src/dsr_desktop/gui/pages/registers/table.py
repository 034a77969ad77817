"""The table of one kind of records: columns from its heads, filtered by words."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from dsr_desktop.domain.person import fold
from dsr_desktop.gui.pages.registers.views import Head, Line
from dsr_desktop.gui.pages.rows import ColumnOf, RowsModel, SortedRows


def record_model(heads: Sequence[Head]) -> RowsModel[Line]:
    """Return the model of a table with these columns."""
    return RowsModel(
        tuple(
            ColumnOf(
                head.text,
                partial(lambda number, line: line.cells[number], number),
                partial(lambda number, line: line.sort_values[number], number),
            )
            for number, head in enumerate(heads)
        )
    )


class RecordFilter(SortedRows[Line]):
    """Shows the records in which every word typed occurs, in the table or in the details."""

    def __init__(self, model: RowsModel[Line]) -> None:
        super().__init__(model)
        self._lines = model
        self._words: tuple[str, ...] = ()

    def show_matching(self, text: str) -> None:
        """Filter by words, accents and capitals aside."""
        self._words = tuple(fold(text).split())
        self.invalidate()

    def filterAcceptsRow(
        self, source_row: int, _source_parent: QModelIndex | QPersistentModelIndex
    ) -> bool:
        """Keep a record that matches."""
        line = self._lines.row_at(source_row)
        chips = (cell.chip.text for cell in line.cells if cell.chip)
        said = (cell.text for cell in line.cells)
        text = fold(" ".join((line.title, *said, *chips, *(fact.value for fact in line.facts))))
        return all(word in text for word in self._words)
