"""Reads and writes mapping files off the GUI thread, and has the files of an import follow them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal

from dsr_desktop.domain.file_mappings import fit_of, mappings_of
from dsr_desktop.domain.mapping import SheetMapping
from dsr_desktop.domain.progress import Progress
from dsr_desktop.gui.jobs import Cancelled, Failed, Ok, Outcome
from dsr_desktop.gui.pages.files.mappings.words import fit_told, refused_told, saved_told
from dsr_desktop.gui.pages.files.preview.presenter import PreviewPresenter
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.services.mapping import read_mapping_file, save_mappings

Result = TypeVar("Result")


class MappingFilesPresenter(Presenter):
    """`told` brings a MappingTold; `followed` comes when the files were read by a mapping anew."""

    told = Signal(object)
    followed = Signal()

    def __init__(self, workspace: Workspace, preview: PreviewPresenter) -> None:
        super().__init__(workspace)
        self._preview = preview

    def use(self, path: Path) -> None:
        """Let the files that are being prepared follow the mappings of a file."""
        register = self.workspace.register
        title = self.workspace.tr("Reading {name}", name=path.name)

        def follow(mappings: tuple[SheetMapping, ...]) -> None:
            self._preview.follow(mappings, lambda: self._tell_fit(path.name, mappings))

        self._work(title, lambda _progress: read_mapping_file(path, register), follow)

    def save(self, path: Path, target: Path) -> None:
        """Save what the columns of the list at `path` mean, as it is shown."""
        register, tr = self.workspace.register, self.workspace.tr
        mappings = mappings_of(self._preview.draft.file_at(path).shown)
        self._work(
            tr("Writing {name}", name=target.name),
            lambda _progress: save_mappings(register, mappings, target),
            lambda _nothing: self.told.emit(saved_told(tr, path.name, target)),
        )

    def _tell_fit(self, name: str, mappings: Sequence[SheetMapping]) -> None:
        draft = self._preview.draft
        fit = fit_of(mappings, draft)
        if fit.sheets:
            self.followed.emit()
        self.told.emit(fit_told(self.workspace.tr, name, fit, draft))

    def _work(
        self, title: str, work: Callable[[Progress], Result], then: Callable[[Result], None]
    ) -> None:
        """Run a job for the files at hand; it is of no use once they were left."""
        preparation = self._preview.preparation

        def settle(outcome: Outcome[Result]) -> None:
            if preparation != self._preview.preparation:
                return
            match outcome:
                case Ok(value):
                    then(value)
                case Failed(error):
                    self.told.emit(refused_told(self.workspace.tr, error))
                case Cancelled():
                    pass

        self.workspace.run(title, work, settle, lane="read")
