"""Asks for what is looked up in the suppression list, and shows the answers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsr_desktop.domain.errors import DsrError
from dsr_desktop.gui.pages.settings.suppression.field_pair import field_pair
from dsr_desktop.gui.pages.settings.suppression.views import LookedUp, LookUp, LookUpPart
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.dialog import FormDialog
from dsr_desktop.gui.widgets.editors import TextEditor, set_flag
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.wording.errors import word_error
from dsr_desktop.wording.language import Tr

_ICONS = {Tone.OK: Icon.CIRCLE_CHECK, Tone.SOON: Icon.SHIELD_ALERT}


class LookUpDialog(FormDialog):
    """`asked` carries a LookUp of what was typed; the dialog stays, for as many as there are."""

    asked = Signal(object)

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, tr("Look up a person"), verb=tr("Look up"), cancel=tr("Close"),
            sentence=tr("It is compared with the keyed hashes of the list and kept nowhere."),
            parent=parent,
        )  # fmt: skip
        self._tr = tr
        self.value, self.name, self.postcode = (TextEditor() for _number in range(3))
        self.add(Field(theme, tr("E-mail or phone"), self.value))
        self.add(
            field_pair(
                Field(theme, tr("Given and family name"), self.name),
                Field(theme, tr("Postcode"), self.postcode),
            )
        )
        self._answers = QVBoxLayout()
        self.body.addLayout(self._answers)
        for editor in (self.value, self.name, self.postcode):
            editor.textEdited.connect(self._take_back)
        self.verb_button.clicked.connect(lambda: self.asked.emit(self.typed))

    @property
    def typed(self) -> LookUp:
        """What the fields say."""
        editors = (self.value, self.name, self.postcode)
        return LookUp(*(editor.text().strip() for editor in editors))

    def show_answer(self, found: LookedUp) -> None:
        """Show what is listed of what stands in the fields; an answer that came late is dropped."""
        if found.asked != self.typed:
            return
        self._take_back("")
        for answer in found.answers:
            icon = _ICONS.get(answer.tone)
            banner = Banner(self._theme, answer.tone, answer.what, answer.entries, icon=icon)
            self._answers.addWidget(banner)
        wrong = [answer.part for answer in found.answers if answer.tone is Tone.LATE]
        for part in reversed(wrong):
            editor = self.value if part is LookUpPart.VALUE else self.name
            set_flag(editor, "wrong", True)
            editor.setFocus()

    def show_failure(self, error: DsrError) -> None:
        """Say why nothing can be looked up."""
        self._take_back("")
        self._answers.addWidget(Banner(self._theme, Tone.LATE, word_error(self._tr, error)))

    def _take_back(self, _text: str) -> None:
        clear(self._answers)
        for editor in (self.value, self.name):
            set_flag(editor, "wrong", False)
