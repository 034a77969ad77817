"""Writes what was said of a list from elsewhere, and makes its notice."""

from pathlib import Path

from PySide6.QtCore import Signal

from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.gui.pages.today.article14.form import Art14Answer, Art14Form
from dsr_desktop.services.article14 import NoticeFile, notice_of, record_art14, write_notice


class Art14Presenter(Presenter):
    """`read_notice` brings a Notice, `written` the path of one as PDF."""

    read_notice = Signal(object)
    written = Signal(str)

    def save(self, form: Art14Form, answer: Art14Answer) -> None:
        """Record what the form says."""
        register, today = self.workspace.register, self.workspace.today()
        self.record(
            form,
            lambda _progress: record_art14(
                register, answer.source_id, answer.facts, answer.settled, today
            ),
        )

    def load_notice(self, source_id: int) -> None:
        """Make the notice of a list as text."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr
        self.read(
            tr("Reading the register"),
            lambda _progress: notice_of(register, source_id, today, tr),
            self.read_notice.emit,
        )

    def write_notice(self, source_id: int, folder: Path) -> None:
        """Write the notice of a list as PDF into a folder."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr

        def tell(file: NoticeFile) -> None:
            self.written.emit(str(file.path))

        self.change(
            tr("Writing the notice"),
            lambda _progress: write_notice(register, source_id, folder, today, tr), tell,
        )  # fmt: skip
