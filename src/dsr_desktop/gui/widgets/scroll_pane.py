"""A pane that scrolls instead of squeezing what is in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class ScrollPane(QScrollArea):
    """Stacks widgets in `body` and scrolls up and down.

    With a `name` it is a stop for Tab, so that text without buttons can be scrolled by keys.
    """

    def __init__(self, name: str = "", *, spacing: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setProperty("stop", bool(name))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name else Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setObjectName("scrolled")
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(spacing)
        self.setWidget(content)

    def add(self, widget: QWidget, *, stretch: int = 0) -> None:
        """Add `widget` below what is there."""
        self.body.addWidget(widget, stretch)
