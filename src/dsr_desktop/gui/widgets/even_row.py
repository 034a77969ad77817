"""Buttons side by side that share the room: where there is little, all of them do without icon."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dsr_desktop.gui.theme.tokens import Space
from dsr_desktop.gui.widgets.button import Button

_GAP = int(Space.TIGHT)


class EvenRow(QWidget):
    """Gives every button its word and key, and an equal part of what is left over."""

    def __init__(self, buttons: Sequence[Button], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = tuple(buttons)
        for button in self._buttons:
            button.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(max(button.sizeHint().height() for button in self._buttons))

    def sizeHint(self) -> QSize:
        """Ask for the room of all buttons with their icons."""
        return QSize(self._taken(self._widths(has_room=True)), self.height())

    def minimumSizeHint(self) -> QSize:
        """Be content with words and keys."""
        return QSize(self._taken(self._widths(has_room=False)), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons, with icons if all have room for theirs."""
        super().resizeEvent(event)
        has_room = self._taken(self._widths(has_room=True)) <= self.width()
        widths = self._widths(has_room=has_room)
        spare = max(0, self.width() - self._taken(widths)) // len(widths)
        left = 0
        for button, width in zip(self._buttons, widths, strict=True):
            button.leave_room_for_icon(has_room=has_room)
            button.setGeometry(left, 0, width + spare, self.height())
            left += width + spare + _GAP

    def _widths(self, *, has_room: bool) -> list[int]:
        return [button.least_width(with_icon=has_room) for button in self._buttons]

    def _taken(self, widths: Sequence[int]) -> int:
        return sum(widths) + _GAP * (len(widths) - 1)
