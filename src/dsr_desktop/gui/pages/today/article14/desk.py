"""Opens the form of a list from elsewhere, writes what it says, and hands out its notice."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from dsr_desktop.domain.article14 import Art14Task
from dsr_desktop.gui.file_choice import choose_folder
from dsr_desktop.gui.pages.today.article14.form import Art14Form
from dsr_desktop.gui.pages.today.article14.presenter import Art14Presenter
from dsr_desktop.gui.workspace import Workspace
from dsr_desktop.wording.article14 import Notice


class Art14Desk(QObject):
    """`form` is the form opened last."""

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self._workspace = workspace
        self._page = page
        self._presenter = Art14Presenter(workspace)
        self._presenter.read_notice.connect(self._copy)
        self._presenter.written.connect(self._tell_written)
        self.form: Art14Form | None = None

    def ask(self, task: Art14Task) -> None:
        """Ask about one list."""
        workspace, presenter = self._workspace, self._presenter
        form = Art14Form(workspace.theme, workspace.tr, task, workspace.today(), self._page)
        form.submitted.connect(lambda answer: presenter.save(form, answer))
        form.copy_wanted.connect(lambda: presenter.load_notice(task.source_id))
        form.pdf_wanted.connect(lambda: self._save_pdf(form, task.source_id))
        form.finished.connect(form.deleteLater)
        self.form = form
        form.open()

    def _save_pdf(self, form: Art14Form, source_id: int) -> None:
        for folder in choose_folder(form, self._workspace.tr("Folder for the PDF.")):
            self._presenter.write_notice(source_id, folder)

    def _copy(self, notice: Notice) -> None:
        QApplication.clipboard().setText(notice.text)
        tr = self._workspace.tr
        if notice.gaps:
            sentence = tr(
                "The notice was copied. Fill in what the record of processing does not say: {names}.",
                names=", ".join(notice.gaps),
            )
        else:
            sentence = tr("The notice was copied.")
        self._workspace.notice_given.emit("done", sentence)

    def _tell_written(self, path: str) -> None:
        sentence = self._workspace.tr("The notice lies in {path}.", path=path)
        self._workspace.notice_given.emit("done", sentence)
