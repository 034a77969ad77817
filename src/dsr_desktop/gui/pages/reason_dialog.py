"""Asks why something is done or said: one short reason, which is kept."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.errors import InvalidInputError
from dsr_desktop.domain.suppression import LONGEST_REASON, check_reason
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.dialog import FormDialog
from dsr_desktop.gui.widgets.editors import TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.wording.errors import word_error
from dsr_desktop.wording.language import Tr


@dataclass(frozen=True)
class ReasonQuestion:
    """What is asked, what follows from it, the verb, and the label of the reason."""

    title: str
    sentence: str
    verb: str
    label: str


class ReasonDialog(FormDialog):
    """`given` is the reason once the dialog is accepted: never an empty one."""

    def __init__(
        self, theme: Theme, tr: Tr, question: ReasonQuestion, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme, question.title, verb=question.verb, cancel=tr("Cancel"),
            sentence=question.sentence, parent=parent,
        )  # fmt: skip
        self._tr = tr
        self.reason = TextEditor()
        self.reason.setMaxLength(LONGEST_REASON)
        self.reason_field = Field(theme, question.label, self.reason)
        self.reason.textEdited.connect(lambda: self.reason_field.set_error(""))
        self.add(self.reason_field)
        self.verb_button.clicked.connect(self._try)

    @property
    def given(self) -> str:
        """The reason as it was typed."""
        return self.reason.text()

    def _try(self) -> None:
        try:
            check_reason(self.given)
        except InvalidInputError as error:
            self.reason_field.set_error(word_error(self._tr, error))
            self.reason.setFocus()
        else:
            self.accept()
