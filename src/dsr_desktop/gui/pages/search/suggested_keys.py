"""New keys of confirmed hits as chips: one press searches for one more, another for all (R-MAT-4)."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.expansion import NewKey
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink
from dsr_desktop.gui.widgets.button import Button, ButtonKind, ButtonSize
from dsr_desktop.gui.widgets.flow import Flow
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.matching import criterion_label

_FEWEST = 2


class SuggestedKeys(QWidget):
    """Shown for two keys or more: a single one is asked about below the details of the hit.

    `wanted` carries the `NewKey`s to search for.
    """

    wanted = Signal(object)

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tr = tr
        self._shown: tuple[NewKey, ...] = ()
        self.chips: list[Button] = []
        self.all: Button | None = None
        self.setAccessibleName(tr("New keys of confirmed hits"))
        self._flow = Flow(self)
        self.hide()

    def show_keys(self, keys: Sequence[NewKey], *, changeable: bool) -> None:
        """Show these keys; they cannot be pressed while a search is under way."""
        wanted = tuple(keys) if len(keys) >= _FEWEST else ()
        self.setVisible(bool(wanted))
        self.setEnabled(changeable)
        if wanted != self._shown:
            self._shown = wanted
            self._fill(wanted)

    def _fill(self, keys: tuple[NewKey, ...]) -> None:
        clear(self._flow)
        self.chips, self.all = [], None
        if not keys:
            return
        self._flow.addWidget(Label(self._theme, self._tr("New in confirmed hits:"), ink=Ink.MUTED))
        for key in keys:
            self.chips.append(self._chip(key))
            self._flow.addWidget(self.chips[-1])
        self.all = Button(
            self._theme, self._tr("Search for all of them"), ButtonKind.LINK,
            icon=Icon.SEARCH, size=ButtonSize.SMALL,
        )  # fmt: skip
        self.all.clicked.connect(lambda: self.wanted.emit(keys))
        self._flow.addWidget(self.all)
        for before, after in pairwise((self, *self.chips, self.all)):
            QWidget.setTabOrder(before, after)

    def _chip(self, key: NewKey) -> Button:
        words = f"{criterion_label(self._tr, key.criterion)} {key.value}"
        chip = Button(self._theme, words, icon=Icon.PLUS, size=ButtonSize.SMALL)
        chip.setAccessibleName(self._tr("Search also for {key}", key=words))
        chip.clicked.connect(lambda: self.wanted.emit((key,)))
        return chip
