"""The event log on the Settings page: how far it goes, its check, the dossier of the company."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsr_desktop.domain.errors import DsrError
from dsr_desktop.gui.pages.settings.proof.views import LogChecked, LogView
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, TextStyle, Tone
from dsr_desktop.gui.widgets.banner import Banner
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.card import Card, Divider
from dsr_desktop.gui.widgets.editors import TextEditor
from dsr_desktop.gui.widgets.field import Field
from dsr_desktop.gui.widgets.fixed_text import FixedText
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.gui.widgets.layouts import clear
from dsr_desktop.wording.errors import word_error
from dsr_desktop.wording.language import Tr

_LONGEST = 100


class ProofCard(Card):
    """`check_requested` carries the fingerprint typed, "" for none."""

    check_requested = Signal(str)
    dossier_requested = Signal()

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        self.count = Label(theme, "", TextStyle.CAPTION, Ink.MUTED)
        super().__init__(theme, tr("Event log"), aside=self.count, parent=parent)
        self._tr = tr
        explanation = tr(
            "Each event holds the one before. Its fingerprint stands at the foot of every letter "
            "and report: one kept on paper shows whether the end of the log was cut off."
        )
        self.add(Label(theme, explanation, ink=Ink.MUTED, wraps=True))
        self.head = FixedText(theme, tr("Fingerprint of the last event"))
        self.add(self.head)
        self.typed = TextEditor()
        self.typed.setMaxLength(_LONGEST)
        self.field = Field(
            theme, tr("Fingerprint on a letter or report"), self.typed,
            help_text=tr("16 signs, 0-9 and a-f; leave it empty to check the log alone"),
        )  # fmt: skip
        self.typed.textEdited.connect(lambda: self.field.set_error(""))
        self.typed.returnPressed.connect(self._ask)
        self.add(self.field)
        self.check_button = Button(theme, tr("Check the log"), size=ButtonSize.SMALL)
        self.check_button.clicked.connect(self._ask)
        self.add_row(self.check_button)
        self.result = QVBoxLayout()
        self.body.addLayout(self.result)
        self._add_dossier(theme)

    def _add_dossier(self, theme: Theme) -> None:
        self.add(Divider(theme))
        sentence = self._tr(
            "For the authority: both registers, the figures of the year, recipients, systems, "
            "policy versions, breach notes and the event log in one archive that its reader can "
            "check without the app."
        )
        self.add(Label(theme, sentence, ink=Ink.MUTED, wraps=True))
        self.dossier_button = Button(
            theme, self._tr("Dossier of the company…"), size=ButtonSize.SMALL
        )
        self.dossier_button.clicked.connect(self.dossier_requested)
        self.add_row(self.dossier_button)

    def show_log(self, log: LogView) -> None:
        """Show how far the log goes."""
        self.head.show_text(log.fingerprint)
        self.count.setText(log.events)

    def show_checked(self, checked: LogChecked) -> None:
        """Show what came of a check; it stays until the next."""
        tone = Tone.OK if checked.is_sound else Tone.LATE
        clear(self.result)
        self.result.addWidget(Banner(self._theme, tone, checked.title, checked.more))

    def show_refusal(self, error: DsrError) -> None:
        """Say at the field that what was typed is no fingerprint."""
        self.field.set_error(word_error(self._tr, error))
        self.typed.setFocus()

    def _ask(self) -> None:
        clear(self.result)
        self.check_requested.emit(self.typed.text())
