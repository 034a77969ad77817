"""A form field: label above, input, and one line below for help or what is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import IconSize, Ink, Space, TextStyle
from dsr_desktop.gui.widgets.editors import set_flag
from dsr_desktop.gui.widgets.icon_label import IconLabel
from dsr_desktop.gui.widgets.label import CutLabel, Label

_LINE_HEIGHT = 16


class Field(QWidget):
    """Puts label and help line around `editor`.

    `optional` is the word shown beside the label of a field that may stay empty. The line below
    keeps its place when it is empty, so that nothing jumps when an error appears.
    """

    def __init__(
        self,
        theme: Theme,
        label: str,
        editor: QWidget,
        *,
        help_text: str = "",
        optional: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._help_text = help_text
        self._error = ""
        self._label = Label(theme, label.replace("&", "&&"), ink=Ink.MUTED)
        self._label.setBuddy(editor)
        self._line = CutLabel(theme, help_text, TextStyle.CAPTION, Ink.MUTED)
        self._sign = IconLabel(theme, Icon.CIRCLE_ALERT, Ink.LATE, IconSize.CHIP)
        self._sign.hide()
        self._optional = Label(theme, optional, TextStyle.CAPTION, Ink.MUTED)
        editor.setAccessibleName(label)
        editor.setAccessibleDescription(help_text)
        self._lay_out()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def error(self) -> str:
        """The rule that is broken, or "" ."""
        return self._error

    def set_label(self, label: str) -> None:
        """Ask for something else in the same place."""
        self._label.setText(label.replace("&", "&&"))
        self.editor.setAccessibleName(label)

    def set_help(self, text: str) -> None:
        """Change the help line; an error on show stays until it is taken back."""
        self._help_text = text
        if not self._error:
            self.set_error("")

    def set_error(self, rule: str) -> None:
        """Show which rule is broken ("Must not lie after today"); "" takes it back."""
        self._error = rule
        self._line.setText(rule or self._help_text)
        self._line.set_ink(Ink.LATE if rule else Ink.MUTED)
        self._sign.setVisible(bool(rule))
        self.editor.setAccessibleDescription(rule or self._help_text)
        set_flag(self.editor, "wrong", bool(rule))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(_row(self._label, self._optional))
        column.addWidget(self.editor)
        below = _row(self._sign, self._line)
        column.addLayout(below)
        self._line.setFixedHeight(_LINE_HEIGHT + 2)
        below.setAlignment(self._sign, Qt.AlignmentFlag.AlignVCenter)


def _row(first: QWidget, second: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.HAIR + 1)
    row.addWidget(first)
    row.addWidget(second)
    row.addStretch(1)
    return row
