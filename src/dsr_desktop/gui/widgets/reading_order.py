"""The order of Tab through a window: as one reads it, in whatever order its widgets were made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QSplitter, QWidget


def put_in_reading_order(window: QWidget) -> None:
    """Let Tab follow the layouts of `window`: rows from left to right, columns downwards."""
    stops = [widget for widget in _as_read(window) if _is_stop(widget)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def focus_first(part: QWidget) -> None:
    """Put the focus on the first thing in `part` that can be used."""
    usable = (one for one in (part, *_as_read(part)) if one.isEnabled() and one.isVisible())
    first = next((one for one in usable if _is_stop(one)), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.TabFocusReason)


def _as_read(widget: QWidget) -> Iterator[QWidget]:
    for part in _parts(widget):
        yield part
        yield from _as_read(part)


def _parts(widget: QWidget) -> list[QWidget]:
    """Return the children in the order of the layout, then those that no layout places."""
    layout = widget.layout()
    placed = list(_placed(layout)) if layout is not None else []
    if isinstance(widget, QSplitter):
        placed = [pane for n in range(widget.count()) if (pane := widget.widget(n)) is not None]
    children = (child for child in widget.children() if isinstance(child, QWidget))
    others = [child for child in children if child not in placed]
    return [part for part in (*placed, *others) if not part.isWindow()]


def _placed(layout: QLayout) -> Iterator[QWidget]:
    for number in _cells(layout):
        item = layout.itemAt(number)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _placed(inner)


def _cells(layout: QLayout) -> list[int]:
    numbers = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        numbers.sort(key=lambda number: tuple(layout.getItemPosition(number))[:2])  # type: ignore[arg-type]
    return numbers


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
