"""Asks for calls that belong to no request yet, and leads from one to its request."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QWidget

from dsr_desktop.domain.call_sheet import CallSheet
from dsr_desktop.gui.pages.requests.call_dialog import CallDialog
from dsr_desktop.gui.pages.requests.calls_card import CallsCard
from dsr_desktop.gui.pages.requests.messages_presenter import MessagesPresenter
from dsr_desktop.gui.pages.requests.questions import Questions
from dsr_desktop.gui.pages.requests.table import RequestRow
from dsr_desktop.gui.widgets.dialog import QuestionDialog
from dsr_desktop.gui.workspace import Workspace


class CallsDesk:
    """`dialog` is the one opened last; `rows` gives the requests that a call can be put to."""

    def __init__(
        self, workspace: Workspace, card: CallsCard, questions: Questions,
        rows: Callable[[], Sequence[RequestRow]], page: QWidget,
    ) -> None:  # fmt: skip
        self._workspace = workspace
        self._rows = rows
        self._page = page
        self.presenter = MessagesPresenter(workspace)
        self.dialog: QDialog | None = None
        self.presenter.calls_listed.connect(card.show_calls)
        self.presenter.request_begun.connect(questions.ask_new_request)
        card.call_opened.connect(self.ask_call)

    def note_call(self) -> None:
        """Ask for a call before there is a request."""
        self.ask_call(None)

    def ask_call(self, sheet: CallSheet | None) -> None:
        """Ask for a call, or show the sheet of one."""
        workspace = self._workspace
        known = [(row.ref, f"{row.ref} · {row.person}") for row in self._rows() if row.is_open]
        form = CallDialog(
            workspace.theme, workspace.tr, workspace.today(), sheet, self._page,
            open_requests=known,
        )  # fmt: skip
        form.submitted.connect(lambda noted: self.presenter.note_loose_call(form, sheet, noted))
        if sheet is not None:
            form.discarded.connect(lambda: self._ask_discarding(form, sheet))
        self._open(form)

    def _ask_discarding(self, form: CallDialog, sheet: CallSheet) -> None:
        tr = self._workspace.tr
        question = QuestionDialog(
            self._workspace.theme, tr("Remove this draft?"),
            tr("What is written on it is overwritten in the register. That a draft was removed stays "
               "in the log."),
            verb=tr("Remove the draft"), cancel=tr("Cancel"), destructive=True, parent=self._page,
        )  # fmt: skip
        question.accepted.connect(lambda: self.presenter.discard_call(sheet))
        form.reject()
        self._open(question)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
