"""Asks for notes, who handles a request, letters, conditions and reminders, and has them recorded."""

from dsr_desktop.domain.conditions import Condition, conditions_of
from dsr_desktop.gui.pages.requests.desk import Desk
from dsr_desktop.gui.pages.requests.forms.note_forms import (
    ConditionForm,
    HandlingForm,
    LetterForm,
    NoteForm,
    ReminderForm,
)
from dsr_desktop.gui.pages.requests.notes_card import NotesCard
from dsr_desktop.services import request_edits
from dsr_desktop.services.linking import record_reminder
from dsr_desktop.services.request_facts import record_authority, record_condition


class NotesDesk(Desk):
    """Serves the card of handling and notes."""

    def serve(self, card: NotesCard) -> None:
        """Do what is asked on the card."""
        card.note_requested.connect(self.ask_note)
        card.handling_requested.connect(self.ask_handling)
        card.reminder_requested.connect(self.ask_reminder)
        card.letter_requested.connect(self.ask_letter)
        card.condition_requested.connect(self.ask_condition)

    def ask_note(self) -> None:
        """Ask for a note."""
        self.ask(NoteForm(self.theme, self.tr, self.questions.page), request_edits.write_note)

    def ask_handling(self) -> None:
        """Ask who handles the request, and in which language; what stays is not recorded again."""
        before = self.shown.request
        self.ask(
            HandlingForm(self.theme, self.tr, before, self.questions.page),
            lambda register, ref, said, today: request_edits.edit(
                register, ref, today,
                handled_by=said.handled_by if said.handled_by != before.handled_by else None,
                language=said.language if said.language != before.language else None,
            ),
        )  # fmt: skip

    def ask_reminder(self) -> None:
        """Ask when the person wrote again."""
        form = ReminderForm(self.theme, self.tr, self.shown.today, self.questions.page)
        self.ask(form, record_reminder)

    def ask_letter(self) -> None:
        """Ask for the authority's letter."""
        state = self.shown
        letter = state.request.authority
        form = LetterForm(self.theme, self.tr, letter, state.today, self.questions.page)
        self.ask(form, record_authority)

    def ask_condition(self) -> None:
        """Ask which condition was seen to be met."""
        state = self.shown
        kinds = conditions_of(state.request.rights)
        form = ConditionForm(self.theme, self.tr, kinds, state.today, self.questions.page)
        self.ask(
            form,
            lambda register, ref, seen, today: record_condition(
                register, ref, Condition(seen.kind, seen.on, register.actor), today
            ),
        )
