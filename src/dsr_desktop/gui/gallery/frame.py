"""The frame of the window around a specimen page: sections, content, bottom bar."""

from collections.abc import Sequence

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Space
from dsr_desktop.gui.widgets.cells import LOOK_ROLE, CellLook, RowLook
from dsr_desktop.gui.widgets.sidebar import Section, Sidebar
from dsr_desktop.gui.widgets.status_bar import StatusBar

_SECTIONS = (
    Section("today", "Today", Icon.LAYOUT_DASHBOARD, "Ctrl 1"),
    Section("requests", "Requests", Icon.INBOX, "Ctrl 2"),
    Section("search", "Search", Icon.SEARCH, "Ctrl 3"),
    Section("contacts", "Contacts", Icon.CONTACT, "Ctrl 4"),
    Section("files", "Files", Icon.FOLDER_SEARCH, "Ctrl 5"),
    Section("registers", "Registers", Icon.FILE_TEXT, "Ctrl 6"),
    Section("retention", "Retention", Icon.ARCHIVE, "Ctrl 7"),
    Section("settings", "Settings", Icon.SETTINGS, "Ctrl 8"),
)


class Frame(QWidget):
    """Sidebar, a page whose widgets stand in `page`, and the bottom bar."""

    def __init__(self, theme: Theme, current: str) -> None:
        super().__init__()
        self.sidebar = Sidebar(theme, "DSR Desktop", _SECTIONS, name="Sections")
        self.sidebar.set_current(current)
        self.sidebar.set_acting("Nora Vidal · DPO")
        self.status = StatusBar(theme, name="State", cancel_text="Cancel")
        self.status.set_register("register.dsr")
        self.status.set_lock("Locks after 10 min")
        self.status.set_offline("Offline: nothing leaves this computer")
        self.status.set_saved("Saved 14:02 · last backup yesterday 18:30")
        self.page = QVBoxLayout()
        self.page.setContentsMargins(Space.PAGE, 18, Space.PAGE, Space.ROOMY)
        self.page.setSpacing(Space.SNUG)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(self.page, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self.status)


def rows_model(looks: Sequence[RowLook]) -> QStandardItemModel:
    """Return a model with one row for each look; heads cannot be selected."""
    model = QStandardItemModel()
    for look in looks:
        item = QStandardItem(f"{look.title} {look.detail}")
        item.setData(look, LOOK_ROLE)
        item.setSelectable(not look.header)
        item.setEnabled(not look.header)
        model.appendRow(item)
    return model


def cells(looks: Sequence[CellLook]) -> list[QStandardItem]:
    """Return the items of one row."""
    row = []
    for look in looks:
        item = QStandardItem(look.text or (look.chip.text if look.chip else ""))
        item.setData(look, LOOK_ROLE)
        row.append(item)
    return row
