"""Asks what looking into an automated decision showed, and gives the text for the person."""

from dsr_desktop.gui.pages.requests.automated_card import AutomatedCard
from dsr_desktop.gui.pages.requests.desk import Desk
from dsr_desktop.gui.pages.requests.forms.automated_form import AutomatedForm
from dsr_desktop.gui.pages.requests.made import Written
from dsr_desktop.services.automated_decisions import answer_of, examine


class AutomatedDesk(Desk):
    """Serves the card of the automated decision."""

    def serve(self, card: AutomatedCard) -> None:
        """Do what is asked on the card."""
        card.examine_requested.connect(self.ask_examination)
        card.answer_requested.connect(self.give_answer)

    def ask_examination(self) -> None:
        """Ask what it showed; what was said before stands there."""
        state = self.shown
        form = AutomatedForm(
            self.theme, self.tr, state.today, state.beside.automated, self.questions.page
        )
        self.ask(form, examine)

    def give_answer(self) -> None:
        """Show the text for the person, to be copied."""
        register, ref = self.workspace.register, self.shown.request.ref
        self.presenter.read(
            self.tr("Reading the register"),
            lambda _progress: answer_of(register, ref),
            lambda text: self.presenter.written.emit(
                Written(self.tr("Send this text:"), text, copy=text)
            ),
        )
