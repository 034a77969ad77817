"""What all pages share: header with search, loading when shown, errors as one sentence."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsr_desktop.domain.errors import DsrError
from dsr_desktop.gui.pages.notices import Notices
from dsr_desktop.gui.quick_search import criteria_meant, reference_meant
from dsr_desktop.gui.theme.tokens import Space, Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import Button
from dsr_desktop.gui.widgets.page_header import PageHeader
from dsr_desktop.gui.widgets.search_field import SearchField
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.wording.errors import word_error

_TOP = 18


class Page(QWidget):
    """A page of the window; `section` is its key in the sidebar, "" where none belongs to it.

    Widgets go into `column`, below the header and the banners in `notices`. `load` is called
    whenever the page appears, when the register has changed while it is visible, and by F5.
    """

    section = ""

    def __init__(self, workspace: Workspace, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.primary: Button | None = None
        tr = workspace.tr
        self.search_field = SearchField(workspace.theme, tr("Search everywhere"), key="Ctrl K")
        self.search_field.search_requested.connect(self._search)
        self.header = PageHeader(workspace.theme, title, search=self.search_field)
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(Space.PAGE, _TOP, Space.PAGE, Space.ROOMY)
        self.column.setSpacing(Space.SNUG)
        self.column.addWidget(self.header)
        self.notices = Notices(("error", "log", "cut_off", "purged", "traces", "done", "unread"))
        self.column.addWidget(self.notices)
        workspace.register_changed.connect(self._load_if_seen)

    def load(self) -> None:
        """Read again what the page shows."""

    def take_focus(self) -> None:
        """Put the focus where the work of the page begins."""

    def close_pane(self) -> bool:
        """Close what Esc closes in this page; return whether there was anything to close."""
        return False

    def set_primary(self, button: Button) -> None:
        """Put the page's one filled button at the right end of the header."""
        self.primary = button
        self.header.add_button(button)

    def show_error(self, error: DsrError) -> None:
        """Show an expected error as a banner; it stays until closed or replaced."""
        tr = self.workspace.tr
        banner = Banner(self.workspace.theme, Tone.LATE, word_error(tr, error))
        banner.add_button(tr("Close")).clicked.connect(self.clear_error)
        self.notices.show_notice("error", banner)

    def show_sentence(self, matter: str, sentence: str) -> None:
        """Show a sentence about what the app did as a banner; it stays until closed."""
        banner = Banner(self.workspace.theme, Tone.SOON, sentence)
        close = banner.add_button(self.workspace.tr("Close"))
        close.clicked.connect(lambda: self.notices.take_away(matter))
        self.notices.show_notice(matter, banner)

    def clear_error(self) -> None:
        """Take the error banner away."""
        self.notices.take_away("error")

    def showEvent(self, event: QShowEvent) -> None:
        """Load, unless the window only comes back to the screen."""
        super().showEvent(event)
        if not event.spontaneous():
            self.load()

    def _load_if_seen(self) -> None:
        if self.isVisible():
            self.load()

    def _search(self, text: str) -> None:
        if ref := reference_meant(text):
            self.workspace.show_request(ref)
            return
        try:
            criteria = criteria_meant(text, self.workspace.company.country)
        except DsrError as error:
            self.show_error(error)
            return
        if criteria is not None:
            self.workspace.show_search(criteria)
