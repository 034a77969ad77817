"""What is asked before something is done with a request: one dialog each, open until answered."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from dsr_desktop.domain.lifecycle import refused_rights
from dsr_desktop.domain.request import Channel
from dsr_desktop.domain.short_path import ShortPlan
from dsr_desktop.domain.step_list import missing_steps, steps_to_settle
from dsr_desktop.gui.file_choice import choose_file, choose_folder
from dsr_desktop.gui.pages.requests import rules
from dsr_desktop.gui.pages.requests.bundle_dialogs import FormatDialog, PassphraseDialog
from dsr_desktop.gui.pages.requests.dossier_dialog import DossierDialog
from dsr_desktop.gui.pages.requests.fee_dialogs import FeeDialog, FeeReplyDialog, Known
from dsr_desktop.gui.pages.requests.forms.answer_form import SendForm
from dsr_desktop.gui.pages.requests.forms.clock_forms import (
    ExtendForm,
    PauseForm,
    ResumeForm,
    WithdrawForm,
)
from dsr_desktop.gui.pages.requests.forms.origins_form import OriginsForm
from dsr_desktop.gui.pages.requests.forms.steps_form import StepsForm
from dsr_desktop.gui.pages.requests.made import BundleMade, LockedSources
from dsr_desktop.gui.pages.requests.messages_presenter import CallBegun, MessagesPresenter
from dsr_desktop.gui.pages.requests.new_request_dialog import NewRequestDialog
from dsr_desktop.gui.pages.requests.password_dialog import PasswordDialog
from dsr_desktop.gui.pages.requests.presenter import RequestsPresenter
from dsr_desktop.gui.pages.requests.short_path_dialog import ShortPathDialog
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.pages.requests.words import closing_sentence, rows_of_others
from dsr_desktop.gui.widgets.dialog import QuestionDialog
from dsr_desktop.gui.workspace import Workspace

AskFolder = Callable[[str], list[Path]]
AskFile = Callable[[str], Path | None]


class Questions:
    """Asks, and hands the answer to the presenter.

    `dialog` is the dialog opened last; `ask_folder` asks where documents go, `ask_file` for one that
    came back, each given a title.
    """

    def __init__(self, workspace: Workspace, presenter: RequestsPresenter, page: QWidget) -> None:
        self._workspace = workspace
        self._presenter = presenter
        self.page = page
        self._tr = workspace.tr
        self.dialog: QDialog | None = None
        self._messages = MessagesPresenter(workspace)
        self.ask_folder: AskFolder = lambda title: choose_folder(page, title)
        self.ask_file: AskFile = lambda title: choose_file(page, title)

    def ask_new_request(self, begun: CallBegun | None = None) -> None:
        """Ask for a new request, which may begin with a call; the form stays until it is recorded."""
        workspace, presenter = self._workspace, self._presenter
        dialog = NewRequestDialog(
            workspace.theme, self._tr, workspace.today(), deadline_of=presenter.deadline_of,
            mistakes_of=presenter.mistakes_of, parent=self.page,
        )  # fmt: skip
        call = begun.call if begun else None
        dialog.submitted.connect(lambda draft: presenter.record_new(dialog, draft, call))
        self._messages.read_into(dialog.message, dialog.take)
        if begun is not None:
            dialog.begin(begun.proposals, Channel.PHONE)
        self.open(dialog)

    def ask_short_path(self, plan: ShortPlan) -> None:
        """Show what the short path records, and ask for the rest."""
        workspace, presenter, ref = self._workspace, self._presenter, plan.request.ref
        dialog = ShortPathDialog(
            workspace.theme, self._tr, plan, workspace.today(), parent=self.page
        )
        dialog.submitted.connect(lambda answer: presenter.take_short_path(dialog, ref, answer))
        self.open(dialog)

    def ask_fee(self, known: Known) -> None:
        """Ask for a fee that the person is told."""
        workspace, presenter, ref = self._workspace, self._presenter, known.request.ref
        actor = workspace.register.actor
        dialog = FeeDialog(
            workspace.theme, self._tr, known, actor, workspace.today(), parent=self.page
        )
        dialog.submitted.connect(lambda fee: presenter.tell_fee(dialog, ref, fee))
        self.open(dialog)

    def ask_fee_reply(self, state: RequestState) -> None:
        """Ask what became of a fee."""
        presenter, ref = self._presenter, state.request.ref
        dialog = FeeReplyDialog(self._workspace.theme, self._tr, state.today, self.page)
        dialog.submitted.connect(lambda replied: presenter.record_fee_reply(dialog, ref, replied))
        self.open(dialog)

    def ask_pause(self, state: RequestState) -> None:
        """Ask for a pause, or for the end of the open one."""
        if any(pause.answered_on is None for pause in state.request.pauses):
            self._ask_end_of_pause(state)
            return
        dialog = PauseForm(self._workspace.theme, self._tr, state.today, self.page)
        ref = state.request.ref
        dialog.set_check(lambda: rules.wrong_pause(self._tr, state, dialog.answer()))
        dialog.submitted.connect(lambda said: self._presenter.pause(dialog, ref, said))
        self.open(dialog)

    def ask_extension(self, state: RequestState) -> None:
        """Ask for the extension."""
        dialog = ExtendForm(self._workspace.theme, self._tr, state.today, self.page)
        ref = state.request.ref
        dialog.set_check(lambda: rules.wrong_extension(self._tr, state, dialog.answer()))
        dialog.submitted.connect(lambda said: self._presenter.extend(dialog, ref, said))
        self.open(dialog)

    def ask_withdrawal(self, state: RequestState) -> None:
        """Ask on which day the extension was withdrawn."""
        dialog = WithdrawForm(self._workspace.theme, self._tr, state.today, self.page)
        ref = state.request.ref
        dialog.submitted.connect(lambda day: self._presenter.withdraw(dialog, ref, day))
        self.open(dialog)

    def ask_sending(self, state: RequestState) -> None:
        """Ask when and how the answer was sent."""
        dialog = SendForm(
            self._workspace.theme, self._tr, state.today,
            refuses=bool(refused_rights(state.request)), parent=self.page,
        )  # fmt: skip
        ref = state.request.ref
        dialog.set_check(lambda: rules.wrong_sending(self._tr, state, dialog.answer()))
        dialog.submitted.connect(lambda said: self._presenter.send(dialog, ref, said))
        self.open(dialog)

    def ask_steps(self, state: RequestState) -> None:
        """Ask what became of the steps that nobody settled yet."""
        missing = steps_to_settle(state.request, state.seen)
        dialog = StepsForm(self._workspace.theme, self._tr, missing, state.today, self.page)
        ref = state.request.ref
        dialog.submitted.connect(lambda said: self._presenter.settle_steps(dialog, ref, said))
        self.open(dialog)

    def ask_closing(self, state: RequestState) -> None:
        """Ask once whether to close; what is purged is said with its count.

        While steps are open, ask about these.
        """
        if missing_steps(state.request, state.seen):
            self.ask_steps(state)
            return
        tr, ref = self._tr, state.request.ref
        dialog = QuestionDialog(
            self._workspace.theme, tr("Close {ref}?", ref=ref),
            closing_sentence(tr, state.copies), verb=tr("Close the request"),
            cancel=tr("Cancel"), destructive=state.copies > 0, parent=self.page,
        )  # fmt: skip
        dialog.accepted.connect(lambda: self._presenter.close(ref))
        self.open(dialog)

    def ask_checklist(self, state: RequestState) -> None:
        """Ask for the folder of the erasure checklist."""
        folder = self.ask_folder(self._tr("Folder for the erasure checklist"))
        if folder:
            self._presenter.write_checklist(state.request.ref, folder[0])

    def ask_certificate(self, state: RequestState) -> None:
        """Ask for the folder of the certificate of erasure."""
        folder = self.ask_folder(self._tr("Folder for the certificate"))
        if folder:
            self._presenter.write_certificate(state.request, folder[0])

    def ask_dossier(self, state: RequestState) -> None:
        """Ask what goes into the dossier for the authority, then for its folder."""
        dialog = DossierDialog(self._workspace.theme, self._tr, self.page)
        dialog.accepted.connect(
            lambda: self._make_dossier(state.request.ref, has_texts=dialog.has_texts)
        )
        self.open(dialog)

    def _make_dossier(self, ref: str, *, has_texts: bool) -> None:
        folder = self.ask_folder(self._tr("Folder for the dossier"))
        if folder:
            self._presenter.make_dossier(ref, folder[0], has_texts=has_texts)

    def ask_bundle(self, state: RequestState) -> None:
        """Ask for the formats of the portability bundle, then for its folder."""
        dialog = FormatDialog(
            self._workspace.theme, self._tr, search_is_current=state.search_is_current,
            naming_others=rows_of_others(state), parent=self.page,
        )  # fmt: skip
        dialog.accepted.connect(
            lambda: self._build_bundle(state, dialog.formats, is_marked=dialog.has_byte_order_mark)
        )
        self.open(dialog)

    def ask_origins(self, state: RequestState) -> None:
        """Ask who the values of the columns come from that a bundle waits for."""
        form = OriginsForm(self._workspace.theme, self._tr, state.unknown_origins, parent=self.page)
        form.submitted.connect(lambda said: self._presenter.say_origins(form, said))
        self.open(form)

    def show_passphrase(self, bundle: BundleMade) -> None:
        """Show the passphrase of a bundle, once."""
        self.open(PassphraseDialog(self._workspace.theme, self._tr, bundle, self.page))

    def ask_password(self, locked: LockedSources) -> None:
        """Ask for the password of source files, then read all of them again."""
        dialog = PasswordDialog(
            self._workspace.theme, self._tr, locked.names, is_refused=locked.is_refused,
            parent=self.page,
        )  # fmt: skip
        dialog.accepted.connect(
            lambda: self._presenter.read_again(
                locked.ref, (*locked.tried, dialog.password), len(locked.names)
            )
        )
        self.open(dialog)

    def _ask_end_of_pause(self, state: RequestState) -> None:
        dialog = ResumeForm(self._workspace.theme, self._tr, state.today, self.page)
        ref = state.request.ref
        dialog.set_check(lambda: rules.wrong_end(self._tr, state, dialog.chosen_day))
        dialog.submitted.connect(lambda day: self._presenter.resume(dialog, ref, day))
        self.open(dialog)

    def _build_bundle(
        self, state: RequestState, formats: tuple[str, ...], *, is_marked: bool
    ) -> None:
        folder = self.ask_folder(self._tr("Folder for the portability bundle"))
        if folder:
            self._presenter.build_bundle(
                state.request, folder[0], formats, byte_order_mark=is_marked
            )

    def open(self, dialog: QDialog) -> None:
        """Show a dialog over the page; it is thrown away when it is left."""
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
