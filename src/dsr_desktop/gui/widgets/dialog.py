"""Dialogs: a question with verbs on its buttons, and a frame for short forms."""

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import DIALOG_WIDTH, IconSize, Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonKind
from dsr_desktop.gui.widgets.icon_label import IconLabel
from dsr_desktop.gui.widgets.label import Label

_SIDE = 20


class _VerbDialog(QDialog):
    def __init__(self, theme: Theme, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setFixedWidth(DIALOG_WIDTH)
        self.setModal(True)

    def event(self, event: QEvent) -> bool:
        """Fit the height again when the content has changed."""
        done = super().event(event)
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Show}:
            self._fit()
        return done

    def _fit(self) -> None:
        """Take the height that wrapped text needs; Qt alone asks for too much."""
        needed = self.heightForWidth(self.width())
        if needed > 0 and self.isWindow():
            self.setFixedHeight(needed)

    def _make_buttons(self, verb: str, cancel: str, kind: ButtonKind) -> QHBoxLayout:
        self.cancel_button = Button(self._theme, cancel)
        self.cancel_button.clicked.connect(self.reject)
        self.verb_button = Button(self._theme, verb, kind)
        self.verb_button.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(Space.TIGHT)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.verb_button)
        return row


class QuestionDialog(_VerbDialog):
    """Asks once: the question with its counts, one sentence on what stays, verb and Cancel.

    `destructive` draws the verb red and puts the focus on Cancel.
    """

    def __init__(
        self,
        theme: Theme,
        question: str,
        sentence: str,
        *,
        verb: str,
        cancel: str,
        destructive: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, question, parent)
        self.setAccessibleDescription(sentence)
        icon = IconLabel(theme, *_sign(destructive), IconSize.LOGO)
        words = QVBoxLayout()
        words.setSpacing(Space.HAIR)
        words.addWidget(Label(theme, question, TextStyle.SECTION, wraps=True))
        words.addWidget(Label(theme, sentence, wraps=True))
        words.addSpacing(Space.TIGHT)
        kind = ButtonKind.DANGER if destructive else ButtonKind.PRIMARY
        words.addLayout(self._make_buttons(verb, cancel, kind))
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, _SIDE - 2, _SIDE, _SIDE - 4)
        row.setSpacing(Space.SNUG)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        first = self.cancel_button if destructive else self.verb_button
        first.setDefault(True)
        first.setFocus()

    def ask(self) -> bool:
        """Show the question and return whether the verb was pressed."""
        return self.exec() == int(QDialog.DialogCode.Accepted)


class FormDialog(_VerbDialog):
    """A title, the fields added to it, and verb and Cancel at the foot.

    Accepting is left to the caller, who checks the fields first: connect `verb_button.clicked`
    and call `accept`.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        *,
        verb: str,
        cancel: str,
        sentence: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, parent)
        self._inputs: list[QWidget] = []
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.TIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, _SIDE - 2, _SIDE, _SIDE - 4)
        column.setSpacing(Space.SNUG)
        column.addWidget(Label(theme, title, TextStyle.SECTION, wraps=True))
        if sentence:
            column.addWidget(Label(theme, sentence, ink=Ink.MUTED, wraps=True))
        column.addLayout(self.body)
        column.addLayout(self._make_buttons(verb, cancel, ButtonKind.PRIMARY))
        self.verb_button.clicked.disconnect(self.accept)
        self.verb_button.setDefault(True)

    def add(self, widget: QWidget) -> None:
        """Add a field below what is there."""
        self.body.addWidget(widget)
        self._inputs = [*self._inputs, *_stops(widget, self)]
        for before, after in pairwise([*self._inputs, self.cancel_button, self.verb_button]):
            QWidget.setTabOrder(before, after)
        if self._inputs:
            self._inputs[0].setFocus()


def _stops(widget: QWidget, window: QWidget) -> list[QWidget]:
    """Return what Tab reaches in `widget`, parts of an input left out."""
    stops = [widget, *widget.findChildren(QWidget)]
    return [
        stop
        for stop in stops
        if stop.focusPolicy() & Qt.FocusPolicy.TabFocus
        and stop.focusProxy() is None
        and stop.window() is window
    ]


def _sign(destructive: bool) -> tuple[Icon, Ink]:
    return (Icon.TRIANGLE_ALERT, Ink.LATE) if destructive else (Icon.CIRCLE_HELP, Ink.ACCENT)
