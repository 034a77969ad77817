"""Ties the card of the event log and its presenter together."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dsr_desktop.gui.file_choice import choose_folder
from dsr_desktop.gui.pages.settings.proof.card import ProofCard
from dsr_desktop.gui.pages.settings.proof.presenter import ProofPresenter
from dsr_desktop.gui.workspace import Workspace

AskFolder = Callable[[str], list[Path]]


class ProofDesk(QObject):
    """`card` shows the log; `told` says what was made. `ask_folder` asks where it goes."""

    told = Signal(str, str)

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self._tr = workspace.tr
        self.card = ProofCard(workspace.theme, workspace.tr)
        self.ask_folder: AskFolder = lambda title: choose_folder(page, title)
        self._presenter = ProofPresenter(workspace)
        self._presenter.loaded.connect(self.card.show_log)
        self._presenter.checked.connect(self.card.show_checked)
        self._presenter.refused.connect(self.card.show_refusal)
        self._presenter.told.connect(self.told)
        self.card.check_requested.connect(self._presenter.check)
        self.card.dossier_requested.connect(self._ask_folder)

    def load(self) -> None:
        """Read again how far the log goes."""
        self._presenter.load()

    def _ask_folder(self) -> None:
        folder = self.ask_folder(self._tr("Folder for the dossier"))
        if folder:
            self._presenter.make_dossier(folder[0])
