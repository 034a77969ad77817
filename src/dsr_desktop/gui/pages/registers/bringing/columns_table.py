"""The first rows of a register under the choices of what its columns mean."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsr_desktop.domain.checklist import column_letters
from dsr_desktop.gui.pages.registers.bringing.views import Seen, SeenColumn
from dsr_desktop.gui.pages.rows import ColumnOf, RowsModel
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, RowHeight
from dsr_desktop.gui.widgets.cells import CellLook
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.gui.widgets.mapping_header import MappedColumn, MappingHeader
from dsr_desktop.gui.widgets.marks import Confidence
from dsr_desktop.gui.widgets.table import Table
from dsr_desktop.wording.language import Tr

_HEIGHT = 262
_NARROWEST, _WIDEST = 128, 230
Cells = tuple[int, tuple[str, ...]]


class ColumnsTable(QWidget):
    """`chosen` carries the number of a column, from 0, and its new meaning, "" for none."""

    chosen = Signal(int, str)

    def __init__(self, theme: Theme, tr: Tr) -> None:
        super().__init__()
        self._theme, self._tr = theme, tr
        self.titles: tuple[str, ...] = ()
        self._meanings: tuple[str, ...] = ()
        self._current = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setFixedHeight(_HEIGHT)
        self.mapping: MappingHeader | None = None

    def show_seen(self, seen: Seen) -> None:
        """Show other rows, or the same with other meanings; the column at hand stays at hand."""
        has_focus = self.mapping is not None and self.mapping.editor.hasFocus()
        current = self.mapping.current if self.mapping and self._is_same(seen) else 0
        clear(self._column)
        self.titles = tuple(one.title for one in seen.columns)
        self._meanings = ("", *(meaning for meaning, _name in seen.meanings))
        table = self._make_table(seen)
        self._column.addWidget(table)
        if self.mapping is not None:
            self.mapping.set_current(current)
            if has_focus:
                self.mapping.editor.setFocus()

    def choose(self, number: int, meaning: str) -> None:
        """Choose what a column means."""
        self.chosen.emit(number, meaning)

    def _is_same(self, seen: Seen) -> bool:
        return self.titles == tuple(one.title for one in seen.columns)

    def _make_table(self, seen: Seen) -> Table:
        tr = self._tr
        names = [tr("Left out"), *(name for _meaning, name in seen.meanings)]
        table = Table(self._theme, tr("First rows"), row_height=RowHeight.PREVIEW, parent=self)
        model = RowsModel([_column(number, one) for number, one in enumerate(seen.columns)])
        self.mapping = MappingHeader(self._theme, names, table)
        table.setHorizontalHeader(self.mapping)
        table.setModel(model)
        self._model = model
        model.show(seen.first_rows)
        self.mapping.show_columns([self._mapped(n, one) for n, one in enumerate(seen.columns)])
        for number in range(len(seen.columns)):
            wanted = max(self.mapping.width_of(number), table.sizeHintForColumn(number))
            table.set_width(number, max(_NARROWEST, min(wanted, _WIDEST)))
        self.mapping.chosen.connect(partial(self._choose, seen.columns))
        self.mapping.reached.connect(lambda number: table.scrollTo(model.index(0, number)))
        return table

    def _choose(self, columns: tuple[SeenColumn, ...], number: int, option: int) -> None:
        meaning = "" if columns[number].is_fixed else self._meanings[option]
        self.chosen.emit(number, meaning)

    def _mapped(self, number: int, column: SeenColumn) -> MappedColumn:
        option = self._meanings.index(column.meaning)
        title = column.title or self._tr("no title")
        sign = Confidence.SURE if column.meaning else Confidence.NONE
        spoken = self._tr("Meaning of {column}", column=title)
        return MappedColumn(column_letters(number + 1), title, option, sign, spoken)


def _column(number: int, column: SeenColumn) -> ColumnOf[Cells]:
    def text(row: Cells) -> str:
        return row[1][number] if number < len(row[1]) else ""

    ink = Ink.TEXT if column.meaning else Ink.MUTED
    return ColumnOf(column.title, lambda row: CellLook(text(row), ink=ink), text)
