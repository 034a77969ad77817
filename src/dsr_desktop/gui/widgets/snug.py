"""A widget as tall as its content at the width it is given, and never taller."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class Snug(QWidget):
    """Wrapped text makes a size hint too small: the height follows the real width instead."""

    def event(self, event: QEvent) -> bool:
        """Fit again when the content has changed."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = self.heightForWidth(self.width())
        height = needed if needed >= 0 else self.sizeHint().height()
        height = max(height, self.minimumHeight())
        if height != self.maximumHeight():
            self.setMaximumHeight(height)
            self._lay_out_if_hidden()

    def _lay_out_if_hidden(self) -> None:
        """Place the content in the new height: Qt tells a hidden widget of one resizing only."""
        layout = self.layout()
        if layout is not None and not self.isVisible():
            layout.setGeometry(self.rect())
