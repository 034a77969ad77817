"""Asks what became of each step that is still open: done, or why it does not apply (R-CHK-1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.request_steps import StepCode
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.dialog import FormDialog
from dsr_desktop.gui.widgets.editors import ChoiceEditor, NoteEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.request_steps import step_label

_OPEN, _DONE, _NOT_NEEDED = range(3)


@dataclass(frozen=True)
class Settled:
    """The steps that are done, and those that do not apply for one `reason`."""

    done: tuple[StepCode, ...]
    not_applicable: tuple[StepCode, ...]
    reason: str


class StepsDialog(FormDialog):
    """One choice for each step; a step is left open by not choosing."""

    def __init__(
        self, theme: Theme, tr: Tr, steps: Sequence[StepCode], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme, tr("Settle the steps"), verb=tr("Record the steps"), cancel=tr("Cancel"),
            sentence=tr("What the app did not see itself. A request closes once all are settled."),
            parent=parent,
        )  # fmt: skip
        self._tr = tr
        options = (tr("Still to do"), tr("Done"), tr("Does not apply"))
        self.choices = {code: ChoiceEditor(theme, options) for code in steps}
        for code, choice in self.choices.items():
            self.add(Field(theme, step_label(tr, code), choice))
            choice.currentIndexChanged.connect(self._show_reason)
        self.reason = NoteEditor(lines=2)
        self.reason_field = Field(theme, tr("Why they do not apply"), self.reason)
        self.add(self.reason_field)
        self._show_reason()
        self.verb_button.clicked.connect(self._try)

    @property
    def answer(self) -> Settled:
        """What was chosen."""
        return Settled(
            self._chosen(_DONE), self._chosen(_NOT_NEEDED), self.reason.toPlainText().strip()
        )

    def _chosen(self, choice: int) -> tuple[StepCode, ...]:
        found = self.choices.items()
        return tuple(code for code, editor in found if editor.currentIndex() == choice)

    def _show_reason(self) -> None:
        self.reason_field.setVisible(bool(self._chosen(_NOT_NEEDED)))
        self.reason_field.set_error("")

    def _try(self) -> None:
        if self._chosen(_NOT_NEEDED) and not self.answer.reason:
            self.reason_field.set_error(self._tr("Say why, in a few words."))
            self.reason.setFocus()
        else:
            self.accept()
