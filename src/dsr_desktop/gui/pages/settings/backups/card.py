"""Where backups go and when the last was made; the erasures that an older backup brought back."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from dsr_desktop.gui.pages.settings.backups.views import BackupsView
from dsr_desktop.gui.theme.icons import Icon
from dsr_desktop.gui.theme.theme import Theme
from dsr_desktop.gui.theme.tokens import Ink, TextStyle
from dsr_desktop.gui.widgets.button import Button, ButtonSize
from dsr_desktop.gui.widgets.card import Card
from dsr_desktop.gui.widgets.key_values import KeyValueList
from dsr_desktop.gui.widgets.label import Label
from dsr_desktop.wording.language import Tr


class BackupsCard(Card):
    """Asks for a backup, where to, its test, a restore, erasures again, a plain copy."""

    backup_requested = Signal()
    place_requested = Signal()
    end_requested = Signal()
    erasures_requested = Signal()
    plain_requested = Signal()
    test_requested = Signal()
    restore_requested = Signal()

    def __init__(self, theme: Theme, tr: Tr, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Backups"), parent=parent)
        advice = tr(
            "A backup is the whole register, encrypted, with its key file: any passphrase of the "
            "register opens it. Let one lie on another disk than this computer's."
        )
        self.add(Label(theme, advice, ink=Ink.MUTED, wraps=True))
        self.facts = KeyValueList(theme, side=0)
        self.add(self.facts)
        self.warning = Label(theme, "", TextStyle.STRONG, Ink.LATE, wraps=True)
        self.add(self.warning)
        self.backup_button = self._button(tr("Back up now…"), self.backup_requested, Icon.ARCHIVE)
        self.place_button = self._button(tr("Add a place…"), self.place_requested, Icon.FOLDER_OPEN)
        self.end_button = self._button(tr("No daily backups"), self.end_requested)
        self.add_row(self.backup_button, self.place_button, self.end_button)
        self.test_button = self._button(
            tr("Test a backup…"), self.test_requested, Icon.SHIELD_CHECK
        )
        self.restore_button = self._button(
            tr("Restore a backup…"), self.restore_requested, Icon.UNDO
        )
        self.add_row(self.test_button, self.restore_button)
        self.plain_button = self._button(
            tr("Export without encryption…"), self.plain_requested, Icon.DOWNLOAD
        )
        self.add_row(self.plain_button)
        self.open_words = Label(theme, "", TextStyle.STRONG, wraps=True)
        self.add(self.open_words)
        self.erase_button = self._button(tr("Erase again…"), self.erasures_requested, Icon.ERASER)
        self.add_row(self.erase_button)

    def show_view(self, view: BackupsView) -> None:
        """Show how it stands with the backups."""
        self.facts.show_rows(view.facts)
        self.warning.setText(view.warning)
        self.warning.setVisible(bool(view.warning))
        self.end_button.setVisible(bool(view.places))
        self.open_words.setText(view.open_words)
        for part in (self.open_words, self.erase_button):
            part.setVisible(bool(view.open_erasures))

    def _button(self, text: str, wanted: SignalInstance, icon: Icon | None = None) -> Button:
        button = Button(self._theme, text, icon=icon, size=ButtonSize.SMALL)
        button.clicked.connect(wanted)
        return button
