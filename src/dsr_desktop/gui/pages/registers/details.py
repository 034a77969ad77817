"""The pane beside the table: all that is known of one record, its gaps, and what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.pages.registers.views import Action, Line
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import IconSize, Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.card import Divider, ListCard
from dsr_desktop.gui.widgets.flow import Flow
from dsr_desktop.gui.widgets.icon_label import IconLabel
from dsr_desktop.gui.widgets.key_values import KeyValue
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.gui.widgets.scroll_pane import ScrollPane
from dsr_desktop.gui.widgets.snug import Snug
from dsr_desktop.wording.language import Tr

_MOST_ACTIONS = 3
_FACT_GAP = 9


class RecordDetails(ListCard):
    """`requested` carries the Action whose button was pressed."""

    requested = Signal(object)

    def __init__(self, theme: Theme, tr: Tr) -> None:
        super().__init__(theme)
        self._actions: Sequence[Action] = ()
        self.buttons = [self._button(number) for number in range(_MOST_ACTIONS)]
        self._title = Label(theme, "", TextStyle.SECTION, wraps=True)
        self._hints = QVBoxLayout()
        self._hints.setSpacing(Space.TIGHT)
        self.facts = FactList(theme)
        self._pane = ScrollPane(tr("About the record"), spacing=Space.SNUG)
        self._foot = QWidget()
        self._lay_out()

    def show_line(self, line: Line | None) -> None:
        """Show another record; nothing of None."""
        self.setVisible(line is not None)
        if line is None:
            return
        self._title.setText(line.title)
        clear(self._hints)
        for hint in line.hints:
            self._hints.addWidget(HintRow(self._theme, hint))
        self.facts.show_facts(line.facts)
        self._show_actions(line.actions)

    def press(self, number: int) -> None:
        """Do what a button of the foot does."""
        self.buttons[number].click()

    def _show_actions(self, actions: Sequence[Action]) -> None:
        """Change the buttons that are there: one that stays keeps its focus."""
        self._actions = actions
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(actions))
            if number < len(actions):
                show_action(button, actions[number])
        self._foot.setVisible(bool(actions))

    def _button(self, number: int) -> Button:
        button = Button(self._theme, "", size=ButtonSize.SMALL)
        button.clicked.connect(lambda: self.requested.emit(self._actions[number]))
        return button

    def _lay_out(self) -> None:
        pane = self._pane
        pane.body.setContentsMargins(Space.ROOMY, Space.SNUG, Space.ROOMY, Space.ROOMY)
        pane.add(self._title)
        pane.body.addLayout(self._hints)
        pane.add(self.facts)
        pane.body.addStretch(1)
        self.add(pane, stretch=1)
        self.add(self._make_foot())

    def _make_foot(self) -> QWidget:
        buttons = Snug()
        flow = Flow(buttons)
        for button in self.buttons:
            flow.addWidget(button)
        padded = QVBoxLayout()
        padded.setContentsMargins(Space.ROOMY, Space.SNUG, Space.ROOMY, Space.ROOMY - 2)
        padded.addWidget(buttons)
        column = QVBoxLayout(self._foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Divider(self._theme))
        column.addLayout(padded)
        return self._foot


class FactList(Snug):
    """What is known of a record: each label above its text, which may be long."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)

    def show_facts(self, facts: Sequence[KeyValue]) -> None:
        """Show other facts; the reason of one stands beside its label."""
        clear(self._column)
        for number, fact in enumerate(facts):
            words = f"{fact.key} · {fact.reason}" if fact.reason else fact.key
            label = Label(self._theme, words, TextStyle.CAPTION, Ink.MUTED)
            label.setContentsMargins(0, _FACT_GAP if number else 0, 0, 0)
            text = Label(self._theme, fact.value, wraps=True, selectable=True)
            text.setAccessibleName(f"{words}: {fact.value}")
            self._column.addWidget(label)
            self._column.addWidget(text)


class HintRow(Snug):
    """One gap in words, with what to do."""

    def __init__(self, theme: Theme, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.TIGHT)
        sign = IconLabel(theme, Icon.CIRCLE_ALERT, Ink.SOON, IconSize.CHIP)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(theme, sentence, wraps=True), 1)


def show_action(button: Button, action: Action) -> None:
    """Show the verb of an action on a button, and why it cannot be done."""
    button.show_verb(action.verb, action.icon)
    if action.refusal:
        button.disable(action.refusal)
    else:
        button.enable()
