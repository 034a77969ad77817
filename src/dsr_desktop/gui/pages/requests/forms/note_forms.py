"""Short forms on the handling of a request: a note, who handles it, letters, conditions, reminders."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.conditions import AuthorityLetter, ConditionKind
from dsr_desktop.domain.request import Request
from dsr_desktop.gui.pages.record_form import RecordForm
from dsr_desktop.gui.pages.requests.forms.checked_form import day_in
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.editors import ChoiceEditor, NoteEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.wording.language import LANGUAGES, Tr
from dsr_desktop.wording.lifecycle import condition_label


@dataclass(frozen=True)
class Handling:
    """Who handles a request, and the language of its answer."""

    handled_by: str
    language: str


@dataclass(frozen=True)
class ConditionSeen:
    """A condition that was seen to be met on a day."""

    kind: ConditionKind
    on: date


class NoteForm(RecordForm):
    """Asks for a note on the request; its answer is the text."""

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, tr, tr("Write a note"), verb=tr("Keep the note"),
            sentence=tr("Notes stay in the register and are purged with the request."),
            parent=parent,
        )  # fmt: skip
        self.text = NoteEditor(lines=5)
        self.add_field("text", Field(theme, tr("Note"), self.text))

    def answer(self) -> str:
        """Return the note."""
        return self.text.toPlainText().strip()

    def mistakes(self) -> dict[str, str]:
        """Ask for words."""
        return {} if self.answer() else {"text": self._tr("Write something first.")}


class HandlingForm(RecordForm):
    """Asks who handles the request, and in which language it is answered."""

    def __init__(
        self, theme: Theme, tr: Tr, request: Request, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme, tr, tr("Who handles it, and in which language"), verb=tr("Record it"),
            parent=parent,
        )  # fmt: skip
        self.name = TextEditor(request.handled_by)
        self.add_field("name", Field(theme, tr("Handled by"), self.name, optional=tr("optional")))
        names = {"fr": tr("French"), "en": tr("English")}
        self.language = ChoiceEditor(theme, tuple(names[one] for one in LANGUAGES))
        self.language.setCurrentIndex(LANGUAGES.index(request.language))
        self.add_field("language", Field(theme, tr("Language of the answer"), self.language))

    def answer(self) -> Handling:
        """Return what was entered."""
        return Handling(self.name.text().strip(), LANGUAGES[self.language.currentIndex()])


class LetterForm(RecordForm):
    """Asks for the authority's letter on a complaint, and the day that it sets."""

    def __init__(
        self, theme: Theme, tr: Tr, letter: AuthorityLetter | None, today: date,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr, tr("The authority's letter"), verb=tr("Record the letter"),
            sentence=tr("The day that it sets is the deadline of the complaint."), parent=parent,
        )  # fmt: skip
        self.authority = TextEditor(letter.authority if letter else "CNIL")
        self.add_field("authority", Field(theme, tr("Authority"), self.authority))
        self.file = TextEditor(letter.file_number if letter else "")
        self.add_field(
            "file", Field(theme, tr("Its file number"), self.file, optional=tr("optional"))
        )
        self.answer_by = self.add_day(
            "answer_by", tr("Answer by"), letter.answer_by if letter else today
        )

    def answer(self) -> AuthorityLetter:
        """Return the letter."""
        authority, number = self.authority.text().strip(), self.file.text().strip()
        return AuthorityLetter(authority, number, day_in(self.answer_by))

    def mistakes(self) -> dict[str, str]:
        """Ask for the name of the authority."""
        named = self.authority.text().strip()
        return {} if named else {"authority": self._tr("Name the authority.")}


class ConditionForm(RecordForm):
    """Asks which condition was seen to be met: a yes with its day, never a document."""

    def __init__(
        self, theme: Theme, tr: Tr, kinds: tuple[ConditionKind, ...], today: date,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr, tr("A condition was seen to be met"), verb=tr("Record it"),
            sentence=tr("A yes with its day: no document is kept."), parent=parent,
        )  # fmt: skip
        self._kinds = kinds
        self.kind = ChoiceEditor(theme, tuple(condition_label(tr, one) for one in kinds))
        self.add_field("kind", Field(theme, tr("What was seen"), self.kind))
        self.day = self.add_day("day", tr("Seen on"), today)

    def answer(self) -> ConditionSeen:
        """Return what was seen."""
        return ConditionSeen(self._kinds[self.kind.currentIndex()], day_in(self.day))


class ReminderForm(RecordForm):
    """Asks when the person wrote again before the answer; its answer is the day."""

    def __init__(self, theme: Theme, tr: Tr, today: date, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, tr, tr("The person wrote again"), verb=tr("Record the reminder"),
            sentence=tr("Before the answer this is no new request: the same deadline holds."),
            parent=parent,
        )  # fmt: skip
        self.day = self.add_day("day", tr("Received on"), today)

    def answer(self) -> date:
        """Return the day."""
        return day_in(self.day)
