"""The three answers, of equal weight: none is filled, so that none pushes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsr_desktop.gui.pages.search.answer_words import answer_line
from dsr_desktop.gui.pages.search.answers import Answer
from dsr_desktop.gui.pages.search.rows import HitRow
from dsr_desktop.gui.pages.search.words import DOT
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.even_row import EvenRow
from dsr_desktop.gui.widgets.focus_group import FocusGroup
from dsr_desktop.gui.widgets.label import CutLabel
from dsr_desktop.wording.language import Tr


class AnswerBar(QWidget):
    """One stop for Tab; `answered` carries an `Answer`."""

    answered = Signal(object)

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self.buttons = {
            answer: Button(theme, text, icon=icon, size=ButtonSize.LARGE, key=key)
            for answer, text, icon, key in (
                (Answer.PERSON, tr("This is the person"), Icon.USER_CHECK, "Y"),
                (Answer.SOMEONE_ELSE, tr("Someone else"), Icon.CIRCLE_X, "N"),
                (Answer.UNSURE, tr("Unsure"), Icon.CIRCLE_HELP, "U"),
            )
        }
        for answer, button in self.buttons.items():
            button.clicked.connect(lambda _checked, given=answer: self.answered.emit(given))
        FocusGroup(list(self.buttons.values()), self)
        self.remark = CutLabel(theme, "", TextStyle.CAPTION, Ink.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        column.addWidget(EvenRow(tuple(self.buttons.values())))
        column.addWidget(self.remark)

    def show_answer(self, row: HitRow | None, *, reason: str) -> None:
        """Say what was answered so far, and by whom; `reason` says why nothing can be answered now."""
        said = answer_line(self._tr, row)
        self.remark.setText(DOT.join(filter(None, (said, reason))))
        self.remark.setVisible(bool(self.remark.text()))
        for button in self.buttons.values():
            if reason:
                button.disable(reason)
            else:
                button.enable()
