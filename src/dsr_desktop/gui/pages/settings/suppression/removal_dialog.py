"""Asks why an entry goes off the suppression list, and whether one for marketing stays."""

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.suppression import SuppressionScope
from dsr_desktop.gui.pages.reason_dialog import ReasonDialog
from dsr_desktop.gui.pages.settings.suppression.entries import EntryRow
from dsr_desktop.gui.pages.settings.suppression.views import Removal
from dsr_desktop.gui.pages.settings.suppression.words import removal_question
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.tick_box import TickBox
from dsr_desktop.wording.language import Tr


class RemovalDialog(ReasonDialog):
    """`answer` holds the removal once the dialog is accepted.

    Only of an entry that holds rows back can something stay, in a new relation (R-SUP-5).
    """

    def __init__(self, theme: Theme, tr: Tr, row: EntryRow, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr, removal_question(tr, row), parent)
        self._row = row
        self.new_relation = TickBox(theme, tr("The person came back: keep it for marketing"))
        if row.scope is SuppressionScope.ALL:
            self.add(self.new_relation)

    @property
    def answer(self) -> Removal:
        """What was entered."""
        return Removal(self._row.id, self.given, self.new_relation.isChecked())
