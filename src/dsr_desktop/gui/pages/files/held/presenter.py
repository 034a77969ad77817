"""Records the DPO's decisions on held rows, off the GUI thread: a file may have to be read again."""

from PySide6.QtCore import Signal

from dsr_desktop.domain.held_row import HeldRow
from dsr_desktop.domain.progress import Progress
from dsr_desktop.gui.pages.files.held.words import decided_summary
from dsr_desktop.gui.pages.files.views import HeldAnswer
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.services.held_rows import decide_held_row


class HeldRowsPresenter(Presenter):
    """`decided` brings the Summary of a decision; a row that cannot be stored is reported."""

    decided = Signal(object)

    def decide(self, answer: HeldAnswer) -> None:
        """Record a decision; a row of another person is stored, its file being read again."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr
        passwords = (answer.password,) if answer.password else ()

        def work(progress: Progress) -> HeldRow:
            return decide_held_row(
                register, answer.line.id, answer.decision, answer.reason, today,
                progress=progress, passwords=passwords,
            )  # fmt: skip

        self.change(
            tr("Deciding on a held row"),
            work,
            lambda _row: self.decided.emit(decided_summary(tr, answer.line, answer.decision)),
        )
