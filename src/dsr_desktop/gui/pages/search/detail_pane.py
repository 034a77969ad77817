"""The chosen hit: its whole row, the rows beside it, a new key if there is one, the answers."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dsr_desktop.domain.expansion import NewKey
from dsr_desktop.domain.suppression import SuppressionScope
from dsr_desktop.gui.pages.search.answer_bar import AnswerBar
from dsr_desktop.gui.pages.search.answers import Answer, answer_of
from dsr_desktop.gui.pages.search.detail import Detail, Neighbour
from dsr_desktop.gui.pages.search.looks import BARS
from dsr_desktop.gui.pages.search.rows import HitRow
from dsr_desktop.gui.pages.search.state import SearchState
from dsr_desktop.gui.pages.search.words import imported_line, place_line
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import IconSize, Ink, Space, TextStyle, Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import IconButton
from dsr_desktop.gui.widgets.card import Divider, ListCard
from dsr_desktop.gui.widgets.chip import Chip, ChipLook
from dsr_desktop.gui.widgets.empty_state import EmptyState
from dsr_desktop.gui.widgets.icon_label import IconLabel
from dsr_desktop.gui.widgets.key_values import KeyValueList
from dsr_desktop.gui.widgets.label import CutLabel, Label
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.gui.widgets.scroll_pane import ScrollPane
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.matching import level_label
from dsr_desktop.wording.other_names import before_confirming, row_names_another
from dsr_desktop.wording.suppression import scope_label

_NUMBER_WIDTH = 114
_TITLE_WIDTH = 152


class DetailPane(ListCard):
    """`answered` carries an `Answer`, `stepped` 1 or -1, the key signals a `NewKey`."""

    answered = Signal(object)
    stepped = Signal(int)
    key_wanted = Signal(object)
    key_left = Signal(object)

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._tr = tr
        self._shown: tuple[HitRow, Detail] | None = None
        self._shown_key: NewKey | None = None
        self._neighbours: Sequence[Neighbour] = ()
        self.setAccessibleName(tr("Details of the hit"))
        self.head = _Head(theme, tr)
        self.head.up.clicked.connect(lambda: self.stepped.emit(-1))
        self.head.down.clicked.connect(lambda: self.stepped.emit(1))
        self.head.undo.clicked.connect(lambda: self.answered.emit(Answer.UNDO))
        self.values = KeyValueList(theme)
        self.warning = Banner(theme, Tone.SOON, row_names_another(tr), before_confirming(tr))
        self._beside = QVBoxLayout()
        self._news = QVBoxLayout()
        self.answers = AnswerBar(theme, tr)
        self.answers.answered.connect(self.answered)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty())
        self._stack.addWidget(self._filled())
        self.add(self._stack, stretch=1)

    @property
    def banner(self) -> Banner | None:
        """The question about a new key, None when there is none."""
        item = self._news.itemAt(0)
        widget = item.widget() if item is not None else None
        return widget if isinstance(widget, Banner) else None

    def show_nothing(self) -> None:
        """Show that no hit is chosen."""
        self._shown = None
        self._stack.setCurrentIndex(0)

    def show_hit(self, row: HitRow, detail: Detail, position: tuple[int, int]) -> None:
        """Show a hit; `position` is its place among the hits shown, and their number."""
        self._stack.setCurrentIndex(1)
        self.head.show_hit(row, position)
        self.warning.setVisible(row.names_another)
        if (row, detail) == self._shown:
            return
        another = self._shown is None or self._shown[0].key != row.key
        self._shown = (row, detail)
        self.values.show_rows(detail.values, folded=detail.folded)
        if another:
            self.show_beside(())
            self.whole_row.verticalScrollBar().setValue(0)

    def show_beside(self, neighbours: Sequence[Neighbour]) -> None:
        """Show the rows beside the hit, for checking; without any nothing is said of them."""
        if neighbours == self._neighbours:
            return
        self._neighbours = neighbours
        clear(self._beside)
        if neighbours:
            self._beside.addWidget(_beside(self._theme, self._tr, neighbours))

    def show_state(self, state: SearchState, *, reason: str) -> None:
        """Show whether answers can be given; `reason` says why not."""
        self.answers.setVisible(state.is_review)
        self.head.undo.setVisible(state.is_review)
        self.head.undo.setEnabled(state.can_undo and state.may_judge)
        row = self._shown[0] if self._shown else None
        self.answers.show_answer(row, reason=reason)
        self._show_key(state.new_keys[0] if len(state.new_keys) == 1 else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by key, whatever in the pane has the focus."""
        answer = answer_of(event)
        if answer is None:
            super().keyPressEvent(event)
        else:
            self.answered.emit(answer)

    def _show_key(self, key: NewKey | None) -> None:
        if key == self._shown_key:
            return
        self._shown_key = key
        clear(self._news)
        if key is None:
            return
        tr = self._tr
        banner = Banner(
            self._theme,
            Tone.INFO,
            tr("New key: {value}", value=key.value),
            tr("A confirmed row has it."),
            icon=Icon.SPARKLES,
        )
        wanted = banner.add_button(tr("Search for it"), Icon.SEARCH)
        wanted.clicked.connect(lambda: self.key_wanted.emit(key))
        banner.add_button(tr("Not now")).clicked.connect(lambda: self.key_left.emit(key))
        self._news.addWidget(banner)

    def _filled(self) -> QWidget:
        self.whole_row = ScrollPane(self._tr("The whole row"), spacing=0)
        self.whole_row.body.setContentsMargins(0, 5, 0, Space.TIGHT)
        self.whole_row.add(self.values)
        self.whole_row.body.addLayout(self._beside)
        self.whole_row.body.addStretch(1)
        foot = QWidget()
        below = QVBoxLayout(foot)
        below.setContentsMargins(Space.ROOMY, Space.TIGHT, Space.ROOMY, Space.ROOMY - 2)
        below.setSpacing(10)
        below.addWidget(self.warning)
        below.addLayout(self._news)
        below.addWidget(self.answers)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(Divider(self._theme))
        column.addWidget(self.whole_row, 1)
        column.addWidget(foot)
        return page

    def _empty(self) -> EmptyState:
        return EmptyState(
            self._theme,
            Icon.FILE_SPREADSHEET,
            self._tr("No hit chosen"),
            self._tr("Choose a hit to see its whole row and why it was found."),
        )


class _Head(QWidget):
    """Name, level, place in the list, and where the row stands."""

    def __init__(self, theme: Theme, tr: Tr) -> None:
        super().__init__()
        self._tr = tr
        self.title = CutLabel(theme, "", TextStyle.TITLE)
        self.chip = Chip(theme, ChipLook(""))
        no_marketing = scope_label(tr, SuppressionScope.MARKETING)
        self.marketing = Chip(theme, ChipLook(no_marketing, Tone.SOON, Icon.SHIELD_ALERT))
        self.position = Label(theme, "", ink=Ink.MUTED)
        self.undo = IconButton(theme, Icon.UNDO, tr("Take the last answer back (Ctrl Z)"))
        self.up = IconButton(theme, Icon.CHEVRON_UP, tr("Previous hit"))
        self.down = IconButton(theme, Icon.CHEVRON_DOWN, tr("Next hit"))
        self.place = CutLabel(theme, "", ink=Ink.MUTED, cut=Qt.TextElideMode.ElideMiddle)
        self.imported = Label(theme, "", TextStyle.CAPTION, Ink.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(17, 10, 16, 6)
        column.setSpacing(3)
        column.addLayout(self._first_line())
        column.addLayout(self._second_line(theme))

    def show_hit(self, row: HitRow, position: tuple[int, int]) -> None:
        """Show another hit."""
        tr = self._tr
        self.title.setText(row.title)
        self.chip.show_look(ChipLook.level(level_label(tr, row.level), BARS[row.level]))
        self.marketing.setVisible(row.no_marketing)
        place, count = position
        self.position.setText(tr("{n} of {count}", n=tr.number(place), count=tr.number(count)))
        self.up.setEnabled(place > 1)
        self.down.setEnabled(place < count)
        self.place.setText(place_line(tr, row))
        self.imported.setText(imported_line(tr, row) or tr("no longer in the register"))

    def _first_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.TIGHT)
        row.addWidget(self.title)
        row.addWidget(self.chip)
        row.addWidget(self.marketing)
        row.addStretch(1)
        for widget in (self.position, self.undo, self.up, self.down):
            row.addWidget(widget)
        return row

    def _second_line(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(5)
        row.addWidget(IconLabel(theme, Icon.FILE_SPREADSHEET, Ink.MUTED, IconSize.CHIP))
        row.addWidget(self.place, 1)
        row.addWidget(self.imported)
        return row


def _beside(theme: Theme, tr: Tr, neighbours: Sequence[Neighbour]) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(18, Space.TIGHT, 18, 0)
    grid.setVerticalSpacing(Space.HAIR)
    caption = tr("Neighbouring rows, for checking only")
    grid.addWidget(Label(theme, caption, TextStyle.CAPTION, Ink.MUTED), 0, 0, 1, 3)
    for line, one in enumerate(neighbours, 1):
        ink = Ink.TEXT if one.here else Ink.MUTED
        style = TextStyle.STRONG if one.here else TextStyle.BODY
        grid.addWidget(Label(theme, one.number, style, ink), line, 0)
        grid.addWidget(CutLabel(theme, one.title, style, ink), line, 1)
        grid.addWidget(CutLabel(theme, one.second, ink=ink), line, 2)
    grid.setColumnMinimumWidth(0, _NUMBER_WIDTH)
    grid.setColumnMinimumWidth(1, _TITLE_WIDTH)
    grid.setColumnStretch(2, 1)
    grid.setAlignment(Qt.AlignmentFlag.AlignTop)
    return box
