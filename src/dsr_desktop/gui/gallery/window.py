"""The gallery window: one sheet at a time, built when it is first shown."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from dsr_desktop.gui.gallery.components import ComponentsSheet
from dsr_desktop.gui.gallery.erasure import ErasureSheet
from dsr_desktop.gui.gallery.importing import ImportSheet
from dsr_desktop.gui.gallery.request import RequestSheet
from dsr_desktop.gui.gallery.review import ReviewSheet
from dsr_desktop.gui.gallery.start import StartSheet
from dsr_desktop.gui.theme.theme import Theme

SHEETS: dict[str, Callable[[Theme], QWidget]] = {
    "components": ComponentsSheet,
    "review": ReviewSheet,
    "request": RequestSheet,
    "erasure": ErasureSheet,
    "importing": ImportSheet,
    "start": StartSheet,
}
SIZE = (1280, 800)


class Gallery(QWidget):
    """Shows the sheets; Ctrl 1 to 6 changes between them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._built: dict[str, QWidget] = {}
        self._stack = QStackedLayout(self)
        self.setWindowTitle("Gallery")
        self.resize(*SIZE)
        for number, name in enumerate(SHEETS, 1):
            key = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            key.activated.connect(lambda n=name: self.show_sheet(n))
        self.show_sheet("components")

    def show_sheet(self, name: str) -> QWidget:
        """Show a sheet by its name in `SHEETS` and return it."""
        if name not in self._built:
            self._built[name] = SHEETS[name](self._theme)
            self._stack.addWidget(self._built[name])
        self._stack.setCurrentWidget(self._built[name])
        return self._built[name]

    def save_picture(self, path: Path) -> None:
        """Write a picture of the sheet that is shown, with the focus where the sheet wants it."""
        sheet = self._stack.currentWidget() or self
        focused = self.focusWidget()
        if sheet.focusProxy() is not None:
            sheet.setFocus()
        elif focused is not None:
            focused.clearFocus()
        self.grab().save(str(path))
