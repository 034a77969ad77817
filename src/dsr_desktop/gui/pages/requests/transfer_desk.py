"""Asks to whom the data go, whether that is feasible, and when they went."""

from dsr_desktop.domain.transfer import TransferState
from dsr_desktop.gui.pages.requests.desk import Desk
from dsr_desktop.gui.pages.requests.forms.transfer_forms import (
    FeasibilityForm,
    HandOverForm,
    OrganisationForm,
)
from dsr_desktop.gui.pages.requests.transfer_card import TransferCard
from dsr_desktop.services.transfers import ask_transfer, judge_transfer, record_hand_over


class TransferDesk(Desk):
    """Serves the card of transfers."""

    def serve(self, card: TransferCard) -> None:
        """Do what is asked on the card."""
        card.ask_requested.connect(self.ask_organisation)
        card.judge_requested.connect(self.ask_feasibility)
        card.sent_requested.connect(self.ask_hand_over)

    def ask_organisation(self) -> None:
        """Ask for an organisation."""
        country = self.workspace.company.country
        form = OrganisationForm(self.theme, self.tr, self.shown.today, country, self.questions.page)
        self.ask(
            form,
            lambda register, ref, said, today: ask_transfer(
                register, ref, said.to, said.asked_on, today
            ),
        )

    def ask_feasibility(self) -> None:
        """Ask whether a transfer that has not been made is feasible."""
        waiting = [
            one
            for one in self.shown.beside.transfers
            if one.transfer.state is not TransferState.HANDED_OVER
        ]
        form = FeasibilityForm(self.theme, self.tr, waiting, self.questions.page)
        self.ask(
            form,
            lambda register, ref, said, _today: judge_transfer(
                register, ref, said.id, said.feasibility, said.explanation
            ),
        )

    def ask_hand_over(self) -> None:
        """Ask when the data went."""
        ready = [
            one
            for one in self.shown.beside.transfers
            if one.transfer.state is TransferState.FEASIBLE
        ]
        form = HandOverForm(self.theme, self.tr, self.shown.today, ready, self.questions.page)
        tr = self.tr
        self.ask(
            form,
            lambda register, ref, said, today: record_hand_over(
                register, ref, said.id, said.sent_on, today, tr
            ),
        )
