"""Tells of an e-mail or a phone whether it is on the suppression list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsr_desktop.domain.errors import DsrError
from dsr_desktop.gui.pages.settings.suppression.views import LookedUp
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


class LookUpDialog(FormDialog):
    """`asked` carries the text that was typed; the dialog stays, for as many as there are."""

    asked = Signal(str)

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, tr("Look up an e-mail or a phone"), verb=tr("Look up"), cancel=tr("Close"),
            sentence=tr("It is compared with the keyed hashes of the list and kept nowhere."),
            parent=parent,
        )  # fmt: skip
        self._tr = tr
        self.value = TextEditor()
        self.add(Field(theme, tr("E-mail or phone"), self.value))
        self._answer = QVBoxLayout()
        self.body.addLayout(self._answer)
        self.value.textEdited.connect(self._take_back)
        self.verb_button.clicked.connect(lambda: self.asked.emit(self.value.text()))

    def show_answer(self, answer: LookedUp) -> None:
        """Show whether what stands in the field is listed; an answer that came late is dropped."""
        if answer.text != self.value.text():
            return
        self._take_back("")
        tone, icon = (
            (Tone.SOON, Icon.SHIELD_ALERT) if answer.is_listed else (Tone.OK, Icon.CIRCLE_CHECK)
        )
        banner = Banner(self._theme, tone, answer.what, answer.entries, icon=icon)
        self._answer.addWidget(banner)

    def show_failure(self, error: DsrError) -> None:
        """Say why it cannot be looked up."""
        self._take_back("")
        set_flag(self.value, "wrong", True)
        banner = Banner(self._theme, Tone.LATE, word_error(self._tr, error))
        self._answer.addWidget(banner)
        self.value.setFocus()

    def _take_back(self, _text: str) -> None:
        clear(self._answer)
        set_flag(self.value, "wrong", False)
