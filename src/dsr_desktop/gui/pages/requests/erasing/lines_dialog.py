"""The lines of the erasure checklist: chosen with the keyboard, one or many, and marked together."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QWidget

from dsr_desktop.domain.erasure_decisions import outcomes_for
from dsr_desktop.gui.pages.requests.erasing.line_words import Line, line_look
from dsr_desktop.gui.pages.rows import LinesModel
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.dialog import FormDialog
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.row_list import RowList
from dsr_desktop.wording.language import Tr

_WIDTH, _HEIGHT = 780, 400
_REPLACE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class LinesDialog(FormDialog):
    """`mark_requested` carries the lines chosen; the owner records and calls `show_lines` again."""

    mark_requested = Signal(object)

    def __init__(
        self, theme: Theme, tr: Tr, lines: Iterable[Line], *, can_mark: bool,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr("Lines of the checklist"), verb=tr("Mark…"), cancel=tr("Close"),
            sentence=tr("Shift and the arrows choose several lines, Ctrl+A all; Enter marks them."),
            parent=parent,
        )  # fmt: skip
        self._tr = tr
        self._can_mark = can_mark
        self.setFixedWidth(_WIDTH)
        self.state = Label(theme, "", TextStyle.STRONG, wraps=True)
        self.body.addWidget(self.state)
        self.model = LinesModel[Line](lambda one: line_look(tr, one))
        self.list = RowList(theme, tr("Lines of the checklist"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setModel(self.model)
        self.list.setFixedHeight(_HEIGHT)
        self.add(self.list)
        self._add_choices(theme)
        self.list.row_opened.connect(lambda _index: self._ask())
        self.list.selectionModel().selectionChanged.connect(lambda *_changed: self._show_state())
        self.verb_button.clicked.connect(self._ask)
        self.verb_button.setAutoDefault(False)
        self.verb_button.setDefault(False)
        self.show_lines(lines)
        self.list.setFocus()

    @property
    def chosen(self) -> tuple[Line, ...]:
        """The lines that are chosen, from above."""
        numbers = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return tuple(self.model.rows[number] for number in numbers)

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show how the lines stand; the first open one is chosen."""
        self.model.show(tuple(lines))
        first = next((n for n, one in enumerate(self.model.rows) if one.mark is None), 0)
        self.list.setCurrentIndex(self.model.index(first))
        self._show_state()

    def choose_open(self) -> None:
        """Choose every line that nobody has said anything about."""
        self._choose(lambda one: one.mark is None)

    def choose_file(self) -> None:
        """Choose every line of the file of the current one."""
        current = self.model.row_at(self.list.currentIndex())
        if current is not None:
            self._choose(lambda one: one.group == current.group)

    def _choose(self, wanted: Callable[[Line], bool]) -> None:
        chosen = QItemSelection()
        for number, one in enumerate(self.model.rows):
            if wanted(one):
                index = self.model.index(number)
                chosen.select(index, index)
        self.list.selectionModel().select(chosen, _REPLACE)
        self.list.setFocus()

    def _add_choices(self, theme: Theme) -> None:
        self.all_open = Button(theme, self._tr("Choose all open lines"), size=ButtonSize.SMALL)
        self.all_open.clicked.connect(self.choose_open)
        self.whole_file = Button(theme, self._tr("Choose the whole file"), size=ButtonSize.SMALL)
        self.whole_file.clicked.connect(self.choose_file)
        row = QHBoxLayout()
        row.setSpacing(Space.TIGHT)
        for button in (self.all_open, self.whole_file):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.remark = Label(theme, "", TextStyle.CAPTION, Ink.MUTED, wraps=True)
        row.addWidget(self.remark, 1)
        self.body.addLayout(row)

    def _show_state(self) -> None:
        tr, total = self._tr, len(self.model.rows)
        still_open = sum(one.mark is None for one in self.model.rows)
        said = tr.count("{n} line", "{n} lines", total)
        left = tr.count("{n} open", "{n} open", still_open)
        chosen = self.chosen
        picked = tr.count("{n} chosen", "{n} chosen", len(chosen))
        self.state.setText(f"{said} · {left} · {picked}")
        self._guard_verb(self._why_not(chosen))

    def _why_not(self, chosen: tuple[Line, ...]) -> str:
        if not self._can_mark:
            return self._tr("The request is closed.")
        if not chosen:
            return self._tr("Choose a line first.")
        if not outcomes_for(one.line for one in chosen):
            return self._tr("Recipients are told, nothing is erased there: choose them apart.")
        return ""

    def _guard_verb(self, reason: str) -> None:
        if reason:
            self.verb_button.disable(reason)
        else:
            self.verb_button.enable()
        self.remark.setText(reason)

    def _ask(self) -> None:
        if self.verb_button.isEnabled():
            self.mark_requested.emit(self.chosen)
