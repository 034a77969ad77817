"""Asks who is concerned and who writes, and has it recorded."""

from dsr_desktop.domain.requester import DataSubject
from dsr_desktop.gui.pages.requests.desk import Desk
from dsr_desktop.gui.pages.requests.forms.people_forms import RequesterForm, SubjectForm
from dsr_desktop.gui.pages.requests.people_card import PeopleCard
from dsr_desktop.services.request_facts import record_requester, record_subject


class PeopleDesk(Desk):
    """Serves the card of people."""

    def serve(self, card: PeopleCard) -> None:
        """Do what is asked on the card."""
        card.subject_requested.connect(self.ask_subject)
        card.requester_requested.connect(self.ask_requester)

    def ask_subject(self) -> None:
        """Ask how the data subject is called and can be reached."""
        request = self.shown.request
        known = request.data_subject
        if not known.names and request.person != request.ref:
            known = DataSubject((request.person,), known.addresses)
        self.ask(SubjectForm(self.theme, self.tr, known, self.questions.page), record_subject)

    def ask_requester(self) -> None:
        """Ask who writes, and by what mandate."""
        state = self.shown
        form = RequesterForm(
            self.theme, self.tr, state.request.requester, state.request.rights, state.today,
            self.questions.page,
        )  # fmt: skip
        self.ask(form, record_requester)
