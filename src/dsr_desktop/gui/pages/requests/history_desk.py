"""Asks what is true of a recorded step, and has the correction recorded as one more event."""

from dsr_desktop.gui.pages.requests.desk import Desk
from dsr_desktop.gui.pages.requests.forms.correction_form import CorrectionForm
from dsr_desktop.gui.pages.requests.history_card import HistoryCard
from dsr_desktop.services.correcting import correct_step
from dsr_desktop.wording.events import word_event


class HistoryDesk(Desk):
    """Serves the history."""

    def serve(self, card: HistoryCard) -> None:
        """Do what is asked in the history."""
        card.correct_requested.connect(self.ask_correction)

    def ask_correction(self, seq: int) -> None:
        """Ask what is true of the event with this number."""
        state = self.shown
        event = next(one for one in state.events if one.seq == seq)
        said = word_event(self.tr, event.kind, event.payload)
        form = CorrectionForm(
            self.theme, self.tr, state.request, event, said, self.questions.page,
            author=self.workspace.register.actor,
        )  # fmt: skip
        self.ask(
            form,
            lambda register, ref, correction, today: correct_step(
                register, ref, seq, correction, today
            ),
        )
