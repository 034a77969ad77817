"""The files of an import at the left: those that need the user in sight, the others folded away."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent

from dsr_desktop.domain.import_draft import DraftFile, ImportDraft
from dsr_desktop.domain.source import SourceStatus
from dsr_desktop.gui.pages.files.preview.words import file_look
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink
from dsr_desktop.gui.widgets.cells import LOOK_ROLE, RowLook
from dsr_desktop.gui.widgets.row_list import FILE_HEIGHT, LINE_HEIGHT, RowList
from dsr_desktop.wording.language import Tr

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_TURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Folded(StrEnum):
    """What can be folded away."""

    PASSING = "passing"
    ALREADY_THERE = "already_there"


@dataclass(frozen=True)
class FoldLine:
    """The line that stands for files that are folded away."""

    what: Folded
    files: int
    is_open: bool


Line = DraftFile | FoldLine


def lines_of(draft: ImportDraft, opened: frozenset[Folded]) -> tuple[Line, ...]:
    """Return the list: files that need the user first, then each fold with its files if open."""
    folds: dict[Folded, list[DraftFile]] = {what: [] for what in Folded}
    in_sight: list[Line] = []
    for file in draft.files:
        if file.read.status is SourceStatus.DUPLICATE:
            folds[Folded.ALREADY_THERE].append(file)
        elif file.passes:
            folds[Folded.PASSING].append(file)
        else:
            in_sight.append(file)
    for what, files in folds.items():
        if files:
            in_sight.append(FoldLine(what, len(files), what in opened))
            in_sight += files if what in opened else ()
    return tuple(in_sight)


class DraftFiles(QAbstractListModel):
    """Lines of the list; a choice in the preview changes looks, not the order."""

    def __init__(self, tr: Tr) -> None:
        super().__init__()
        self._tr = tr
        self._lines: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> bool:
        """Show other lines; returns whether they are others and not the same in another state."""
        is_other = [*map(_identity, lines)] != [*map(_identity, self._lines)]
        if is_other:
            self.beginResetModel()
        self._lines = tuple(lines)
        if is_other:
            self.endResetModel()
        elif lines:
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
        return is_other

    def line_at(self, index: _Index) -> Line | None:
        """Return the line under `index`."""
        return self._lines[index.row()] if index.isValid() else None

    def index_of(self, path: Path | None) -> QModelIndex:
        """Return the place of a file, or of the first file; an invalid one without files."""
        files = [at for at, line in enumerate(self._lines) if isinstance(line, DraftFile)]
        there = [at for at in files if getattr(self._lines[at], "path", None) == path]
        return self.index(next(iter((*there, *files)))) if files else QModelIndex()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words or look of a line."""
        line = self.line_at(index)
        if line is None:
            return None
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, LINE_HEIGHT if isinstance(line, FoldLine) else FILE_HEIGHT)
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, LOOK_ROLE}:
            return None
        look = (
            _fold_look(self._tr, line) if isinstance(line, FoldLine) else file_look(self._tr, line)
        )
        return look if role == LOOK_ROLE else look.spoken


class DraftFileList(RowList):
    """Emits the path of the file that is current; a fold opens by click, Enter or Space."""

    file_chosen = Signal(object)

    def __init__(self, theme: Theme, tr: Tr) -> None:
        super().__init__(theme, tr("Files to import"), row_height=FILE_HEIGHT)
        self._files = DraftFiles(tr)
        self._draft = ImportDraft()
        self._opened: frozenset[Folded] = frozenset()
        self._path: Path | None = None
        self.setModel(self._files)
        self.selectionModel().currentChanged.connect(lambda now, _before: self._choose(now))
        self.clicked.connect(self._turn)

    @property
    def path(self) -> Path | None:
        """The file that is chosen."""
        return self._path

    def look_at(self, path: Path) -> None:
        """Choose a file that is in sight."""
        self.setCurrentIndex(self._files.index_of(path))

    def begin(self, draft: ImportDraft) -> None:
        """Show the files of another import; with nothing to look at all of them are in sight."""
        in_sight = any(isinstance(line, DraftFile) for line in lines_of(draft, frozenset()))
        self._opened = frozenset() if in_sight else frozenset(Folded)
        self._path = None
        self._files.show(())
        self.show_draft(draft)

    def show_draft(self, draft: ImportDraft) -> None:
        """Show the files as they stand now; the one that was chosen stays chosen."""
        self._draft = draft
        if self._files.show(lines_of(draft, self._opened)):
            self.setCurrentIndex(self._files.index_of(self._path))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open and close a fold by Enter or Space."""
        if event.key() in _TURNS and self._turn(self.currentIndex()):
            return
        super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        line = self._files.line_at(index)
        if isinstance(line, DraftFile) and line.path != self._path:
            self._path = line.path
            self.file_chosen.emit(line.path)

    def _turn(self, index: QModelIndex) -> bool:
        line = self._files.line_at(index)
        if not isinstance(line, FoldLine):
            return False
        self._opened = self._opened ^ {line.what}
        row = index.row()
        self._files.show(lines_of(self._draft, self._opened))
        self.setCurrentIndex(self._files.index(row))
        return True


def _identity(line: Line) -> object:
    return line.path if isinstance(line, DraftFile) else (line.what, line.is_open)


def _fold_look(tr: Tr, line: FoldLine) -> RowLook:
    icon = Icon.CHEVRON_DOWN if line.is_open else Icon.CHEVRON_RIGHT
    if line.what is Folded.PASSING:
        words = tr.count(
            "{n} file goes through without a question",
            "{n} files go through without a question",
            line.files,
        )
    else:
        words = tr.count(
            "{n} file is in the register already",
            "{n} files are in the register already",
            line.files,
        )
    return RowLook(words, icon=icon, icon_ink=Ink.ACCENT, strong=False, ink=Ink.ACCENT)
