"""Asks what the DPO knows of a place, has it recorded, and tells what came of it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dsr_desktop.gui.pages.files.places.presenter import PlacesPresenter
from dsr_desktop.gui.pages.files.places.section import PlacesSection
from dsr_desktop.gui.pages.files.places.words import gone_question
from dsr_desktop.gui.pages.reason_dialog import ReasonDialog
from dsr_desktop.gui.workspace import Workspace


class PlacesDesk(QObject):
    """`told` brings the Summary of what was said of a place; `dialog` is the one opened last."""

    told = Signal(object)

    def __init__(self, workspace: Workspace, section: PlacesSection, page: QWidget) -> None:
        super().__init__(page)
        self.dialog: ReasonDialog | None = None
        self._workspace = workspace
        self._page = page
        self._presenter = PlacesPresenter(workspace)
        self._presenter.told.connect(self.told)
        section.gone_requested.connect(self._ask_reason)
        section.not_gone_requested.connect(self._presenter.take_back)

    def _ask_reason(self, path: str) -> None:
        tr = self._workspace.tr
        dialog = ReasonDialog(self._workspace.theme, tr, gone_question(tr, path), self._page)
        dialog.accepted.connect(lambda: self._presenter.say_gone(path, dialog.given))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()
