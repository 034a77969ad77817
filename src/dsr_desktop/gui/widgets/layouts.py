"""Widgets side by side, emptying a layout, and giving what is new its place at once."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QWidget

from dsr_desktop.gui.theme.tokens import Space

_DECIDED = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


def side_by_side(*widgets: QWidget) -> QWidget:
    """Keep widgets that belong together on one line, as wide as they are."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.TIGHT)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return holder


def clear(layout: QLayout) -> None:
    """Take all widgets out of `layout`, hide them now and delete them when Qt is idle."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def lay_out_now(pane: QWidget) -> None:
    """Show and place what was just added to `pane`: Qt alone would draw half-made frames first."""
    for part in pane.findChildren(QWidget):
        if part.window() == pane.window() and not part.testAttribute(_DECIDED):
            part.show()
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
