"""What the window remembers on this computer: language, theme, place, last register."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QSettings

from dsr_desktop.gui.theme.theme import ThemeMode

_FILE = "window.ini"
_FRENCH = QLocale.Language.French


class WindowSettings:
    """Reads and writes one small file in the app's own folder; nothing in it is personal."""

    def __init__(self, folder: Path) -> None:
        self._stored = QSettings(str(folder / _FILE), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """The language chosen, else that of the system: "fr" or "en"."""
        chosen = self._stored.value("language")
        return chosen if chosen in {"fr", "en"} else _system_language()

    def set_language(self, language: str) -> None:
        """Remember the language."""
        self._stored.setValue("language", language)

    @property
    def mode(self) -> ThemeMode:
        """Light, dark or as the system has it."""
        stored = self._stored.value("theme")
        known = {mode.value: mode for mode in ThemeMode}
        return known.get(str(stored), ThemeMode.SYSTEM)

    def set_mode(self, mode: ThemeMode) -> None:
        """Remember the theme."""
        self._stored.setValue("theme", mode.value)

    @property
    def last_register(self) -> Path | None:
        """The register opened last, None before the first one."""
        stored = self._stored.value("register")
        return Path(stored) if isinstance(stored, str) and stored else None

    def set_last_register(self, path: Path) -> None:
        """Remember the register that was opened."""
        self._stored.setValue("register", str(path))

    @property
    def geometry(self) -> QByteArray | None:
        """Place and size of the window when it was closed last."""
        stored = self._stored.value("geometry")
        return stored if isinstance(stored, QByteArray) else None

    def set_geometry(self, geometry: QByteArray) -> None:
        """Remember place and size of the window."""
        self._stored.setValue("geometry", geometry)


def keep_qt_settings_in(folder: Path) -> None:
    """Make Qt write its own settings into `folder`; call it before the QApplication is made."""
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, str(folder))


def forget_file_dialogs() -> None:
    """Remove the folder names that Qt's file dialog keeps when it is closed."""
    QSettings(QSettings.Scope.UserScope, "QtProject").remove("FileDialog")


def _system_language() -> str:
    return "fr" if QLocale.system().language() == _FRENCH else "en"
