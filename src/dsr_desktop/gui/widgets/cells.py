"""What a cell or a row of a list says; models hand these out, delegates draw them."""

from dataclasses import dataclass

from PySide6.QtCore import Qt

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.tokens import Ink, TextStyle
from dsr_desktop.gui.widgets.chip import ChipLook

LOOK_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""A `CellLook` in a table or tree, a `RowLook` in a row list."""
SORT_ROLE = int(Qt.ItemDataRole.UserRole) + 2
"""The raw value that a sort model compares."""


@dataclass(frozen=True)
class CellLook:
    """One cell: text with an icon before it, an aside after it and a detail below it, or a chip.

    `number` aligns right with figures of equal width. In a grouped list, `group` marks the cells
    of a group header.
    """

    text: str = ""
    detail: str = ""
    aside: str = ""
    chip: ChipLook | None = None
    icon: Icon | None = None
    icon_ink: Ink = Ink.MUTED
    style: TextStyle = TextStyle.BODY
    ink: Ink = Ink.TEXT
    number: bool = False
    group: bool = False


@dataclass(frozen=True)
class RowLook:
    """One row of a list with a single column.

    Title with an aside, a detail line below, an icon before; at the right a chip, a score from 0
    to 100, or a short state with its icon; without an icon the state itself takes `state_ink`.
    `header` draws the head of a group, whose chip stands beside the title; `under_head` leaves the room
    of an icon free, so that words stand below those of the head.
    """

    title: str
    detail: str = ""
    aside: str = ""
    icon: Icon | None = None
    icon_ink: Ink = Ink.MUTED
    chip: ChipLook | None = None
    score: int | None = None
    state: str = ""
    state_icon: Icon | None = None
    state_ink: Ink = Ink.MUTED
    strong: bool = True
    ink: Ink = Ink.TEXT
    header: bool = False
    under_head: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says of the row."""
        chip = self.chip.text if self.chip else ""
        return ", ".join(filter(None, (self.aside, self.title, self.detail, chip or self.state)))
