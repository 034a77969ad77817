"""Asks for files and folders with Qt's own dialog, which then leaves no trace of the names."""

from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QHeaderView, QTreeView, QWidget

from dsr_desktop.gui.settings import forget_file_dialogs
from dsr_desktop.gui.theme.tokens import Height

_MODES = QFileDialog.FileMode
REGISTER_SUFFIX = "dsr"
_SIZE = (860, 540)
_TYPE_COLUMN = 2


def choose_files(parent: QWidget, title: str) -> list[Path]:
    """Ask for existing files; an empty list if the user went back."""
    return _ask(_dialog(parent, title, _MODES.ExistingFiles))


def choose_folder(parent: QWidget, title: str) -> list[Path]:
    """Ask for a folder; an empty list if the user went back."""
    dialog = _dialog(parent, title, _MODES.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _ask(dialog)


def choose_register(parent: QWidget, title: str, start: Path) -> Path | None:
    """Ask for a register that exists, beginning in the folder of `start`."""
    dialog = _dialog(parent, title, _MODES.ExistingFile)
    dialog.setNameFilter(f"*.{REGISTER_SUFFIX}")
    return _one(dialog, start)


def choose_new_register(parent: QWidget, title: str, start: Path) -> Path | None:
    """Ask where a new register shall lie, proposing `start`."""
    dialog = _dialog(parent, title, _MODES.AnyFile)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setDefaultSuffix(REGISTER_SUFFIX)
    dialog.selectFile(start.name)
    return _one(dialog, start)


def choose_file(parent: QWidget, title: str) -> Path | None:
    """Ask for one existing file; None if the user went back."""
    chosen = _ask(_dialog(parent, title, _MODES.ExistingFile))
    return chosen[0] if chosen else None


def choose_new_file(parent: QWidget, title: str, name: str) -> Path | None:
    """Ask where a file shall be saved, proposing `name` with its ending; Qt asks before replacing."""
    dialog = _dialog(parent, title, _MODES.AnyFile)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    chosen = _ask(dialog)
    return chosen[0] if chosen else None


def _dialog(parent: QWidget, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    dialog.resize(*_SIZE)
    if dialog.directory() == QDir.current():
        dialog.setDirectory(_where_people_keep_files())
    _tidy(dialog)
    return dialog


def _where_people_keep_files() -> str:
    """Return the folder to begin with, while none was chosen yet."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return documents if Path(documents).is_dir() else QDir.homePath()


def _tidy(dialog: QFileDialog) -> None:
    """Leave out what says nothing here and what Qt has no French for; give names their room."""
    for name in ("lookInLabel", "fileTypeLabel", "fileTypeCombo"):
        part = dialog.findChild(QWidget, name)
        if part is not None:
            part.hide()
    for button in dialog.findChildren(QDialogButtonBox)[0].buttons():
        button.setIcon(QIcon())
        button.setMinimumHeight(Height.FIELD)
    files = dialog.findChildren(QTreeView)[0]
    files.hideColumn(_TYPE_COLUMN)
    files.header().setStretchLastSection(False)
    files.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    files.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


def _one(dialog: QFileDialog, start: Path) -> Path | None:
    if start.parent.is_dir():
        dialog.setDirectory(str(start.parent))
    chosen = _ask(dialog)
    return chosen[0] if chosen else None


def _ask(dialog: QFileDialog) -> list[Path]:
    accepted = bool(dialog.exec())
    chosen = [Path(name) for name in dialog.selectedFiles()] if accepted else []
    dialog.setParent(None)
    dialog.destroyed.connect(forget_file_dialogs)
    dialog.deleteLater()
    return chosen
