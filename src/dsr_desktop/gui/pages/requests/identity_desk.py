"""Asks what was checked about the identity, and has the facts recorded."""

from dsr_desktop.domain.identity_rules import suggested_strength
from dsr_desktop.gui.pages.requests.desk import Desk
from dsr_desktop.gui.pages.requests.forms.identity_forms import IdentityForm, UnaskedCopyForm
from dsr_desktop.gui.pages.requests.identity_card import IdentityCard
from dsr_desktop.services.identity_log import log_identity_check, tick_unasked_copy
from dsr_desktop.wording.identity import advice_line


class IdentityDesk(Desk):
    """Serves the card of the identity log."""

    def serve(self, card: IdentityCard) -> None:
        """Do what is asked on the card."""
        card.check_requested.connect(self.ask_check)
        card.copy_requested.connect(self.ask_copy)

    def ask_check(self) -> None:
        """Ask how the identity was checked."""
        state = self.shown
        advice = advice_line(self.tr, suggested_strength(state.request.rights))
        form = IdentityForm(
            self.theme, self.tr, state.today, advice=advice, parent=self.questions.page
        )
        self.ask(
            form,
            lambda register, ref, checked, today: log_identity_check(
                register, ref, checked.check, today, on=checked.on
            ),
        )

    def ask_copy(self) -> None:
        """Ask what was done with a copy that nobody had asked for."""
        form = UnaskedCopyForm(self.theme, self.tr, self.shown.today, self.questions.page)
        self.ask(form, tick_unasked_copy)
