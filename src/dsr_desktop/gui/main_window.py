"""The main window: sections at the left, one page, the bottom bar; pages never see each other."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dsr_desktop.domain.criteria import Criteria
from dsr_desktop.domain.errors import DsrError
from dsr_desktop.domain.marking import mark
from dsr_desktop.gui.bottom_bar import BottomBar
from dsr_desktop.gui.pages.contacts.page import ContactsPage
from dsr_desktop.gui.pages.files.page import FilesPage
from dsr_desktop.gui.pages.page import Page
from dsr_desktop.gui.pages.registers.page import RegistersPage
from dsr_desktop.gui.pages.requests.page import RequestsPage
from dsr_desktop.gui.pages.retention.page import RetentionPage
from dsr_desktop.gui.pages.search.page import SearchPage
from dsr_desktop.gui.pages.settings.page import SettingsPage
from dsr_desktop.gui.pages.today.page import TodayPage
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.widgets.dialog import QuestionDialog
from dsr_desktop.gui.widgets.drop_zone import local_paths
from dsr_desktop.gui.widgets.reading_order import put_in_reading_order
from dsr_desktop.gui.widgets.sidebar import Section, Sidebar
from dsr_desktop.gui.workspace import Workspace

APP_NAME = "DSR Desktop"
SIZE = (1280, 800)
_LEAST_SIZE = (1024, 640)
_TITLE_BAR = 32
_SECTIONS: dict[str, tuple[str, Icon]] = {
    "today": (mark("Today"), Icon.LAYOUT_DASHBOARD),
    "requests": (mark("Requests"), Icon.INBOX),
    "search": (mark("Search"), Icon.SEARCH),
    "contacts": (mark("Contacts"), Icon.CONTACT),
    "files": (mark("Files"), Icon.FOLDER_SEARCH),
    "registers": (mark("Registers"), Icon.BOOK_OPEN),
    "retention": (mark("Retention"), Icon.ARCHIVE),
    "settings": (mark("Settings"), Icon.SETTINGS),
}


class MainWindow(QWidget):
    """Shows the pages of one open register; a page is built when it is first shown.

    `language_chosen` and `mode_chosen` carry what the user picks in the settings.
    """

    language_chosen = Signal(str)
    mode_chosen = Signal(object)
    closed = Signal()

    def __init__(self, workspace: Workspace, *, now: Callable[[], datetime] = datetime.now) -> None:
        super().__init__()
        self.workspace = workspace
        self._now = now
        self._pages: dict[str, Page] = {}
        self._stack = QStackedWidget()
        self.sidebar = self._make_sidebar()
        self.status = BottomBar(workspace, now)
        self._lay_out()
        self._listen()
        self._bind_keys()
        self.setAcceptDrops(True)
        self._name_window()
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(*SIZE)
        self.show_section("today")

    @property
    def page(self) -> Page:
        """The page that is shown."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)  # noqa: S101 - the stack holds nothing else
        return page

    def show_section(self, key: str) -> Page:
        """Show the page of a section and return it."""
        if key not in self._pages:
            self._pages[key] = self._build(key)
            self._stack.addWidget(self._pages[key])
        self._stack.setCurrentWidget(self._pages[key])
        self.sidebar.set_current(key)
        return self._pages[key]

    def show_fitting(self) -> None:
        """Show the window, over the whole screen where its usual size would not fit."""
        room = self.screen().availableSize()
        if room.width() < self.width() or room.height() < self.height() + _TITLE_BAR:
            self.showMaximized()
        else:
            self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the pane of the page by Esc."""
        if event.key() != Qt.Key.Key_Escape or not self.page.close_pane():
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go on as one reads: much on the pages is made long after they are."""
        put_in_reading_order(self)
        return super().focusNextPrevChild(forward)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders wherever they are dropped."""
        if local_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Prepare their import."""
        event.acceptProposedAction()
        self.workspace.show_import(local_paths(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first while a job is running: nothing of it would be kept."""
        if self.status.running and not self._may_stop():
            event.ignore()
            return
        self.workspace.jobs.cancel()
        super().closeEvent(event)
        self.closed.emit()

    def _build(self, key: str) -> Page:
        builders: dict[str, Callable[[], Page]] = {
            "requests": lambda: RequestsPage(self.workspace),
            "search": lambda: SearchPage(self.workspace),
            "contacts": lambda: ContactsPage(self.workspace),
            "files": lambda: FilesPage(self.workspace),
            "registers": lambda: RegistersPage(self.workspace, now=self._now),
            "retention": lambda: RetentionPage(self.workspace),
            "settings": self._build_settings,
        }
        return builders.get(key, lambda: TodayPage(self.workspace))()

    def _build_settings(self) -> SettingsPage:
        page = SettingsPage(self.workspace)
        page.language_chosen.connect(self.language_chosen)
        page.mode_chosen.connect(self.mode_chosen)
        return page

    def _go_to(self, key: str) -> None:
        self.show_section(key).take_focus()

    def _open_request(self, ref: str) -> None:
        page = self.show_section("requests")
        assert isinstance(page, RequestsPage)  # noqa: S101 - built as such
        page.open_request(ref)

    def _new_request(self) -> None:
        page = self.show_section("requests")
        assert isinstance(page, RequestsPage)  # noqa: S101 - built as such
        page.new_request()

    def _open_search(self, criteria: Criteria | None, ref: str) -> None:
        page = self.show_section("search")
        assert isinstance(page, SearchPage)  # noqa: S101 - built as such
        page.open_search(criteria, ref)

    def _start_import(self, paths: list[Path]) -> None:
        page = self.show_section("files")
        assert isinstance(page, FilesPage)  # noqa: S101 - built as such
        page.start_import(paths)

    def _show_file(self, source_id: int) -> None:
        page = self.show_section("files")
        assert isinstance(page, FilesPage)  # noqa: S101 - built as such
        page.show_file(source_id)

    def _show_record(self, kind: str, key: str) -> None:
        page = self.show_section("registers")
        assert isinstance(page, RegistersPage)  # noqa: S101 - built as such
        page.show_record(kind, key)

    def _show_suppression(self) -> None:
        page = self.show_section("settings")
        assert isinstance(page, SettingsPage)  # noqa: S101 - built as such
        page.show_suppression()

    def _show_error(self, error: DsrError) -> None:
        self.page.show_error(error)

    def _show_notice(self, matter: str, sentence: str) -> None:
        self.page.show_sentence(matter, sentence)

    def _load_again(self) -> None:
        self.page.load()

    def _search(self) -> None:
        if (field := self.page.header.search) is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()

    def _may_stop(self) -> bool:
        tr = self.workspace.tr
        dialog = QuestionDialog(
            self.workspace.theme,
            tr("Stop the job and close?"),
            tr(
                "{title} is still running. What is not finished is not kept.",
                title=self.status.running,
            ),
            verb=tr("Stop and close"),
            cancel=tr("Go on"),
            destructive=True,
            parent=self,
        )
        return dialog.ask()

    def _make_sidebar(self) -> Sidebar:
        tr = self.workspace.tr
        sections = [
            Section(key, tr(text), icon, f"Ctrl {number}")
            for number, (key, (text, icon)) in enumerate(_SECTIONS.items(), 1)
        ]
        sidebar = Sidebar(self.workspace.theme, APP_NAME, sections, name=tr("Sections"))
        sidebar.set_acting(_acting(self.workspace))
        sidebar.section_requested.connect(self.show_section)
        return sidebar

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self.status)

    def _name_window(self) -> None:
        self.setWindowTitle(f"{self.workspace.company.name} · {APP_NAME}")

    def _listen(self) -> None:
        workspace = self.workspace
        workspace.company_changed.connect(self._name_window)
        workspace.request_wanted.connect(self._open_request)
        workspace.search_wanted.connect(self._open_search)
        workspace.import_wanted.connect(self._start_import)
        workspace.new_request_wanted.connect(self._new_request)
        workspace.record_wanted.connect(self._show_record)
        workspace.file_wanted.connect(self._show_file)
        workspace.suppression_wanted.connect(self._show_suppression)
        workspace.page_wanted.connect(self.show_section)
        workspace.error_met.connect(self._show_error)
        workspace.notice_given.connect(self._show_notice)

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+K": self._search,
            "Ctrl+N": self._new_request,
            "Ctrl+I": lambda: self._start_import([]),
            "F5": self._load_again,
        }
        for number, key in enumerate(_SECTIONS, 1):
            keys[f"Ctrl+{number}"] = partial(self._go_to, key)
        for sequence, press in keys.items():
            QShortcut(QKeySequence(sequence), self).activated.connect(press)


def _acting(workspace: Workspace) -> str:
    actor = workspace.register.actor
    if actor != workspace.company.dpo_name:
        return actor
    return workspace.tr("{name} · DPO", name=actor)
