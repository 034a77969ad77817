"""The processing activities: what each rests on, and whether the DPO has confirmed it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.pages.settings.views import ActivityLine
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle, Tone
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.card import Card, Divider
from dsr_desktop.gui.widgets.chip import Chip, ChipLook, chip_width
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.gui.widgets.snug import Snug
from dsr_desktop.wording.language import Tr


class ActivitiesCard(Card):
    """`confirm_requested` carries the ActivityLine whose button was pressed."""

    confirm_requested = Signal(object)

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        self._waiting = Label(theme, "", TextStyle.CAPTION, Ink.MUTED)
        super().__init__(theme, tr("Processing activities"), aside=self._waiting, parent=parent)
        self._tr = tr
        explanation = tr(
            "The legal basis decides what portability covers, art. 20(1). Nothing is portable "
            "before you have confirmed it."
        )
        self.add(Label(theme, explanation, ink=Ink.MUTED, wraps=True))
        self.rows: dict[str, ActivityRow] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(Space.TIGHT)
        self.body.addLayout(self._column)

    def show_lines(self, lines: Sequence[ActivityLine]) -> None:
        """Show the activities; a row that stays keeps its focus."""
        if list(self.rows) != [line.code for line in lines]:
            self._build(lines)
        for line in lines:
            self.rows[line.code].show_line(line)
        left = sum(not line.is_confirmed for line in lines)
        words = self._tr.count("{n} to confirm", "{n} to confirm", left)
        self._waiting.setText(words if left else self._tr("all confirmed"))

    def _build(self, lines: Sequence[ActivityLine]) -> None:
        clear(self._column)
        self.rows = {}
        for line in lines:
            row = ActivityRow(self._theme, self._tr, line, self)
            row.confirm_requested.connect(self.confirm_requested)
            self.rows[line.code] = row
            self._column.addWidget(Divider(self._theme, self))
            self._column.addWidget(row)


class ActivityRow(Snug):
    """Code and name, what the activity rests on, its state, and the button to confirm it."""

    confirm_requested = Signal(object)

    def __init__(self, theme: Theme, tr: Tr, line: ActivityLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.name = Label(theme, wraps=True)
        self.basis = Label(theme, "", TextStyle.CAPTION, Ink.MUTED, wraps=True)
        self.chip = Chip(theme, ChipLook(""))
        self.button = Button(theme, "", size=ButtonSize.SMALL)
        self.button.clicked.connect(lambda: self.confirm_requested.emit(self.line))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.name)
        words.addWidget(self.basis)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SNUG)
        row.addLayout(words, 1)
        row.addWidget(self.chip)
        row.addWidget(self.button)
        self._looks = (
            ChipLook(tr("To confirm"), Tone.SOON, Icon.CIRCLE_ALERT),
            ChipLook(tr("Confirmed"), Tone.OK, Icon.CIRCLE_CHECK),
        )
        self._verbs = (tr("Confirm…"), tr("Change…"))
        self._line_up()
        self.show_line(line)

    def _line_up(self) -> None:
        """Make chip and button as wide in every row as the widest of them."""
        self.chip.setMinimumWidth(max(chip_width(self._theme, look) for look in self._looks))
        widths = []
        for verb in self._verbs:
            self.button.setText(verb)
            widths.append(self.button.sizeHint().width())
        self.button.setFixedWidth(max(widths))

    def show_line(self, line: ActivityLine) -> None:
        """Show the activity as it stands now."""
        self.line = line
        self.name.setText(f"{line.code} · {line.name}")
        self.basis.setText(line.basis_words)
        look = self._looks[line.is_confirmed]
        self.chip.show_look(look)
        self.button.setText(self._verbs[line.is_confirmed])
        self.button.setAccessibleDescription(self.name.text())
        self.setAccessibleName(", ".join((self.name.text(), line.basis_words, look.text)))
