"""Asks for one criterion: what kind of thing is known, and its value."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.criteria import CRITERIA
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.dialog import FormDialog
from dsr_desktop.gui.widgets.editors import ChoiceEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.wording.language import Tr
from dsr_desktop.wording.matching import criterion_label


@dataclass(frozen=True)
class Criterion:
    """One thing known about the person; `kind` is one of the names in `CRITERIA`."""

    kind: str
    value: str


class CriterionDialog(FormDialog):
    """Adds a criterion, or changes the one given."""

    def __init__(
        self,
        theme: Theme,
        tr: Tr,
        criterion: Criterion | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = tr("Change the criterion") if criterion else tr("Add a criterion")
        super().__init__(
            theme, title, verb=tr("Search for it"), cancel=tr("Cancel"),
            sentence=tr("Accents, capitals and the way a number is written make no difference."),
            parent=parent,
        )  # fmt: skip
        self._tr = tr
        shown = criterion or Criterion("name", "")
        self.kind = ChoiceEditor(theme, _labels(tr))
        self.kind.setCurrentIndex(CRITERIA.index(shown.kind))
        self.value = TextEditor(shown.value)
        self.add(Field(theme, tr("What is known"), self.kind))
        self.value_field = Field(theme, tr("Value"), self.value)
        self.add(self.value_field)
        self.verb_button.clicked.connect(self._check)
        self.value.textEdited.connect(lambda: self.value_field.set_error(""))
        (self.value if criterion else self.kind).setFocus()

    @property
    def criterion(self) -> Criterion:
        """What was chosen and typed."""
        return Criterion(CRITERIA[self.kind.currentIndex()], self.value.text().strip())

    def _check(self) -> None:
        if self.criterion.value:
            self.accept()
        else:
            self.value_field.set_error(self._tr("Type what to look for"))
            self.value.setFocus()


def _labels(tr: Tr) -> tuple[str, ...]:
    return tuple(criterion_label(tr, kind) for kind in CRITERIA)


def pairs(given: dict[str, Sequence[str]] | dict[str, tuple[str, ...]]) -> tuple[Criterion, ...]:
    """Return every value of every criterion."""
    return tuple(Criterion(kind, value) for kind, values in given.items() for value in values)
