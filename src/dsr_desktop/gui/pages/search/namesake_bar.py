"""Warns when the confirmed rows can hardly be one person, and leads to them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsr_desktop.domain.namesakes import Namesakes
from dsr_desktop.gui.pages.search.rows import HitRow
from dsr_desktop.gui.pages.search.state import SearchState
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.namesakes import look_again, may_be_two_people, namesakes_told

_MOST_BUTTONS = 2


class NamesakeBar(QWidget):
    """Hidden as long as nothing contradicts; `hit_wanted` carries the key of a hit to look at."""

    hit_wanted = Signal(int)

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tr = tr
        self._shown: tuple[Namesakes, ...] = ()
        self.banner: Banner | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_state(self, state: SearchState) -> None:
        """Say what contradicts in the confirmed rows of a request, with a way to two of them."""
        if state.namesakes == self._shown:
            return
        self._shown = state.namesakes
        clear(self._column)
        self.banner = None
        self.setVisible(bool(state.namesakes))
        if state.namesakes:
            self._warn(state.namesakes, {row.key: row for row in state.rows})

    def _warn(self, found: Sequence[Namesakes], rows: dict[int, HitRow]) -> None:
        tr = self._tr
        told = " ".join((*namesakes_told(tr, found), look_again(tr)))
        self.banner = Banner(self._theme, Tone.LATE, may_be_two_people(tr), told, icon=Icon.USER_X)
        for said in found[0].said[:_MOST_BUTTONS]:
            key = said.hits[0]
            if (row := rows.get(key)) is not None:
                button = self.banner.add_button(tr("Look at row {n}", n=tr.number(row.n)))
                button.clicked.connect(partial(self.hit_wanted.emit, key))
        self._column.addWidget(self.banner)
