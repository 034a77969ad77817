"""Ties card, dialogs and presenter of the suppression list together."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from dsr_desktop.gui.pages.reason_dialog import ReasonDialog
from dsr_desktop.gui.pages.settings.suppression.add_dialog import AddDialog
from dsr_desktop.gui.pages.settings.suppression.card import SuppressionCard
from dsr_desktop.gui.pages.settings.suppression.entries import EntryRow
from dsr_desktop.gui.pages.settings.suppression.look_up_dialog import LookUpDialog
from dsr_desktop.gui.pages.settings.suppression.presenter import SuppressionPresenter
from dsr_desktop.gui.pages.settings.suppression.removal_dialog import RemovalDialog
from dsr_desktop.gui.pages.settings.suppression.views import Renewal
from dsr_desktop.gui.pages.settings.suppression.words import choice_question, renewal_question
from dsr_desktop.gui.workspace import Workspace


class SuppressionDesk(QObject):
    """`card` shows the list, `shown` tells that it does; `told` says what was done.

    `dialog` is the dialog opened last.
    """

    shown = Signal()
    told = Signal(str, str)

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self._workspace = workspace
        self._page = page
        self.dialog: QDialog | None = None
        self.card = SuppressionCard(workspace.theme, workspace.tr)
        self._presenter = SuppressionPresenter(workspace)
        self._presenter.loaded.connect(self.card.show_view)
        self._presenter.loaded.connect(lambda _view: self.shown.emit())
        self._presenter.told.connect(self.told)
        self.card.add_requested.connect(self._ask_whom_to_add)
        self.card.look_up_requested.connect(self._ask_what_to_look_up)
        self.card.renewal_requested.connect(self._ask_renewal)
        self.card.removal_requested.connect(self._ask_removal)
        self.card.choice_requested.connect(self._ask_choice)

    def load(self) -> None:
        """Read the list again."""
        self._presenter.load()

    def _ask_whom_to_add(self) -> None:
        workspace, presenter = self._workspace, self._presenter
        country = workspace.company.country
        dialog = AddDialog(workspace.theme, workspace.tr, country, self._page)
        dialog.submitted.connect(presenter.add)
        presenter.added.connect(dialog.accept)
        presenter.refused.connect(dialog.show_failure)
        self._open(dialog)

    def _ask_what_to_look_up(self) -> None:
        dialog = LookUpDialog(self._workspace.theme, self._workspace.tr, self._page)
        dialog.asked.connect(self._presenter.look_up)
        self._presenter.looked_up.connect(dialog.show_answer)
        self._presenter.refused.connect(dialog.show_failure)
        self._open(dialog)

    def _ask_renewal(self, row: EntryRow) -> None:
        workspace, presenter = self._workspace, self._presenter
        question = renewal_question(workspace.tr, row, workspace.today())
        dialog = ReasonDialog(workspace.theme, workspace.tr, question, self._page)
        dialog.accepted.connect(lambda: presenter.renew(Renewal(row.id, dialog.given)))
        self._open(dialog)

    def _ask_removal(self, row: EntryRow) -> None:
        dialog = RemovalDialog(self._workspace.theme, self._workspace.tr, row, self._page)
        dialog.accepted.connect(lambda: self._presenter.remove(dialog.answer))
        self._open(dialog)

    def _ask_choice(self, on: bool) -> None:
        tr = self._workspace.tr
        dialog = ReasonDialog(self._workspace.theme, tr, choice_question(tr, on=on), self._page)
        dialog.accepted.connect(lambda: self._presenter.choose_to_list_erased(dialog.given, on=on))
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()
