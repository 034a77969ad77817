"""Asks for a decision with all that it may have to say, and has it recorded."""

from dataclasses import replace
from functools import partial

from dsr_desktop.gui.pages.requests.decision_row import Decided
from dsr_desktop.gui.pages.requests.decisions_card import DecisionsCard, warned
from dsr_desktop.gui.pages.requests.desk import Desk
from dsr_desktop.gui.pages.requests.forms.decision_form import DecisionForm
from dsr_desktop.services.handling import decide


class DecisionDesk(Desk):
    """Serves the card of decisions."""

    def serve(self, card: DecisionsCard) -> None:
        """Do what is asked on the card."""
        card.more_requested.connect(self.ask_decision)

    def ask_decision(self, decided: Decided) -> None:
        """Ask for the day, the proof or the repeated request of a decision."""
        state = self.shown
        item = state.request.item(decided.right)
        known = replace(decided, duplicate_of=item.duplicate_of, abuse=item.abuse)
        form = DecisionForm(
            self.theme, self.tr, known, item.decided_on or state.today,
            author=self.workspace.register.actor,
            earlier=[one.ref for one in state.beside.relatives.found],
            warn=partial(warned, self.tr, state), parent=self.questions.page,
        )  # fmt: skip
        self.ask(
            form,
            lambda register, ref, said, today: decide(
                register, ref, said.right, said.decision, today, reason_code=said.reason_code,
                reason_text=said.text, on=said.on, duplicate_of=said.duplicate_of,
                abuse=said.abuse,
            ),
        )  # fmt: skip
