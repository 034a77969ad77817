"""Makes several buttons one stop for Tab, with the arrow keys moving inside."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FocusGroup(QObject):
    """Watches `buttons`; with `presses` an arrow also presses what it reaches, as in a radio group.

    Enter on what is chosen already in such a group is left to the form. Buttons that are hidden or
    disabled are passed over.
    """

    def __init__(
        self, buttons: Sequence[QAbstractButton], parent: QObject, *, presses: bool = False
    ) -> None:
        super().__init__(parent)
        self._buttons = list(buttons)
        self._presses = presses
        for button in self._buttons:
            button.installEventFilter(self)
        self.set_stop(0)

    def set_stop(self, index: int) -> None:
        """Make the button at `index` the one that Tab reaches."""
        for number, button in enumerate(self._buttons):
            stop = Qt.FocusPolicy.StrongFocus if number == index else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(stop)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle arrows, Home, End and Enter; follow the focus."""
        if not isinstance(watched, QAbstractButton):
            return False
        if event.type() == QEvent.Type.FocusIn:
            self.set_stop(self._buttons.index(watched))
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._handle_key(watched, event.key())
        return False

    def _handle_key(self, button: QAbstractButton, key: int) -> bool:
        if key in _PRESS and not (self._presses and button.isChecked()):
            button.click()
            return True
        target = self._target(button, key)
        if target is None:
            return False
        target.setFocus(Qt.FocusReason.TabFocusReason)
        if self._presses and target is not button:
            target.click()
        return True

    def _target(self, button: QAbstractButton, key: int) -> QAbstractButton | None:
        usable = [b for b in self._buttons if b.isEnabled() and not b.isHidden()]
        if key == Qt.Key.Key_Home:
            return usable[0]
        if key == Qt.Key.Key_End:
            return usable[-1]
        if key not in _STEPS:
            return None
        place = usable.index(button) + _STEPS[Qt.Key(key)]
        return usable[max(0, min(place, len(usable) - 1))]
