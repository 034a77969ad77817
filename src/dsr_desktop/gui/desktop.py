"""The window's life from the first dialog to the end: opening, main window, change of language."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from dsr_desktop.domain.errors import DsrError
from dsr_desktop.gui.errors import CrashReporter
from dsr_desktop.gui.garbage import GarbageCollection
from dsr_desktop.gui.jobs import Jobs
from dsr_desktop.gui.opening import Opening
from dsr_desktop.gui.settings import WindowSettings
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme, ThemeMode
from dsr_desktop.gui.theme.tokens import Ink
from dsr_desktop.wording.language import speak

if TYPE_CHECKING:
    from dsr_desktop.gui.main_window import MainWindow
    from dsr_desktop.gui.new_day import NewDay
    from dsr_desktop.services.register import Register

_ICON_SIZE = 64
_AFTER_THE_FIRST_PAINT = 200


def today_here() -> date:
    """Return the date where the user is."""
    return datetime.now().astimezone().date()


class Desktop(QObject):
    """Holds what outlives a window: jobs, theme, the open register, the garbage collection.

    `language` stands in for the one in the settings; `cost` is scrypt's N for a new register.
    """

    def __init__(
        self,
        app: QApplication,
        settings: WindowSettings,
        *,
        language: str = "",
        jobs: Jobs | None = None,
        today: Callable[[], date] = today_here,
        cost: int | None = None,
    ) -> None:
        super().__init__()
        self.window: MainWindow | None = None
        self.new_day: NewDay | None = None
        self.register: Register | None = None
        self.garbage = GarbageCollection(self)
        self.jobs = jobs or Jobs()
        self.theme = Theme(settings.mode)
        self._app = app
        self._settings = settings
        self._today = today
        self._tr = speak(language or settings.language)
        self._qt_texts = QTranslator(self)
        self.reading_ahead = QTimer(self, singleShot=True, interval=_AFTER_THE_FIRST_PAINT)
        self.reading_ahead.timeout.connect(self._read_ahead)
        self.theme.apply(app)
        self._speak_in_qt()
        app.setWindowIcon(self.theme.icon(Icon.SHIELD_CHECK, Ink.ACCENT, _ICON_SIZE))
        self.opening = Opening(self.theme, self._tr, self.jobs, today, cost=cost)
        self.opening.opened.connect(self.show_register)
        self.reporter = CrashReporter(self.theme, self._tr, self._report)
        self.jobs.crashed.connect(self._show_crash)

    def start(self, register: Path | None, usual: Path) -> None:
        """Show the first dialog: for `register`, else the one opened last, else the usual place."""
        last = self._settings.last_register
        if register is None:
            register = last if last is not None and last.exists() else usual
        self.opening.start(register)

    def show_register(self, register: "Register") -> None:
        """Show the main window on an open register."""
        self.register = register
        self._settings.set_last_register(register.path)
        self._show_window("today")
        geometry = self._settings.geometry
        if self.window is not None:
            if geometry is not None:
                self.window.restoreGeometry(geometry)
            self.window.workspace.tell_cut_off(self.opening.cut_off)
            self.window.workspace.tell_purged(self.opening.purged)
        self.reading_ahead.start()

    def change_language(self, language: str) -> None:
        """Build the window anew in another language, at the same place."""
        self._settings.set_language(language)
        self._tr = self.reporter.tr = speak(language)
        self._speak_in_qt()
        before = self.window
        if self.new_day is not None:
            self.new_day.end()
        self._show_window("settings")
        if before is not None and self.window is not None:
            self.window.restoreGeometry(before.saveGeometry())
            before.workspace.deleteLater()
            before.hide()
            before.deleteLater()

    def change_mode(self, mode: ThemeMode) -> None:
        """Change the colours at once, and remember it."""
        self._settings.set_mode(mode)
        self.theme.set_mode(mode)

    def shut_down(self) -> None:
        """Stop the jobs, close the register, give back what was taken over."""
        if self.new_day is not None:
            self.new_day.end()
        self.reading_ahead.stop()
        self.opening.close()
        self.jobs.shut_down()
        self.reporter.uninstall()
        if self.register is not None:
            self._back_up(self.register)
            self.register.close()
        self.register = None
        self.garbage.end()

    def _back_up(self, register: "Register") -> None:
        """Make the backup of the day where the DPO chose places for it."""
        from dsr_desktop.services.backing_up import back_up_at_closing  # noqa: PLC0415 - as above

        back_up_at_closing(register, datetime.now().astimezone())

    def _show_window(self, section: str) -> None:
        from dsr_desktop.gui.main_window import MainWindow  # noqa: PLC0415 - not before it is shown
        from dsr_desktop.gui.new_day import NewDay  # noqa: PLC0415 - loads the services
        from dsr_desktop.gui.workspace import Workspace  # noqa: PLC0415 - loads the services

        assert self.register is not None  # noqa: S101 - opened before
        workspace = Workspace(self.register, self._tr, self.theme, self.jobs, self._today)
        window = MainWindow(workspace)
        self.new_day = NewDay(workspace)
        window.language_chosen.connect(self.change_language)
        window.mode_chosen.connect(self.change_mode)
        window.closed.connect(self._remember_place)
        window.show_section(section)
        window.show_fitting()
        self.window = window

    def _read_ahead(self) -> None:
        """Read what the first search by name needs, while the user looks at the window.

        A search for a key does not wait for it, one for a name takes what is read by then.
        """
        from dsr_desktop.gui.log_check import check_log_of  # noqa: PLC0415 - loads the services
        from dsr_desktop.services.searching import read_words_ahead  # noqa: PLC0415 - loads the services

        if self.window is None:
            return
        workspace = self.window.workspace
        check_log_of(workspace)
        workspace.run(
            self._tr("Loading"),
            lambda _progress: read_words_ahead(workspace.register),
            lambda _outcome: None,
            lane="ahead",
        )

    def _remember_place(self) -> None:
        if self.window is not None:
            self._settings.set_geometry(self.window.saveGeometry())

    def _report(self, error: DsrError) -> None:
        if self.window is not None:
            self.window.workspace.report(error)

    def _show_crash(self, error: Exception) -> None:
        self.opening.end_with_fault()
        self.reporter.show(error)

    def _speak_in_qt(self) -> None:
        """Give Qt's own dialogs, dates and numbers the language of the window."""
        locale = QLocale(self._tr.language)
        QLocale.setDefault(locale)
        self._app.removeTranslator(self._qt_texts)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._qt_texts.load(locale, "qtbase", "_", folder):
            self._app.installTranslator(self._qt_texts)
