"""Notes on a request and how it is handled: by whom, in which language, what came in meanwhile."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.conditions import conditions_of
from dsr_desktop.domain.event_kind import EventKind
from dsr_desktop.domain.request import Right
from dsr_desktop.domain.request_note import Note
from dsr_desktop.gui.pages.requests.fold_card import FoldCard, Line
from dsr_desktop.gui.pages.requests.guards import Guards
from dsr_desktop.gui.pages.requests.state import RequestState
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.lifecycle import condition_label


class NotesCard(FoldCard):
    """Notes can be written at any time before the end, also while the clock is paused."""

    note_requested = Signal()
    handling_requested = Signal()
    reminder_requested = Signal()
    letter_requested = Signal()
    condition_requested = Signal()

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Handling and notes"), parent)
        self._tr = tr
        self.note = self.add_button(tr("Write a note…"))
        self.handling = self.add_button(tr("Hand over…"))
        self.reminder = self.add_button(tr("The person wrote again…"))
        self.letter = self.add_button(tr("Authority's letter…"))
        self.condition = self.add_button(tr("Condition seen…"))
        for button, signal in (
            (self.note, self.note_requested), (self.handling, self.handling_requested),
            (self.reminder, self.reminder_requested), (self.letter, self.letter_requested),
            (self.condition, self.condition_requested),
        ):  # fmt: skip
            button.clicked.connect(signal)

    def show_state(self, state: RequestState, guards: Guards) -> None:
        """Show how a request is handled."""
        tr, request = self._tr, state.request
        lines = [*_facts(tr, state), *(_note_line(tr, one) for one in state.beside.notes)]
        note = _handled(tr, state)
        self.letter.setVisible(Right.COMPLAINT in request.rights)
        self.condition.setVisible(bool(conditions_of(request.rights)))
        self.reminder.setVisible(request.answered_on is None)
        self.show_lines(request.ref, [Line(note), *lines], note, is_usual=not lines)
        self.guard(
            (self.note, guards.edit), (self.handling, guards.edit), (self.reminder, guards.facts),
            (self.letter, guards.facts), (self.condition, guards.facts),
        )  # fmt: skip


def _handled(tr: Tr, state: RequestState) -> str:
    names = {"fr": tr("French"), "en": tr("English")}
    language = tr("answered in {language}", language=names[state.request.language])
    if not state.request.handled_by:
        return language
    who = tr("handled by {name}", name=state.request.handled_by)
    return f"{who} · {language}"


def _facts(tr: Tr, state: RequestState) -> list[Line]:
    request = state.request
    lines = []
    if request.authority is not None:
        letter = request.authority
        day = tr.date(letter.answer_by)
        lines.append(Line(
            tr("{authority} asks for an answer by {day}", authority=letter.authority, day=day),
            letter.file_number,
        ))  # fmt: skip
    for one in request.conditions:
        seen = tr("seen on {day} by {name}", day=tr.date(one.seen_on), name=one.seen_by)
        lines.append(Line(condition_label(tr, one.kind), seen))
    reminders = sum(event.kind == EventKind.REMINDED for event in state.events)
    if reminders:
        said = tr.count(
            "The person wrote again {n} time", "The person wrote again {n} times", reminders
        )
        lines.append(Line(said, tr("The same deadline holds.")))
    return lines


def _note_line(tr: Tr, note: Note) -> Line:
    day = tr.date(note.at.astimezone().date())
    return Line(note.text, tr("{author}, {day}", author=note.author, day=day))
