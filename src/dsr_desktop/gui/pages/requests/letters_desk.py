"""Has letters written and recorded as sent, as the card of letters asks."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from shiboken6 import isValid

from dsr_desktop.domain.letter import LetterSheet
from dsr_desktop.domain.letters import LetterKind
from dsr_desktop.gui.pages.requests.desk import Desk
from dsr_desktop.gui.pages.requests.forms.letter_forms import LetterSentForm
from dsr_desktop.gui.pages.requests.letter_dialog import LetterDialog, LetterWanted
from dsr_desktop.gui.pages.requests.letters_card import LettersCard
from dsr_desktop.gui.pages.requests.made import letter_written

if TYPE_CHECKING:
    from dsr_desktop.services.letter_writing import LetterFiles


class LettersDesk(Desk):
    """Opens the letter from the card, then asks for the folder."""

    def serve(self, card: LettersCard) -> None:
        """Do what is asked on the card."""
        card.write_requested.connect(self.ask_letter)
        card.sent_requested.connect(self.ask_sent)

    def ask_letter(self) -> None:
        """Show the first letter that is due, else the first that can be written."""
        self._read(self.shown.letters.possible[0].kind, self._open)

    def ask_sent(self) -> None:
        """Ask which letter left, and have recorded what follows."""
        from dsr_desktop.services.letter_sending import (  # noqa: PLC0415 - loaded when asked
            Sending,
            send_letter,
        )

        state = self.shown
        form = LetterSentForm(
            self.theme, self.tr, state.letters.unsent, state.request.channel, state.today,
            self.questions.page,
        )  # fmt: skip
        self.ask(
            form,
            lambda register, ref, said, today: send_letter(
                register, ref, Sending(said.kind, said.on, said.channel, said.address), today
            ),
        )

    def _read(self, kind: LetterKind, then: Callable[[LetterSheet], None]) -> None:
        from dsr_desktop.services.letter_writing import (  # noqa: PLC0415 - loaded when asked
            LetterOrder,
            letter_sheet,
        )

        register, today = self.workspace.register, self.workspace.today()
        order = LetterOrder(kind, self.shown.request.ref)
        self.presenter.read(
            self.tr("Reading the register"),
            lambda _progress: letter_sheet(register, order, today),
            lambda sheet: then(sheet) if self._shows(order.ref) else None,
        )

    def _shows(self, ref: str) -> bool:
        """Tell whether the request is still on show: another may have been opened meanwhile."""
        state = self.state()
        return state is not None and state.request.ref == ref

    def _open(self, sheet: LetterSheet) -> None:
        letters = self.shown.letters.possible
        form = LetterDialog(self.theme, self.tr, letters, sheet, self.questions.page)
        ref = self.shown.request.ref
        form.kind_chosen.connect(lambda kind: self._read(kind, lambda read: _show(form, read)))
        form.submitted.connect(lambda wanted: self._write(form, ref, wanted))
        self.questions.open(form)

    def _write(self, form: LetterDialog, ref: str, wanted: LetterWanted) -> None:
        from dsr_desktop.services.letter_writing import (  # noqa: PLC0415 - loaded when asked
            LetterOrder,
            write_letter,
        )

        folder = self.questions.ask_folder(self.tr("Folder for the letter"))
        if not folder:
            form.wait_again()
            return

        def show(made: "LetterFiles") -> None:
            self.presenter.written.emit(letter_written(self.tr, made))

        order = LetterOrder(wanted.kind, ref, wanted.written, wanted.included)
        self.presenter.write(
            form,
            lambda register, today: write_letter(
                register, order, folder[0], today, address=wanted.draft
            ),
            show,
        )


def _show(form: LetterDialog, sheet: LetterSheet) -> None:
    """Show another letter in a form that may have been closed meanwhile."""
    if isValid(form):
        form.show_sheet(sheet)
