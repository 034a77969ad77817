"""Asks why a held row is the listed person's, or somebody else's."""

from PySide6.QtWidgets import QWidget

from dsr_desktop.domain.held_row import HeldDecision
from dsr_desktop.gui.pages.files.held.words import decision_question
from dsr_desktop.gui.pages.files.views import HeldAnswer, HeldLine
from dsr_desktop.gui.pages.reason_dialog import ReasonDialog
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.secret_editor import SecretEditor
from dsr_desktop.wording.language import Tr


class HeldDialog(ReasonDialog):
    """`answer` holds the decision with its reason once the dialog is accepted.

    A row that is stored is read from its file again, which may ask for its password.
    """

    def __init__(
        self, theme: Theme, tr: Tr, line: HeldLine, decision: HeldDecision, parent: QWidget
    ) -> None:
        super().__init__(theme, tr, decision_question(tr, line, decision), parent)
        self._line = line
        self._decision = decision
        self.password: SecretEditor | None = None
        if decision is HeldDecision.ANOTHER_PERSON:
            self._add_password()

    @property
    def answer(self) -> HeldAnswer:
        """What was entered."""
        password = self.password.text() if self.password is not None else ""
        return HeldAnswer(self._line, self._decision, self.given, password)

    def _add_password(self) -> None:
        tr = self._tr
        label = tr("Password of the file")
        self.password = SecretEditor(
            self._theme, label, show=tr("Show the password"), hide=tr("Hide the password")
        )
        self.password.editor.setPlaceholderText("")
        self.add(
            Field(
                self._theme, label, self.password, help_text=tr("Only if the file asks for one"),
                optional=tr("optional"),
            )
        )  # fmt: skip
