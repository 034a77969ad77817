"""The message that stays until its matter is solved."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import IconSize, Ink, Radius, TextStyle, Tone
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.canvas import Canvas
from dsr_desktop.gui.widgets.icon_label import IconLabel
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.snug import Snug

_MOST_BUTTONS = 2
_ICONS = {
    Tone.LATE: Icon.OCTAGON_ALERT,
    Tone.SOON: Icon.TRIANGLE_ALERT,
    Tone.OK: Icon.CIRCLE_CHECK,
}


class Banner(Snug):
    """Icon, what is the matter in bold, then the consequence, and at most two buttons.

    `icon` replaces the one of the tone: error, warning, information, done.
    """

    def __init__(
        self,
        theme: Theme,
        tone: Tone,
        what: str,
        consequence: str = "",
        *,
        icon: Icon | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = tone
        self.buttons: list[Button] = []
        self._what = Label(theme, "", TextStyle.STRONG, wraps=True)
        self._consequence = Label(theme, "", wraps=True)
        self.body = QVBoxLayout()
        self._row = QHBoxLayout(self)
        self._lay_out(IconLabel(theme, icon or _icon_of(tone), _ink_of(tone), IconSize.SECTION))
        self.set_words(what, consequence)

    def set_words(self, what: str, consequence: str) -> None:
        """Change what is the matter and what follows from it."""
        self._what.setText(what)
        self._consequence.setText(consequence)
        self._consequence.setVisible(bool(consequence))
        self.setAccessibleName(what)
        self.setAccessibleDescription(consequence)

    def add_button(self, text: str, icon: Icon | None = None) -> Button:
        """Add a button at the right; a third one raises ValueError."""
        if len(self.buttons) == _MOST_BUTTONS:
            raise ValueError("a banner has at most two buttons")
        button = Button(self._theme, text, icon=icon, size=ButtonSize.SMALL)
        self.buttons.append(button)
        self._row.addWidget(button)
        return button

    def add(self, widget: QWidget) -> None:
        """Add `widget` below the consequence, such as the answers to a question."""
        self.body.addSpacing(5)
        self.body.addWidget(widget)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell screen readers."""
        super().showEvent(event)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tinted box."""
        colours = self._theme.tokens.tone(self._tone)
        canvas = Canvas.on(self, self._theme)
        area = QRectF(self.rect())
        canvas.box(area, Radius.BANNER, fill=colours.fill, border=colours.edge)

    def _lay_out(self, icon: IconLabel) -> None:
        self._row.setContentsMargins(13, 10, 10, 10)
        self._row.setSpacing(10)
        self._row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        self.body.setSpacing(1)
        self.body.addWidget(self._what)
        self.body.addWidget(self._consequence)
        self._row.addLayout(self.body, 1)


def _icon_of(tone: Tone) -> Icon:
    return _ICONS.get(tone, Icon.INFO)


def _ink_of(tone: Tone) -> Ink:
    return Ink.MUTED if tone is Tone.OUTLINE else Ink(tone.value)
