"""Asks the DPO to confirm an activity: its name, and the article that it rests on."""

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.activity import LEGAL_BASES, LONGEST_NAME
from dsr_desktop.domain.portability import PORTABLE_BASES
from dsr_desktop.gui.pages.settings.views import ActivityLine, Confirmation
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.dialog import FormDialog
from dsr_desktop.gui.widgets.editors import ChoiceEditor, TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.wording.activities import basis_label
from dsr_desktop.wording.language import Tr


class ActivityDialog(FormDialog):
    """Presets what is proposed; `answer` holds what was confirmed once the dialog is accepted."""

    def __init__(
        self, theme: Theme, tr: Tr, line: ActivityLine, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            theme, tr("Confirm {code}?", code=line.code), verb=tr("Confirm the activity"),
            cancel=tr("Cancel"),
            sentence=tr("Compare it with your record of processing activities, art. 30. Your name "
                        "and the day are kept with the confirmation."),
            parent=parent,
        )  # fmt: skip
        self._tr = tr
        self._code = line.code
        self._bases = tuple(dict.fromkeys((*LEGAL_BASES, line.basis)))
        self.name = TextEditor(line.name)
        self.name.setMaxLength(LONGEST_NAME)
        self.name_field = Field(theme, tr("Name"), self.name)
        self.name.textEdited.connect(lambda: self.name_field.set_error(""))
        self.basis = ChoiceEditor(theme, tuple(basis_label(tr, one) for one in self._bases))
        self.basis_field = Field(theme, tr("Legal basis"), self.basis)
        self.basis.currentIndexChanged.connect(self._tell_consequence)
        self.basis.setCurrentIndex(self._bases.index(line.basis))
        self._tell_consequence()
        self.add(self.basis_field)
        self.add(self.name_field)
        self.verb_button.clicked.connect(self._try)

    @property
    def answer(self) -> Confirmation:
        """What the fields say."""
        basis = self._bases[self.basis.currentIndex()]
        return Confirmation(self._code, basis, " ".join(self.name.text().split()))

    def _tell_consequence(self) -> None:
        is_portable = self.answer.basis in PORTABLE_BASES
        self.basis_field.set_help(
            self._tr("Portability covers it, art. 20(1)(a)")
            if is_portable
            else self._tr("Portability does not cover it, art. 20(1)(a)")
        )

    def _try(self) -> None:
        if self.answer.name:
            self.accept()
            return
        self.name_field.set_error(self._tr("An activity has a name"))
        self.name.setFocus()
