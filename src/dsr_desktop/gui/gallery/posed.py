"""Widgets held in a state that only pointer or keyboard give them otherwise."""

from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStyleOptionFrame

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.button import Button, ButtonKind
from dsr_desktop.gui.widgets.editors import TextEditor

HOVER = QStyle.StateFlag.State_MouseOver
FOCUS = QStyle.StateFlag.State_HasFocus


class PosedButton(Button):
    """A button that looks as if it were hovered or focused."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: ButtonKind,
        pose: QStyle.StateFlag,
        *,
        icon: Icon | None = None,
    ) -> None:
        super().__init__(theme, text, kind, icon=icon)
        self._pose = pose

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Add the pose to the real state."""
        super().initStyleOption(option)
        option.state |= self._pose


class PosedEditor(TextEditor):
    """A text field that looks as if it had the focus."""

    def initStyleOption(self, option: QStyleOptionFrame) -> None:
        """Add the focus to the real state."""
        super().initStyleOption(option)
        option.state |= FOCUS
