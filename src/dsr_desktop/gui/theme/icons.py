"""The line icons: one name each, drawn in any colour and size from resources/icons."""

from enum import StrEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from dsr_desktop.resources import resource_path

_STROKE = 1.75
_RATIOS = (1, 2)


class Icon(StrEnum):
    """The icons of the app, by their Lucide names. One icon has one meaning."""

    ARCHIVE = "archive"  # kept
    ARROW_RIGHT = "arrow-right"
    BOOK_OPEN = "book-open"
    CALENDAR = "calendar"
    CHECK = "check"
    CHEVRON_DOWN = "chevron-down"
    CHEVRON_LEFT = "chevron-left"
    CHEVRON_RIGHT = "chevron-right"
    CHEVRON_UP = "chevron-up"
    CIRCLE_ALERT = "circle-alert"  # needs you
    CIRCLE_CHECK = "circle-check"  # verified
    CIRCLE_DASHED = "circle-dashed"  # open, not answered yet
    CIRCLE_HELP = "circle-help"  # unsure
    CIRCLE_X = "circle-x"  # someone else
    CLIPBOARD_CHECK = "clipboard-check"  # declared, not verified
    CLOCK = "clock"
    CONTACT = "contact"
    DATABASE = "database"  # register
    DOWNLOAD = "download"
    EQUAL = "equal"
    ERASER = "eraser"
    EYE = "eye"
    EYE_OFF = "eye-off"  # hidden or masked
    FILE = "file"
    FILE_SPREADSHEET = "file-spreadsheet"
    FILE_TEXT = "file-text"
    FILE_X = "file-x"  # cannot be read
    FILTER = "filter"
    FOLDER_CHECK = "folder-check"
    FOLDER_DOWN = "folder-down"  # drop files here
    FOLDER_OPEN = "folder-open"
    FOLDER_SEARCH = "folder-search"
    HOURGLASS = "hourglass"
    INBOX = "inbox"
    INFO = "info"
    LAYOUT_DASHBOARD = "layout-dashboard"
    LIST_CHECKS = "list-checks"
    LOADER = "loader-circle"
    LOCK = "lock"
    LOCK_OPEN = "lock-open"
    MAIL = "mail"
    OCTAGON_ALERT = "octagon-alert"  # error: nothing was done
    PACKAGE = "package"
    PAUSE = "pause"
    PLUS = "plus"
    PRINTER = "printer"
    REFRESH = "refresh-cw"
    SCALE = "scale"
    SCAN_SEARCH = "scan-search"  # coverage of a search
    SEARCH = "search"
    SEND = "send"
    SERVER = "server"  # a system the app cannot read
    SETTINGS = "settings"
    SHIELD_ALERT = "shield-alert"  # held back
    SHIELD_CHECK = "shield-check"  # the app
    SPARKLES = "sparkles"  # new key
    TRASH = "trash-2"
    TRIANGLE_ALERT = "triangle-alert"  # something is missing
    UNDO = "undo-2"
    UPLOAD = "upload"
    USER = "user"
    USER_CHECK = "user-check"  # this is the person
    USER_X = "user-x"
    WIFI_OFF = "wifi-off"  # offline
    X = "x"


class Icons:
    """Draws icons and keeps what it has drawn; files are read when first shown."""

    def __init__(self) -> None:
        self._folder = resource_path("icons")
        self._sources: dict[Icon, str] = {}
        self._pixmaps: dict[tuple[Icon, str, int, float], QPixmap] = {}

    def pixmap(self, name: Icon, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
        """Return the icon in "#rrggbb" `colour`, `size` logical pixels wide, for a screen ratio."""
        key = (name, colour, size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._draw(name, colour, size, ratio)
        return self._pixmaps[key]

    def icon(self, name: Icon, colour: str, size: int, disabled: str = "") -> QIcon:
        """Return a QIcon for menus and lists, sharp on single and double density screens."""
        icon = QIcon()
        for ratio in _RATIOS:
            icon.addPixmap(self.pixmap(name, colour, size, ratio))
            if disabled:
                icon.addPixmap(self.pixmap(name, disabled, size, ratio), QIcon.Mode.Disabled)
        return icon

    def _draw(self, name: Icon, colour: str, size: int, ratio: float) -> QPixmap:
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer = QSvgRenderer(self._source(name).replace("currentColor", colour).encode())
        renderer.render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _source(self, name: Icon) -> str:
        if name not in self._sources:
            text = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
            self._sources[name] = text.replace('stroke-width="2"', f'stroke-width="{_STROKE}"')
        return self._sources[name]
