"""Two fields side by side in a form: a name and its postcode, for example."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from dsr_desktop.gui.theme.tokens import Space
from dsr_desktop.gui.widgets.field import Field


def field_pair(wide: Field, narrow: Field) -> QWidget:
    """Return both fields in a row, the first a little wider."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.SNUG)
    row.addWidget(wide, 3)
    row.addWidget(narrow, 2)
    return pair
