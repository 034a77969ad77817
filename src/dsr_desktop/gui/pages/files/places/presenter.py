"""Records what the DPO says of a place on the disk, off the GUI thread."""

from pathlib import Path

from PySide6.QtCore import Signal

from dsr_desktop.gui.pages.files.places.words import gone_summary, not_gone_summary
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.services.gone_places import say_gone, take_back_gone


class PlacesPresenter(Presenter):
    """`told` brings the Summary of what was said; a file that is still there is reported."""

    told = Signal(object)

    def say_gone(self, path: str, reason: str) -> None:
        """Record that the file at a place is gone for good."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr
        self.change(
            tr("Recording that a file is gone"),
            lambda _progress: say_gone(register, Path(path), reason, today),
            lambda said: self.told.emit(gone_summary(tr, said)),
        )

    def take_back(self, path: str) -> None:
        """Take back that the file at a place is gone for good."""
        register, tr = self.workspace.register, self.workspace.tr
        self.change(
            tr("Recording that a file is not gone"),
            lambda _progress: take_back_gone(register, Path(path)),
            lambda taken_back: self.told.emit(not_gone_summary(tr, taken_back)),
        )
