"""The kinds of records at the left, each with how many need the DPO."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsr_desktop.gui.pages.registers.catalogue import KINDS
from dsr_desktop.gui.pages.registers.views import Kind, Listing
from dsr_desktop.gui.pages.rows import LinesModel
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Tone
from dsr_desktop.gui.widgets.card import ListCard
from dsr_desktop.gui.widgets.cells import RowLook
from dsr_desktop.gui.widgets.chip import ChipLook
from dsr_desktop.gui.widgets.row_list import RowList
from dsr_desktop.wording.language import Tr

_WIDTH = 240


class KindList(QWidget):
    """`chosen` carries the key of a kind."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, tr: Tr) -> None:
        super().__init__()
        self._tr = tr
        self._is_showing = False
        self._model: LinesModel[tuple[Kind, int]] = LinesModel(self._look)
        self._model.show([(kind, 0) for kind in KINDS])
        self.list = RowList(theme, tr("Kinds of records"))
        self.list.setModel(self._model)
        self.setFixedWidth(_WIDTH)
        card = ListCard(theme)
        card.add(self.list, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.list.selectionModel().currentRowChanged.connect(lambda *_rows: self._tell())

    def show_listings(self, listings: Mapping[str, Listing]) -> None:
        """Show how much of each kind needs the DPO; the kind chosen stays chosen."""
        row = max(0, self.list.currentIndex().row())
        self._is_showing = True
        self._model.show([(kind, listings[kind.key].waiting) for kind in KINDS])
        self.list.setCurrentIndex(self._model.index(row, 0))
        self._is_showing = False

    def choose(self, key: str) -> None:
        """Choose a kind by its key."""
        number = next(n for n, kind in enumerate(KINDS) if kind.key == key)
        self.list.setCurrentIndex(self._model.index(number, 0))

    def _tell(self) -> None:
        row = self._model.row_at(self.list.currentIndex())
        if row is not None and not self._is_showing:
            self.chosen.emit(row[0].key)

    def _look(self, row: tuple[Kind, int]) -> RowLook:
        kind, waiting = row
        chip = ChipLook(self._tr.number(waiting), Tone.SOON) if waiting else None
        return RowLook(
            self._tr(kind.name), icon=kind.icon, icon_ink=Ink.MUTED, chip=chip, strong=False
        )
