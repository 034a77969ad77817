"""The held rows of a file in its details: each that waits, and the two decisions on it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsr_desktop.domain.held_row import HeldDecision
from dsr_desktop.gui.pages.files.views import HeldLine, HeldRows
from dsr_desktop.gui.pages.rows import LinesModel
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.cells import RowLook
from dsr_desktop.gui.widgets.label import CutLabel, Label
from dsr_desktop.gui.widgets.row_list import FILE_HEIGHT, RowList
from dsr_desktop.wording.language import Tr

_MOST_SEEN = 4


class HeldSection(QWidget):
    """`decision_requested` carries the HeldLine that is chosen, and the HeldDecision pressed."""

    decision_requested = Signal(object, object)

    def __init__(self, theme: Theme, tr: Tr) -> None:
        super().__init__()
        self._shown: HeldRows | None = None
        self.model = LinesModel(_look)
        title = tr("Rows held back")
        self.list = RowList(theme, title)
        self.list.setModel(self.model)
        self.same = Button(
            theme, tr("Same person: leave out…"), icon=Icon.USER_CHECK, size=ButtonSize.SMALL
        )
        self.another = Button(
            theme, tr("Another person: store…"), icon=Icon.USER_X, size=ButtonSize.SMALL
        )
        self.same.clicked.connect(lambda: self._ask(HeldDecision.SAME_PERSON))
        self.another.clicked.connect(lambda: self._ask(HeldDecision.ANOTHER_PERSON))
        self.list.row_opened.connect(self._go_to_buttons)
        self.content = Label(theme, "", TextStyle.CAPTION, Ink.SOON, wraps=True)
        self.decided = Label(theme, "", TextStyle.CAPTION, Ink.MUTED, wraps=True)
        advice = tr(
            "Somebody on the suppression list is in them. Look into the file, then say whose row "
            "it is."
        )
        self._waiting = self._make_waiting(theme, advice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addWidget(CutLabel(theme, title, TextStyle.SECTION))
        column.addWidget(self._waiting)
        column.addWidget(self.decided)

    def show_rows(self, rows: HeldRows) -> None:
        """Show the held rows of a file; after a decision the next row is the chosen one."""
        self.setVisible(bool(rows.lines or rows.decided))
        if rows == self._shown:
            return
        self._shown = rows
        number = max(0, self.list.currentIndex().row())
        self.model.show(rows.lines)
        seen = min(len(rows.lines), _MOST_SEEN)
        self.list.setFixedHeight(seen * FILE_HEIGHT)
        self.list.setCurrentIndex(self.model.index(min(number, len(rows.lines) - 1)))
        self._waiting.setVisible(bool(rows.lines))
        self.content.setText(rows.content)
        self.content.setVisible(bool(rows.content))
        self.decided.setText(rows.decided)
        self.decided.setVisible(bool(rows.decided))

    def take_focus(self) -> None:
        """Put the focus on the rows, if any waits."""
        if self.model.rowCount():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, decision: HeldDecision) -> None:
        line = self.model.row_at(self.list.currentIndex())
        if line is not None:
            self.decision_requested.emit(line, decision)

    def _go_to_buttons(self) -> None:
        self.same.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_waiting(self, theme: Theme, advice: str) -> QWidget:
        waiting = QWidget()
        column = QVBoxLayout(waiting)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addWidget(Label(theme, advice, TextStyle.CAPTION, Ink.MUTED, wraps=True))
        column.addWidget(self.content)
        column.addWidget(self.list)
        column.addWidget(self.same, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.another, 0, Qt.AlignmentFlag.AlignLeft)
        return waiting


def _look(line: HeldLine) -> RowLook:
    return RowLook(line.place, line.kind, icon=Icon.SHIELD_ALERT, icon_ink=Ink.SOON)
