"""Reads and changes the suppression list for its card; what was typed is kept nowhere."""

from PySide6.QtCore import Signal

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.progress import Progress
from dsr_desktop.domain.suppression import SuppressionEntry
from dsr_desktop.gui.jobs import Failed, Ok, Outcome
from dsr_desktop.gui.pages.presenter import Presenter
from dsr_desktop.gui.pages.settings.suppression import words
from dsr_desktop.gui.pages.settings.suppression.views import (
    LookedUp,
    LookUp,
    LookUpPart,
    NewEntry,
    Removal,
    Renewal,
    SuppressionView,
)
from dsr_desktop.services import suppressing
from dsr_desktop.services.register import Register
from dsr_desktop.services.suppressing import Checked, Listed, TypedKeys


class SuppressionPresenter(Presenter):
    """`loaded` brings a SuppressionView, `told` what was done and what follows from it.

    `added` tells that a person is on the list, `looked_up` brings a LookedUp; `refused` the
    DsrError why neither could be done.
    """

    loaded = Signal(object)
    told = Signal(str, str)
    added = Signal()
    looked_up = Signal(object)
    refused = Signal(object)

    def load(self) -> None:
        """Read the list again."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr

        def work(_progress: Progress) -> SuppressionView:
            entries = suppressing.list_entries(register)
            lists_erased = suppressing.lists_erased(register)
            return words.suppression_view(tr, entries, today, lists_erased=lists_erased)

        self.read(tr("Reading the register"), work, self.loaded.emit)

    def add(self, new: NewEntry) -> None:
        """Put a person on the list, by all that was typed of them."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr
        typed = TypedKeys(_given(new.email), _given(new.phone), new.name, new.postcode)

        def work(_progress: Progress) -> tuple[Listed, ...]:
            return suppressing.add_to_list(
                register, typed, new.scope, new.reason, today, request_ref=new.request_ref or None
            )

        self.workspace.run(tr("Recording"), work, self._end_adding)

    def look_up(self, asked: LookUp) -> None:
        """Tell whether what was typed is on the list."""
        register, tr = self.workspace.register, self.workspace.tr

        def work(_progress: Progress) -> LookedUp:
            checked = {part: _checked(register, asked, part) for part in asked.parts}
            return LookedUp(asked, tuple(words.answer_words(tr, *one) for one in checked.items()))

        self.workspace.run(tr("Reading the register"), work, self._end_looking_up, lane="read")

    def remove(self, removal: Removal) -> None:
        """Take an entry off the list."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr

        def work(_progress: Progress) -> SuppressionEntry | None:
            return suppressing.remove_from_list(
                register, removal.entry_id, removal.reason, today,
                new_relation=removal.new_relation,
            )  # fmt: skip

        def then(kept: SuppressionEntry | None) -> None:
            self.told.emit(*words.removed_words(tr, removal.entry_id, kept))
            self.workspace.tell_traces()

        self.change(tr("Recording"), work, then)

    def renew(self, renewal: Renewal) -> None:
        """Let an entry that is due stay."""
        register, today, tr = self.workspace.register, self.workspace.today(), self.workspace.tr
        self.change(
            tr("Recording"),
            lambda _progress: suppressing.renew_entry(
                register, renewal.entry_id, renewal.reason, today
            ),
            lambda entry: self.told.emit(*words.renewed_words(tr, entry)),
        )

    def choose_to_list_erased(self, reason: str, *, on: bool) -> None:
        """Record whether erased people go on the list (R-SUP-6)."""
        register, tr = self.workspace.register, self.workspace.tr
        self.change(
            tr("Recording"),
            lambda _progress: suppressing.choose_to_list_erased(register, reason, on=on),
            lambda _done: self.told.emit(*words.chosen_words(tr, on=on)),
        )

    def _end_adding(self, outcome: Outcome[tuple[Listed, ...]]) -> None:
        if isinstance(outcome, Ok):
            self.added.emit()
            self.told.emit(*words.added_words(self.workspace.tr, outcome.value))
            self.workspace.register_changed.emit()
        elif isinstance(outcome, Failed):
            self.refused.emit(outcome.error)

    def _end_looking_up(self, outcome: Outcome[LookedUp]) -> None:
        if isinstance(outcome, Ok):
            self.looked_up.emit(outcome.value)
        elif isinstance(outcome, Failed):
            self.refused.emit(outcome.error)


def _checked(register: Register, asked: LookUp, part: LookUpPart) -> Checked | InvalidInputError:
    """Check one part of what was typed; the error says why it is no key."""
    try:
        if part is LookUpPart.VALUE:
            return suppressing.check_value(register, asked.value)
        return suppressing.check_person(register, asked.name, asked.postcode)
    except InvalidInputError as error:
        return error


def _given(text: str) -> tuple[str, ...]:
    return (text,) if text else ()
