"""Links a request with others of the person, and records what came after its answer."""

from dsr_desktop.gui.pages.requests.desk import Desk
from dsr_desktop.gui.pages.requests.forms.link_forms import LinkForm, ReopenForm
from dsr_desktop.gui.pages.requests.related_card import RelatedCard
from dsr_desktop.services import linking


class RelatedDesk(Desk):
    """Serves the card of other requests."""

    def serve(self, card: RelatedCard) -> None:
        """Do what is asked on the card."""
        card.link_requested.connect(self.ask_link)
        card.unlink_requested.connect(self.unlink)
        card.reopen_requested.connect(self.ask_reopening)

    def ask_link(self, to: str) -> None:
        """Ask how this request belongs to another."""
        ref = self.shown.request.ref
        form = LinkForm(self.theme, self.tr, ref, to, self.questions.page)
        self.ask(
            form,
            lambda register, ref, link, today: linking.link_requests(
                register, ref, link.to, link.kind, today
            ),
        )

    def unlink(self, to: str) -> None:
        """Take the link with another request back."""
        register, today, ref = (
            self.workspace.register,
            self.workspace.today(),
            self.shown.request.ref,
        )
        self.presenter.change(
            self.tr("Recording"),
            lambda _progress: linking.unlink_requests(register, ref, to, today),
            lambda _relatives: None,
        )

    def ask_reopening(self) -> None:
        """Ask what the person wrote after the answer, then show the new request."""
        state = self.shown
        form = ReopenForm(
            self.theme, self.tr, state.request.rights, state.today, self.questions.page
        )
        self.ask(
            form,
            lambda register, ref, again, today: linking.reopen(
                register, ref, again.received_on, again.channel, today, rights=again.rights
            ),
            lambda view: self.presenter.recorded.emit(view.request.ref),
        )
