"""Asks for the mapping file to use or to save to, and shows what came of it."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from dsr_desktop.gui.file_choice import choose_file, choose_new_file
from dsr_desktop.gui.pages.files.import_pane import ImportPane
from dsr_desktop.gui.pages.files.mappings.presenter import MappingFilesPresenter
from dsr_desktop.gui.pages.files.mappings.words import proposed_name
from dsr_desktop.gui.pages.files.preview.presenter import PreviewPresenter
from dsr_desktop.gui.workspace import Workspace


class MappingDesk(QObject):
    """Serves the two buttons of an import pane that have to do with mapping files."""

    def __init__(
        self, workspace: Workspace, preview: PreviewPresenter, pane: ImportPane, page: QWidget
    ) -> None:
        super().__init__(page)
        self._tr = workspace.tr
        self._page = page
        self._pane = pane
        self._presenter = MappingFilesPresenter(workspace, preview)
        self._presenter.told.connect(pane.tell_mapping)
        self._presenter.followed.connect(pane.show_answers_anew)
        pane.use_mapping.clicked.connect(self._use)
        pane.file.save_requested.connect(self._save)

    def _use(self) -> None:
        path = choose_file(self._page, self._tr("Use a mapping from a file"))
        if path is not None:
            self._presenter.use(path)

    def _save(self, path: Path) -> None:
        title = self._tr("Save what the columns of {name} mean", name=path.name)
        target = choose_new_file(self._page, title, proposed_name(path))
        if target is not None:
            self._presenter.save(path, target)
