"""A field for a secret: hidden while it is typed, with an eye to look at it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Space
from dsr_desktop.gui.widgets.button import IconButton
from dsr_desktop.gui.widgets.editors import TextEditor, set_flag
from dsr_desktop.gui.widgets.label import plain_tool_tip


class SecretEditor(QWidget):
    """`name` is for screen readers, `show` and `hide` name what the eye does; Enter submits."""

    submitted = Signal()

    def __init__(
        self, theme: Theme, name: str, *, show: str, hide: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._show, self._hide = show, hide
        self.editor = TextEditor(placeholder=name)
        self.editor.setAccessibleName(name)
        self.editor.setEchoMode(QLineEdit.EchoMode.Password)
        self.editor.returnPressed.connect(self.submitted)
        self.eye = IconButton(theme, Icon.EYE, show)
        self.eye.clicked.connect(self._turn)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.HAIR)
        row.addWidget(self.editor, 1)
        row.addWidget(self.eye)
        self.setFocusProxy(self.editor)

    def text(self) -> str:
        """Return what was typed."""
        return self.editor.text()

    def set_wrong(self, rule: str) -> None:
        """Mark the field and tell screen readers what is wrong; "" takes it back."""
        set_flag(self.editor, "wrong", bool(rule))
        self.editor.setAccessibleDescription(rule)

    def _turn(self) -> None:
        shows = self.editor.echoMode() == QLineEdit.EchoMode.Password
        modes = QLineEdit.EchoMode
        self.editor.setEchoMode(modes.Normal if shows else modes.Password)
        name = self._hide if shows else self._show
        self.eye.show_verb("", Icon.EYE_OFF if shows else Icon.EYE)
        self.eye.setAccessibleName(name)
        self.eye.setToolTip(plain_tool_tip(name))
