"""Qt's own file dialog, in the words and sizes of the app."""

from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QTreeView

from dsr_desktop.gui.file_choice import choose_files, choose_folder
from dsr_desktop.gui.settings import keep_qt_settings_in

TYPE = 2


@pytest.fixture(autouse=True, scope="session")
def own_qt_settings(tmp_path_factory):
    keep_qt_settings_in(tmp_path_factory.mktemp("qt"))


@pytest.fixture
def look(theme, show, monkeypatch, tmp_path):
    """Return a function that opens a dialog, looks at it, and goes back."""
    monkeypatch.chdir(tmp_path)
    parent = show()

    def look(choose, at):
        seen = []

        def go_back():
            dialog = QApplication.activeModalWidget()
            seen.append(at(dialog))
            dialog.reject()

        QTimer.singleShot(0, go_back)
        assert choose(parent, "Import") == []
        return seen[0]

    return look


@pytest.mark.parametrize("choose", [choose_files, choose_folder])
def test_nothing_is_shown_that_qt_has_no_french_for(look, choose):
    def shown(dialog):
        kinds = (*dialog.findChildren(QLabel), *dialog.findChildren(QComboBox))
        return {one.objectName() for one in kinds if one.isVisible()}, dialog

    names, dialog = look(choose, shown)

    assert names.isdisjoint({"lookInLabel", "fileTypeLabel", "fileTypeCombo"})
    assert "fileNameLabel" in names
    assert dialog.findChild(QTreeView).isColumnHidden(TYPE)


def test_it_begins_where_people_keep_files_and_not_where_the_app_was_started(look, tmp_path):
    began = Path(look(choose_files, lambda dialog: dialog.directory().absolutePath()))

    assert began != tmp_path
    assert began.is_relative_to(QDir.homePath())


def test_the_next_one_begins_in_the_folder_chosen_last(look, tmp_path):
    folder = tmp_path / "lists"
    folder.mkdir()
    look(choose_files, lambda dialog: dialog.setDirectory(str(folder)))

    began = look(choose_folder, lambda dialog: dialog.directory().absolutePath())

    assert Path(began) == folder


def test_names_have_the_room(look):
    widths = look(choose_files, column_widths)

    assert widths[0] == max(widths)


def column_widths(dialog):
    assert isinstance(dialog, QFileDialog)
    files = dialog.findChild(QTreeView)
    return [files.columnWidth(number) for number in range(4)]
