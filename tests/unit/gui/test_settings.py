"""What the window remembers, and that nothing of it lands outside the app's own folder."""

import pytest
from PySide6.QtCore import QByteArray, QEvent, QLocale, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from dsr_desktop.gui.file_choice import (
    choose_files,
    choose_folder,
    choose_new_register,
    choose_register,
)
from dsr_desktop.gui.settings import WindowSettings, keep_qt_settings_in
from dsr_desktop.gui.theme.theme import ThemeMode


@pytest.fixture
def settings(qapp, tmp_path):
    return WindowSettings(tmp_path)


@pytest.fixture
def qt_settings(tmp_path_factory):
    folder = tmp_path_factory.mktemp("qt")
    keep_qt_settings_in(folder)
    return folder


@pytest.fixture
def parent(qtbot, theme):
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def test_a_new_window_speaks_the_language_of_the_system(settings):
    french = QLocale.system().language() == QLocale.Language.French
    assert settings.language == ("fr" if french else "en")


def test_what_was_chosen_is_found_again(settings, tmp_path):
    settings.set_language("fr")
    settings.set_mode(ThemeMode.DARK)
    settings.set_last_register(tmp_path / "register.dsr")
    settings.set_geometry(QByteArray(b"place"))

    again = WindowSettings(tmp_path)

    assert again.language == "fr"
    assert again.mode is ThemeMode.DARK
    assert again.last_register == tmp_path / "register.dsr"
    assert again.geometry == QByteArray(b"place")


def test_nothing_was_chosen_at_first(settings):
    assert settings.mode is ThemeMode.SYSTEM
    assert settings.last_register is None
    assert settings.geometry is None


@pytest.mark.parametrize("line", ["language=klingon", "theme=pink", "register="])
def test_a_file_that_was_tampered_with_does_no_harm(qapp, tmp_path, line):
    (tmp_path / "window.ini").write_text(f"[General]\n{line}\n")

    settings = WindowSettings(tmp_path)

    assert settings.language in {"fr", "en"}
    assert settings.mode is ThemeMode.SYSTEM
    assert settings.last_register is None


def test_the_file_lies_in_the_folder_given(settings, tmp_path):
    settings.set_language("fr")
    settings._stored.sync()

    assert (tmp_path / "window.ini").is_file()


def answer_with(*paths):
    """Type paths into the file dialog that comes up, and accept it."""

    def answer():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        typed = " ".join(f'"{path}"' for path in paths) if len(paths) > 1 else str(paths[0])
        dialog.findChild(QLineEdit, "fileNameEdit").setText(typed)
        dialog.accept()

    QTimer.singleShot(0, answer)


def go_back():
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())


def test_files_are_chosen_by_name(parent, qt_settings, tmp_path):
    lists = [tmp_path / "crm.csv", tmp_path / "newsletter.csv"]
    for file in lists:
        file.write_text("Mail")
    answer_with(*lists)

    assert choose_files(parent, "Import files") == lists


def test_a_folder_is_chosen_by_name(parent, qt_settings, tmp_path):
    answer_with(tmp_path)

    assert choose_folder(parent, "Import a folder") == [tmp_path]


def test_a_register_is_chosen_by_name(parent, qt_settings, tmp_path):
    (tmp_path / "old.dsr").write_bytes(b"")
    answer_with(tmp_path / "old.dsr")

    chosen = choose_register(parent, "Open a register", tmp_path / "register.dsr")

    assert chosen == tmp_path / "old.dsr"


def test_a_new_register_gets_its_ending(parent, qt_settings, tmp_path):
    answer_with(tmp_path / "clients")

    chosen = choose_new_register(parent, "Where it lies", tmp_path / "register.dsr")

    assert chosen == tmp_path / "clients.dsr"


def test_going_back_chooses_nothing(parent, qt_settings, tmp_path):
    go_back()
    assert choose_files(parent, "Import files") == []
    go_back()
    assert choose_register(parent, "Open a register", tmp_path / "register.dsr") is None


def names_written_by_qt(folder):
    """What Qt's settings hold once the dialogs are gone."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QSettings(QSettings.Scope.UserScope, "QtProject").sync()
    written = [file.read_bytes() for file in folder.rglob("*") if file.is_file()]
    return b"".join(written).count(b"Sentinelle")


@pytest.fixture
def secret(tmp_path):
    folder = tmp_path / "Sentinelle"
    folder.mkdir()
    (folder / "crm.csv").write_text("Mail")
    return folder / "crm.csv"


def test_file_dialogs_leave_no_name_behind(parent, qt_settings, secret):
    answer_with(secret)

    choose_files(parent, "Import files")

    assert names_written_by_qt(qt_settings) == 0


def test_a_plain_file_dialog_of_qt_would_leave_one(parent, qt_settings, secret):
    dialog = QFileDialog(parent, "", str(secret.parent))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    answer_with(secret)
    dialog.exec()
    dialog.deleteLater()

    assert names_written_by_qt(qt_settings) > 0
