"""A card that is one line while it is folded: title, a note on what is inside, its buttons within."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, Space, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.card import Card
from dsr_desktop.gui.widgets.fold import Fold
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.layouts import clear


@dataclass(frozen=True)
class Line:
    """What is said, and a muted line below it."""

    text: str
    detail: str = ""


class FoldCard(Card):
    """Unfolds by itself for a request that has something in it, and stays as the user leaves it."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=Space.SNUG, parent=parent)
        self.setAccessibleName(title)
        self.fold = Fold(theme, title)
        self.add(self.fold)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Space.TIGHT)
        self.fold.body.addLayout(self._lines)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(Space.TIGHT)
        self._buttons.addStretch(1)
        self.fold.body.addLayout(self._buttons)
        self.remark = Label(theme, "", TextStyle.CAPTION, Ink.MUTED, wraps=True)
        self.fold.add(self.remark)
        self._shown_for = ""

    def add_button(self, text: str) -> Button:
        """Add a button at the foot."""
        button = Button(self._theme, text, size=ButtonSize.SMALL)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button

    def show_lines(
        self, ref: str, lines: Sequence[Line | QWidget], note: str, *, is_usual: bool = False
    ) -> None:
        """Show what is known about the request `ref`; `note` says it while the card is folded.

        What `is_usual` stays folded all the same.
        """
        clear(self._lines)
        for line in lines:
            shown = line if isinstance(line, QWidget) else _words(self._theme, line)
            self._lines.addWidget(shown)
        self.fold.set_note(note)
        if ref != self._shown_for:
            self._shown_for = ref
            self.fold.set_open(bool(lines) and not is_usual)

    def guard(self, *guarded: tuple[Button, str]) -> None:
        """Disable each button that has a reason, and say the reasons below."""
        for button, reason in guarded:
            if reason:
                button.disable(reason)
            else:
                button.enable()
        reasons = dict.fromkeys(
            reason for button, reason in guarded if reason and not button.isHidden()
        )
        self.remark.setText(" ".join(reasons))
        self.remark.setVisible(bool(reasons))


def _words(theme: Theme, line: Line) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addWidget(Label(theme, line.text, wraps=True))
    if line.detail:
        column.addWidget(Label(theme, line.detail, TextStyle.CAPTION, Ink.MUTED, wraps=True))
    return holder
