"""What is shown when nothing was found: that too is a result, as good as the lists looked into."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.pages.rows import SortedRows
from dsr_desktop.gui.pages.search.lists_table import list_chips, lists_model, rows_of_lists
from dsr_desktop.gui.pages.search.state import SearchState
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import IconSize, Ink, RowHeight, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button
from dsr_desktop.gui.widgets.card import ListCard
from dsr_desktop.gui.widgets.chip import chip_width
from dsr_desktop.gui.widgets.fact_row import FactRow
from dsr_desktop.gui.widgets.icon_label import IconLabel
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.table import Table
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.suppression import held_rows_sentence
from dsr_desktop.wording.systems import missing_sentence

_AGE_WIDTH = 250
_AROUND_A_CHIP = 30


class NothingPane(ListCard):
    """`held_wanted` asks for the files with rows held back."""

    held_wanted = Signal()

    def __init__(
        self, theme: Theme, tr: Tr, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._tr = tr
        self._today = today
        self._model = lists_model(tr)
        self._sorted = SortedRows(self._model)
        self.title = Label(theme, "", TextStyle.SECTION)
        self.advice = Label(theme, "", ink=Ink.MUTED, wraps=True)
        self.table = self._make_table(theme)
        self.systems = Label(theme, "", ink=Ink.SOON, wraps=True)
        self.to_held = Button(theme, tr("To the files"), icon=Icon.ARROW_RIGHT)
        self.to_held.clicked.connect(self.held_wanted)
        self.held = FactRow(theme, Icon.SHIELD_ALERT, Ink.SOON, "", aside=self.to_held)
        self.add(self._head(theme))
        self.add_line()
        self.add(self.table, stretch=1)

    def show_state(self, state: SearchState) -> None:
        """Say that nothing was found, and of each list how old it is and whether it was searched."""
        coverage, tr = state.coverage, self._tr
        if not state.found_nothing or coverage is None:
            return
        self.title.setText(tr("Nothing found so far") if state.typing else tr("Nothing found"))
        self.advice.setText(_advice(tr, state))
        self.setAccessibleName(self.title.text())
        missing = missing_sentence(tr, coverage.systems)
        self.systems.setText(missing)
        self.systems.setVisible(bool(missing))
        self.setAccessibleDescription(" ".join(filter(None, (self.advice.text(), missing))))
        self.held.setVisible(bool(coverage.held))
        self.held.set_text(held_rows_sentence(tr, coverage.held))
        self._model.show(rows_of_lists(tr, coverage.lists, self._today()))

    def _make_table(self, theme: Theme) -> Table:
        table = Table(theme, self._tr("Lists that were searched"), row_height=RowHeight.TWO_LINES)
        table.setModel(self._sorted)
        table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        chips = max(chip_width(theme, look) for look in list_chips(self._tr))
        table.set_width(1, _AGE_WIDTH)
        table.set_width(2, chips + _AROUND_A_CHIP)
        table.share(0)
        return table

    def _head(self, theme: Theme) -> QWidget:
        words = QVBoxLayout()
        words.setSpacing(Space.HAIR)
        for widget in (self.title, self.advice, self.systems, self.held):
            words.addWidget(widget)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(Space.ROOMY, Space.SNUG, Space.ROOMY, Space.SNUG)
        row.setSpacing(Space.SNUG)
        sign = IconLabel(theme, Icon.SEARCH, Ink.MUTED, IconSize.SECTION)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return head


def _advice(tr: Tr, state: SearchState) -> str:
    """Say what to do next; that nothing was found is recorded with a request (R-MAT-5)."""
    if not state.coverage or not state.coverage.lists:
        return tr("There is no list yet. Import the lists of your company first.")
    if state.typing:
        return tr("Go on typing: only whole words are sure to be found.")
    advice = tr("Try another spelling, an e-mail or a phone number, or look for a newer list.")
    if not state.is_review:
        return advice
    kept = tr("This search and its result are recorded with {ref}.", ref=state.ref)
    return f"{advice} {kept}"
