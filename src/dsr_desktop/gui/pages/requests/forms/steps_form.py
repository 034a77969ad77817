"""Asks what became of each step that is still open: done, or why it does not apply (R-CHK-1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.request_steps import StepCode
from dsr_desktop.gui.pages.requests.forms.checked_form import CheckedForm
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.editors import ChoiceEditor, NoteEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.request_steps import step_label

_OPEN, _DONE, _NOT_NEEDED = range(3)


@dataclass(frozen=True)
class Settled:
    """The steps that were done `on` a day, and those that do not apply for one `reason`."""

    done: tuple[StepCode, ...]
    on: date
    not_applicable: tuple[StepCode, ...]
    reason: str


class StepsForm(CheckedForm):
    """One choice for each step; a step is left open by not choosing."""

    def __init__(
        self, theme: Theme, tr: Tr, steps: Sequence[StepCode], today: date,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            theme, tr, tr("Settle the steps"), verb=tr("Record the steps"),
            sentence=tr("What the app did not see itself. A request closes once all are settled."),
            parent=parent,
        )  # fmt: skip
        options = (tr("Still to do"), tr("Done"), tr("Does not apply"))
        self.choices = {code: ChoiceEditor(theme, options) for code in steps}
        for code, choice in self.choices.items():
            self.add(Field(theme, step_label(tr, code), choice))
            choice.currentIndexChanged.connect(self._show_what_is_asked)
        self.ask_day(tr("Done on"), today)
        self.reason = NoteEditor(lines=2)
        self.reason_field = Field(theme, tr("Why they do not apply"), self.reason)
        self.add_field("reason", self.reason_field)
        self._show_what_is_asked()

    def answer(self) -> Settled:
        """Return what was chosen."""
        return Settled(
            self._chosen(_DONE), self.chosen_day, self._chosen(_NOT_NEEDED),
            self.reason.toPlainText().strip(),
        )  # fmt: skip

    def mistakes(self) -> dict[str, str]:
        """Ask for the reason of what does not apply."""
        if self._chosen(_NOT_NEEDED) and not self.reason.toPlainText().strip():
            return {"reason": self._tr("Say why, in a few words.")}
        return {}

    def _chosen(self, choice: int) -> tuple[StepCode, ...]:
        found = self.choices.items()
        return tuple(code for code, editor in found if editor.currentIndex() == choice)

    def _show_what_is_asked(self) -> None:
        self.fields["day"].setVisible(bool(self._chosen(_DONE)))
        self.reason_field.setVisible(bool(self._chosen(_NOT_NEEDED)))
        self.reason_field.set_error("")
