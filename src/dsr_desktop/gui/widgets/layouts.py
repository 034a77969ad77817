"""Emptying a layout before it is filled anew, and giving what is new its place at once."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLayout, QWidget

_DECIDED = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


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
