"""The three answers, of equal weight: none is filled, so that none pushes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dsr_desktop.domain.hit import Verdict
from dsr_desktop.gui.pages.search.answers import Answer
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.focus_group import FocusGroup
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.reviewing import verdict_label


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
        self.remark = Label(theme, "", TextStyle.CAPTION, Ink.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        row = QHBoxLayout()
        row.setSpacing(Space.TIGHT)
        for button in self.buttons.values():
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            row.addWidget(button, 1)
        column.addLayout(row)
        column.addWidget(self.remark)

    def show_answer(self, verdict: Verdict | None, *, reason: str) -> None:
        """Say what was answered so far; `reason` says why nothing can be answered now."""
        said = self._tr("Your answer: {verdict}", verdict=verdict_label(self._tr, verdict))
        self.remark.setText(reason or (said if verdict else ""))
        self.remark.setVisible(bool(self.remark.text()))
        for button in self.buttons.values():
            if reason:
                button.disable(reason)
            else:
                button.enable()
