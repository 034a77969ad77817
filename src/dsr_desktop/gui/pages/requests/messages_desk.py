"""Asks what the card of messages and calls wants to know, one dialog each."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from dsr_desktop.domain.call_sheet import CallSheet
from dsr_desktop.domain.incoming import KeptMessage
from dsr_desktop.gui.file_choice import choose_folder
from dsr_desktop.gui.pages.requests.call_dialog import CallDialog
from dsr_desktop.gui.pages.requests.message_dialog import AddMessageDialog, MessageWindow
from dsr_desktop.gui.pages.requests.messages_card import MessagesCard
from dsr_desktop.gui.pages.requests.messages_presenter import MessagesPresenter
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.pages.requests.unasked_copy_dialog import UnaskedCopyDialog
from dsr_desktop.gui.widgets.dialog import QuestionDialog
from dsr_desktop.gui.workspace import Workspace

StateNow = Callable[[], RequestState | None]
AskFolder = Callable[[str], list[Path]]


class MessagesDesk:
    """`dialog` is the one opened last; `ask_folder` asks where a message goes, given a title."""

    def __init__(
        self, workspace: Workspace, card: MessagesCard, state: StateNow, page: QWidget
    ) -> None:
        self._workspace = workspace
        self._tr = workspace.tr
        self._state = state
        self._page = page
        self.presenter = MessagesPresenter(workspace)
        self.dialog: QDialog | None = None
        self.ask_folder: AskFolder = lambda title: choose_folder(page, title)
        card.message_wanted.connect(self.ask_message)
        card.call_wanted.connect(lambda: self.ask_call(None))
        card.copy_wanted.connect(self.ask_copy)
        card.message_opened.connect(self.show_message)
        card.call_opened.connect(self.ask_call)

    def ask_message(self) -> None:
        """Ask for a message to keep."""
        if (state := self._state()) is None:
            return
        ref, channel = state.request.ref, state.request.channel
        form = AddMessageDialog(self._workspace.theme, self._tr, state.today, channel, self._page)
        self.presenter.read_into(form.message, form.take)
        form.submitted.connect(lambda added: self.presenter.keep(form, ref, added))
        self._open(form)

    def ask_call(self, sheet: CallSheet | None) -> None:
        """Ask for a call, or show the sheet of one."""
        if (state := self._state()) is None:
            return
        ref = state.request.ref
        form = CallDialog(self._workspace.theme, self._tr, state.today, sheet, self._page)
        if not state.request.is_open:
            form.verb_button.disable(self._tr("A closed request no longer changes."))
        form.submitted.connect(lambda noted: self.presenter.note_call(form, ref, sheet, noted))
        self._open(form)

    def ask_copy(self) -> None:
        """Ask for the tick of an unasked copy."""
        if (state := self._state()) is None:
            return
        ref = state.request.ref
        form = UnaskedCopyDialog(self._workspace.theme, self._tr, state.today, self._page)
        form.submitted.connect(lambda copy: self.presenter.tick_copy(form, ref, copy))
        self._open(form)

    def show_message(self, message: KeptMessage) -> None:
        """Show a kept message."""
        if (state := self._state()) is None:
            return
        ref, presenter = state.request.ref, self.presenter
        window = MessageWindow(
            self._workspace.theme, self._tr, message, is_open=state.request.is_open,
            parent=self._page,
        )  # fmt: skip
        window.saved.connect(lambda: self._save(window, ref, message.id))
        window.removed.connect(lambda: self._ask_removal(window, ref, message.id))
        window.cut_out.connect(partial(presenter.cut_out, ref, message.id))
        window.cut_out.connect(window.accept)
        self._open(window)

    def _save(self, window: MessageWindow, ref: str, message_id: int) -> None:
        if folder := self.ask_folder(self._tr("Folder for the message")):
            window.accept()
            self.presenter.save(ref, message_id, folder[0])

    def _ask_removal(self, window: MessageWindow, ref: str, message_id: int) -> None:
        tr = self._tr
        question = QuestionDialog(
            self._workspace.theme, tr("Remove the text of this message?"),
            tr("Its words and documents are overwritten in the register. That a message came on "
               "this day stays in the log."),
            verb=tr("Remove the text"), cancel=tr("Cancel"), destructive=True, parent=self._page,
        )  # fmt: skip
        question.accepted.connect(lambda: self.presenter.remove(ref, message_id))
        window.accept()
        self._open(question)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
